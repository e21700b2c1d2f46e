// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "models/parameter.hpp"
#include "sim/base/period.hpp"
#include "sim/input/figure.hpp"

namespace clientele {

/// Which end a coarser moment means: `from: year 2` begins with its first month, `until: year 2` ends with
/// its last.
enum class Edge { first, last };

/// Reads a quantity in the way its kind is written (see Quantity) and converts it to the world's period.
/// The range of the parameter holds after the conversion.
///   frequency: x · (unit in a year) / (period in a year);  chance: 1 − (1 − p)^k;  growth: (1 + g)^k − 1
/// A zero needs no period. `never` is read for parameters called `enters` and `leaves`: infinity.
Reading read_quantity(std::string_view text, const Parameter& is, Period period, Edge edge = Edge::first);

/// Reason and remedy if the value, written as `text`, is not in the parameter's range.
Reading in_range(double value, std::string_view text, const Parameter& is, Period period);

}  // namespace clientele
