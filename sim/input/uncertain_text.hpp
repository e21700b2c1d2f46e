// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "sim/input/quantity.hpp"
#include "sim/input/shown.hpp"
#include "sim/input/uncertain.hpp"
#include "sim/input/unit_text.hpp"
#include "sim/scenario/numbers_by_path.hpp"

namespace clientele {

/// The first mistake in an uncertain number, which ends its reading. Thrown and caught in this folder.
struct Refusal {
  std::string reason, remedy;
};

inline constexpr double most_uncertain = 1e100;  ///< size of a number that can be uncertain

/// What the readers of uncertain numbers have in common: the text, the parameter it is of, and the numbers in
/// it with their units.
struct UncertainText {
  std::string_view text;
  const Parameter& is;
  Period world;

  UncertainReading reading{};
  Period per = world;  ///< the unit of time in which all is written

  std::string in_quotes() const { return "'" + shown(text) + "'"; }
  Law& law() { return reading.assumption.law; }

  /// Ends of the parameter's range as they would be written, widened by a half where it comes as the nearest
  /// whole number.
  double least() const { return end_of_range(is.range.low, -0.5); }
  double greatest() const { return end_of_range(is.range.high, 0.5); }

  /// A number in the world's period, and whether it was in percent; and in the unit of the text.
  Reading quantity(const InUnits& number) const;
  double written(const InUnits& number) const;

  /// Finds the unit in which all is written: that of the numbers, or the world's period where they differ.
  void settle_unit(const std::vector<InUnits>& numbers);

  /// `k`, `M` or `%` at the end of a figure, or 0.
  static char suffix_of(const std::string& figure);
  /// Refuses `30 to 40%` and `380 to 420k`, which leave open what the first number is.
  static void check_suffixes(const InUnits& one, const InUnits& other);

  /// What was read, with its middle.
  UncertainReading finished();

 private:
  double end_of_range(double end, double widened) const;
};

}  // namespace clientele
