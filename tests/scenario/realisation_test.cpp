// SPDX-License-Identifier: MIT
#include "sim/scenario/realisation.hpp"

#include <cmath>

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
const std::string market = test::head +
                           "brands:\n"
                           "  us: {price: 3.20, unit_cost: 1.10, share: 40%, ratings: {speed: 4}}\n"
                           "  them: {share: 60%}\n"
                           "  late: {enters: month 12, entry_probability: 60%, appeal: 0}\n"
                           "choice:\n"
                           "  inertia: {normal: {mean: 0.7, sd: 0.3}}\n"
                           "  price_sensitivity: 2\n"
                           "  drivers: {speed: {weight: 0.4}}\n"
                           "need: {model: recency, chances: [10%, 20%], recency: 1 month}\n"
                           "segments:\n"
                           "  young: {share: 30%, choice: {price_sensitivity: 3}}\n"
                           "  old: {share: 70%}\n";

Assumption of(std::string path, std::vector<std::string> acts_on = {}) {
  if (acts_on.empty()) acts_on = {path};
  return {.path = std::move(path),
          .acts_on = std::move(acts_on),
          .law = {.family = Law::Family::uniform, .low = 0, .high = 1}};
}

Scenario baseline_with(std::vector<Assumption> assumptions) {
  Scenario baseline = test::study_of(market).baseline;
  baseline.world.assumptions = std::move(assumptions);
  return baseline;
}

Scenario drawn(const Scenario& scenario, std::vector<double> values, std::vector<double> luck = {0.5}) {
  return realised({scenario}, unknowns_of({scenario}), {std::move(values), std::nullopt, std::move(luck)})
      .front();
}
}  // namespace

TEST_CASE("a drawn value stands wherever its path leads") {
  const Scenario today = baseline_with(
      {of("people"), of("brands.us.price"), of("brands.us.ratings.speed"),
       of("choice.inertia.mean",
          {"choice.inertia.mean", "segments.young.choice.inertia.mean", "segments.old.choice.inertia.mean"}),
       of("choice.price_sensitivity", {"choice.price_sensitivity", "segments.old.choice.price_sensitivity"}),
       of("need.chances.2"), of("choice.inertia.sd")});
  const World world = drawn(today, {2000, 2.5, 3.5, 0.9, 1.8, 0.25, 0.1}).world;
  CHECK(world.market.people.value == 2000);
  CHECK(world.brands[0].is.price->today.value == 2.5);
  CHECK(world.brands[0].is.ratings[0].is.today.value == 3.5);
  CHECK(world.behaviours.choice.inertia.first.value == 0.9);
  CHECK(world.behaviours.choice.inertia.second.value == 0.1);
  CHECK(world.segments[0].is.behaviours.choice.inertia.first.value == 0.9);
  CHECK(world.segments[0].is.behaviours.choice.price_sensitivity.first.value == 3);
  CHECK(world.segments[1].is.behaviours.choice.price_sensitivity.first.value == 1.8);
  CHECK(world.behaviours.need.chances[0].today.value == 0.1);
  CHECK(world.behaviours.need.chances[1].today.value == 0.25);
  CHECK(world.assumptions.empty());
}

TEST_CASE("shares that are exact make room for those that are not") {
  const World world = drawn(baseline_with({of("brands.us.share")}), {0.25}).world;
  CHECK(world.brands[0].is.share->value == 0.25);
  CHECK(world.brands[1].is.share->value == Approx(0.75));
  const World both = drawn(baseline_with({of("brands.us.share"), of("brands.them.share")}), {0.3, 0.6}).world;
  CHECK(both.brands[0].is.share->value == Approx(0.3 / 0.9));
  CHECK(both.brands[1].is.share->value == Approx(0.6 / 0.9));
  CHECK(drawn(baseline_with({}), {}).world.brands[0].is.share->value == 0.4);
}

TEST_CASE("a brand comes if its luck is below its probability, and no change brings it in otherwise") {
  Scenario today = baseline_with({});
  CHECK(unknowns_of({today}).events == std::vector<std::string>{"brands.late.enters"});
  CHECK(drawn(today, {}, {0.59}).world.brands[2].is.enters->today.value == 12);
  CHECK(std::isinf(drawn(today, {}, {0.6}).world.brands[2].is.enters->today.value));
  Scenario earlier = today;
  earlier.changes.push_back({.path = "brands.late.enters", .amount = 6});
  CHECK(drawn(earlier, {}, {0.59}).changes.size() == 1);
  CHECK(drawn(earlier, {}, {0.6}).changes.empty());
}

TEST_CASE("a change that does not happen is left out, in all scenarios that have it") {
  Scenario today = baseline_with({});
  today.world.brands[2].is.entry_probability.reset();
  Scenario one = today, other = today;
  const Change cut{
      .path = "brands.them.price", .how = Change::How::by_share, .amount = -0.1, .probability = 0.3};
  one.changes = {cut, cut};
  other.changes = {cut};
  other.changes[0].probability = 0.8;
  const std::vector<Scenario> all = {today, one, other};
  const Unknowns unknowns = unknowns_of(all);
  CHECK(unknowns.events ==
        std::vector<std::string>{"changes.brands.them.price", "changes.brands.them.price.2"});
  const auto happened = realised(all, unknowns, {{}, std::nullopt, {0.4, 0.2}});
  REQUIRE(happened[1].changes.size() == 1);
  CHECK(happened[2].changes.size() == 1);
  CHECK(happened[2].changes[0].probability == 1);
}

TEST_CASE("scenarios that change the same share one value, or one uniform number with a law each") {
  Scenario today = baseline_with({of("choice.inertia.mean")});
  today.world.brands[2].is.entry_probability.reset();
  Scenario one = today, same = today, other = today;
  Assumption effect = of("changes.brands.us.ratings.speed");
  one.changes = {{.path = "brands.us.ratings.speed", .how = Change::How::by_amount, .uncertain = effect}};
  same.changes = one.changes;
  other.changes = one.changes;
  other.changes[0].uncertain->law.high = 2;
  one.investments = {{.name = "training", .amount = 5, .uncertain = of("investments.training")}};
  const std::vector<Scenario> all = {today, one, same, other};
  const Unknowns unknowns = unknowns_of(all);
  REQUIRE(unknowns.assumptions.size() == 4);
  CHECK(unknowns.assumptions[1].path == unknowns.assumptions[3].path);
  CHECK(unknowns.assumptions[2].path == "investments.training");
  const auto drawn = realised(all, unknowns, {{0.7, 0.2, 9, 0.4}, std::nullopt, {}});
  CHECK(drawn[1].changes[0].amount == 0.2);
  CHECK(drawn[1].investments[0].amount == 9);
  CHECK(drawn[2].changes[0].amount == 0.2);
  CHECK(drawn[3].changes[0].amount == 0.4);
  CHECK(!drawn[3].changes[0].uncertain);
}

TEST_CASE("a row of joint draws gives all its values together") {
  Scenario today = baseline_with({of("brands.us.price")});
  today.world.brands[2].is.entry_probability.reset();
  today.world.joint = JointDraws{.file = "posterior.csv",
                                 .paths = {"choice.inertia.mean", "choice.inertia.sd"},
                                 .rows = {{0.5, 0.1}, {0.8, 0.2}},
                                 .acts_on = {{"choice.inertia.mean"}, {"choice.inertia.sd"}}};
  const auto world = realised({today}, unknowns_of({today}), {{2.9}, 1, {}}).front().world;
  CHECK(world.behaviours.choice.inertia.first.value == 0.8);
  CHECK(world.behaviours.choice.inertia.second.value == 0.2);
  CHECK(world.brands[0].is.price->today.value == 2.9);
}
