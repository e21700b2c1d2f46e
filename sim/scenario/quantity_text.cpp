// SPDX-License-Identifier: MIT
#include "sim/scenario/quantity_text.hpp"

#include <algorithm>
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

/// Where the digits of a text end, and how many of them are decimals; none of a number with an exponent.
struct Digits {
  std::size_t end = 0, decimals = 0;
  bool are_plain = true;
};
Digits digits_of(const std::string& text) {
  Digits digits;
  digits.end = std::min(text.find_first_not_of("-0123456789."), text.size());
  digits.are_plain = digits.end > 0 && (digits.end == text.size() || text[digits.end] != 'e');
  if (const auto point = text.find('.'); point < digits.end) digits.decimals = digits.end - point - 1;
  return digits;
}

std::string with_decimals(std::string text, std::size_t asked) {
  const Digits digits = digits_of(text);
  if (!digits.are_plain || digits.decimals >= asked) return text;
  const std::string point = digits.decimals == 0 ? "." : "";
  return text.insert(digits.end, point + std::string(asked - digits.decimals, '0'));
}

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

std::pair<std::string, std::string> texts_beside(double a, double b, Quantity quantity, Period period) {
  const std::string first = quantity_text(a, quantity, period), second = quantity_text(b, quantity, period);
  const Digits of_first = digits_of(first), of_second = digits_of(second);
  if (!of_first.are_plain || !of_second.are_plain || quantity == Quantity::moment) return {first, second};
  const std::size_t decimals = std::min<std::size_t>(2, std::max(of_first.decimals, of_second.decimals));
  return {with_decimals(first, decimals), with_decimals(second, decimals)};
}

bool is_whole(const Parameter& is) { return is.unit == "people" || is.unit == "times"; }

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
  if (is.unit == "people") return "400k";
  if (is.unit == "times") return "3";
  if (is.quantity == Quantity::number && is.range.low >= 1) return "4";
  return example_of(is.quantity, period);
}

}  // namespace clientele
