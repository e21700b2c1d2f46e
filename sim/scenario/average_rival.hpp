// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "sim/scenario/course.hpp"

namespace clientele {

class LeverReader;

/// Which sources of our equity are taken away from the first period on, and who takes our place where it is
/// value or brand. What is true today, with the customers whom we have, stays.
struct Without {
  bool value = false, brand = false, retention = false;
  std::vector<double> rivals;  ///< weight of each brand, by index into world.brands; 0: it does not count

  bool any() const { return value || brand || retention; }
};

/// The weighted mean of what rivals have; `ours` where none of them has it. Those without it do not count:
///   x = ours + Σ w_j (x_j − ours) / Σ w_j
/// so that it is exactly ours where all are alike.
double mean_of_rivals(const Without& without, double ours,
                      const std::vector<std::optional<double>>& of_brand);

/// The levers of ours that take another course without these sources, from the first period on:
/// * value: the price, and the ratings of drivers of value equity, or of none, become the mean of the
/// rivals',
/// * brand: so do the ratings of drivers of brand equity, and awareness,
/// * retention: so do the ratings of drivers of retention equity, and nothing is left of programme, contacts
///   and exit fee.
Course course_without(const Without& without, const World& world, const std::vector<Named<Driver>>& drivers,
                      const LeverReader& at);

}  // namespace clientele
