// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/study/run.hpp"

namespace clientele {

/// Something that the parameters of a world imply, which people know better than the parameters themselves.
struct Implied {
  std::string name;  ///< `own price elasticity after 12 months`
  std::string unit;
  std::optional<double> value;     ///< missing: does not apply
  std::optional<double> mc_error;  ///< where it was simulated
  std::string how;                 ///< how it was found, in a few words
};

/// What a world implies: own price elasticity after 1 and 12 months, retention, repurchase by satisfaction,
/// inertia in currency, months a customer stays, the appeals that give today's shares, and the closed-form
/// lifetime value where there is one, and the memory that a run of it and of the scenarios `beside` it needs.
/// Simulates small worlds; options.customers and seed apply.
std::vector<Implied> implied_by(const Scenario& baseline, const RunOptions& options, std::stop_token stop,
                                const std::vector<Scenario>& beside = {});

}  // namespace clientele
