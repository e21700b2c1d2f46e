// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "sim/engine/population.hpp"
#include "sim/engine/segment_tables.hpp"
#include "sim/engine/tally.hpp"

namespace clientele {

/// How the work is laid out on the machine. Nothing here changes a result.
struct Workplace {
  int threads = 0;  ///< 0: all cores
  int lanes = 0;  ///< 0: the widest here; −1: the plain lane in double precision, to check what 32 bits lose
  int block = 0;  ///< people simulated together; 0: as many as suit the market
};

/// The tables of all segments under one scenario, in the order of the population.
using MarketTables = std::vector<std::shared_ptr<const SegmentTables>>;

/// A scenario laid out for the engine. Where it is a matter of chance whether brands answer each other, its
/// market takes one of several courses.
struct LaidScenario {
  std::vector<MarketTables> courses;
  std::vector<int> taken = {};  ///< course of each replication of the plan; empty: the only one

  int course_of(int replication) const { return taken.empty() ? 0 : taken[replication]; }
};

/// What to simulate: scenarios × replications × segments.
struct Plan {
  std::vector<LaidScenario> scenarios;
  std::vector<SegmentPopulation> population;
  std::uint64_t seed = 1;
  std::uint32_t draw = 0;
  int first_replication = 0;
  int replications = 1;
  Estimator estimator = Estimator::realised;
  Detail detail = Detail::all;
  int again = 0;  ///< above 0: the same people with other luck, the so-manieth time
  Workplace workplace;
};

/// Memory that is not filled with zeros first, for those who write all of it.
template <class T>
struct LeftBlank : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = LeftBlank<U>;
  };
  template <class U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Values>
  void construct(U* at, Values&&... values) {
    ::new (static_cast<void*>(at)) U(std::forward<Values>(values)...);
  }
};
using LifeList = std::vector<Life, LeftBlank<Life>>;

/// One segment in one replication of one scenario. Lives are in no particular order.
struct SegmentOutcome {
  Tally tally;
  LifeList lives;
  int course = 0;  ///< which of the scenario's courses was lived
};

/// [replication][scenario][segment]. Shorter than asked for if the simulation was stopped: it holds the
/// replications, from the first, that were finished in all scenarios.
using Outcome = std::vector<std::vector<std::vector<SegmentOutcome>>>;

/// Simulates a plan on all threads. The same plan gives the same counts and lives whatever the threads, lanes
/// and block. `progress` is told the share of replications done. Throws RunFailed if an amount does not fit
/// its fixed point.
Outcome simulate(const Plan& plan, const std::function<void(double)>& progress, std::stop_token stop);

/// The kernel that lanes select, as `AVX-512, 16 lanes`; RunFailed if this machine does not have it.
std::string kernel_name(int lanes);
/// The numbers of lanes that this machine has, smallest first.
std::vector<int> available_lanes();

}  // namespace clientele
