// SPDX-License-Identifier: MIT
#include "sim/input/uncertain_text.hpp"

#include <optional>

namespace clientele {

double UncertainText::end_of_range(double end, double widened) const {
  if (std::isinf(end)) return end;
  return as_written(comes_whole(is) ? end + widened : end, is.quantity, per, world);
}

Reading UncertainText::quantity(const InUnits& number) const {
  if (looks_uncertain(number.text()))
    throw Refusal{in_quotes() + " has an uncertain number within another",
                  "Write 'low to high' with two numbers."};
  Parameter closed = is;  // ends belong to the range: those of a law are never reached
  closed.range.low_open = closed.range.high_open = false;
  const Reading read = read_quantity(number.text(), closed, world);
  if (!read) throw Refusal{read.reason, read.remedy};
  if (std::isinf(read.value))
    throw Refusal{"'" + shown(number.text()) + "' is no moment that could be earlier or later",
                  "Write two moments; 'entry_probability' says whether a brand comes at all."};
  if (std::abs(read.value) > most_uncertain)
    throw Refusal{shown(number.text()) + " is too large for an uncertain number", "Check its exponent."};
  return read;
}

double UncertainText::written(const InUnits& number) const {
  return as_written(quantity(number).value, is.quantity, per, world);
}

void UncertainText::settle_unit(const std::vector<InUnits>& numbers) {
  std::optional<Period> common;
  for (const auto& number : numbers) {
    const std::string_view behind = trimmed(number.behind);
    const auto unit = period_called(!number.before.empty()       ? trimmed(number.before)
                                    : behind.starts_with("per ") ? behind.substr(4)
                                                                 : behind);
    if (unit && common && *unit != *common) return;
    if (unit) common = unit;
  }
  per = common.value_or(world);
}

char UncertainText::suffix_of(const std::string& figure) {
  return figure.empty() || std::string_view("kM%").find(figure.back()) == std::string_view::npos
             ? '\0'
             : figure.back();
}

void UncertainText::check_suffixes(const InUnits& one, const InUnits& other) {
  const char first = suffix_of(one.figure), second = suffix_of(other.figure);
  if (first == second || (first && second && first != '%' && second != '%')) return;
  const Reading a = read_figure(one.figure), b = read_figure(other.figure);
  if (!a || !b || a.value == 0 || b.value == 0) return;
  const char suffix = first ? first : second;
  const InUnits& bare = first ? other : one;
  throw Refusal{"only one of its two numbers has the sign '" + std::string(1, suffix) + "'",
                "Write '" + bare.figure + suffix + "' if that is meant."};
}

UncertainReading UncertainText::finished() {
  Assumption& assumption = reading.assumption;
  assumption.quantity = is.quantity;
  assumption.per = per;
  assumption.whole = comes_whole(is);
  assumption.written = std::string(text);
  reading.middle = value_of(assumption, 0.5, world);
  return std::move(reading);
}

}  // namespace clientele
