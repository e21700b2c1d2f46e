// SPDX-License-Identifier: MIT
#include "bench/gains.hpp"

#include <fmt/format.h>

#include "bench/expectation.hpp"
#include "bench/sobol.hpp"
#include "sim/study/estimator.hpp"

namespace clientele::bench {

namespace {

std::string shown(const Measured& ratio) { return fmt::format("{:.3g} ± {:.1g}", ratio.mean, ratio.error); }

}  // namespace

std::string gains_table(int replications, int rounds) {
  std::string text =
      "| variance of mean equity, plain draws / Sobol, five numbers not known | 64 draws | 256 draws "
      "|\n|---|---|---|\n";
  const SobolGain few = measure_sobol(REFERENCE_MARKET, 64, 2000),
                  more = measure_sobol(REFERENCE_MARKET, 256, 2000);
  text += fmt::format("| by a formula, nothing left to chance | {} | {} |\n", shown(few.formula),
                      shown(more.formula));
  text += fmt::format("| reference world, 2,000 people simulated a draw | {} | {} |\n\n",
                      shown(few.simulated), shown(more.simulated));
  text +=
      "| variance realised / expected | equity | price cut of 5 % | of 1 % | time, times | by default "
      "|\n|---|---|---|---|---|---|\n";
  const auto row = [&](const std::string& name, const std::string& file) {
    const Scenario market = read_market(file);
    const ExpectationGain gain = measure_expectation(market, {0.05, 0.01}, {replications, 2000});
    text += fmt::format("| {} | {} | {} | {} | {:.2f} | {} |\n", name, shown(gain.equity),
                        shown(gain.differences[0]), shown(gain.differences[1]),
                        time_of_expectation(market, {4, 20000}, rounds),
                        estimator_for(market, {}) == Estimator::expected ? "expected" : "realised");
  };
  row("reference world", REFERENCE_MARKET);
  for (const char* name : {"airline", "appliance", "gym", "mobile", "music"})
    row(name, SHIPPED_MARKETS + std::string(name) + "/market.yaml");
  return text;
}

}  // namespace clientele::bench
