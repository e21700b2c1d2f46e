// SPDX-License-Identifier: MIT
// Recommendations and warnings, whom they reach, and what newcomers cost.
#include "tests/engine/talk.hpp"

namespace clientele {
using namespace talk;

TEST_CASE("customers make as many recommendations as they mean to and act upon") {
  const Lived lived = lived_through(alone, 1000);
  for (const int period : {0, 1, 12}) {
    const Totals t = lived.of(0, period);
    CHECK(t.recommendations / t.customers_at_end == Approx(0.2));
    CHECK(t.warnings == 0);
  }
  const Lived more = lived_through(alone, 1000, "  - {change: brands.us.encouragement, to: 50%}\n");
  CHECK(more.of(0, 3, 1).recommendations / more.of(0, 3, 1).customers_at_end == Approx(0.35));
}

TEST_CASE(
    "recommendations of one period bring in prospects in the next, in proportion to how many are left") {
  const Lived lived = lived_through(alone, 100000);
  double came = 0, expected = 0;
  for (int period = 1; period <= 12; ++period) {
    const Totals before = lived.of(0, period - 1), now = lived.of(0, period);
    const double prospects = 1 - before.customers_at_end / before.people,
                 heard = before.recommendations / before.people;
    CHECK(now.referred == now.arrived);
    CHECK(now.customers_at_end == Approx(before.customers_at_end + now.referred));
    CHECK(now.buyers >= now.referred);
    came += now.referred;
    expected += before.people * prospects * -std::expm1(-0.1 * heard);
  }
  // In simulated people some 6,000: a standard error of √6,000 of these, each of whom stands for a tenth.
  CHECK(came == Approx(expected).margin(4 * std::sqrt(expected * 10) / 10));
  CHECK(came > 500);
}

TEST_CASE("newcomers cost what they cost, to the brand and to each of them") {
  const Lived lived = lived_through(replaced(alone, "people: 10k", "people: 10k\nwindow: 12 months"), 10000);
  double equity = 0, by_person = 0;
  for (int period = 1; period <= 12; ++period) {
    const Totals t = lived.of(0, period);
    CHECK(t.referral_cost == Approx(7 * t.referred).epsilon(1e-6));
    CHECK(t.contribution == Approx(15 * t.purchases - t.referral_cost).epsilon(1e-6));
    equity += t.value;
  }
  for (const Life& life : lived.scenarios[0][0].lives)
    by_person += lived.stage.scales.money.to_double(life.value);
  CHECK(by_person == Approx(equity).epsilon(1e-12));
}

TEST_CASE("people who say nothing live as people who hear nothing, whether together or apart") {
  const std::string silent = replaced(replaced(rivals, "intend: 2", "intend: 0"), "warn: 1", "warn: 0");
  const Lived together = lived_through(silent, 3000), apart = lived_through(without(silent), 3000);
  for (int period = 0; period <= 24; ++period)
    for (int brand = 0; brand < 2; ++brand) {
      const Totals one = together.of(brand, period), other = apart.of(brand, period);
      CHECK(one.purchases == other.purchases);
      CHECK(one.retained == other.retained);
      CHECK(one.value == other.value);
      CHECK(one.satisfaction == other.satisfaction);
      CHECK(one.recommendations == 0);
    }
}

TEST_CASE("words that move nobody and bring in nobody change nothing but their count") {
  const std::string idle =
      replaced(replaced(rivals, "persuasion: 0.5", "persuasion: 0"), "convert: 2%", "convert: 0%");
  const Lived talking = lived_through(idle, 3000), silent = lived_through(without(idle), 3000);
  CHECK(whole(talking).recommendations > 100);
  for (int brand = 0; brand < 2; ++brand) CHECK(whole(talking, brand).value == whole(silent, brand).value);
}

TEST_CASE("the delighted recommend and the dissatisfied warn, and nobody else") {
  const std::string calm = replaced(rivals, "experience: {disappointment: 0}",
                                    "experience: {product_noise: 0, service_noise: 0, delighted_above: 4, "
                                    "dissatisfied_below: 4}\nstart: {warm_up: 0 months}");
  const Lived lived = lived_through(calm, 20000);
  for (const int period : {1, 10}) {
    // Brands of 4.5 and 3.5 without chance: every customer of the one is delighted, of the other
    // dissatisfied.
    CHECK(lived.of(0, period).recommendations > 1000);
    CHECK(lived.of(0, period).warnings == 0);
    CHECK(lived.of(1, period).recommendations == 0);
    CHECK(lived.of(1, period).warnings > 1000);
  }
}

TEST_CASE("messages count by the people whom those who send them stand for") {
  // One simulated person of a segment of one in 10,000, beside 499 of the rest: he stands for a twentieth of
  // one of these. He makes 16 recommendations a month, which come to .8 of theirs.
  const std::string two = R"(market: Two kinds
period: month
horizon: 60 months
discount_rate: 10% per year
people: 10k
focal: us
brands: {us: {price: 20, unit_cost: 5}}
segments:
  talkers: {share: 0.01%, prospects: 0%, advocacy: {intend: 16 per month, act: 100%}}
  rest:    {share: 99.99%, prospects: 100%}
advocacy: {intend: 0 per month, convert: 100%}
)";
  const Lived lived = lived_through(two, 500);
  const Totals t = whole(lived);
  CHECK(t.recommendations == Approx(16 * 61));
  // Each reaches one of 10,000 people, nearly all prospects at first: about 900 of 10,000 come, in all 45
  // simulated ones, with a standard error of 7. Counted by heads it would be nearly all of them.
  CHECK(t.referred == Approx(914).margin(4 * 7 * 20));
}

TEST_CASE("nobody comes to a brand that is gone, whoever recommended it") {
  const Lived lived = lived_through(rivals, 10000, "  - {change: brands.us.leaves, to: month 6}\n");
  CHECK(lived.of(0, 5, 1).referred > 0);
  CHECK(lived.of(0, 5, 1).recommendations > 0);
  for (const int period : {6, 7, 12}) CHECK(lived.of(0, period, 1).referred == 0);
}

TEST_CASE("the lapsed do not speak of their brand") {
  const std::string world = replaced(replaced(alone, "focal: us", "focal: us\nlost_after: 2 months"),
                                     "advocacy:", "need: {probability: 20%}\nadvocacy:");
  const Totals t = lived_through(world, 100000).of(0, 12);
  CHECK(t.recommendations < 0.25 * t.active);
  CHECK(t.recommendations / t.customers_at_end == Approx(0.2).epsilon(0.1));
}

TEST_CASE("contracts are signed with the brand that was recommended") {
  const Lived lived = lived_through(
      replaced(alone, "advocacy:", "need: {model: contract, term: 6 months}\nadvocacy:"), 10000);
  double came = 0;
  for (int period = 1; period <= 12; ++period) came += lived.of(0, period).referred;
  CHECK(came > 400);
  CHECK(lived.of(0, 12).customers_at_end == Approx(lived.of(0, 0).customers_at_end + came));
}

}  // namespace clientele
