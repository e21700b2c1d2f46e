// SPDX-License-Identifier: MIT
// The promise: the same bytes whatever the threads, lanes and blocks.
#include <string>

#include "tests/engine/lively.hpp"

namespace clientele {

TEST_CASE("results are the same bytes for 1, 2 and 5 threads") {
  const std::string one = all_tables(lively(), {.threads = 1});
  CHECK(one.size() > 10000);
  CHECK(all_tables(lively(), {.threads = 2}) == one);
  CHECK(all_tables(lively(), {.threads = 5}) == one);
}

TEST_CASE("results are the same bytes for every number of lanes this machine has") {
  const std::string plain = all_tables(lively(), {.lanes = 1});
  for (const int lanes : available_lanes()) {
    INFO(lanes << " lanes");
    CHECK(all_tables(lively(), {.lanes = lanes}) == plain);
  }
}

TEST_CASE("so they are with many brands, which are counted another way, and amounts that need all bits") {
  std::string many = R"(market: Many brands, each purchase of one unit
horizon: 8 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us: {price: 3.20, unit_cost: 1.10, appeal: 0.3}
)";
  for (int brand = 1; brand <= 11; ++brand)
    many += "  rival" + std::to_string(brand) + ": {price: 2." + std::to_string(brand) + "0, appeal: 0.1}\n";
  many += R"(need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 1.4}}}
choice: {inertia: 0.8, price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}, taste: {normal: {sd: 0.6}}}
departure: {rate: 2% per month}
)";
  for (const std::string& market : {many, std::string(one_segment)}) {
    const Study study = study_of_text(market, "scenario: None\nworld: market.yaml\n");
    const std::string plain = all_tables(study, {.lanes = 1});
    for (const int lanes : available_lanes()) {
      INFO(lanes << " lanes");
      CHECK(all_tables(study, {.lanes = lanes}) == plain);
    }
  }
}

TEST_CASE("so they are where people come into the category") {
  const Study study = study_of_text(with_arrivals(lively_market), lively_scenario);
  const std::string plain = all_tables(study, {.lanes = 1});
  CHECK(plain != all_tables(lively(), {.lanes = 1}));
  for (const int lanes : available_lanes()) CHECK(all_tables(study, {.lanes = lanes}) == plain);
  for (const int block : {17, 500}) CHECK(all_tables(study, {.block = block}) == plain);
}

TEST_CASE("so they are where people hear from each other, whatever the lanes, threads and blocks") {
  const Study study = study_of_text(with_talk(lively_market), lively_scenario);
  const std::string plain = all_tables(study, {.threads = 1, .lanes = 1});
  CHECK(plain != all_tables(study_of_text(with_arrivals(lively_market), lively_scenario), {.lanes = 1}));
  for (const int lanes : available_lanes()) {
    INFO(lanes << " lanes");
    CHECK(all_tables(study, {.threads = 3, .lanes = lanes}) == plain);
  }
  for (const int block : {17, 256, 500}) CHECK(all_tables(study, {.threads = 2, .block = block}) == plain);
  CHECK(all_tables(study, {.threads = 16, .block = 100}) == plain);  // so many threads share a market
}

TEST_CASE("so are those of a market whose customers are bound, whatever the lanes, threads and blocks") {
  const std::string plain = all_tables(bound(), {.threads = 1, .lanes = 1});
  for (const int lanes : available_lanes()) {
    INFO(lanes << " lanes");
    CHECK(all_tables(bound(), {.threads = 3, .lanes = lanes, .block = 100}) == plain);
  }
}

TEST_CASE(
    "shares of a market whose customers are bound are the same, whatever the lanes, threads and blocks") {
  const std::string usual = all_tables(bound_by_share(), {.threads = 1, .lanes = available_lanes().back()});
  for (const int lanes : available_lanes()) {
    if (lanes == 1 || lanes == available_lanes().back()) continue;  // one lane takes minutes for the shares
    INFO(lanes << " lanes");
    CHECK(all_tables(bound_by_share(), {.threads = 3, .lanes = lanes, .block = 100}) == usual);
  }
}

TEST_CASE("results are the same bytes whatever the size of a block") {
  const std::string usual = all_tables(lively(), {.block = 4096});
  for (const int block : {1, 17, 256, 500}) {
    INFO("blocks of " << block);
    CHECK(all_tables(lively(), {.block = block}) == usual);
  }
}

TEST_CASE(
    "where customers lapse, too, results are the same bytes for every number of lanes and size of a block") {
  const Study study = study_of_text(
      replaced(lively_market, "focal: us\n", "focal: us\nlost_after: 2 months\n"), lively_scenario);
  const std::string plain = all_tables(study, {.lanes = 1});
  CHECK(plain != all_tables(lively(), {.lanes = 1}));
  for (const int lanes : available_lanes()) CHECK(all_tables(study, {.lanes = lanes}) == plain);
  for (const int block : {17, 500}) CHECK(all_tables(study, {.block = block}) == plain);
}

}  // namespace clientele
