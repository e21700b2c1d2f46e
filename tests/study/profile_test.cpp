// SPDX-License-Identifier: MIT
// Who the best and the least valuable of today's customers are.
#include "sim/study/profile.hpp"

#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// One brand; what a customer is worth hangs on how often he buys alone.
constexpr char one_brand[] = R"(market: One
horizon: 24 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us: {price: 10, unit_cost: 4}
segments:
  heavy: {share: 20%, need: {purchases: {gamma: {mean: 40 per month, shape: 50}}}}
  light: {share: 80%, need: {purchases: {gamma: {mean: 5 per month, shape: 2}}}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 5 per month, shape: 2}}}
choice: {inertia: {normal: {mean: 1, sd: 0.5}}}
)";

Results profile_of(const std::string& market) {
  const Study study = study_of_text(market, "scenario: None\nworld: market.yaml\n");
  RunOptions options;
  options.customers = 4000;
  options.replications = 2;
  options.explain = 0;
  return run(study.baseline, {}, options, {}, {});
}

double found(const Results& results, const std::string& decile, const std::string& characteristic,
             const std::string& customers = "existing") {
  for (const auto& row : results.profile)
    if (row.customers == customers && row.decile == decile && row.characteristic == characteristic)
      return row.estimate.mean;
  FAIL("no row " << decile << ", " << characteristic);
  return 0;
}

}  // namespace

TEST_CASE("the best fifth of customers are the heavy buyers, and their pace is told in each decile") {
  const Results results = profile_of(one_brand);
  for (const std::string decile : {"1", "2"})
    CHECK(found(results, decile, "segments.heavy") == Approx(1).margin(0.01));
  for (const std::string decile : {"3", "10"})
    CHECK(found(results, decile, "segments.light") == Approx(1).margin(0.01));
  // The mean of each decile's purchases over two years is 24 times their mean pace, up to chance.
  for (const std::string decile : {"1", "5", "all"})
    CHECK(found(results, decile, "purchases") ==
          Approx(24 * found(results, decile, "need.purchases")).epsilon(0.06));
  CHECK(found(results, "all", "need.purchases") == Approx(0.2 * 40 + 0.8 * 5).epsilon(0.02));
  CHECK(found(results, "1", "need.purchases") > found(results, "2", "need.purchases"));
  CHECK(found(results, "9", "need.purchases") > found(results, "10", "need.purchases"));
}

TEST_CASE("a trait that has nothing to do with value is alike in all deciles") {
  const Results results = profile_of(one_brand);
  // sd .5 of 800 customers a decile; 4 standard errors
  for (const std::string decile : {"1", "5", "10"})
    CHECK(found(results, decile, "choice.inertia") == Approx(1).margin(4 * 0.5 / std::sqrt(800)));
  for (const auto& row : results.profile) CHECK(row.characteristic != "choice.price_sensitivity");
}

TEST_CASE("deciles have the value that clv.csv gives them") {
  const Results results = profile_of(one_brand);
  for (const auto& row : results.clv)
    if (row.segment == "all" && row.customers == "existing" && row.measure == "decile_03_mean")
      CHECK(found(results, "3", "value") == Approx(row.estimate.mean));
}

TEST_CASE("units that are gamma distributed are told as the mean of what a customer buys at once") {
  const Results results =
      profile_of(std::string(one_brand) +
                 "purchase: {model: gamma_gamma, within_shape: 6, between_shape: 4, scale: 15}\n");
  CHECK(found(results, "all", "purchase.units") == Approx(6.0 * 15 / 3).epsilon(0.05));
}

TEST_CASE("customers with a past are told with the traits that it left them") {
  const Results results = profile_of(R"(market: Known
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands: {us: {price: 10, unit_cost: 4}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 5 per month, shape: 2}}}
history: {tenure: 10 months, purchases: 100}
)");
  // gamma(2 + 100, 0.4 + 10): mean 9.808, sd .971; 4 standard errors of 8,000 people
  CHECK(found(results, "all", "need.purchases") == Approx(102 / 10.4).margin(4 * 0.971 / std::sqrt(8000)));
  CHECK(found(results, "1", "need.purchases") > found(results, "10", "need.purchases"));
}

TEST_CASE("each characteristic has a unit, that of its parameter") {
  const Results results =
      profile_of(replaced(replaced(one_brand, "inertia: {normal: {mean: 1, sd: 0.5}}",
                                   "inertia: {normal: {mean: 1, sd: 0.5}}, taste: {normal: {sd: 0.5}}, "
                                   "drivers: {quality: {weight: {normal: {mean: 0.4, sd: 0.1}}}}"),
                          "  us: {price: 10, unit_cost: 4}",
                          "  us: {price: 10, unit_cost: 4, share: 60%, ratings: {quality: 4}}\n"
                          "  rival: {price: 9, unit_cost: 4, share: 40%, ratings: {quality: 3}}") +
                 "purchase: {units: {gamma: {mean: 2, shape: 3}}}\n");
  const auto unit_of = [&](const std::string& characteristic) {
    for (const auto& row : results.profile)
      if (row.characteristic == characteristic) return row.unit;
    return std::string("no such row");
  };
  CHECK(unit_of("need.purchases") == "purchases per period");
  CHECK(unit_of("choice.inertia") == "utility");
  CHECK(unit_of("purchase.units") == "units per purchase");
  CHECK(unit_of("choice.taste.us") == "utility");
  CHECK(unit_of("choice.drivers.quality.weight") == "utility per rating point");
  CHECK(unit_of("value") == "currency");
  for (const auto& row : results.profile) CHECK_FALSE(row.unit.empty());
}

TEST_CASE("newcomers are told by the channel that brought them, and with the traits that it brings") {
  // The post brings people of inertia 2, the others have 1: of two brands alike those who come by it stay.
  const Results results = profile_of(R"(market: A new shop
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands: {us: {price: 15, unit_cost: 5, appeal: 0}, rival: {price: 15, unit_cost: 5, appeal: 0}}
prospects: 80%
choice: {inertia: {normal: {mean: 1, sd: 0.1}}}
channels:
  post:   {ceiling: 10% per month, rate: 0.1, spend: 100k per month, newcomers: {inertia: 1}}
  search: {ceiling: 10% per month, rate: 0.1, spend: 100k per month}
)");
  const auto is = [&](const std::string& decile, const std::string& what) {
    return found(results, decile, what, "new");
  };
  for (const std::string decile : {"1", "10", "all"}) {
    INFO(decile);
    CHECK(is(decile, "channels.post") + is(decile, "channels.search") <= 1 + 1e-9);
    // Whoever came by the post has 1 more; whom a rival lost has 1, like those who came by search.
    CHECK(is(decile, "choice.inertia") == Approx(1 + is(decile, "channels.post")).margin(0.03));
  }
  CHECK(is("1", "channels.post") > 1.2 * is("all", "channels.post"));
  CHECK(is("all", "channels.post") > 0.1);
  CHECK(is("1", "value") > is("10", "value"));
  for (const auto& row : results.clv)
    if (row.segment == "all" && row.customers == "new" && row.measure == "decile_03_mean")
      CHECK(is("3", "value") == Approx(row.estimate.mean));
  for (const auto& row : results.profile) {
    CHECK_FALSE((row.customers == "existing" && row.characteristic.starts_with("channels.")));
    CHECK_FALSE((row.customers == "new" && row.characteristic == "purchases"));
  }
}

}  // namespace clientele
