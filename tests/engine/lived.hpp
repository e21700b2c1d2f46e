// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/engine/appeals.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/input/read.hpp"
#include "sim/study/accounts.hpp"
#include "sim/study/run.hpp"
#include "sim/study/staging.hpp"
#include "tests/support/catch.hpp"

namespace clientele {

inline Study study_of_text(const std::string& market, const std::string& scenario) {
  return read_study({"scenario.yaml"}, {}, [&](const std::filesystem::path& file) {
    return file.filename() == "market.yaml" ? market : scenario;
  });
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// A market and what became of its people in one replication.
struct Lived {
  Stage stage;
  std::vector<std::vector<SegmentOutcome>> scenarios;  ///< the market alone first, then with the changes

  Books books() const { return {stage.plan, stage.scales, stage.brands}; }
  /// Of one brand in one period, over all segments.
  Totals of(int brand, int period, int scenario = 0) const {
    return totals_by_period(books(), scenario, scenarios[scenario], -1, brand)[period];
  }
};

/// Lives one replication of a market of so many people, alone and with the changes of a scenario.
inline Lived lived_through(const std::string& market, int people, const std::string& changes = "") {
  const Study study = study_of_text(
      market, "scenario: Changed\nworld: market.yaml\n" + (changes.empty() ? "" : "changes:\n" + changes));
  RunOptions options;
  options.customers = people;
  options.replications = 1;
  std::vector<const Scenario*> scenarios = {&study.baseline};
  if (!changes.empty()) scenarios.push_back(&study.scenarios.front());
  Lived lived{set_stage(scenarios, appeals_of(study.baseline.world, 1, {}), options), {}};
  lived.scenarios = simulate(lived.stage.plan, {}, {})[0];
  return lived;
}

}  // namespace clientele
