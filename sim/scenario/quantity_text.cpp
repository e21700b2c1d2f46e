// SPDX-License-Identifier: MIT
#include "sim/scenario/quantity_text.hpp"

#include <charconv>
#include <cmath>

namespace clientele {

namespace {
std::string decimals_text(double value, int decimals) {
  char buffer[400];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr;
  return {buffer, end};
}

/// Amounts have no decimals or at least two.
std::string money_text(double value) {
  const std::string text = number_text(value, 9);
  const auto point = text.find('.');
  const bool one_decimal = point != std::string::npos && point + 2 == text.size();
  return one_decimal ? text + "0" : text;
}

std::string percent_text(double value, int digits) { return number_text(100 * value, digits) + "%"; }

std::string per(Period period) { return " per " + std::string(named(period).name); }
}  // namespace

std::string number_text(double value, int digits) {
  if (std::isinf(value)) return value > 0 ? "infinity" : "-infinity";
  if (value == 0) return "0";
  if (std::abs(value) < 1e15 && value == std::round(value)) return decimals_text(value, 0);
  if (std::abs(value) >= std::pow(10, digits) && std::abs(value) < 1e15) return decimals_text(value, 0);
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, digits).ptr;
  return {buffer, end};
}

std::string quantity_text(double value, Quantity quantity, Period period) {
  switch (quantity) {
    case Quantity::number:
      return number_text(value);
    case Quantity::share:
      return percent_text(value, 4);
    case Quantity::money:
      return money_text(value);
    case Quantity::frequency:
      return number_text(value) + per(period);
    case Quantity::chance:
    case Quantity::growth:
      return percent_text(value, 3) + per(period);
    case Quantity::duration: {
      const auto& name = named(period);
      return number_text(value) + " " + std::string(value == 1 ? name.name : name.plural);
    }
    case Quantity::moment:
      if (std::isinf(value)) return "never";
      return std::string(named(period).name) + " " + number_text(value);
  }
  return number_text(value);
}

std::string range_text(const Range& range, Quantity quantity, Period period) {
  const auto text = [&](double x) { return quantity_text(x, quantity, period); };
  const bool has_low = std::isfinite(range.low), has_high = std::isfinite(range.high);
  if (has_low && has_high)
    return (range.low_open ? "above " : "from ") + text(range.low) +
           (range.high_open ? " to below " : " to ") + text(range.high);
  if (has_low)
    return range.low_open ? "above " + text(range.low)
                          : text(range.low) + (quantity == Quantity::moment ? " or later" : " or more");
  if (has_high) return range.high_open ? "below " + text(range.high) : "at most " + text(range.high);
  return "any number";
}

std::string example_of(Quantity quantity, Period period) {
  switch (quantity) {
    case Quantity::number:
      return "1.5";
    case Quantity::share:
      return "25%";
    case Quantity::money:
      return "3.20";
    case Quantity::frequency:
      return "5" + per(period);
    case Quantity::chance:
      return "2%" + per(period);
    case Quantity::growth:
      return "10% per year";
    case Quantity::duration:
      return period == Period::year ? "5 years" : "18 " + std::string(named(period).plural);
    case Quantity::moment:
      return std::string(named(period).name) + " 7";
  }
  return "1";
}

std::string example_of(const Parameter& is, Period period) {
  if (is.quantity == Quantity::number && is.range.low >= 1) return is.range.high > 1000 ? "400k" : "4";
  return example_of(is.quantity, period);
}

}  // namespace clientele
