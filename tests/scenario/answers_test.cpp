// SPDX-License-Identifier: MIT
// Prices and ratings of brands that answer each other, period by period.
#include "sim/scenario/answers.hpp"

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {

/// Three brands; what the second and the third do about the first stands in their reaction.
std::string market(const std::string& second, const std::string& third = "{}",
                   const std::string& first = "{}") {
  return head +
         "brands:\n  us: {price: 10, unit_cost: 4, share: 40%, ratings: {taste: 3}, reaction: " + first +
         "}\n  two: {price: 8, unit_cost: 4, share: 30%, ratings: {taste: 4}, reaction: " + second +
         "}\n  three: {price: 5, unit_cost: 3, share: 30%, ratings: {taste: 2}, reaction: " + third +
         "}\nchoice: {price_sensitivity: 2, drivers: {taste: {weight: 0.5}}}\n";
}

Course course(const std::string& world, const std::string& changes, const Answering& answering = {}) {
  const Study study = study_of_scenario(changes.empty() ? "" : "changes:\n" + changes, world);
  return answers_to(study.scenarios.front(), answering);
}

const std::string cut = "  - {change: brands.us.price, by: -10%, from: month 3, until: month 5}\n";

}  // namespace

TEST_CASE("a rival that matches in full cuts as much in per cent a period later, and goes back as we do") {
  const auto price = course(market("{model: match_price}"), cut).at("brands.two.price");
  REQUIRE(price.size() == 61);
  for (const int row : {0, 1, 2, 3}) CHECK(price[row] == 8);
  for (const int row : {4, 5, 6}) CHECK(price[row] == Approx(7.2));
  for (const int row : {7, 8, 60}) CHECK(price[row] == 8);
}

TEST_CASE("the lag is in periods of the world, and the share is a share of our cut") {
  const auto price =
      course(market("{model: match_price, lag: 1 quarter, share: 50%}"), cut).at("brands.two.price");
  CHECK(price[5] == 8);
  CHECK(price[6] == Approx(7.6));
  CHECK(price[8] == Approx(7.6));
  CHECK(price[9] == 8);
}

TEST_CASE("the least margin is kept over the unit cost of the time") {
  const auto price = course(market("{model: match_price, least_margin: 1.50}"),
                            "  - {change: brands.us.price, by: -50%, from: month 3}\n"
                            "  - {change: brands.two.unit_cost, to: 5, from: month 10}\n")
                         .at("brands.two.price");
  CHECK(price[4] == Approx(5.5));
  CHECK(price[10] == Approx(6.5));
}

TEST_CASE("whoever watches all answers the deepest cut") {
  const auto all = course(market("{}", "{model: match_price, watches: all}"),
                          "  - {change: brands.us.price, by: -10%, from: month 3}\n"
                          "  - {change: brands.two.price, by: -20%, from: month 6}\n")
                       .at("brands.three.price");
  CHECK(all[4] == Approx(4.5));
  CHECK(all[7] == Approx(4));
}

TEST_CASE("an answer to an answer comes a lag later: a war of two who outdo each other ends at the floors") {
  const std::string world = market("{model: match_price, share: 110%, least_margin: 0.50}", "{}",
                                   "{model: match_price, watches: two, share: 105%, least_margin: 2}");
  const auto prices = course(world, "  - {change: brands.us.price, by: -4%, from: month 2}\n");
  const auto &us = prices.at("brands.us.price"), &two = prices.at("brands.two.price");
  CHECK(us[2] == Approx(10 * (1 - 0.04)));
  CHECK(two[3] == Approx(8 * (1 - 0.04 * 1.1)));
  CHECK(us[4] == Approx(10 * (1 - 0.04 * 1.1 * 1.05)));
  CHECK(two[5] == Approx(8 * (1 - 0.04 * 1.1 * 1.05 * 1.1)));
  for (std::size_t row = 1; row < us.size(); ++row) {
    CHECK(us[row] <= us[row - 1]);
    CHECK(two[row] <= two[row - 1]);
  }
  CHECK(us.back() == 6);
  CHECK(two.back() == 4.5);
}

TEST_CASE("a war of two who answer in part dies away") {
  const std::string world =
      market("{model: match_price, share: 50%}", "{}", "{model: match_price, watches: two, share: 50%}");
  const auto prices =
      course(world, "  - {change: brands.us.price, by: -10%, from: month 2, until: month 2}\n");
  CHECK(prices.at("brands.us.price")[4] == Approx(10 * (1 - 0.025)));
  CHECK(prices.at("brands.us.price").back() == Approx(10).epsilon(1e-9));
}

TEST_CASE("a gain in rating is imitated driver by driver, and a price is not, unless answered in kind") {
  const std::string both =
      cut + "  - {change: brands.us.ratings.taste, by: 0.6, from: month 2, over: 2 months}\n";
  const auto imitate = course(market("{model: imitate, share: 50%}"), both);
  CHECK(!imitate.contains("brands.two.price"));
  CHECK(imitate.at("brands.two.ratings.taste")[2] == 4);
  CHECK(imitate.at("brands.two.ratings.taste")[3] == Approx(4.15));
  CHECK(imitate.at("brands.two.ratings.taste")[4] == Approx(4.3));
  const auto in_kind = course(market("{model: in_kind, share: 50%}"), both);
  CHECK(in_kind.at("brands.two.ratings.taste")[4] == Approx(4.3));
  CHECK(in_kind.at("brands.two.price")[4] == Approx(7.6));
}

TEST_CASE("the share that is answered is a lever") {
  const auto price = course(market("{model: match_price, share: 0%}"),
                            "  - {change: brands.us.price, by: -10%, from: month 2}\n"
                            "  - {change: brands.two.reaction.share, to: 100%, from: month 6}\n")
                         .at("brands.two.price");
  CHECK(price[5] == 8);
  CHECK(price[6] == Approx(7.2));
}

TEST_CASE("nobody answers a brand that is not there, or answers before he is") {
  const std::string world = market("{model: match_price}", "{model: match_price}");
  const auto prices = course(world,
                             "  - {change: brands.us.price, by: -10%, from: month 3}\n"
                             "  - {change: brands.three.leaves, to: month 6}\n");
  CHECK(prices.at("brands.three.price")[5] == Approx(4.5));
  CHECK(prices.at("brands.three.price")[6] == 5);
  const auto watching = course(market("{model: match_price, watches: three}"),
                               "  - {change: brands.three.price, by: -10%, from: month 3}\n"
                               "  - {change: brands.three.leaves, to: month 6}\n");
  CHECK(watching.at("brands.two.price")[6] == Approx(7.2));
  CHECK(watching.at("brands.two.price")[7] == 8);
}

TEST_CASE("whoever holds, or by chance does not answer, goes his own way") {
  CHECK(course(market("{}"), cut).empty());
  CHECK(course(market("{model: match_price, probability: 0%}"), cut).empty());
  const std::string chance = market("{model: match_price, probability: 40%}");
  CHECK(course(chance, cut).contains("brands.two.price"));
  CHECK(course(chance, cut, {false, false, false}).empty());
  CHECK(course(chance, cut, {false, true, false}).contains("brands.two.price"));
}

TEST_CASE("where nobody moves nothing follows") {
  const auto prices = course(market("{model: in_kind, share: 80%}", "{model: in_kind, watches: all}"), "");
  for (const auto& [path, values] : prices)
    for (const double value : values) CHECK(value == values.front());
}
