// SPDX-License-Identifier: MIT
// Recommendations and warnings, whom they reach, and what newcomers cost.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// One brand that everybody recommends, half of the people prospects, nobody leaves.
constexpr char alone[] = R"(market: Alone
period: month
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
prospects: 50%
brands: {us: {price: 20, unit_cost: 5, referral_reward: 3, referral_welcome: 4}}
advocacy: {intend: 0.5 per month, act: 40%, convert: 10%}
)";

/// Two brands whose customers remember; a third of the people are prospects.
constexpr char rivals[] = R"(market: Rivals
period: month
horizon: 24 months
discount_rate: 10% per year
people: 10k
focal: us
prospects: 30%
brands:
  us:    {price: 20, unit_cost: 5, appeal: 0, ratings: {quality: 4.5, service: 4.5}}
  rival: {price: 20, unit_cost: 5, appeal: 0, ratings: {quality: 3.5, service: 3.5}}
choice: {inertia: 1, drivers: {service: {weight: 0}}}
experience: {disappointment: 0}
advocacy: {intend: 2 per month, act: 50%, convert: 2%, persuasion: 0.5, warn: 1 per month}
departure: {rate: 1% per month}
)";

std::string without(const std::string& market) {
  const auto at = market.find("advocacy:");
  return market.substr(0, at) + market.substr(market.find('\n', at) + 1);
}

Totals whole(const Lived& lived, int brand = 0, int scenario = 0) {
  return over_horizon(totals_by_period(lived.books(), scenario, lived.scenarios[scenario], -1, brand));
}

/// The same with a channel that brings people who differ, and people who come back.
std::string with_channel(const std::string& market, const std::string& spend = "2k per month") {
  return market + "channels:\n  post: {ceiling: 5% per month, rate: 0.5, spend: " + spend +
         ", first_purchase_discount: 20%, newcomers: {price_sensitivity: 2, inertia: -0.5}}\n";
}
std::string with_return(const std::string& market) {
  return replaced(market, "departure: {rate: 1% per month}",
                  "departure: {rate: 3% per month, return_rate: 4% per month}");
}

double share(const std::string& market, int people = 20000) {
  const Totals t = whole(lived_through(market, people));
  return t.purchases / t.market_purchases;
}

}  // namespace

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

TEST_CASE("what is heard counts at the next purchase: praise wins customers, warnings cost some") {
  const std::string world = replaced(rivals, "prospects: 30%\n", "prospects: 0%\n");
  const std::string praise = replaced(replaced(world, "convert: 2%, ", ""), "warn: 1", "warn: 0");
  double before = 0;
  for (const std::string persuasion : {"0", "0.2", "0.5", "1"}) {
    const double ours = share(replaced(praise, "persuasion: 0.5", "persuasion: " + persuasion));
    CHECK(ours > before);
    before = ours;
  }
  const std::string warned = replaced(replaced(world, "convert: 2%, ", ""), "intend: 2", "intend: 0");
  before = 0;
  for (const std::string weight : {"0", "1", "3"}) {
    const double ours =
        share(replaced(warned, "warn: 1 per month", "warn: 1 per month, warning_weight: " + weight));
    CHECK(ours > before);
    before = ours;
  }
}

TEST_CASE("warnings keep prospects from coming to a brand") {
  const auto referred = [&](const std::string& warn) {
    // Everybody is delighted or dissatisfied by chance, so both are said of the same brand.
    const std::string split =
        replaced(replaced(rivals, "disappointment: 0",
                          "disappointment: 0, delighted_above: 4.5, dissatisfied_below: 4.5"),
                 "persuasion: 0.5, warn: 1", "persuasion: 0, warn: " + warn);
    return whole(lived_through(split, 20000)).referred;
  };
  const double none = referred("0"), some = referred("1"), many = referred("4");
  CHECK(none > 150);
  CHECK(some < none);
  CHECK(many < some);
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

TEST_CASE("who hears of a brand from others can choose it") {
  const std::string unknown = replaced(replaced(rivals, "us:    {price: 20, unit_cost: 5, appeal: 0",
                                                "us:    {price: 20, unit_cost: 5, awareness: 10%, appeal: 0"),
                                       "persuasion: 0.5, warn: 1", "persuasion: 0, warn: 0");
  const Lived talking = lived_through(unknown, 10000), silent = lived_through(without(unknown), 10000);
  CHECK(talking.of(0, 24).customers_at_end > 1.2 * silent.of(0, 24).customers_at_end);
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

TEST_CASE("shares that are given are those of a market in which people talk") {
  const std::string shares =
      replaced(replaced(rivals, "appeal: 0, ratings: {quality: 4.5", "share: 30%, ratings: {quality: 4.5"),
               "appeal: 0", "share: 70%");
  const Lived lived = lived_through(shares, 100000);
  Totals t = lived.of(0, 1);
  for (int period = 2; period <= 6; ++period) t = t.followed_by(lived.of(0, period));
  CHECK(t.purchases / t.market_purchases == Approx(0.30).margin(0.01));
}

TEST_CASE("channels that spend nothing change nothing beside recommendations, to the last bit") {
  for (const std::string& market : {std::string(rivals), with_return(rivals)}) {
    const Lived with = lived_through(with_channel(market, "0 per month"), 3000),
                without = lived_through(market, 3000);
    for (int period = 0; period <= 24; ++period)
      for (int brand = 0; brand < 2; ++brand) {
        const Totals one = with.of(brand, period), other = without.of(brand, period);
        CHECK(one.purchases == other.purchases);
        CHECK(one.value == other.value);
        CHECK(one.satisfaction == other.satisfaction);
        CHECK(one.referred == other.referred);
        CHECK(one.came_back == other.came_back);
      }
    CHECK(whole(with).referred > 50);
  }
}

TEST_CASE("words that move nobody and bring in nobody change nothing beside channels and who comes back") {
  const std::string idle =
      replaced(replaced(rivals, "persuasion: 0.5", "persuasion: 0"), "convert: 2%", "convert: 0%");
  for (const std::string& market : {with_channel(idle), with_return(idle), with_channel(with_return(idle)),
                                    with_channel(replaced(idle, "us:    {price: 20, unit_cost: 5, appeal: 0",
                                                          "us:    {price: 20, unit_cost: 5, awareness: 10%, "
                                                          "appeal: 0"))}) {
    // A recommendation makes its brand known: with 10 % awareness nobody may make any.
    const bool gated = market.find("awareness") != std::string::npos;
    const std::string quiet = gated ? replaced(market, "intend: 2", "intend: 0") : market;
    const Lived talking = lived_through(quiet, 3000), silent = lived_through(without(market), 3000);
    for (int period = 0; period <= 24; ++period)
      for (int brand = 0; brand < 2; ++brand) {
        const Totals one = talking.of(brand, period), other = silent.of(brand, period);
        CHECK(one.purchases == other.purchases);
        CHECK(one.value == other.value);
        CHECK(one.discounts == other.discounts);
        CHECK(one.newcomers == other.newcomers);
        CHECK(one.came_back == other.came_back);
        CHECK(one.satisfaction == other.satisfaction);
      }
  }
}

TEST_CASE(
    "who comes by a recommendation is not credited to a channel, and all ways add up to those who came") {
  const std::string market = with_channel(
      replaced(with_return(rivals), "focal: us",
               "focal: us\narrivals: [100, 100, 0, 50]\ndiffusion: {innovation: 0.005 per month}"));
  const Lived lived = lived_through(market, 20000);
  double newcomers = 0, referred = 0, others = 0, discounts = 0;
  for (int period = 1; period <= 24; ++period) {
    double by_channel = 0, by_word = 0;
    for (int brand = 0; brand < 2; ++brand) {
      by_channel += lived.of(brand, period).newcomers;
      by_word += lived.of(brand, period).referred;
    }
    const double rest = lived.of(0, period).arrived - by_channel - by_word;
    CHECK(rest > -1e-9);
    newcomers += by_channel, referred += by_word, others += rest;
    // Only who came by the channel gets its discount: a fifth of 20.
    CHECK(lived.of(0, period).discounts == Approx(4 * by_channel).epsilon(1e-5));
    discounts += lived.of(0, period).discounts;
  }
  CHECK(newcomers > 200);
  CHECK(referred > 100);
  CHECK(others > 200);
  CHECK(discounts > 0);
}

TEST_CASE("who came by a recommendation and left is no newcomer when he comes back, by whatever way") {
  // All are prospects; those whom the list would bring later are mostly there already, or were.
  const std::string market = replaced(replaced(with_return(rivals), "prospects: 30%", "prospects: 90%"),
                                      "convert: 2%", "convert: 60%");
  const Lived lived = lived_through(with_channel(market, "20k per month"), 20000);
  const SegmentOutcome& outcome = lived.scenarios[0][0];
  std::int64_t arrived = 0, came_back = 0;
  for (int period = 1; period <= 24; ++period)
    arrived += outcome.tally.arrived(period), came_back += outcome.tally.came_back(period);
  std::int64_t prospects = 0;
  for (const Life& life : outcome.lives)
    if (life.start == 2) ++prospects;
  CHECK(prospects == 18000);
  CHECK(arrived <= prospects);  // each at most once
  CHECK(arrived > .8 * static_cast<double>(prospects));
  CHECK(came_back > 500);
}

TEST_CASE("channels and recommendations give the same bytes for any size of block, threads and lanes") {
  // Where nobody comes back those who have left are taken out of a block, and the others move up.
  const std::string for_good =
      replaced(rivals, "departure: {rate: 1% per month}", "departure: {rate: 8% per month}");
  for (const std::string& market : {with_channel(with_return(rivals)), with_channel(for_good)}) {
    const auto text = [&](int block, int threads, int lanes) {
      return tables_of_run(
          market, "  - {change: channels.post.spend, to: 0, from: month 9}\n",
          {.customers = 2000, .replications = 2, .threads = threads, .lanes = lanes, .block = block});
    };
    const std::string once = text(4096, 1, 0);
    CHECK(text(500, 1, 0) == once);
    CHECK(text(1024, 2, 1) == once);
  }
}

TEST_CASE("a stop keeps the replications that were finished, as they would have been") {
  const Study study = study_of_text(rivals, "scenario: None\nworld: market.yaml\n");
  RunOptions options{.customers = 300};
  options.threads = 1;
  options.replications = 40;
  const Stage stage = set_stage({&study.baseline}, appeals_of(study.baseline.world, 1, {}), options);
  std::stop_source stop;
  const Outcome stopped = simulate(
      stage.plan, [&](double) { stop.request_stop(); }, stop.get_token());
  const Outcome all = simulate(stage.plan, {}, {});
  REQUIRE(stopped.size() == 16);
  REQUIRE(all.size() == 40);
  for (std::size_t r = 0; r < stopped.size(); ++r)
    for (int period = 0; period <= 24; ++period)
      CHECK(stopped[r][0][0].tally.of(Tally::value, period, 0) ==
            all[r][0][0].tally.of(Tally::value, period, 0));
}

}  // namespace clientele
