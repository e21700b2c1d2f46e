// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace clientele {

/// The levers of one scenario, row by row: row 0 is today, before any change.
class LeverReader {
 public:
  explicit LeverReader(const Scenario& scenario) : scenario_(scenario) {}

  double operator()(const Lever& lever, const std::string& path, int row,
                    const std::string& inherited = {}) const {
    return row == 0 ? lever.today.value
                    : lever_at(lever.today.value, changes_of(scenario_, path, inherited), row);
  }
  /// A period named by a lever that may be absent; a change names it once for all.
  double moment(const std::optional<Lever>& lever, const std::string& path, double absent, int row) const {
    const double today = lever ? lever->today.value : absent;
    const auto changes = changes_of(scenario_, path);
    return row == 0 || changes.empty() ? today : changes.back()->amount;
  }

 private:
  const Scenario& scenario_;
};

}  // namespace clientele
