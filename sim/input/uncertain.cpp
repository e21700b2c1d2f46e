// SPDX-License-Identifier: MIT
#include "sim/input/uncertain.hpp"

#include <algorithm>
#include <cmath>

#include "sim/input/law_reader.hpp"
#include "sim/input/uncertain_text.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

constexpr std::string_view to = " to ";

/// The middle 90 % of what a number may be: `0.3 to 0.5`.
struct MiddleReader : UncertainText {
  std::string write_range(const InUnits& low, const InUnits& high) const {
    InUnits first = low;
    if (first.behind == high.behind) first.behind.clear();
    return "'" + shown(first.text() + std::string(to) + high.text()) + "'";
  }

  void read_interval(std::string_view low_text, std::string_view high_text) {
    InUnits low = split_units(low_text, is.quantity), high = split_units(high_text, is.quantity);
    borrow_unit(low, high);
    borrow_unit(high, low);
    check_suffixes(low, high);
    settle_unit({low, high});
    const Reading from = quantity(low), up_to = quantity(high);
    reading.in_percent = from.in_percent && up_to.in_percent;
    if (from.value == up_to.value) throw Refusal{in_quotes() + " has two equal ends", "Write one number."};
    if (from.value > up_to.value)
      throw Refusal{in_quotes() + " has its greater number first",
                    "Did you mean " + write_range(high, low) + "?"};
    const double a = as_written(from.value, is.quantity, per, world),
                 b = as_written(up_to.value, is.quantity, per, world);
    if (a <= least()) refuse_end(low, low, high);
    if (b >= greatest()) refuse_end(high, low, high);
    law() = middle_ninety(a, b, least(), greatest());
  }

  /// The middle 90 % cannot reach an end of the range, as 5 % lie beyond either of them.
  void refuse_end(const InUnits& end, const InUnits& low, const InUnits& high) const {
    throw Refusal{
        "'low to high' is the middle 90% of what the number may be, but nothing can lie beyond " +
            shown(end.text()) + " (" + range_text(is.range, is.quantity, world) + ")",
        "Write an end inside of this, or 'uniform(" + shown(low.text() + ", " + high.text()) + ")'."};
  }
};

UncertainReading read_middle(std::string_view text, const Parameter& is, Period world) {
  MiddleReader reader{{text, is, world}};
  const auto at = text.find(to);
  reader.read_interval(text.substr(0, at), text.substr(at + to.size()));
  return reader.finished();
}

}  // namespace

bool looks_uncertain(std::string_view text) {
  return text.find(to) != std::string_view::npos || !law_name(text).empty();
}

std::string middle_text(double middle, Quantity quantity, Period period) {
  const double size = std::pow(10, 2 - std::floor(std::log10(std::max(std::abs(middle), 1e-100))));
  return quantity_text(middle == 0 ? 0 : std::round(middle * size) / size, quantity, period);
}

Reading refused_as_uncertain(std::string_view text, const Parameter& is, Period period) {
  const UncertainReading read = read_uncertain(text, is, period);
  if (!read) return {.reason = read.reason, .remedy = read.remedy};
  const bool as_percent = read.in_percent && is.quantity == Quantity::number;
  const Assumption& one = read.assumption;
  const std::string middle =
      middle_text(value_of(one, 0.5, one.per), as_percent ? Quantity::share : is.quantity, one.per);
  return {.reason = "cannot be uncertain",
          .remedy = "Write one number, such as its middle '" + middle + "'."};
}

UncertainReading read_uncertain(std::string_view text, const Parameter& is, Period period) {
  try {
    return law_name(text).empty() ? read_middle(text, is, period) : read_law(text, is, period);
  } catch (const Refusal& refusal) {
    return {.reason = refusal.reason, .remedy = refusal.remedy};
  }
}

}  // namespace clientele
