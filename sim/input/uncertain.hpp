// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "sim/input/figure.hpp"
#include "sim/scenario/assumption.hpp"

namespace clientele {

/// A number with how it may lie, or why it could not be read and what to write instead.
struct UncertainReading {
  Assumption assumption{};  ///< without its path
  double middle = 0;        ///< in the unit of the model
  bool in_percent = false;  ///< it was written with a percent sign
  std::string reason{};     ///< empty: all is well
  std::string remedy{};

  explicit operator bool() const { return reason.empty(); }
};

/// Whether a text is an uncertain number, or was meant to be one: `0.3 to 0.5`, `normal(0.4, 0.1)`.
bool looks_uncertain(std::string_view text);

/// Reads `0.3 to 0.5`, `10% to 15% per year`, `month 12 to month 18`, the middle 90 % of what the number may
/// be, or a law: `normal(mean, sd)`, `lognormal(median, sigma)`, `uniform(low, high)`, `triangular` and
/// `pert(low, most likely, high)`, `beta(α, β)`. A unit may stand behind each number, behind the last one or
/// behind the bracket. A law that could leave the parameter's range is refused.
UncertainReading read_uncertain(std::string_view text, const Parameter& is, Period period);

/// The middle in three digits, as a message proposes it.
std::string middle_text(double middle, Quantity quantity, Period period);

/// Says that one number belongs here, with the middle of this one to write.
Reading refused_as_uncertain(std::string_view text, const Parameter& is, Period period);

}  // namespace clientele
