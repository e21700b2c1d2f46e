// SPDX-License-Identifier: MIT
#include "sim/study/churn.hpp"

namespace clientele {

void tabulate_churn(const Sample& sample, Findings& findings) {
  const Books& books = sample.books;
  const int brands = static_cast<int>(books.brands.size());
  const std::string& us = books.brands.front();
  for (int period = 1; period <= sample.segments.front().tally.periods(); ++period)
    for (int why = 0; why < all_reasons; ++why) {
      const auto reason = static_cast<Reason>(why);
      const auto add = [&](const std::string& from, const std::string& to, auto count) {
        double people = 0;
        for (std::size_t s = 0; s < books.plan.population.size(); ++s)
          people += books.plan.population[s].weight * static_cast<double>(count(sample.segments[s].tally));
        findings.add(
            &Findings::churn,
            [&] {
              return ChurnRow{sample.what.name, from, period, std::string(lost_for[why].reason()), to, {}};
            },
            people);
      };
      for (int to = 1; to <= brands; ++to)
        add(us, to == brands ? "none" : books.brands[to],
            [&](const Tally& tally) { return tally.lost_by_us(reason, period, to); });
      for (int from = 1; from < brands; ++from)
        add(books.brands[from], us,
            [&](const Tally& tally) { return tally.won_by_us(reason, period, from); });
    }
}

}  // namespace clientele
