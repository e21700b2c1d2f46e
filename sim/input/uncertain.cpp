// SPDX-License-Identifier: MIT
#include "sim/input/uncertain.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "sim/base/spelling.hpp"
#include "sim/input/quantity.hpp"
#include "sim/input/shown.hpp"
#include "sim/input/unit_text.hpp"
#include "sim/scenario/numbers_by_path.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

using Family = Law::Family;

constexpr std::string_view to = " to ";
constexpr double most_beyond = 1e-9;  ///< a part that no number of draws shows
constexpr double most_size = 1e100, most_sigma = 10, least_shape = 0.01, most_shape = 1e6;

struct FamilyForm {
  Family family;
  std::string_view name, form;
  std::size_t arguments;
};
constexpr std::array forms = {
    FamilyForm{Family::normal, "normal", "normal(mean, sd)", 2},
    FamilyForm{Family::lognormal, "lognormal", "lognormal(median, sigma)", 2},
    FamilyForm{Family::uniform, "uniform", "uniform(low, high)", 2},
    FamilyForm{Family::triangular, "triangular", "triangular(low, most likely, high)", 3},
    FamilyForm{Family::pert, "pert", "pert(low, most likely, high)", 3},
    FamilyForm{Family::beta, "beta", "beta(alpha, beta)", 2},
};

/// `normal` of `normal(0.4, 0.1)`; empty if the text does not begin so.
std::string_view function_name(std::string_view text) {
  const auto bracket = text.find('(');
  if (bracket == std::string_view::npos) return {};
  const auto name = trimmed(text.substr(0, bracket));
  const bool is_word = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  });
  return is_word ? name : std::string_view();
}

/// Thrown and caught in this file: the first mistake ends the reading.
struct Refusal {
  std::string reason, remedy;
};

struct UncertainReader {
  std::string_view text;
  const Parameter& is;
  Period world;

  UncertainReading reading{};
  Period per = world;

  std::string in_quotes() const { return "'" + shown(text) + "'"; }

  /// In the world's period, widened by a half where it comes as the nearest whole number.
  double end_of_range(double end, double widened) const {
    if (std::isinf(end)) return end;
    return as_written(comes_whole(is) ? end + widened : end, is.quantity, per, world);
  }
  double least() const { return end_of_range(is.range.low, -0.5); }
  double greatest() const { return end_of_range(is.range.high, 0.5); }

  /// The parameter with ends that belong to its range: those of a law are never reached.
  Parameter with_ends() const {
    Parameter closed = is;
    closed.range.low_open = closed.range.high_open = false;
    return closed;
  }

  /// A number in the world's period, and whether it was in percent.
  Reading quantity(const InUnits& number) {
    if (looks_uncertain(number.text()))
      throw Refusal{in_quotes() + " has an uncertain number within another",
                    "Write 'low to high' with two numbers."};
    const Reading read = read_quantity(number.text(), with_ends(), world);
    if (!read) throw Refusal{read.reason, read.remedy};
    if (std::isinf(read.value))
      throw Refusal{"'" + shown(number.text()) + "' is no moment that could be earlier or later",
                    "Write two moments; 'entry_probability' says whether a brand comes at all."};
    if (std::abs(read.value) > most_size)
      throw Refusal{shown(number.text()) + " is too large for an uncertain number", "Check its exponent."};
    return read;
  }
  double written(const InUnits& number) {
    return as_written(quantity(number).value, is.quantity, per, world);
  }

  /// The unit in which all is written: that of the numbers, or the world's period where they differ.
  void settle_unit(const std::vector<InUnits>& numbers) {
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

  static char suffix_of(const std::string& figure) {
    return figure.empty() || std::string_view("kM%").find(figure.back()) == std::string_view::npos
               ? '\0'
               : figure.back();
  }

  /// `30 to 40%` and `380 to 420k` leave open what the first number is.
  void check_suffixes(const InUnits& one, const InUnits& other) const {
    const char first = suffix_of(one.figure), second = suffix_of(other.figure);
    if (first == second || (first && second && first != '%' && second != '%')) return;
    const Reading a = read_figure(one.figure), b = read_figure(other.figure);
    if (!a || !b || a.value == 0 || b.value == 0) return;
    const char suffix = first ? first : second;
    const InUnits& bare = first ? other : one;
    throw Refusal{"only one of its two numbers has the sign '" + std::string(1, suffix) + "'",
                  "Write '" + bare.figure + suffix + "' if that is meant."};
  }

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

  Law& law() { return reading.assumption.law; }

  static std::string alike(const FamilyForm& form) { return "Write it as '" + std::string(form.form) + "'."; }

  /// A spread in the unit of the mean: `2%`, `3 months`.
  double spread(InUnits sd, const InUnits& mean, const FamilyForm& form) const {
    if (sd.has_unit() && is.quantity != Quantity::moment && sd.behind != mean.behind)
      throw Refusal{"its sd has another unit than its mean", alike(form)};
    std::optional<Period> unit;
    if (is.quantity == Quantity::moment && !sd.behind.empty()) {
      unit = period_called(trimmed(sd.behind));
      if (!unit) throw Refusal{"'" + shown(sd.text()) + "' is no length of time", alike(form)};
    }
    const Reading read = read_figure(sd.figure);
    if (!read) throw Refusal{read.reason, read.remedy.empty() ? alike(form) : read.remedy};
    if (read.in_percent != (suffix_of(mean.figure) == '%') && read.value != 0)
      throw Refusal{"of its mean and its sd only one is in per cent",
                    "Write both in per cent, or none; an sd is in the unit of the number."};
    if (read.value > most_size)
      throw Refusal{"its sd " + shown(sd.text()) + " is too large for an uncertain number",
                    "Check its exponent."};
    return positive(unit ? read.value * how_many(per, *unit) : read.value, sd.text(), "sd");
  }
  static double positive(double value, const std::string& written, std::string_view called) {
    if (value > 0) return value;
    throw Refusal{"its " + std::string(called) + " is " + shown(written) + ", but must be above 0",
                  value == 0 ? "Write one number instead." : "Write a positive number."};
  }
  static double plain(const InUnits& argument, const FamilyForm& form, std::string_view called, Range range) {
    const Reading read = read_figure(argument.text());
    if (!read) throw Refusal{read.reason, read.remedy.empty() ? alike(form) : read.remedy};
    const double value = positive(read.value, argument.text(), called);
    if (range.contains(value)) return value;
    throw Refusal{"its " + std::string(called) + " is " + shown(argument.text()) + ", out of range (" +
                      range_text(range, Quantity::number, Period::month) + ")",
                  alike(form)};
  }

  void read_ends(const std::vector<InUnits>& arguments, const FamilyForm& form) {
    check_suffixes(arguments.front(), arguments.back());
    law().low = written(arguments.front());
    law().high = written(arguments.back());
    reading.in_percent = suffix_of(arguments.front().figure) == '%';
    if (law().low == law().high) throw Refusal{in_quotes() + " has two equal ends", "Write one number."};
    if (law().low > law().high) {
      std::vector<std::string> turned;
      for (const auto& argument : arguments) turned.push_back(argument.text());
      std::reverse(turned.begin(), turned.end());
      std::string inside = turned[0] + ", " + turned[1] + (turned.size() > 2 ? ", " + turned[2] : "");
      throw Refusal{in_quotes() + " has its greater number first",
                    "Did you mean '" + shown(std::string(form.name) + "(" + inside + ")") + "'?"};
    }
    if (arguments.size() < 3) return;
    check_suffixes(arguments.front(), arguments[1]);
    law().first = written(arguments[1]);
    if (law().first < law().low || law().first > law().high)
      throw Refusal{"its most likely value, " + shown(arguments[1].text()) + ", is not between its ends",
                    alike(form)};
  }

  void read_arguments(const FamilyForm& form, std::vector<InUnits> arguments) {
    law().family = form.family;
    if (form.family != Family::beta) settle_unit(arguments);
    switch (form.family) {
      case Family::normal:
        law().first = written(arguments[0]);
        law().second = spread(arguments[1], arguments[0], form);
        reading.in_percent = suffix_of(arguments[0].figure) == '%';
        return;
      case Family::lognormal:
        law().first = written(arguments[0]);
        law().second = plain(arguments[1], form, "sigma", between(0, most_sigma));
        reading.in_percent = suffix_of(arguments[0].figure) == '%';
        law().low = 0;
        if (law().first <= 0)
          throw Refusal{"its median is " + shown(arguments[0].text()) + ", but a lognormal is above 0",
                        "Write another law, such as 'normal(mean, sd)'."};
        return;
      case Family::beta:
        law().first = plain(arguments[0], form, "alpha", between(least_shape, most_shape));
        law().second = plain(arguments[1], form, "beta", between(least_shape, most_shape));
        reading.in_percent = true;
        return;
      default:
        read_ends(arguments, form);
    }
  }

  /// Which numbers of a law are quantities and have its unit.
  static bool has_units(Family family, std::size_t argument) {
    return family != Family::beta && (family != Family::lognormal || argument == 0);
  }

  void read_law(std::string_view name) {
    const auto form = std::find_if(forms.begin(), forms.end(), [&](const auto& f) { return f.name == name; });
    if (form == forms.end()) refuse_name(name);
    const auto open = text.find('('), close = text.rfind(')');
    if (close == std::string_view::npos || close < open)
      throw Refusal{in_quotes() + " has a bracket that is not closed", alike(*form)};
    std::vector<InUnits> arguments;
    std::string_view inside = text.substr(open + 1, close - open - 1);
    while (true) {
      const auto comma = inside.find(',');
      const bool of_unit = has_units(form->family, arguments.size());
      arguments.push_back(split_units(inside.substr(0, comma), of_unit ? is.quantity : Quantity::number));
      if (comma == std::string_view::npos) break;
      inside.remove_prefix(comma + 1);
    }
    if (arguments.size() != form->arguments)
      throw Refusal{in_quotes() + " has " + std::to_string(arguments.size()) +
                        (arguments.size() == 1 ? " number" : " numbers") + " in its brackets, not " +
                        std::to_string(form->arguments),
                    alike(*form)};
    give_units(*form, arguments, trimmed(text.substr(close + 1)));
    read_arguments(*form, std::move(arguments));
    check_inside();
  }

  /// The unit behind the bracket is that of all; else that of the last number, or of the first, is.
  void give_units(const FamilyForm& form, std::vector<InUnits>& arguments, std::string_view behind) {
    InUnits unit{.before = {}, .figure = {}, .behind = behind.empty() ? "" : " " + std::string(behind)};
    for (std::size_t i = arguments.size(); i-- > 0;)
      if (has_units(form.family, i) &&
          !(form.family == Family::normal && is.quantity == Quantity::moment && i > 0))
        borrow_unit(unit, arguments[i]);
    for (std::size_t i = 0; i < arguments.size(); ++i)
      if (has_units(form.family, i) && !(form.family == Family::normal && i == 1))
        borrow_unit(arguments[i], unit);
    if (form.family != Family::beta) return;
    if (const auto one = split_units("1" + unit.behind, is.quantity);
        read_quantity(one.text(), any_of_kind(), world))
      settle_unit({one});
    else
      throw Refusal{in_quotes() + " has no unit that can be read",
                    "Write a unit behind the bracket, as in '" + example_of(is, world) + "'."};
  }
  Parameter any_of_kind() const {
    Parameter any = is;
    any.range = any_number();
    return any;
  }

  [[noreturn]] void refuse_name(std::string_view name) const {
    std::vector<std::string> known;
    for (const auto& form : forms) known.emplace_back(form.name);
    const std::string meant = nearest(name, known);
    throw Refusal{"'" + shown(name) + "' is no law of an uncertain number (" + listed(known, "or") + ")",
                  meant.empty() ? "Write one of them, or 'low to high', its middle 90%."
                                : "Did you mean '" + meant + "'?"};
  }

  std::string quantity_at(double p) {
    Assumption one = reading.assumption;
    one.quantity = is.quantity;
    one.per = per;
    one.whole = comes_whole(is);
    return quantity_text(value_of(one, p, per), is.quantity, per);
  }

  void check_inside() {
    const double below = part_up_to(law(), least()), above = 1 - part_up_to(law(), greatest());
    if (below + above <= most_beyond) return;
    const double from = quantile(law(), 0.05), up_to = quantile(law(), 0.95);
    const bool fits = from > least() && up_to < greatest();
    const std::string part = below + above < 1e-5 ? "a little" : number_text(100 * (below + above), 2) + "%";
    throw Refusal{part + " of it would be out of range (" + range_text(is.range, is.quantity, world) + ")",
                  fits ? "Write its middle 90%, '" + quantity_at(0.05) + std::string(to) + quantity_at(0.95) +
                             "', which stays inside."
                       : "Write its middle 90% as 'low to high', with both inside."};
  }

  void finish() {
    Assumption& assumption = reading.assumption;
    assumption.quantity = is.quantity;
    assumption.per = per;
    assumption.whole = comes_whole(is);
    assumption.written = std::string(text);
    reading.middle = value_of(assumption, 0.5, world);
  }

  UncertainReading read() {
    try {
      if (const auto name = function_name(text); !name.empty()) {
        read_law(name);
      } else {
        const auto at = text.find(to);
        read_interval(text.substr(0, at), text.substr(at + to.size()));
      }
      finish();
    } catch (const Refusal& refusal) {
      reading.reason = refusal.reason;
      reading.remedy = refusal.remedy;
    }
    return std::move(reading);
  }
};

}  // namespace

bool looks_uncertain(std::string_view text) {
  return text.find(to) != std::string_view::npos || !function_name(text).empty();
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
  return UncertainReader{text, is, period}.read();
}

}  // namespace clientele
