// SPDX-License-Identifier: MIT
// Free trials: what they cost, whom they bind, and who stays.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// 252.85 people come in month 1, and nobody later; each costs 5 + 1 a month and pays 15 when he is not on
/// trial.
std::string club(const std::string& trial, const std::string& rest = "") {
  return "market: A club\nperiod: month\nhorizon: 12 months\ndiscount_rate: 10% per year\npeople: 1000\n"
         "focal: us\nbrands:\n"
         "  us: {price: 15, unit_cost: 5, cost_to_serve: 1, appeal: 0, ratings: {quality: 4, service: 4}}\n"
         "  rival: {price: 15, unit_cost: 5, appeal: 0, ratings: {quality: 3, service: 3}}\n"
         "choice: {drivers: {quality: {weight: 0}, service: {weight: 0}}}\nprospects: 100%\nchannels: {post: "
         "{ceiling: 40% per month, rate: 0.1, spend: 0 per month, trial: "
         "{" +
         trial + "}}}\n" + rest;
}
constexpr char once[] =
    "  - {change: channels.post.spend, to: 10k per month, from: month 1, until: month 1}\n";

double counted(const Lived& lived, std::int64_t (Tally::*of)(int, int) const, int period) {
  double people = 0;
  for (std::size_t s = 0; s < lived.scenarios[1].size(); ++s)
    people += lived.stage.plan.population[s].weight *
              static_cast<double>((lived.scenarios[1][s].tally.*of)(0, period));
  return people;
}

}  // namespace

TEST_CASE("who is on trial pays nothing, costs what a customer costs, and buys from nobody else") {
  const Lived lived = lived_through(club("length: 3 months, conversion: 100%"), 20000, once);
  const double came = lived.of(0, 1, 1).arrived;
  CHECK(came == Approx(252.848).margin(.06));
  for (int period = 1; period <= 6; ++period) {
    const Totals t = lived.of(0, period, 1);
    const bool free = period <= 3;
    const double spent = period == 1 ? 10000 : 0;
    if (free) {
      CHECK(t.purchases == Approx(came));
      CHECK(lived.of(1, period, 1).purchases == 0);
    } else {
      CHECK(t.purchases < came);
    }
    CHECK(t.discounts == Approx(free ? 15 * t.purchases : 0).epsilon(1e-5));
    CHECK(t.revenue == Approx(free ? 0 : 15 * t.purchases).margin(.01));
    CHECK(t.contribution == Approx((free ? -6 : 9) * t.purchases - spent).epsilon(1e-5));
  }
  CHECK(counted(lived, &Tally::trials_ended, 3) == Approx(came));
  CHECK(counted(lived, &Tally::converted, 3) == Approx(came));
  CHECK(counted(lived, &Tally::trials_ended, 2) == 0);
}

TEST_CASE("as many become customers as the conversion says, and the others leave") {
  // 50,570 of 200,000 people: standard error .0019; within 4 of them.
  const Lived lived = lived_through(club("length: 2 months, conversion: 25%"), 200000, once);
  const double came = lived.of(0, 1, 1).arrived;
  CHECK(lived.of(0, 1, 1).active == Approx(came));
  const double stay = counted(lived, &Tally::converted, 2);
  CHECK(stay / came == Approx(.25).margin(4 * .0019));
  CHECK(lived.of(0, 2, 1).departed == Approx(came - stay));
  for (int period = 2; period <= 12; ++period) CHECK(lived.of(0, period, 1).active == Approx(stay));
  const Totals t = lived.of(0, 2, 1);
  CHECK(t.lost[static_cast<int>(Reason::no_longer_needed)] == Approx(came - stay));
}

TEST_CASE("a better experience of the trial makes more customers") {
  // Without noise satisfaction is 4, one above the reference: odds of 1 : 3 times e^ln 3 are 1 : 1.
  const std::string memory = "experience: {product_noise: 0, service_noise: 0}\n";
  const std::string effect = "conversion: 25%, satisfaction_effect: 1.0986122887, satisfaction_reference: ";
  const auto rate = [&](const std::string& trial, const std::string& changes) {
    const Lived lived = lived_through(club(trial, memory), 200000, once + changes);
    return counted(lived, &Tally::converted, 1) / counted(lived, &Tally::trials_ended, 1);
  };
  CHECK(rate(effect + "3", "") == Approx(.5).margin(4 * .0023));
  CHECK(rate(effect + "4", "") == Approx(.25).margin(4 * .0020));
  CHECK(rate(effect + "4", "  - {change: brands.us.ratings.quality, to: 2}\n") < .15);
}

TEST_CASE("trials give the same bytes for any size of block, threads and lanes, and close the accounts") {
  const std::string market =
      club("length: 2 months, conversion: 30%, satisfaction_effect: 0.5",
           "experience: {}\ndeparture: {rate: 3% per month, return_rate: 5% per month}\nwindow: 12 months\n"
           "need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 2}}}\n");
  const std::string spending = replaced(market, "spend: 0 per month", "spend: 5k per month");
  const auto text = [&](int block, int threads, int lanes) {
    return tables_of_run(
        spending, "",
        {.customers = 2000, .replications = 2, .threads = threads, .lanes = lanes, .block = block});
  };
  const std::string first = text(4096, 1, 0);
  CHECK(text(500, 1, 0) == first);
  CHECK(text(1024, 2, 1) == first);
  CHECK(first.find("conversion_rate") != std::string::npos);
  const Lived lived = lived_through(market, 4000, once);
  std::int64_t by_person = 0, by_period = 0, by_channel = 0;
  const SegmentOutcome& outcome = lived.scenarios[1][0];
  for (const Life& life : outcome.lives) by_person += life.value;
  for (int period = 0; period <= 12; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
  for (int since = 0; since < 12; ++since) by_channel += outcome.tally.channel_value(0, 1, since);
  CHECK(by_person == by_period);
  CHECK(by_channel == by_period);  // all came by the channel in month 1
}

}  // namespace clientele
