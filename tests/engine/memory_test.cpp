// SPDX-License-Identifier: MIT
// How long a memory lasts and how far memories differ, as the program has it.
#include "sim/engine/block_memory.hpp"
#include "sim/engine/kernels.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// One brand, one purchase a month, satisfaction being the memory of its service.
std::string served(const std::string& weight, const std::string& noise) {
  return "market: Served\nperiod: month\nhorizon: 60 months\ndiscount_rate: 10% per year\npeople: 10k\n"
         "focal: us\nbrands: {us: {price: 20, unit_cost: 5, ratings: {quality: 4, service: 4}}}\n"
         "start: {warm_up: 0 months}\n"
         "experience: {product_weight: 0%, first_weight: 0%, lasting_weight: " +
         weight + ", service_noise: " + noise + "}\n";
}

/// The memories of the service of so many people at the end.
std::vector<float> memories(const std::string& market, int people) {
  const Study study = study_of_text(market, "scenario: None\nworld: market.yaml\n");
  RunOptions options;
  options.customers = people;
  const Stage stage = set_stage({&study.baseline}, appeals_of(study.baseline.world, 1, {}), options);
  const SegmentTables& tables = *stage.plan.scenarios[0].courses[0][0];
  BlockMemory memory;
  Tally tally(tables.view.periods, tables.view.brands);
  std::vector<Life> lives(static_cast<std::size_t>(people));
  Block block{.market = tables.view,
              .address = {.keys = RoundKeys(20240624)},
              .columns = memory.columns_for(tables.view, people),
              .counts = tally.counts(),
              .lives = {lives.data()},
              .people = people,
              .there = people};
  for (int i = 0; i < people; ++i) block.columns.person[i] = static_cast<std::uint32_t>(i);
  scalar_kernel().simulate(block);
  return {block.columns.service, block.columns.service + people};
}

double variance(const std::vector<float>& values) {
  double sum = 0, squares = 0;
  for (const float x : values) sum += x, squares += double{x} * x;
  const double mean = sum / static_cast<double>(values.size());
  return squares / static_cast<double>(values.size()) - mean * mean;
}

}  // namespace

TEST_CASE("what customers remember of a better service is half forgotten after 6.58 purchases, or 1.94") {
  // ln ½ / ln(1 − w) for w = .1 and .3, between the purchases before and after.
  for (const auto& [weight, half_life] : {std::pair("10%", 6.58), std::pair("30%", 1.94)}) {
    const Lived lived =
        lived_through(served(weight, "0"), 100, "  - {change: brands.us.ratings.service, to: 3}\n");
    const auto left = [&](int period) {
      const Totals t = lived.of(0, period, 1);
      return t.satisfaction / t.satisfied - 3;
    };
    int after = 1;
    while (left(after) > 0.5) ++after;
    const double last = left(after - 1);
    CHECK(after - 1 + std::log(last / 0.5) / std::log(last / left(after)) == Approx(half_life).margin(0.005));
  }
}

TEST_CASE("at length: memories vary by w / (2 − w) of the variance of an experience") {
  // 200,000 people: the standard error of a variance is √(2 / 200,000) = .0032 of it. After 60 purchases less
  // than a hundred-thousandth of today's memories is left.
  for (const auto& [weight, factor] : {std::pair("10%", 0.052632), std::pair("30%", 0.176471)})
    CHECK(variance(memories(served(weight, "0.8"), 200000)) / 0.64 == Approx(factor).epsilon(4 * 0.0032));
}

TEST_CASE("at length: memories with failures vary as the moments of their experiences say") {
  // By hand: 4 at .9 and 1.5 at .1 vary by .5625, memories at weight .3 by .5625 · .3 / 1.7. They are no
  // longer normal: a fourth moment of up to 6 variances squared makes the standard error .005 of it.
  const std::string failing = replaced(served("30%", "0"), "unit_cost: 5", "unit_cost: 5, failure: 10%");
  CHECK(variance(memories(failing, 200000)) == Approx(0.5625 * 0.3 / 1.7).epsilon(4 * 0.005));
}

}  // namespace clientele
