// SPDX-License-Identifier: MIT
#include "sim/input/uncertain.hpp"

#include <cmath>

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using Family = Law::Family;

namespace {

Parameter number(Range range = any_number()) { return {.range = range, .may_be = uncertain}; }
Parameter share() { return {.quantity = Quantity::share, .range = between(0, 1), .may_be = uncertain}; }
Parameter of(Quantity quantity, Range range) {
  return {.quantity = quantity, .range = range, .may_be = uncertain};
}

UncertainReading read(std::string_view text, const Parameter& is, Period world = Period::month) {
  const UncertainReading reading = read_uncertain(text, is, world);
  INFO(text << ": " << reading.reason << ". " << reading.remedy);
  CHECK(reading);
  return reading;
}
std::string refusal(std::string_view text, const Parameter& is) {
  const UncertainReading reading = read_uncertain(text, is, Period::month);
  return reading ? "" : reading.reason + ". " + reading.remedy;
}

/// A value of the model that a part p of the possible ones does not exceed.
double at(const UncertainReading& reading, double p, Period world = Period::month) {
  return value_of(reading.assumption, p, world);
}
}  // namespace

TEST_CASE("an interval is the middle ninety per cent, of a law that the range decides") {
  const auto free = read("0.3 to 0.5", number());
  CHECK(free.assumption.law.family == Family::normal);
  CHECK(free.middle == Approx(0.4));
  const auto positive = read("0.3 to 0.5", number(at_least(0)));
  CHECK(positive.assumption.law.family == Family::lognormal);
  CHECK(positive.middle == Approx(std::sqrt(0.15)));
  const auto bounded = read("30% to 40%", share());
  CHECK(bounded.assumption.law.family == Family::logit_normal);
  CHECK(bounded.in_percent);
  for (const auto& reading : {free, positive}) {
    CHECK(at(reading, 0.05) == Approx(0.3));
    CHECK(at(reading, 0.95) == Approx(0.5));
  }
  CHECK(at(bounded, 0.05) == Approx(0.3));
  CHECK(at(bounded, 0.95) == Approx(0.4));
  CHECK(bounded.assumption.written == "30% to 40%");
}

TEST_CASE("a rate is uncertain as it is written, and converts after the draw") {
  const auto frequency = read("5 to 7 per month", of(Quantity::frequency, at_least(0)), Period::year);
  CHECK(at(frequency, 0.05, Period::year) == Approx(60));
  CHECK(frequency.assumption.per == Period::month);
  const auto growth = read("10% to 15% per year", of(Quantity::growth, {-0.5, 10, true, false}));
  CHECK(growth.assumption.per == Period::year);
  CHECK(at(growth, 0.95) == Approx(std::pow(1.15, 1.0 / 12) - 1));
  // The middle of a logit-normal from −99.98 % to its upper end a year is that of ln(1 + g) very nearly.
  CHECK(growth.middle == Approx(std::pow(1.1247, 1.0 / 12) - 1).epsilon(1e-3));
  const auto chance = read("20% per year to 40% per year", of(Quantity::chance, between(0, 1)));
  CHECK(at(chance, 0.05) == Approx(1 - std::pow(0.8, 1.0 / 12)));
  const auto mixed = read("1% per month to 40% per year", of(Quantity::chance, between(0, 1)));
  CHECK(mixed.assumption.per == Period::month);
  CHECK(at(mixed, 0.05) == Approx(0.01));
}

TEST_CASE("durations and moments come whole, and their law has room to round to the ends") {
  const auto duration = read("12 to 18 months", of(Quantity::duration, at_least(1)));
  CHECK(at(duration, 0.05) == 12);
  CHECK(at(duration, 0.95) == 18);
  CHECK(duration.middle == 15);
  const auto years = read("1 to 2 years", of(Quantity::duration, at_least(1)));
  CHECK(at(years, 0.95) == 24);
  const auto moment = read("month 1 to month 6", of(Quantity::moment, at_least(1)));
  CHECK(at(moment, 0.001) == 1);
  CHECK(at(moment, 0.95) == 6);
  CHECK(at(read("month 12 to 18", of(Quantity::moment, at_least(1))), 0.95) == 18);
  const auto year = read("year 2 to year 3", of(Quantity::moment, at_least(1)));
  CHECK(at(year, 0.05) == 13);
  CHECK(at(year, 0.95) == 25);
  const auto fractional = read(
      "0.5 months to 1.5 months",
      Parameter{.quantity = Quantity::duration, .range = above(0), .may_be = uncertain, .fractional = true});
  CHECK(at(fractional, 0.95) == Approx(1.5));
  CHECK(at(read("380k to 420k", {.unit = "people", .range = {1, 1e10}, .may_be = uncertain}), 0.05) ==
        380000);
}

TEST_CASE("laws are read by name, with units on their numbers or behind the bracket") {
  CHECK(read("normal(0.4, 0.1)", number()).assumption.law ==
        Law{.family = Family::normal, .first = 0.4, .second = 0.1});
  const Law rate =
      read("normal(10%, 2%) per year", of(Quantity::growth, {-0.5, 10, true, false})).assumption.law;
  CHECK(rate.first == Approx(0.1));
  CHECK(rate.second == Approx(0.02));
  CHECK(read("lognormal(2.2, 0.4)", number(at_least(0))).middle == Approx(2.2));
  CHECK(read("lognormal(5 per month, 0.4)", of(Quantity::frequency, at_least(0))).middle == Approx(5));
  CHECK(read("uniform(1 month, 6 months)", of(Quantity::duration, at_least(1))).middle == 4);
  CHECK(read("uniform(0, 0.3)", share()).middle == Approx(0.15));
  CHECK(read("triangular(1, 2, 3)", number()).middle == Approx(2));
  CHECK(read("pert(12, 15, 18) months", of(Quantity::duration, at_least(1))).middle == 15);
  CHECK(read("beta(2, 2)", share()).middle == Approx(0.5));
  CHECK(at(read("beta(2, 2) per year", of(Quantity::chance, between(0, 1))), 0.5) ==
        Approx(1 - std::pow(0.5, 1.0 / 12)));
  CHECK(at(read("normal(month 24, 2)", of(Quantity::moment, at_least(1))), 0.5) == 24);
  CHECK(read("normal(month 30, 1 quarter)", of(Quantity::moment, at_least(1))).assumption.law.second == 3);
}

TEST_CASE("what is written the wrong way round or leaves the range is refused with what to write") {
  CHECK(refusal("5 to 2", number()) == "'5 to 2' has its greater number first. Did you mean '2 to 5'?");
  CHECK(refusal("2 to 2", number()) == "'2 to 2' has two equal ends. Write one number.");
  CHECK(refusal("7 to 5 per month", of(Quantity::frequency, at_least(0))) ==
        "'7 to 5 per month' has its greater number first. Did you mean '5 to 7 per month'?");
  CHECK(refusal("0 to 0.3", share()) ==
        "'low to high' is the middle 90% of what the number may be, but nothing can lie beyond 0 (from 0% to "
        "100%). Write an end inside of this, or 'uniform(0, 0.3)'.");
  CHECK(refusal("normal(0.9, 0.2)", share()) ==
        "31% of it would be out of range (from 0% to 100%). Write its middle 90% as 'low to high', with both "
        "inside.");
  CHECK(refusal("normal(50%, 10%)", share()) ==
        "a little of it would be out of range (from 0% to 100%). Write its middle 90%, '33.55% to 66.45%', "
        "which stays inside.");
  CHECK(refusal("uniform(3, 2)", number()) ==
        "'uniform(3, 2)' has its greater number first. Did you mean 'uniform(2, 3)'?");
  CHECK(refusal("pert(1, 5, 3)", number()) ==
        "its most likely value, 5, is not between its ends. Write it as 'pert(low, most likely, high)'.");
  CHECK(refusal("normal(0.4, -0.1)", number()) ==
        "its sd is -0.1, but must be above 0. Write a positive number.");
  CHECK(refusal("normal(0.4, 0)", number()) == "its sd is 0, but must be above 0. Write one number instead.");
  CHECK(refusal("normal(40%, 0.1)", share()) ==
        "of its mean and its sd only one is in per cent. Write both in per cent, or none; an sd is in the "
        "unit of "
        "the number.");
  CHECK(refusal("30 to 40%", share()) ==
        "only one of its two numbers has the sign '%'. Write '30%' if that is meant.");
  CHECK(refusal("normal(0.4)", number()) ==
        "'normal(0.4)' has 1 number in its brackets, not 2. Write it as 'normal(mean, sd)'.");
  CHECK(refusal("nomal(0.4, 1)", number()) ==
        "'nomal' is no law of an uncertain number (normal, lognormal, uniform, triangular, pert or beta). "
        "Did you "
        "mean 'normal'?");
  CHECK(refusal("1 to 2 to 3", number()) ==
        "'1 to 2 to 3' has an uncertain number within another. Write 'low to high' with two numbers.");
  CHECK(refusal("lognormal(-1, 0.2)", number()) ==
        "its median is -1, but a lognormal is above 0. Write another law, such as 'normal(mean, sd)'.");
  CHECK(refusal("-0.2 to 0.3", share()).starts_with("-0.2 is out of range"));
  CHECK(refusal("normal(0.4, 0.1", number()) ==
        "'normal(0.4, 0.1' has a bracket that is not closed. Write it as 'normal(mean, sd)'.");
}

TEST_CASE("a comma within the brackets of a law does not end it in a YAML mapping or list") {
  const World world =
      test::world_of(test::head + test::brands +
                     "choice:\n"
                     "  inertia: {normal: {mean: normal(0.7, 0.1), sd: pert(0.1, 0.2, 0.3)}}\n"
                     "need: {model: recency, chances: [uniform(10%, 20%), 30%], recency: 1 month}\n");
  REQUIRE(world.assumptions.size() == 3);
  CHECK(world.assumptions[0].path == "need.chances.1");
  CHECK(world.assumptions[0].written == "uniform(10%, 20%)");
  CHECK(world.assumptions[1].path == "choice.inertia.mean");
  CHECK(world.assumptions[2].path == "choice.inertia.sd");
  CHECK(world.behaviours.choice.inertia.first.value == Approx(0.7));
  CHECK(world.behaviours.choice.inertia.second.value == Approx(0.2));
}
