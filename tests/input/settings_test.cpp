// SPDX-License-Identifier: MIT
#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {
const std::string market = head + brands + "choice: {inertia: {normal: {mean: 0.8, sd: 0.3}}}\n";
std::string refusal(const std::string& path, const std::string& value) {
  return complaint([&] { world_of(market, {{path, value}}); });
}
}  // namespace

TEST_CASE("a setting replaces what the file says") {
  CHECK(world_of(market, {{"brands.us.price", "2.50"}}).brands[0].is.price->today.value == 2.5);
  CHECK(world_of(market, {{"horizon", "2 years"}}).market.horizon.value == 24);
  CHECK(world_of(market, {{"cash_flow", "end"}}).value.cash_flow == Value::CashFlow::end);
}

TEST_CASE("the name of a distribution may be skipped or written") {
  CHECK(world_of(market, {{"choice.inertia.mean", "0.5"}}).behaviours.choice.inertia.first.value == 0.5);
  CHECK(world_of(market, {{"choice.inertia.normal.sd", "0.1"}}).behaviours.choice.inertia.second.value ==
        0.1);
  const Trait same = world_of(market, {{"choice.inertia", "0.5"}}).behaviours.choice.inertia;
  CHECK(same.distribution == Distribution::same_for_all);
}

TEST_CASE("a setting may add what the file leaves out") {
  CHECK(world_of(market, {{"departure.rate", "2% per month"}}).behaviours.departure.rate.today.value == 0.02);
  CHECK(world_of(market, {{"brands.them.price", "2.50"}}).brands[1].is.price->today.value == 2.5);
}

TEST_CASE("the last of two settings of a path holds") {
  CHECK(world_of(market, {{"people", "10"}, {"people", "20"}}).market.people.value == 20);
}

TEST_CASE("a setting is checked like the file and blamed by itself") {
  CHECK(refusal("choice.intertia", "0.7") ==
        "--set choice.intertia=0.7: choice.intertia: unknown key (choice takes model, price, "
        "price_sensitivity, "
        "inertia, habit_half_life, habit_growth, habit_growth_over, switching_cost, retention, taste, "
        "drivers, perception, nests and switching). Did you mean 'inertia'?\n");
  CHECK(refusal("discount_rate", "10%") ==
        "--set discount_rate=10%: discount_rate: 10% has no period (a rate must say per what). Write '10% "
        "per year'.\n");
  CHECK(refusal("choice.inertia.median", "1").find("unknown key (inertia takes mean and sd)") !=
        std::string::npos);
  CHECK(refusal("people.mean", "1") ==
        "--set people.mean=1: people.mean: 'people' is 1000, which has no parts. Set 'people' itself, or "
        "write the distribution into the file.\n");
  CHECK(refusal("brands.us", "1").find("has parts of its own") != std::string::npos);
  CHECK(refusal("brands..us", "1").find("empty part") != std::string::npos);
  CHECK(refusal("", "1").find("empty part") != std::string::npos);
  CHECK(refusal("people", "").find("has no value") != std::string::npos);
  CHECK(refusal("changes.1.by", "1").find("--set changes the world, not the scenario") != std::string::npos);
}

TEST_CASE("a group may be set as it is written in a file") {
  const Trait inertia =
      world_of(head + brands, {{"choice.inertia", "{normal: {mean: 1, sd: 0.3}}"}}).behaviours.choice.inertia;
  CHECK(inertia.distribution == Distribution::normal);
  CHECK(inertia.second.value == 0.3);
  CHECK(
      refusal("choice.inertia", "{normal: {mean: 1, sdd: 0.3}}")
          .starts_with("--set choice.inertia={normal: {mean: 1, sdd: 0.3}}: choice.inertia.sd: is missing"));
  CHECK(refusal("choice.inertia", "{normal:").find("does not end with '}'") != std::string::npos);
  CHECK(refusal("choice.inertia", "{normal: }}")
            .starts_with("--set choice.inertia={normal: }}: choice.inertia: "));
  CHECK(refusal("choice", "{inertia: 1}").find("has parts of its own") != std::string::npos);
}

TEST_CASE("a setting that spoils the sum of shares is blamed for it") {
  CHECK(refusal("brands.us.share", "50%") ==
        "--set brands.us.share=50%: brands: the brands' shares sum to 110%, not to 100%. Lower them by 10% "
        "together.\n");
}
