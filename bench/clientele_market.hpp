// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "bench/findings.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/study/run.hpp"
#include "sim/study/staging.hpp"

namespace clientele::bench {

/// How Clientele goes about it.
struct Way {
  int threads = 1;
  int lanes = 0;                              ///< 0: the widest here; 1: the plain reference
  Estimator estimator = Estimator::realised;  ///< what the peers do
  Detail detail = Detail::all;                ///< the peers tell money alone
};

/// The baseline of a file. Throws BadScenario.
Scenario read_market(const std::string& file);

/// The market, and the same with our price lower by each of these shares.
std::vector<Scenario> with_price_cuts(const Scenario& baseline, const std::vector<double>& cuts);

/// What is simulated side by side: each of these, which have to stay where they are.
std::vector<const Scenario*> beside(const std::vector<Scenario>& worlds);

/// A market, and changes of it, laid out to be simulated.
Stage prepare(const std::vector<const Scenario*>& scenarios, Size size, Way way, std::uint64_t seed);

/// Simulates a market that was prepared. Only the simulation is timed: reading the file, solving shares and
/// writing results are not.
Findings simulate_market(const Stage& stage);

}  // namespace clientele::bench
