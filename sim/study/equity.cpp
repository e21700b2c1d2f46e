// SPDX-License-Identifier: MIT
#include "sim/study/equity.hpp"

namespace clientele {

namespace {

/// A number of the totals of our brand, as they are and without luck.
template <class Of>
Samples::Quantity of_total(int scenario, Of of) {
  return {.expected =
              [=](const Findings& sample) {
                Totals total = sample.focal[scenario].total;
                total.take_out_luck();
                return of(total);
              },
          .realised = [=](const Findings& sample) { return of(sample.focal[scenario].total); }};
}

}  // namespace

Samples::Quantity equity_of(int scenario) {
  return of_total(scenario, [](const Totals& t) { return t.value; });
}

Samples::Quantity equity_today_of(int scenario) {
  return of_total(scenario, [](const Totals& t) { return t.existing_value; });
}

Samples::Quantity equity_future_of(int scenario) {
  return of_total(scenario, [](const Totals& t) {
    return t.value + t.advertising_today + t.channel_spend_today - t.existing_value;
  });
}

Samples::Quantity difference(const Samples::Quantity& after, const Samples::Quantity& before) {
  const auto apart = [](Samples::Pick of, Samples::Pick less) -> Samples::Pick {
    return [of = std::move(of), less = std::move(less)](const Findings& sample) {
      return of(sample) - less(sample);
    };
  };
  return {apart(after.expected, before.expected), apart(after.realised, before.realised)};
}

Samples::Quantity gain_of(int scenario) { return difference(equity_of(scenario), equity_of(0)); }

Samples::Quantity net_gain_of(int scenario) {
  const Samples::Pick invested = [=](const Findings& sample) { return sample.focal[scenario].investment; };
  return difference(gain_of(scenario), {invested, invested});
}

}  // namespace clientele
