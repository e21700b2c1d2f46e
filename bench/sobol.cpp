// SPDX-License-Identifier: MIT
#include "bench/sobol.hpp"

#include <cmath>
#include <functional>
#include <vector>

#include "bench/clientele_market.hpp"
#include "models/value/closed_forms.hpp"
#include "sim/input/read.hpp"
#include "sim/scenario/draws.hpp"
#include "sim/scenario/realisation.hpp"
#include "sim/statistics/estimate.hpp"
#include "sim/study/accounts.hpp"

namespace clientele::bench {

namespace {

const std::vector<Setting> not_known = {{"brands.ours.unit_cost", "0.66 to 0.77"},
                                        {"need.purchases.mean", "0.8 to 1.2 per month"},
                                        {"purchase.units.median", "28 to 38"},
                                        {"choice.inertia.mean", "0.7 to 1.3"},
                                        {"departure.rate", "1.2% to 2.4% per month"}};

using Equity = std::function<double(const Drawn& drawn, int draw, std::uint64_t seed)>;

double variance_of(const std::vector<double>& values) {
  const double sd = estimate_of(values).sd;
  return sd * sd;
}

/// V / n over the variance of the mean, from so many randomisations of a sequence of n draws.
Measured gain_of(const Unknowns& unknowns, Period period, int draws, int repetitions, const Equity& equity) {
  std::vector<double> values, means;
  for (int m = 0; m < repetitions; ++m) {
    const auto seed = static_cast<std::uint64_t>(m) + 1;
    const auto drawn = draws_of(unknowns, draws, 1, seed, period);
    std::vector<double> of_shift(shifts);
    for (int r = 0; r < draws; ++r) {
      values.push_back(equity(drawn[static_cast<std::size_t>(r)].front(), r, seed));
      of_shift[static_cast<std::size_t>(r % shifts)] += values.back() * shifts / draws;
    }
    means.insert(means.end(), of_shift.begin(), of_shift.end());
  }
  const double plain = variance_of(values) / draws;
  Measured gain{.mean = plain / (variance_of(means) / shifts)};
  std::vector<double> without;
  for (std::size_t left_out = 0; left_out < means.size(); ++left_out) {
    std::vector<double> others = means;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(left_out));
    without.push_back(plain / (variance_of(others) / shifts));
  }
  gain.error = (static_cast<double>(means.size()) - 1) * estimate_of(without).mc_error;
  return gain;
}

/// What a customer is worth who buys ours by a logit against three others alike, while he stays, over 60
/// months.
double by_formula(const Drawn& drawn, const Unknowns& unknowns) {
  double unit_cost = 0, purchases = 0, units = 0, inertia = 0, departure = 0;
  for (std::size_t k = 0; k < unknowns.assumptions.size(); ++k) {
    const std::string& path = unknowns.assumptions[k].path;
    double& number = path.starts_with("brands")      ? unit_cost
                     : path.starts_with("need")      ? purchases
                     : path.starts_with("purchase")  ? units
                     : path.starts_with("departure") ? departure
                                                     : inertia;
    number = drawn.values[k];
  }
  const double share = std::exp(inertia) / (std::exp(inertia) + 3);
  return value_over_horizon(share * purchases * units * (1.10 - unit_cost), 1 - departure, 0.010101, 0, false,
                            60);
}

}  // namespace

SobolGain measure_sobol(const std::string& market, int draws, int people) {
  const Scenario baseline = read_study({market}, not_known).baseline;
  const Unknowns unknowns = unknowns_of({baseline});
  const Period period = baseline.world.market.period;
  const auto formula = [&](const Drawn& drawn, int, std::uint64_t) { return by_formula(drawn, unknowns); };
  const auto simulated = [&](const Drawn& drawn, int draw, std::uint64_t seed) {
    const Scenario world = realised({baseline}, unknowns, drawn).front();
    Stage stage = prepare({&world}, {1, people}, {.threads = 0}, seed);
    stage.plan.draw = static_cast<std::uint32_t>(draw);
    const Outcome outcome = simulate(stage.plan, {}, {});
    const Books books{stage.plan, stage.scales, stage.brands};
    return over_horizon(totals_by_period(books, 0, outcome[0][0], -1, 0)).value;
  };
  return {gain_of(unknowns, period, draws, 50, formula), gain_of(unknowns, period, draws, 8, simulated)};
}

}  // namespace clientele::bench
