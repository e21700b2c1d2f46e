// SPDX-License-Identifier: MIT
#include "sim/input/law_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "sim/base/spelling.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

using Family = Law::Family;

constexpr double most_beyond = 1e-9;  ///< a part that no number of draws shows
constexpr double most_sigma = 10, least_shape = 0.01, most_shape = 1e6;

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

struct LawReader : UncertainText {
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
    if (read.value > most_uncertain)
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

  void read() {
    const std::string_view name = law_name(text);
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
                  fits ? "Write its middle 90%, '" + quantity_at(0.05) + " to " + quantity_at(0.95) +
                             "', which stays inside."
                       : "Write its middle 90% as 'low to high', with both inside."};
  }
};

}  // namespace

std::string_view law_name(std::string_view text) {
  const auto bracket = text.find('(');
  if (bracket == std::string_view::npos) return {};
  const auto name = trimmed(text.substr(0, bracket));
  const bool is_word = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  });
  return is_word ? name : std::string_view();
}

UncertainReading read_law(std::string_view text, const Parameter& is, Period world) {
  LawReader reader{{text, is, world}};
  reader.read();
  return reader.finished();
}

}  // namespace clientele
