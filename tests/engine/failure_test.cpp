// SPDX-License-Identifier: MIT
// Purchases that fail, complaints, answers, and what they cost and leave behind.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// One brand, one purchase a month, and no chance but that of failures.
constexpr char alone[] = R"(market: Alone
period: month
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us: {price: 20, unit_cost: 5, failure: 10%, response: 50%, cost_per_complaint: 3, cost_of_answer: 8, ratings: {quality: 4, service: 4}}
experience: {product_noise: 0, service_noise: 0, product_weight: 0%, first_weight: 20%, lasting_weight: 20%, failure_rating: 1.5, voice: 40%, recovery: 100%}
start: {warm_up: 0 months}
)";

/// Two brands between which memories of the service decide.
constexpr char rivals[] = R"(market: Rivals
period: month
horizon: 24 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 20, unit_cost: 5, appeal: 0, failure: 10%, response: 50%, ratings: {quality: 4, service: 4}}
  rival: {price: 20, unit_cost: 5, appeal: 0, ratings: {quality: 4, service: 4}}
choice: {inertia: 1, drivers: {service: {weight: 1}}}
experience: {voice: 60%, recovery: 80%}
)";

Totals whole(const Lived& lived, int brand = 0, int scenario = 0) {
  return over_horizon(totals_by_period(lived.books(), scenario, lived.scenarios[scenario], -1, brand));
}

double satisfaction(const Lived& lived, int period) {
  return lived.of(0, period).satisfaction / lived.of(0, period).satisfied;
}

double retention(const std::string& market) {
  const Totals t = whole(lived_through(market, 20000));
  return t.retained / t.customer_periods;
}

}  // namespace

TEST_CASE("so many purchases fail, so many customers complain and so many are answered") {
  // 1.2 million purchases; standard errors of the shares: .00027, .0014 and .0023.
  const Totals t = whole(lived_through(alone, 100000));
  CHECK(t.failures / t.purchases == Approx(0.1).margin(4 * 0.00027));
  CHECK(t.complaints / t.failures == Approx(0.4).margin(4 * 0.0014));
  CHECK(t.answered / t.complaints == Approx(0.5).margin(4 * 0.0023));
}

TEST_CASE("complaints and their answers cost what they cost, to the brand and to each customer's value") {
  const Lived lived = lived_through(alone, 10000);
  double equity = 0, by_person = 0;
  for (int period = 1; period <= 12; ++period) {
    const Totals t = lived.of(0, period);
    CHECK(t.complaint_cost == Approx(3 * t.complaints + 8 * t.answered).epsilon(1e-6));
    CHECK(t.contribution == Approx(15 * t.purchases - t.complaint_cost).epsilon(1e-6));
    equity += t.value;
  }
  for (const Life& life : lived.scenarios[0][0].lives)
    by_person += lived.stage.scales.money.to_double(life.value);
  CHECK(by_person == Approx(equity).epsilon(1e-12));
}

TEST_CASE("the memory of the service at rest has the mean of experiences with failures") {
  // By hand: 4 at .92, 1.5 at .08, which is 3.8. Memories have the variance .46 · .2 / 1.8, so that the mean
  // of 100,000 has a standard error of .0007.
  const Lived lived = lived_through(alone, 100000);
  for (const int period : {0, 1, 6, 12}) CHECK(satisfaction(lived, period) == Approx(3.8).margin(4 * 0.0007));
}

TEST_CASE("a failure chance of nought is as none at all, to the last byte") {
  const std::string none = replaced(replaced(rivals, "failure: 10%, response: 50%, ", ""),
                                    "experience: {voice: 60%, recovery: 80%}", "experience: {}");
  CHECK(tables_of_run(replaced(rivals, "failure: 10%", "failure: 0%")) == tables_of_run(none));
  CHECK(tables_of_run(rivals) != tables_of_run(none));
}

TEST_CASE("what is learned from complaints lets fewer purchases fail, and only where more are answered") {
  // By hand: ℓ v = .4 · .4; half of the complaints are answered today, all from month 3 on. The answers of
  // month 3 act from month 4 on: φ = .5 + .5 · .84^(t − 3). 100,000 purchases a period: standard error .001.
  const std::string learning = replaced(alone, "voice: 40%", "voice: 40%, learning: 40% per month");
  const Lived lived =
      lived_through(learning, 100000, "  - {change: brands.us.response, to: 100%, from: month 3}\n");
  for (int period = 1; period <= 12; ++period) {
    const double left = period <= 3 ? 1 : 0.5 + 0.5 * std::pow(0.84, period - 3);
    const Totals t = lived.of(0, period, 1), before = lived.of(0, period, 0);
    CHECK(t.failures / t.purchases == Approx(0.1 * left).margin(4 * 0.001));
    CHECK(before.failures / before.purchases == Approx(0.1).margin(4 * 0.001));
  }
  CHECK(tables_of_run(learning) == tables_of_run(alone));
}

TEST_CASE("failures that are all told, answered and made good leave nothing but their costs") {
  const std::string good = replaced(
      replaced(rivals, "failure: 10%, response: 50%", "failure: 30%, response: 100%, cost_of_answer: 2"),
      "voice: 60%, recovery: 80%", "voice: 100%, recovery: 100%");
  const Lived made_good = lived_through(good, 5000);
  const Lived none = lived_through(replaced(good, "failure: 30%", "failure: 0%"), 5000);
  for (int period = 0; period <= 24; ++period)
    for (int brand = 0; brand < 2; ++brand) {
      const Totals with = made_good.of(brand, period), without = none.of(brand, period);
      CHECK(with.purchases == without.purchases);
      CHECK(with.retained == without.retained);
      CHECK(with.satisfaction == without.satisfaction);
      CHECK(with.contribution == Approx(without.contribution - 2 * with.answered).epsilon(1e-6));
    }
}

TEST_CASE("at a higher chance the same people suffer failures, and more") {
  // With every failure told, a customer's value tells how many he suffered.
  const auto at = [](const std::string& chance) {
    return lived_through(
        replaced(replaced(alone, "failure: 10%", "failure: " + chance), "voice: 40%", "voice: 100%"), 3000);
  };
  const Lived some = at("10%"), more = at("15%");
  int suffer_less = 0, suffer_more = 0;
  for (std::size_t i = 0; i < 3000; ++i) {
    const auto before = some.scenarios[0][0].lives[i].value, after = more.scenarios[0][0].lives[i].value;
    suffer_less += after > before;
    suffer_more += after < before;
  }
  CHECK(suffer_less == 0);
  CHECK(suffer_more > 1000);
}

TEST_CASE("failures drive customers away, and answers hold them") {
  double before = 1;
  for (const std::string chance : {"0%", "5%", "20%", "60%"}) {
    const double stay = retention(replaced(rivals, "failure: 10%", "failure: " + chance));
    CHECK(stay < before);
    before = stay;
  }
  before = 0;
  for (const std::string response : {"0%", "40%", "100%"}) {
    const double stay = retention(
        replaced(replaced(rivals, "failure: 10%", "failure: 30%"), "response: 50%", "response: " + response));
    CHECK(stay > before);
    before = stay;
  }
}

TEST_CASE("an answer lifts a customer above the level without failure only where the paradox is written") {
  const std::string answered =
      replaced(replaced(rivals, "failure: 10%, response: 50%", "failure: 50%, response: 100%"), "voice: 60%",
               "voice: 100%");
  const double without = retention(replaced(answered, "failure: 50%", "failure: 0%"));
  CHECK(retention(replaced(answered, "recovery: 80%", "recovery: 100%")) == without);
  CHECK(retention(answered) < without);
  CHECK(retention(replaced(answered, "recovery: 80%", "recovery: 130%")) > without);
}

TEST_CASE("shares that are given are those of a market with its failures") {
  // 24 × 100,000 purchases; the rehearsal is good to about .002 (see there), habit ties purchases together.
  const Lived lived =
      lived_through(replaced(replaced(rivals, "appeal: 0, failure: 10%", "share: 30%, failure: 20%"),
                             "appeal: 0", "share: 70%"),
                    100000);
  const Totals t = whole(lived);
  CHECK(t.purchases / t.market_purchases == Approx(0.30).margin(0.006));
}

TEST_CASE("with one choice a period its purchases fail together, and as many fail") {
  const std::string often =
      replaced(alone, "start:", "need: {model: poisson_gamma, purchases: 4 per month, per: period}\nstart:");
  const Totals t = whole(lived_through(often, 20000));
  // 240,000 choices of 4 purchases: √(.1 · .9 · 20 / 16 / 240,000) = .0007.
  CHECK(t.failures / t.purchases == Approx(0.1).margin(4 * 0.0007));
  CHECK(t.complaint_cost == Approx(3 * t.complaints + 8 * t.answered).epsilon(1e-6));
}

TEST_CASE("bills of contracts fail as purchases do") {
  const std::string contract = replaced(alone, "start:", "need: {model: contract, term: 12 months}\nstart:");
  const Totals t = whole(lived_through(contract, 20000));
  CHECK(t.failures / t.purchases == Approx(0.1).margin(4 * 0.0007));
  CHECK(t.revenue == Approx(20 * t.purchases).epsilon(1e-6));
}

}  // namespace clientele
