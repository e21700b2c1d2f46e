// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

#include "models/parameter.hpp"
#include "sim/base/period.hpp"

namespace clientele {

/// A number with so many significant digits, the same in every locale: `0.7`, `400000`, `2.2`.
std::string number_text(double value, int digits = 6);

/// A quantity in the way a scenario writes it: `24%`, `3.20`, `0.797% per month`, `60 months`, `month 7`,
/// `never`.
std::string quantity_text(double value, Quantity quantity, Period period);

/// Two quantities that stand side by side, with as many decimals (up to two more): `3.20` and `3.00`.
std::pair<std::string, std::string> texts_beside(double a, double b, Quantity quantity, Period period);

/// Whether only whole numbers make sense: what is counted in people or in times.
bool is_whole(const Parameter& is);

/// The permitted values in words: `from 1 to 5`, `above 0`, `above 0% to 100%`.
std::string range_text(const Range& range, Quantity quantity, Period period);

/// What such a quantity looks like, for a remedy: `10% per year`.
std::string example_of(Quantity quantity, Period period);
std::string example_of(const Parameter& is, Period period);

}  // namespace clientele
