// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "models/choice/habit.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// The nests of a segment: of the brands by index into world.brands, and their λ.
struct SampleNests {
  std::vector<std::uint8_t> of;
  std::vector<float> similarity;
};

/// A customer of the quasi-random sample on which shares are solved and `check` looks: exact averages over
/// the traits, not a simulation. Indices are those of world.brands; brands absent today have e = 0.
struct SampleCustomer {
  double weight = 0;  ///< share of the market's purchases
  double habit = 0;   ///< b: utility of the brand bought last, before switching cost and satisfaction
  double quality_weight =
      0;  ///< utility a point of the memory of the product carries through the driver `quality`
  double service_weight = 0;
  std::vector<double> e;      ///< exp(utility at today's offers without appeal and last-brand terms)
  std::vector<double> taste;  ///< probabilities by taste alone where it is Dirichlet distributed, else empty
  std::vector<double> cost;   ///< utility lost by leaving the brand
  std::vector<double> bonus;  ///< B: exp(last-brand terms) with memory at rest and a whole habit
  std::optional<HabitCourse<double>> course;  ///< of the habit where it fades or grows, or brands are nested
  std::shared_ptr<const SampleNests> nests;
};

/// The sample of all segments, `points` for each.
std::vector<SampleCustomer> customer_sample(const World& world, int points);

/// The shares that the sample must show so that the market shows those of the world. Where all tastes are
/// Dirichlet distributed these alone give exactly the shares of the world in the market, and something near
/// them in the sample: aiming at the latter takes the error of the sample out.
std::vector<double> shares_to_reach(const World& world, const std::vector<SampleCustomer>& sample);

}  // namespace clientele
