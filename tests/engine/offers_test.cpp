// SPDX-License-Identifier: MIT
// Channels that reach rivals' customers: whom, what their offers do, who counts as won, and what that costs.
#include "models/arrival/channel.hpp"
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// Two brands without habit, chosen once a month by three people to seven; the offer adds ln 2.
constexpr char market[] = R"(market: Two shops
period: month
horizon: 6 months
discount_rate: 0% per year
window: 3 months
people: 1000
focal: us
brands:
  us: {price: 15, unit_cost: 5, appeal: -0.8472978604}
  rival: {price: 12, unit_cost: 5, appeal: 0}
channels:
  poach: {reaches: rivals, ceiling: 40% per month, rate: 0.1, spend: 7k per month, bonus: 0.6931471806}
)";

double counted(const Lived& lived, std::int64_t (Tally::*of)(int, int) const, int period, int channel = 0,
               int scenario = 0) {
  double people = 0;
  for (std::size_t s = 0; s < lived.scenarios[scenario].size(); ++s)
    people += lived.stage.plan.population[s].weight *
              static_cast<double>((lived.scenarios[scenario][s].tally.*of)(channel, period));
  return people;
}
double reached(const Lived& lived, int period, int channel = 0) {
  return counted(lived, &Tally::reached, period, channel);
}
double won(const Lived& lived, int period, int channel = 0) {
  return counted(lived, &Tally::won, period, channel);
}
double of_rivals(const Lived& lived, int period) { return 1000 - lived.of(0, period - 1).customers_at_end; }

}  // namespace

TEST_CASE("an offer reaches as many rivals' customers as the equation says, and wins them by its bonus") {
  // By hand: 7,000 for the 700 expected are 10 each, so .4 (1 − e^−1) = .252848 of them are reached. Of those
  // .3 · 2 / (.3 · 2 + .7) = .461538 choose us, of the others .3.
  const Lived lived = lived_through(market, 200000);
  for (const int period : {1, 2, 6}) {
    const double theirs = of_rivals(lived, period), p = .252848224, q = .6 / 1.3;
    CHECK(reached(lived, period) == Approx(theirs * p).margin(4 * std::sqrt(theirs * p / 200)));
    CHECK(won(lived, period) == Approx(theirs * p * q).margin(4 * std::sqrt(theirs * p * q / 200)));
    const Totals t = lived.of(0, period);
    CHECK(t.won_from_rivals == Approx(won(lived, period)));
    CHECK(t.newcomers == 0);
    CHECK(t.channel_spend == 7000);
    const double ours = theirs * p * q + (1000 - theirs * p) * .3;
    CHECK(t.customers_at_end == Approx(ours).margin(4 * std::sqrt(300 / 200.)));
  }
}

TEST_CASE("the money is shared out over prospects and rivals' customers where a channel reaches both") {
  const Lived lived = lived_through(replaced(replaced(market, "reaches: rivals", "reaches: both"),
                                             "people: 1000", "people: 1000\nprospects: 40%"),
                                    200000);
  // By hand: 400 prospects and 70 % of the other 600 are 820; 7,000 are 8.536585 each.
  const double p = chance_by_channel({.4, .1}, 7000 / 820.);
  CHECK(p == Approx(.4 * (1 - std::exp(-.8536585))));
  CHECK(counted(lived, &Tally::newcomers, 1) == Approx(400 * p).margin(.01));
  CHECK(reached(lived, 1) == Approx(420 * p).margin(4 * std::sqrt(420 * p / 200)));
  CHECK(lived.of(0, 1).newcomers + lived.of(0, 1).won_from_rivals ==
        Approx(counted(lived, &Tally::newcomers, 1) + won(lived, 1)));
  CHECK(lived.of(0, 1).arrived == Approx(lived.of(0, 1).newcomers));
}

TEST_CASE("a segment that is left out gets no offers, and the others get more") {
  const Lived lived = lived_through(replaced(market, "rate: 0.1,", "rate: 0.1, segments: {old: 0},") +
                                        "segments: {young: {share: 50%}, old: {share: 50%}}\n",
                                    100000);
  const auto of = [&](std::size_t s) {
    return lived.stage.plan.population[s].weight *
           static_cast<double>(lived.scenarios[0][s].tally.reached(0, 1));
  };
  const double p = chance_by_channel({.4, .1}, 20);  // 7,000 for 350
  CHECK(of(0) == Approx(350 * p).margin(4 * std::sqrt(350 * p / 100)));
  CHECK(of(1) == 0);
}

TEST_CASE("a larger bonus wins more, and an offer that is worth nothing wins those who come anyway") {
  double before = 0;
  for (const std::string bonus : {"0", "0.5", "1", "3"}) {
    const Lived lived = lived_through(replaced(market, "bonus: 0.6931471806", "bonus: " + bonus), 50000);
    if (bonus == "0") CHECK(won(lived, 1) / reached(lived, 1) == Approx(.3).margin(4 * .0041));
    CHECK(won(lived, 1) > before);
    before = won(lived, 1);
  }
}

TEST_CASE("an offer worth nothing changes nothing but what it costs and who counts as won") {
  const Lived with = lived_through(replaced(market, "bonus: 0.6931471806", "bonus: 0"), 5000),
              without = lived_through(replaced(market, "spend: 7k", "spend: 0"), 5000);
  for (int period = 1; period <= 6; ++period)
    for (int brand = 0; brand < 2; ++brand) {
      CHECK(with.of(brand, period).purchases == without.of(brand, period).purchases);
      CHECK(with.of(brand, period).retained == without.of(brand, period).retained);
    }
  CHECK(with.of(0, 3).value == Approx(without.of(0, 3).value - 7000).epsilon(1e-12));
  CHECK(won(without, 1) == 0);
}

TEST_CASE("an offer stands until the next occasion, or as long as it lasts") {
  // One in five buys in a month. The offer comes in month 1 alone, to all.
  const std::string seldom =
      replaced(replaced(market, "ceiling: 40% per month, rate: 0.1", "ceiling: 100% per month, rate: 100"),
               "spend: 7k", "spend: 0") +
      "need: {probability: 20%}\n";
  const std::string once =
      "  - {change: channels.poach.spend, to: 7k per month, from: month 1, until: month 1}\n";
  const auto by_period = [&](const std::string& m) {
    const Lived lived = lived_through(m, 200000, once);
    std::vector<double> people;
    for (int period = 0; period <= 6; ++period) people.push_back(counted(lived, &Tally::won, period, 0, 1));
    return people;
  };
  const auto always = by_period(seldom),
             two = by_period(replaced(seldom, "bonus:", "bonus_lasts: 2 months, bonus:"));
  for (int period = 1; period <= 6; ++period) {
    // By hand: 700 · .2 · .8^(t − 1) have their first occasion in month t, and .461538 of them choose us.
    const double expected = 700 * .2 * std::pow(.8, period - 1) * .6 / 1.3;
    CHECK(always[period] == Approx(expected).margin(4 * std::sqrt(expected / 200)));
    CHECK(two[period] == (period <= 2 ? always[period] : 0));
  }
}

TEST_CASE("the first purchase of those who are won is cheaper, unless they have bought the brand before") {
  const Lived lived =
      lived_through(replaced(market, "spend:", "first_purchase_discount: 40%, spend:"), 20000);
  // In month 1 the rival's customers have never bought us as far as is known; later some have.
  CHECK(lived.of(0, 1).discounts == Approx(6 * won(lived, 1)).epsilon(1e-5));
  CHECK(lived.of(0, 1).buyers > won(lived, 1));
  double discounted = 0, all = 0;
  for (int period = 2; period <= 6; ++period)
    discounted += lived.of(0, period).discounts / 6, all += won(lived, period);
  CHECK(discounted > 0);
  CHECK(discounted < .8 * all);
  for (int period = 1; period <= 6; ++period) {
    const Totals t = lived.of(0, period);
    CHECK(t.contribution == Approx(10 * t.purchases - t.discounts - 7000).epsilon(1e-5));
  }
}

TEST_CASE(
    "of two offers of a brand one is credited, in equal parts, and of two brands that of the one chosen") {
  const std::string two =
      std::string(market) +
      "  post: {reaches: rivals, ceiling: 100% per month, rate: 100, spend: 7k per month, bonus: 0.3}\n"
      "  theirs: {brand: rival, reaches: rivals, ceiling: 100% per month, rate: 100, spend: 7k per month, "
      "bonus: 0.3}\n";
  const Lived lived = lived_through(
      replaced(two, "ceiling: 40% per month, rate: 0.1", "ceiling: 100% per month, rate: 100"), 100000);
  // All rivals' customers get both offers of ours: .3 · 2 e^.3 to .7.
  const double odds = .6 * std::exp(.3) / .7, q = odds / (1 + odds);
  CHECK(won(lived, 1, 0) + won(lived, 1, 1) == Approx(700 * q).margin(4 * std::sqrt(700 * q / 100)));
  CHECK(won(lived, 1, 0) == Approx(won(lived, 1, 1)).epsilon(.02));
  const double back = .7 * std::exp(.3) / (.7 * std::exp(.3) + .3);
  CHECK(won(lived, 1, 2) == Approx(300 * back).margin(4 * std::sqrt(300 * back / 100)));
  CHECK(lived.of(1, 1).won_from_rivals == Approx(won(lived, 1, 2)));
}

TEST_CASE("under contract an offer waits until he is free to choose") {
  const std::string bound =
      replaced(replaced(market, "ceiling: 40% per month, rate: 0.1", "ceiling: 100% per month, rate: 100"),
               "spend: 7k", "spend: 0") +
      "need: {model: contract, term: 6 months}\n";
  const Lived lived = lived_through(
      bound, 60000, "  - {change: channels.poach.spend, to: 7k per month, from: month 1, until: month 1}\n");
  for (int period = 1; period <= 6; ++period) {
    const double ended = 700 / 6., expected = ended * .6 / 1.3;  // each term ends once, spread evenly
    CHECK(counted(lived, &Tally::won, period, 0, 1) == Approx(expected).margin(4 * std::sqrt(expected / 60)));
  }
}

TEST_CASE("whom an offer reaches knows the brand") {
  const std::string unknown = replaced(market, "appeal: -0.8472978604", "appeal: 0, awareness: 10%");
  const Lived lived = lived_through(unknown, 20000);
  const Lived without = lived_through(replaced(unknown, "spend: 7k", "spend: 0"), 20000);
  CHECK(lived.of(0, 6).customers_at_end > 1.5 * without.of(0, 6).customers_at_end);
}

TEST_CASE("those who have left the category or have lapsed are not reached, and leaving ends an offer") {
  const std::string away =
      replaced(replaced(market, "ceiling: 40% per month, rate: 0.1", "ceiling: 100% per month, rate: 100"),
               "spend: 7k", "spend: 0") +
      "need: {probability: 20%}\ndeparture: {rate: 50% per month, return_rate: 50% per month}\n";
  const Lived lived = lived_through(
      away, 20000, "  - {change: channels.poach.spend, to: 7k per month, from: month 1, until: month 1}\n");
  CHECK(counted(lived, &Tally::reached, 1, 0, 1) == Approx(of_rivals(lived, 1)).epsilon(.01));
  for (int period = 1; period <= 6; ++period) {
    // By hand: of 700 .5^(t − 1) have not left since, of whom .2 · .8^(t − 1) buy for the first time.
    const double expected = 700 * .2 * std::pow(.4, period - 1) * .6 / 1.3;
    CHECK(counted(lived, &Tally::won, period, 0, 1) == Approx(expected).margin(4 * std::sqrt(expected / 20)));
  }
  const Lived lapsing =
      lived_through(replaced(replaced(market, "focal: us", "focal: us\nlost_after: 2 months"),
                             "ceiling: 40% per month, rate: 0.1", "ceiling: 100% per month, rate: 100") +
                        "need: {probability: 20%}\n",
                    20000);
  CHECK(reached(lapsing, 3) == Approx(lapsing.of(1, 2).customers_at_end));
}

TEST_CASE("offers give the same bytes for any size of block, threads and lanes, and close the accounts") {
  const std::string lively =
      replaced(replaced(replaced(market, "reaches: rivals", "reaches: both"), "people: 1000",
                        "people: 1000\nprospects: 30%\nwindow: 6 months"),
               "window: 3 months\n", "") +
      "  theirs: {brand: rival, reaches: both, ceiling: 20% per month, rate: 0.3, spend: 2k per month, "
      "bonus: 1, bonus_lasts: 2 "
      "months, first_purchase_discount: 20%, newcomers: {inertia: -0.5}}\n"
      "choice: {inertia: {normal: {mean: 1, sd: 0.3}}}\ndeparture: {rate: 5% per month, return_rate: 5% per "
      "month}\n"
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 2}}}\n"
      "segments: {young: {share: 40%}, old: {share: 60%}}\nadvocacy: {intend: 1 per month, convert: 20%}\n";
  // Where nobody comes back those who have left are taken out of a block, and the others move up.
  const std::string for_good =
      replaced(replaced(lively, ", return_rate: 5% per month", ""), "rate: 5%", "rate: 15%");
  for (const std::string& world : {lively, for_good}) {
    const auto text = [&](int block, int threads, int lanes) {
      return tables_of_run(
          world, "  - {change: channels.poach.spend, to: 0, from: month 4}\n",
          {.customers = 3000, .replications = 2, .threads = threads, .lanes = lanes, .block = block});
    };
    const std::string once = text(4096, 1, 0);
    CHECK(text(500, 1, 0) == once);
    CHECK(text(1024, 2, 0) == once);
    CHECK(text(4096, 1, 1) == once);
    CHECK(once.find("won_from_rivals") != std::string::npos);
  }
  const Lived lived = lived_through(lively, 4000);
  for (const SegmentOutcome& outcome : lived.scenarios[0]) {
    std::int64_t by_person = 0, by_period = 0;
    for (const Life& life : outcome.lives) by_person += life.value;
    for (int period = 0; period <= 6; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
    for (int start = 0; start <= 2; ++start) by_person += outcome.tally.late_value(start);
    CHECK(by_person == by_period);
  }
}

TEST_CASE("what those are worth who came adds up to what they bring, to the last unit") {
  // Each of the rival's customers is won in month 1 and stays with us.
  const std::string sure = replaced(replaced(replaced(replaced(market, "ceiling: 40% per month, rate: 0.1",
                                                               "ceiling: 100% per month, rate: 100"),
                                                      "bonus: 0.6931471806", "bonus: 60"),
                                             "spend: 7k", "spend: 0"),
                                    "window: 3 months", "window: 6 months") +
                           "choice: {inertia: 20}\nneed: {model: poisson_gamma, purchases: 3 per month}\n";
  const std::string carded =
      replaced(sure, "appeal: -0.8472978604}",
               "appeal: -0.8472978604, programme: {points: 1, threshold: 20, reward_cost: 1, "
               "enrolment: 50% per month, cost_per_member: 0.1}}");
  std::int64_t purchases_alone = 0;
  for (const std::string& world :
       {sure, sure + "contacts: {mail: {cost: 0.5, frequency: 1 per month}}\n", carded,
        sure + "add_ons: {extra: {price: 2 per month, cost: 1 per month, adoption: 20% per month}}\n"}) {
    INFO(world);
    const Lived lived = lived_through(
        world, 3000, "  - {change: channels.poach.spend, to: 7k per month, from: month 1, until: month 1}\n");
    const SegmentOutcome& outcome = lived.scenarios[1][0];
    std::int64_t by_cohort = 0, by_person = 0, people = 0;
    for (int came = 0; came <= 6; ++came) {
      people += outcome.tally.won(0, came);
      for (int since = 0; since < 6; ++since) by_cohort += outcome.tally.channel_value(0, came, since);
    }
    for (const Life& life : outcome.lives)
      if (life.start != 0) by_person += life.value;
    CHECK(people > 2000);
    CHECK(by_cohort == by_person);
    if (purchases_alone == 0)
      purchases_alone = by_person;
    else
      CHECK(by_person != purchases_alone);
  }
}

}  // namespace clientele
