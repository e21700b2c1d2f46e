// SPDX-License-Identifier: MIT
// Why customers are lost, and where they go.
#include <numeric>
#include <set>

#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

using Reasons = std::set<Reason>;

/// Two brands alike. Those who switch have no reason.
constexpr char alike[] = R"(market: Alike
period: month
horizon: 6 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 10, unit_cost: 4, appeal: 0, ratings: {quality: 4, service: 4, image: 4}}
  rival: {price: 10, unit_cost: 4, appeal: 0, ratings: {quality: 4, service: 4, image: 4}}
choice:
  price_sensitivity: 2
  inertia: {normal: {mean: 0.5, sd: 0.2}}
  drivers: {image: {weight: 1}, quality: {weight: 1}, service: {weight: 1}}
)";

double lost(const Lived& lived, Reason why, int scenario = 0, int brand = 0) {
  double all = 0;
  for (int period = 1; period <= 6; ++period)
    all += lived.of(brand, period, scenario).lost[static_cast<int>(why)];
  return all;
}

/// The reasons for which customers of a brand were lost at all.
Reasons reasons(const Lived& lived, int scenario = 0, int brand = 0) {
  Reasons found;
  for (int why = 0; why < all_reasons; ++why)
    if (lost(lived, static_cast<Reason>(why), scenario, brand) > 0) found.insert(static_cast<Reason>(why));
  return found;
}

std::string with_experience(const std::string& experience) {
  return replaced(alike, "drivers: {image: {weight: 1}, quality: {weight: 1}, service: {weight: 1}}\n",
                  "drivers: {image: {weight: 1}}\nexperience: {" + experience + "}\n");
}

}  // namespace

TEST_CASE("between brands alike people switch for variety alone") {
  const Lived lived = lived_through(alike, 5000);
  CHECK(reasons(lived) == Reasons{Reason::variety});
  CHECK(reasons(lived, 0, 1) == Reasons{Reason::variety});
}

TEST_CASE("a switching cost above what a price is worth leaves chance alone to leave for") {
  // 2 ln (1 / .75) = .575 speaks for the rival, 1 and the habit for us.
  const std::string bound = replaced(alike, "us:    {price: 10,", "us:    {switching_cost: 1, price: 10,");
  const std::string cheaper = "  - {change: brands.rival.price, by: -25%}\n";
  CHECK(reasons(lived_through(bound, 5000, cheaper), 1) == Reasons{Reason::variety});
  CHECK(reasons(lived_through(alike, 5000, cheaper), 1) == Reasons{Reason::price, Reason::variety});
}

TEST_CASE("where only one thing changes, customers are lost for it and for variety") {
  const std::vector<std::pair<std::string, Reason>> causes = {
      {"  - {change: brands.rival.price, by: -25%}\n", Reason::price},
      {"  - {change: brands.rival.ratings.image, by: 0.5}\n", Reason::offer},
      {"  - {change: brands.us.ratings.quality, by: -0.5}\n", Reason::product},
      {"  - {change: brands.us.ratings.service, by: -0.5}\n", Reason::service}};
  for (const auto& [change, reason] : causes) {
    INFO(change);
    const Lived lived = lived_through(alike, 5000, change);
    CHECK(reasons(lived, 1) == Reasons{reason, Reason::variety});
    CHECK(reasons(lived, 1, 1) == Reasons{Reason::variety});  // nothing speaks for us
  }
}

TEST_CASE("of two causes the larger one counts") {
  const Lived lived = lived_through(
      alike, 5000,
      "  - {change: brands.rival.price, by: -25%}\n  - {change: brands.rival.ratings.image, by: 0.6}\n");
  // 2 ln(1 / .75) = .575 < .6
  CHECK(reasons(lived, 1) == Reasons{Reason::offer, Reason::variety});
}

TEST_CASE("a cheaper rival is the reason as long as the price outweighs habit, otherwise chance is") {
  // 2 ln(1 / .8) = .446: a habit of .4 is overcome, one of .5 is not.
  const std::string cheaper = "  - {change: brands.rival.price, by: -20%}\n";
  const auto with_habit = [](const std::string& habit) {
    return replaced(alike, "{normal: {mean: 0.5, sd: 0.2}}", habit);
  };
  CHECK(reasons(lived_through(with_habit("0.4"), 3000, cheaper), 1) == Reasons{Reason::price});
  CHECK(reasons(lived_through(with_habit("0.5"), 3000, cheaper), 1) == Reasons{Reason::variety});
}

TEST_CASE("memories of the service alone are a reason of service, those of the product of product") {
  CHECK(reasons(lived_through(with_experience("product_weight: 0%, dissatisfied_below: 4"), 5000)) ==
        Reasons{Reason::service, Reason::variety});
  CHECK(reasons(lived_through(with_experience("product_weight: 100%, dissatisfied_below: 4"), 5000)) ==
        Reasons{Reason::product, Reason::variety});
}

TEST_CASE("where brands differ only in what is said of them, that is the reason, unless it moves nobody") {
  const auto with_talk = [](const std::string& persuasion) {
    return alike + ("advocacy: {intend: 1 per month, act: 100%, persuasion: " + persuasion + "}\n");
  };
  const Lived lived = lived_through(with_talk("1.5"), 5000);
  CHECK(reasons(lived) == Reasons{Reason::word_of_mouth, Reason::variety});
  CHECK(lost(lived, Reason::word_of_mouth) >
        lost(lived_through(with_talk("0.8"), 5000), Reason::word_of_mouth));
  CHECK(reasons(lived_through(with_talk("0"), 5000)) == Reasons{Reason::variety});
}

TEST_CASE("lasting tastes are a preference") {
  const Lived lived = lived_through(
      replaced(alike, "price_sensitivity: 2", "price_sensitivity: 2\n  taste: {normal: {sd: 1}}"), 5000);
  CHECK(reasons(lived) == Reasons{Reason::preference, Reason::variety});
}

TEST_CASE("all customers of a brand that leaves the market are lost because it is gone") {
  const Lived lived = lived_through(alike, 5000, "  - {change: brands.rival.leaves, to: month 3}\n");
  CHECK(reasons(lived, 1, 1) == Reasons{Reason::variety, Reason::unavailable});
  CHECK(lived.of(1, 3, 1).lost[static_cast<int>(Reason::unavailable)] ==
        Approx(lived.of(1, 3, 1).customers_at_start));
}

TEST_CASE("who leaves the category does so of his own will, by force, or dissatisfied") {
  const std::string single = replaced(
      alike, "  rival: {price: 10, unit_cost: 4, appeal: 0, ratings: {quality: 4, service: 4, image: 4}}\n",
      "");
  const auto leaving = [&](const std::string& departure) {
    return lived_through(single + "departure: {" + departure + "}\n", 20000);
  };
  CHECK(reasons(leaving("rate: 2% per month")) == Reasons{Reason::no_longer_needed});
  CHECK(reasons(leaving("involuntary: 2% per month")) == Reasons{Reason::involuntary});
  const Lived both = leaving("rate: 10% per month, involuntary: 20% per month");
  // Of those who leave, .1 would have left anyhow and .9 · .2 had to.
  const double own = lost(both, Reason::no_longer_needed), forced = lost(both, Reason::involuntary);
  CHECK(own / (own + forced) == Approx(0.1 / 0.28).margin(4 * std::sqrt(0.25 / 15000)));
  const Lived dissatisfied = lived_through(
      replaced(with_experience("product_weight: 0%"),
               "  rival: {price: 10, unit_cost: 4, appeal: 0, ratings: {quality: 4, service: "
               "4, image: 4}}\n",
               "") +
          "departure: {rate: 2% per month, satisfaction_effect: 1, satisfaction_reference: 4}\n",
      20000);
  CHECK(reasons(dissatisfied) == Reasons{Reason::service, Reason::no_longer_needed});
}

TEST_CASE("reasons and destinations add up to the lost and the acquired, to the last person") {
  const std::string market =
      replaced(replaced(with_experience("dissatisfied_below: 4"), "choice:\n",
                        "choice:\n  taste: {normal: {sd: 1}}\n"),
               "  rival:",
               "  third: {price: 9, unit_cost: 4, appeal: 0.2, ratings: {quality: 3.8, service: 3.9, image: "
               "4.1}}\n  rival:");
  const std::string busy =
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 3 per month, shape: 2}}}\n";
  for (const std::string& more :
       {busy + "departure: {rate: 3% per month}\n", busy + "departure: {rate: 3% per month, when: start}\n",
        busy + "departure: {model: beta_geometric, per: purchase, chance: {beta: {alpha: 1, beta: 9}}}\n",
        std::string("need: {model: recency, chances: [60%, 30%, 10%]}\n"),
        std::string("need: {model: contract, term: 3 months, reconsider: 10% per month}\n")}) {
    INFO(more);
    const Lived lived = lived_through(market + more, 3000, "  - {change: brands.rival.price, by: -20%}\n");
    const Tally& tally = lived.scenarios[1][0].tally;
    for (int period = 1; period <= 6; ++period)
      for (int brand = 0; brand < 3; ++brand) {
        std::int64_t by_reason = 0, left_us = 0, came = 0;
        for (int r = 0; r < all_reasons; ++r) {
          const auto why = static_cast<Reason>(r);
          by_reason += tally.lost(why, period, brand);
          for (int to = 0; to <= 3; ++to) left_us += tally.lost_by_us(why, period, to);
          for (int from = 0; from < 3; ++from) came += tally.won_by_us(why, period, from);
        }
        const std::int64_t retained = tally.of(Tally::retained, period, brand);
        CHECK(by_reason == tally.of(Tally::customers, period - 1, brand) - retained);
        if (brand > 0) continue;
        CHECK(left_us == by_reason);
        CHECK(came == tally.of(Tally::customers, period, brand) - retained);
      }
  }
}

TEST_CASE("who leaves the category has no brand for a destination") {
  const Lived lived = lived_through(std::string(alike) + "departure: {rate: 5% per month}\n", 5000);
  const Tally& tally = lived.scenarios[0][0].tally;
  for (int period = 1; period <= 6; ++period) {
    CHECK(tally.lost_by_us(Reason::no_longer_needed, period, 2) ==
          tally.lost(Reason::no_longer_needed, period, 0));
    CHECK(tally.lost_by_us(Reason::variety, period, 1) == tally.lost(Reason::variety, period, 0));
  }
}

}  // namespace clientele
