// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "sim/input/read.hpp"

namespace clientele::test {

/// The head of a small valid market, and its brands.
inline const std::string head =
    "market: Two bakeries\nhorizon: 5 years\ndiscount_rate: 10% per year\npeople: 1000\nfocal: us\n";
inline const std::string brands =
    "brands:\n  us: {price: 3.20, unit_cost: 1.10, share: 40%}\n  them: {share: 60%}\n";

/// Files that exist only in the test.
using Files = std::map<std::string, std::string>;

inline ReadFile reader_of(Files files) {
  return [files = std::move(files)](const std::filesystem::path& file) {
    const auto found = files.find(file.generic_string());
    if (found == files.end()) throw BadScenario({{{file.generic_string()}, "", "there is no such file", ""}});
    return found->second;
  };
}

inline Study study_of(const std::string& market, const std::vector<Setting>& settings = {}) {
  return read_study({"market.yaml"}, settings, reader_of({{"market.yaml", market}}));
}

inline World world_of(const std::string& market, const std::vector<Setting>& settings = {}) {
  return study_of(market, settings).baseline.world;
}

inline Study study_of_scenario(const std::string& scenario, const std::string& market = head + brands,
                               const std::vector<Setting>& settings = {}) {
  return read_study({"change.yaml"}, settings,
                    reader_of({{"change.yaml", "scenario: A change\nworld: market.yaml\n" + scenario},
                               {"market.yaml", market}}));
}

/// What the user reads when this goes wrong; empty if it does not.
template <class Action>
std::string complaint(Action action) {
  try {
    action();
  } catch (const BadScenario& bad) {
    return bad.what();
  }
  return {};
}

}  // namespace clientele::test
