// SPDX-License-Identifier: MIT
// The promise: the same bytes whatever the threads, lanes and blocks; and nobody's luck moves when others
// come or go.
#include <algorithm>
#include <string>
#include <tuple>

#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// A small world in which every behaviour of today acts, and a scenario that changes prices and ratings and
/// lets a brand in.
constexpr char lively_market[] = R"(market: Lively
horizon: 14 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 3.20, unit_cost: 1.10, cost_to_serve: 0.2, share: 30%, ratings: {quality: 4.0, service: 3.8, image: 4.2},
          failure: 8%, response: 50%, cost_per_complaint: 0.4, cost_of_answer: 0.7}
  rival: {price: 2.90, unit_cost: 1.05, share: 45%, ratings: {quality: 3.6, service: 3.5, image: 3.7}, failure: 5%,
          reaction: {model: in_kind, share: 80%, lag: 2 months, probability: 50%}}
  rest:  {share: 25%}
  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, enters: never, ratings: {quality: 3.4, service: 3.4, image: 3.0}}
promotions:
  card: {brand: us, discount: 5%, to: {segment: light}}
  large: {brand: us, basket: 4}
segments:
  heavy: {share: 30%, need: {purchases: {gamma: {mean: 9 per month, shape: 3}}}}
  light: {share: 70%, departure: {rate: 4% per month, when: start}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 1.4}}, season: [0.7, 1.2, 0.8, 1.3]}
choice:
  inertia: {normal: {mean: 0.85, sd: 0.3}}
  price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}
  taste: {normal: {sd: 0.6}}
  drivers:
    quality: {weight: {lognormal: {median: 0.4, sigma: 0.3}}}
    image:   {equity: brand, weight: 0.25}
purchase: {model: lognormal, units: {lognormal: {median: 1.2, sigma: 0.3}}, variation: 0.4}
experience: {}
departure: {rate: 2% per month}
start: {warm_up: 3 months}
)";
constexpr char lively_scenario[] = R"(scenario: Much at once
world: market.yaml
changes:
  - {change: brands.us.price, by: -10%, from: month 3, over: 3 months}
  - {change: brands.us.ratings.image, by: 0.3, from: month 4}
  - {change: promotions.large.discount, to: 12%, from: month 2, until: month 3, each: 4 months}
  - {change: brands.us.failure, to: 18%, from: month 5, over: 4 months}
  - {change: brands.chain.enters, to: month 6}
investments:
  - {name: launch, amount: 2k, at: month 2}
)";

std::string all_tables(const Study& study, RunOptions options) {
  options.customers = 1500;
  options.replications = 3;
  std::string text;
  for (const Table& table : tables_of(run(study.baseline, study.scenario, options, {}, {})))
    text += to_csv(table, CsvStyle::standard);
  return text;
}

/// The same with people who come in over time, in one segment by the world's list, in the other by its own.
std::string with_arrivals(std::string market) {
  market = replaced(market, "light: {share: 70%, ",
                    "light: {share: 70%, prospects: 40%, arrivals: [500, 0, 700], ");
  return market + "arrivals: [200, 300, 400, 100]\n";
}

/// The same with people who tell each other of their brands, of whom one segment more than the other.
std::string with_talk(std::string market) {
  market = replaced(with_arrivals(market), "share: 30%, ratings",
                    "share: 30%, encouragement: 20%, referral_reward: 2, ratings");
  market = replaced(market, "light: {share: 70%, ", "light: {share: 70%, advocacy: {intend: 3 per month}, ");
  return market + "advocacy: {intend: 1 per month, convert: 30%, persuasion: 0.4, warn: 0.5 per month}\n";
}

/// A market in which all that binds customers beside satisfaction acts and changes.
constexpr char bound_market[] = R"(market: Bound
horizon: 10 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 3.20, unit_cost: 1.10, share: 30%, switching_cost: 0.2}
  rival: {price: 2.90, unit_cost: 1.05, share: 45%}
  rest:  {share: 25%, level: substitute}
  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, awareness: 80%, enters: never}
segments:
  often:  {share: 30%, need: {model: poisson_gamma, purchases: {gamma: {mean: 3 per month, shape: 1.4}}}}
  rarely: {share: 70%, choice: {switching_cost: 0.5}}
need: {probability: {beta: {alpha: 2, beta: 6}}}
choice:
  inertia: {normal: {mean: 0.85, sd: 0.3}}
  nests: {direct: 0.6, substitute: 1}
  habit_half_life: 3 months
  habit_growth: 60%
  switching_cost: 0.3
  price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}
  taste: {normal: {sd: 0.6}}
departure: {rate: 4% per month}
)";
constexpr char bound_scenario[] = R"(scenario: Free and bound
world: market.yaml
changes:
  - {change: choice.switching_cost, to: 0, from: month 3}
  - {change: brands.us.switching_cost, to: 0.8, from: month 4}
  - {change: brands.chain.enters, to: month 6}
)";

Study bound() { return study_of_text(bound_market, bound_scenario); }

Study lively() { return study_of_text(lively_market, lively_scenario); }

/// The only segment of a market alone, of so many people.
SegmentOutcome lived(const std::string& market, int people, std::vector<std::string>* brands = nullptr) {
  Lived all = lived_through(market, people);
  if (brands) *brands = all.stage.brands;
  return std::move(all.scenarios[0][0]);
}

constexpr char one_segment[] = R"(market: Plain
horizon: 10 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 3.20, unit_cost: 1.10, appeal: 0.3}
  rival: {price: 2.90, unit_cost: 1.05, appeal: 0.5}
  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, enters: never}
need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 1.4}}}
choice: {inertia: 0.8, price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}, taste: {normal: {sd: 0.6}}}
departure: {rate: 2% per month}
)";

}  // namespace

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
  for (const int block : {1, 17, 1000}) CHECK(all_tables(study, {.block = block}) == plain);
}

TEST_CASE("so they are where people hear from each other, whatever the lanes, threads and blocks") {
  const Study study = study_of_text(with_talk(lively_market), lively_scenario);
  const std::string plain = all_tables(study, {.threads = 1, .lanes = 1});
  CHECK(plain != all_tables(study_of_text(with_arrivals(lively_market), lively_scenario), {.lanes = 1}));
  for (const int lanes : available_lanes()) {
    INFO(lanes << " lanes");
    CHECK(all_tables(study, {.threads = 3, .lanes = lanes}) == plain);
  }
  for (const int block : {17, 256, 1000}) CHECK(all_tables(study, {.threads = 2, .block = block}) == plain);
  CHECK(all_tables(study, {.threads = 16, .block = 100}) == plain);  // so many threads share a market
}

TEST_CASE("so are those of a market whose customers are bound, whatever the lanes, threads and blocks") {
  const std::string plain = all_tables(bound(), {.threads = 1, .lanes = 1});
  for (const int lanes : available_lanes()) {
    INFO(lanes << " lanes");
    CHECK(all_tables(bound(), {.threads = 3, .lanes = lanes, .block = 100}) == plain);
  }
}

TEST_CASE("results are the same bytes whatever the size of a block") {
  const std::string usual = all_tables(lively(), {.block = 4096});
  for (const int block : {1, 17, 256, 1000}) {
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
  for (const int block : {17, 1000}) CHECK(all_tables(study, {.block = block}) == plain);
}

TEST_CASE("another seed gives other results") {
  CHECK(all_tables(lively(), {.seed = 1}) != all_tables(lively(), {.seed = 2}));
}

TEST_CASE("adding people leaves the lives of the others as they were") {
  const auto sorted = [](SegmentOutcome outcome) {
    std::sort(outcome.lives.begin(), outcome.lives.end(), [](const Life& a, const Life& b) {
      return std::tie(a.first, a.value) < std::tie(b.first, b.value);
    });
    return outcome.lives;
  };
  const auto few = sorted(lived(one_segment, 700)), many = sorted(lived(one_segment, 1100));
  CHECK(few.size() == 700);
  CHECK(std::includes(many.begin(), many.end(), few.begin(), few.end(), [](const Life& a, const Life& b) {
    return std::tie(a.first, a.value) < std::tie(b.first, b.value);
  }));
}

TEST_CASE("a promotion that comes again is the same as that many promotions, to the byte") {
  const std::string head = "scenario: Sale\nworld: market.yaml\nchanges:\n";
  const std::string sale = "  - {change: brands.us.price, by: -15%, over: 2 months, ";
  const std::string again = head + sale + "from: month 2, until: month 3, each: 4 months, times: 3}\n";
  const std::string written_out = head + sale + "from: month 2, until: month 3}\n" + sale +
                                  "from: month 6, until: month 7}\n" + sale +
                                  "from: month 10, until: month 11}\n";
  const std::string tables = all_tables(study_of_text(lively_market, again), {});
  CHECK(tables == all_tables(study_of_text(lively_market, written_out), {}));
  CHECK(tables != all_tables(study_of_text(lively_market, replaced(again, "times: 3", "times: 2")), {}));
}

TEST_CASE("a brand that is listed but never enters changes nothing for the others") {
  const auto with = lived(one_segment, 900);
  const auto without = lived(
      replaced(one_segment, "  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, enters: never}\n", ""),
      900);
  for (int period = 0; period <= 10; ++period)
    for (int brand = 0; brand < 2; ++brand) {
      CHECK(with.tally.of(Tally::customers, period, brand) ==
            without.tally.of(Tally::customers, period, brand));
      CHECK(with.tally.of(Tally::value, period, brand) == without.tally.of(Tally::value, period, brand));
    }
}

TEST_CASE("a further brand changes what people choose but neither when they buy nor when they leave") {
  const auto three = lived(one_segment, 900);
  const auto four = lived(
      replaced(one_segment, "  us: ", "  another: {price: 3.00, unit_cost: 1.00, appeal: 0.1}\n  us: "), 900);
  for (int period = 1; period <= 10; ++period) {
    std::int64_t before = 0, after = 0;
    for (int brand = 0; brand < 3; ++brand) before += three.tally.of(Tally::purchases, period, brand);
    for (int brand = 0; brand < 4; ++brand) after += four.tally.of(Tally::purchases, period, brand);
    CHECK(before == after);
    CHECK(three.tally.departed(period) == four.tally.departed(period));
  }
  CHECK(three.tally.of(Tally::purchases, 1, 0) > four.tally.of(Tally::purchases, 1, 0));
}

TEST_CASE("reordering the brands of a file changes no result") {
  const std::string us = "  us:    {price: 3.20, unit_cost: 1.10, appeal: 0.3}\n",
                    rival = "  rival: {price: 2.90, unit_cost: 1.05, appeal: 0.5}\n";
  std::vector<std::string> names, reordered_names;
  const auto usual = lived(one_segment, 900, &names);
  const auto reordered = lived(replaced(one_segment, us + rival, rival + us), 900, &reordered_names);
  CHECK(names == reordered_names);
  for (int period = 0; period <= 10; ++period)
    for (int brand = 0; brand < 3; ++brand)
      CHECK(usual.tally.of(Tally::value, period, brand) == reordered.tally.of(Tally::value, period, brand));
}

TEST_CASE("an entrant leaves the choices of those who do not take it as they were") {
  // With the incumbents' luck untouched, nobody moves from one incumbent to another in the entrant's first
  // period.
  const Study study = study_of_text(
      one_segment,
      "scenario: Entry\nworld: market.yaml\nchanges:\n  - {change: brands.chain.enters, to: month 4}\n");
  RunOptions options;
  options.customers = 2000;
  options.replications = 1;
  const Stage stage =
      set_stage({&study.baseline, &*study.scenario}, appeals_of(study.baseline.world, 1, {}), options);
  const Outcome outcome = simulate(stage.plan, {}, {});
  const Tally &before = outcome[0][0][0].tally, &after = outcome[0][1][0].tally;
  for (int period = 0; period < 4; ++period)
    for (int brand = 0; brand < 3; ++brand)
      CHECK(before.of(Tally::purchases, period, brand) == after.of(Tally::purchases, period, brand));
  CHECK(after.of(Tally::purchases, 4, 2) > 0);
  for (int brand = 0; brand < 2; ++brand)
    CHECK(after.of(Tally::purchases, 4, brand) < before.of(Tally::purchases, 4, brand));
}

TEST_CASE("32-bit lanes lose nothing that matters against double precision") {
  // Rounding flips a choice now and then; over 5,000 people and 14 months value differs by less than its own
  // error.
  const Study study = lively();
  RunOptions options;
  options.customers = 5000;
  options.replications = 1;
  const auto value = [&](int lanes) {
    options.lanes = lanes;
    const Stage stage = set_stage({&study.baseline}, appeals_of(study.baseline.world, 1, {}), options);
    double sum = 0;
    const Outcome outcome = simulate(stage.plan, {}, {});
    for (const auto& segment : outcome[0][0])
      for (int period = 1; period <= 14; ++period)
        sum += static_cast<double>(segment.tally.of(Tally::value, period, 0));
    return sum;
  };
  CHECK(value(1) == Approx(value(-1)).epsilon(2e-3));
}

TEST_CASE("value by customer and value by period are the same to the last unit") {
  // Customers of today and new ones whose window covers the horizon: here all value is somebody's.
  const auto outcome =
      lived(replaced(one_segment, "people: 10k\n", "people: 10k\nwindow: 10 months\n"), 3000);
  std::int64_t by_person = 0, by_period = 0;
  for (const Life& life : outcome.lives) by_person += life.value;
  for (int period = 0; period <= 10; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
  CHECK(by_person == by_period);
  CHECK(by_period > 0);
}

TEST_CASE(
    "customers at the end are those at the start and the acquired less the lost, and all active people are "
    "somebody's") {
  const auto outcome = lived(one_segment, 3000);
  for (int period = 0; period <= 10; ++period) {
    std::int64_t customers = 0;
    for (int brand = 0; brand < 3; ++brand) customers += outcome.tally.of(Tally::customers, period, brand);
    CHECK(customers == outcome.tally.active(period));
    if (period > 0)
      CHECK(outcome.tally.active(period) ==
            outcome.tally.active(period - 1) - outcome.tally.departed(period));
  }
}

}  // namespace clientele
