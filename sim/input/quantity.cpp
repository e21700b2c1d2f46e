// SPDX-License-Identifier: MIT
#include "sim/input/quantity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/input/shown.hpp"
#include "sim/input/uncertain.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

std::string in_quotes(std::string_view text) { return "'" + shown(text) + "'"; }
std::string write(std::string_view text) { return "Write " + in_quotes(text) + "."; }
std::string for_example(Quantity quantity, Period period) {
  return "Write, for example, '" + example_of(quantity, period) + "'.";
}
constexpr std::string_view units = "day, week, month, quarter, half-year or year";

/// A figure, with an example of the parameter where the text is nothing like one.
Reading figure_for(std::string_view text, const Parameter& is, Period period) {
  Reading reading = read_figure(text);
  if (!reading && reading.remedy.empty())
    reading.remedy = "Write, for example, '" + example_of(is, period) + "'.";
  return reading;
}

/// `400.000`: with a point before three digits, where some countries write thousands so.
bool may_group_thousands(std::string_view text) {
  const auto point = text.find('.');
  return point != std::string_view::npos && text.size() == point + 4 &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

Reading check_whole(Reading reading, std::string_view text) {
  if (may_group_thousands(text)) {
    const std::string whole(text.substr(0, text.find('.'))), rest(text.substr(text.find('.') + 1));
    const bool round = rest == "000";
    return {.reason = shown(text) + " may mean " + (round ? whole : std::string(text)) + " or " +
                      (round ? whole + " thousand" : whole + rest),
            .remedy = "Write " + whole + rest + " or " + whole + (round ? "k" : "") + "."};
  }
  if (reading.value == std::round(reading.value)) return reading;
  return {.reason = shown(text) + " is no whole number",
          .remedy = write(number_text(std::max(1.0, std::round(reading.value))))};
}

Reading read_plain(std::string_view text, const Parameter& is, Period period) {
  Reading reading = figure_for(text, is, period);
  if (reading && !reading.in_percent && is_whole(is)) return check_whole(reading, text);
  if (!reading || !reading.in_percent || is.quantity == Quantity::share) return reading;
  if (is.quantity == Quantity::money)
    return {.reason = in_quotes(text) + " is a percentage, but an amount of money belongs here",
            .remedy = for_example(is.quantity, period)};
  return {.reason = in_quotes(text) + " is a percentage, but a plain number belongs here",
          .remedy = write(number_text(reading.value))};
}

std::string per_usual_period(std::string_view number, const Parameter& is, Period period) {
  const Period usual = is.quantity == Quantity::growth ? Period::year : period;
  return write(std::string(number) + " per " + std::string(named(usual).name));
}

/// A rate without ` per `: `10%`, `10%/year`, `10% p.a.`
Reading read_rate_without_period(std::string_view text, const Parameter& is, Period period) {
  if (Reading figure = read_figure(text); figure) {
    if (figure.value == 0) return figure;
    return {.reason = shown(text) + " has no period (a rate must say per what)",
            .remedy = per_usual_period(text, is, period)};
  }
  const auto slash = text.find('/');
  const auto before = text.substr(0, std::min(slash, text.find(' ')));
  if (!read_figure(before)) return figure_for(text, is, period);
  if (slash != std::string_view::npos)
    if (const auto unit = period_called(text.substr(slash + 1)))
      return {.reason = in_quotes(text) + " is not how a rate is written",
              .remedy = write(std::string(before) + " per " + std::string(named(*unit).name))};
  return {.reason = in_quotes(text) + " has no period that can be read (a rate must say per what)",
          .remedy = per_usual_period(before, is, period)};
}

double converted(double x, Quantity quantity, Period from, Period to) {
  if (from == to) return x;
  if (quantity == Quantity::chance) return chance_per(x, from, to);
  if (quantity == Quantity::growth) return growth_per(x, from, to);
  return x * how_many(from, to);
}

Reading read_rate(std::string_view text, const Parameter& is, Period period) {
  const auto per = text.find(" per ");
  if (per == std::string_view::npos) return read_rate_without_period(text, is, period);
  Reading reading = figure_for(text.substr(0, per), is, period);
  if (!reading) {
    if (reading.remedy.starts_with("Write '") && reading.remedy.ends_with("'.")) {
      reading.remedy.insert(reading.remedy.size() - 2, shown(text.substr(per)));
    }
    return reading;
  }
  const auto word = text.substr(per + 5);
  const auto unit = period_called(word);
  if (!unit)
    return {.reason = in_quotes(word) + " is no period", .remedy = "Write per " + std::string(units) + "."};
  if (is.quantity == Quantity::frequency && reading.in_percent)
    return {.reason = in_quotes(text) + " is a percentage, but a number of times belongs here",
            .remedy = for_example(is.quantity, period)};
  if (is.quantity == Quantity::chance && !(reading.value >= 0 && reading.value <= 1))
    return {.reason = shown(text) + " is no chance (from 0% to 100%)",
            .remedy = for_example(is.quantity, period)};
  if (is.quantity == Quantity::growth && !(reading.value > -1))
    return {.reason = shown(text) + " is no rate (above -100%)", .remedy = for_example(is.quantity, period)};
  reading.value = converted(reading.value, is.quantity, *unit, period);
  return reading;
}

Reading read_duration(std::string_view text, const Parameter& is, Period period) {
  const auto space = text.find(' ');
  Reading reading = read_figure(text.substr(0, space));
  if (space != std::string_view::npos && !reading)
    if (const auto unit = period_called(text.substr(0, space)))
      if (const Reading count = read_figure(text.substr(space + 1)); count)
        return {
            .reason = in_quotes(text) + " is a moment, but a length of time belongs here",
            .remedy = write(std::string(text.substr(space + 1)) + " " + std::string(named(*unit).plural))};
  if (space == std::string_view::npos) {
    if (reading)
      return {.reason = shown(text) + " has no unit of time",
              .remedy = !is.range.contains(reading.value)
                            ? for_example(is.quantity, period)
                            : write(std::string(text) + " " + std::string(named(period).plural))};
    const auto digits = text.find_first_not_of("0123456789.");
    if (digits != std::string_view::npos && digits > 0 && period_called(text.substr(digits)))
      return {.reason = in_quotes(text) + " has no space before the unit",
              .remedy = write(std::string(text.substr(0, digits)) + " " + std::string(text.substr(digits)))};
  }
  if (!reading) return figure_for(text, is, period);
  if (reading.in_percent)
    return {.reason = in_quotes(text) + " is no length of time", .remedy = for_example(is.quantity, period)};
  const auto unit = period_called(text.substr(space + 1));
  if (!unit)
    return {.reason = in_quotes(text.substr(space + 1)) + " is no unit of time",
            .remedy = "Write " + std::string(units) + "."};
  reading.value *= how_many(period, *unit);
  return reading;
}

bool is_calendar_year(const Reading& number) {
  return !number.in_percent && number.value == std::floor(number.value) && number.value >= 1900 &&
         number.value < 2200;
}

Reading read_moment(std::string_view text, const Parameter& is, Period period, Edge edge) {
  const bool may_be_never = is.name == "enters" || is.name == "leaves";
  if (text == "never" && may_be_never) return {.value = std::numeric_limits<double>::infinity()};
  const std::string own(named(period).name);
  const auto space = text.find(' ');
  const auto head = text.substr(0, space);
  if (Reading number = read_figure(head); number) {
    if (is_calendar_year(number) && space == std::string_view::npos)
      return {
          .reason = shown(text) + " looks like a year of the calendar, but periods are counted from today",
          .remedy = for_example(is.quantity, period)};
    const auto unit =
        space == std::string_view::npos ? std::optional(period) : period_called(text.substr(space + 1));
    return {.reason = shown(text) + " does not say which period is meant",
            .remedy = write(std::string(unit ? named(*unit).name : own) + " " + std::string(head))};
  }
  const auto unit = period_called(head);
  if (!unit || space == std::string_view::npos)
    return {.reason = in_quotes(text) + " is no moment",
            .remedy = for_example(is.quantity, period) + (may_be_never ? " Or 'never'." : "")};
  Reading reading = figure_for(text.substr(space + 1), is, period);
  if (!reading) {
    reading.remedy = for_example(is.quantity, period);
    return reading;
  }
  if (*unit == Period::year && is_calendar_year(reading))
    return {
        .reason = in_quotes(text) + " looks like a year of the calendar, but years are counted from today",
        .remedy = for_example(is.quantity, period)};
  if (reading.in_percent || reading.value != std::floor(reading.value) || reading.value < 1 ||
      reading.value > 1e6)
    return {.reason = in_quotes(text) + " is no moment (" + std::string(head) + "s are counted 1, 2, 3 …)",
            .remedy = for_example(is.quantity, period)};
  if (in_a_year(*unit) > in_a_year(period))
    return {.reason = in_quotes(text) + " is finer than the world's period, a " + own,
            .remedy = for_example(is.quantity, period)};
  const double length = how_many(period, *unit);
  constexpr double slack = 1e-9;
  reading.value = edge == Edge::first ? std::ceil((reading.value - 1) * length - slack) + 1
                                      : std::floor(reading.value * length + slack);
  return reading;
}

}  // namespace

Reading in_range(double value, std::string_view text, const Parameter& is, Period period) {
  if (is.range.contains(value)) return {.value = value};
  Reading refused{.value = value};
  refused.reason = shown(text) + " is out of range (" + range_text(is.range, is.quantity, period);
  if (!is.unit.empty() && is.unit != "–") refused.reason += "; unit: " + std::string(is.unit);
  refused.reason += ")";
  const bool forgot_percent =
      is.quantity == Quantity::share && value > 1 && value <= 100 && !text.ends_with('%');
  refused.remedy = forgot_percent
                       ? write(std::string(text) + "%")
                       : "Write a number that is " + range_text(is.range, is.quantity, period) + ".";
  return refused;
}

Reading read_quantity(std::string_view text, const Parameter& is, Period period, Edge edge) {
  if (looks_uncertain(text)) return refused_as_uncertain(text, is, period);
  Reading reading;
  switch (is.quantity) {
    case Quantity::number:
    case Quantity::share:
    case Quantity::money:
      reading = read_plain(text, is, period);
      break;
    case Quantity::frequency:
    case Quantity::chance:
    case Quantity::growth:
      reading = read_rate(text, is, period);
      break;
    case Quantity::duration:
      reading = read_duration(text, is, period);
      break;
    case Quantity::moment:
      reading = read_moment(text, is, period, edge);
      break;
  }
  if (!reading) return reading;
  Reading checked = in_range(reading.value, text, is, period);
  checked.in_percent = reading.in_percent;
  return checked;
}

}  // namespace clientele
