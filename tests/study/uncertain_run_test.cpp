// SPDX-License-Identifier: MIT
// Whole runs of worlds in which something is not known.
#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "sim/study/run.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// Payments of 100 at t = 0, 1, 2 …, 10 % a year, one retention for all: r ~ Beta(80, 20).
constexpr char one_retention[] = R"(market: One retention rate that nobody knows
period: year
horizon: 120 years
discount_rate: 10% per year
cash_flow: start
people: 10k
focal: us
brands:
  us: {price: 100, unit_cost: 0}
need: {model: regular}
departure: {rate: beta(20, 80) per year, when: end}
)";

constexpr char rivals[] = R"(market: Two of a trade
horizon: 24 months
discount_rate: 10% per year
people: 50k
focal: us
brands:
  us:   {share: 40%, price: 10, unit_cost: 5 to 6, ratings: {service: 3.6}}
  them: {share: 60%, price: 9, unit_cost: 5, ratings: {service: 3.4}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 1 per month, shape: 2}}}
choice:
  inertia: {normal: {mean: 0.6 to 1.0, sd: 0.2}}
  price_sensitivity: {lognormal: {median: 2 to 3, sigma: 0.3}}
  drivers:
    service: {equity: value, weight: 0.4 to 0.7}
departure: {rate: 1% per month}
)";

constexpr char service[] = R"(scenario: Better service
world: market.yaml
changes:
  - {change: brands.us.ratings.service, by: 0.1 to 0.3, from: month 3}
investments:
  - {name: training, amount: 50k to 80k, at: month 1}
)";

RunOptions small(int draws, int customers = 500) {
  RunOptions options;
  options.draws = draws;
  options.customers = customers;
  options.threads = 2;
  options.explain = 0;
  return options;
}

std::string all_bytes(const Results& results) {
  std::string bytes;
  for (const Table& table : tables_of(results)) bytes += to_csv(table, CsvStyle::standard);
  return bytes;
}

Results run_text(const std::string& market, const std::string& scenario, const RunOptions& options) {
  const Study study = study_of_text(market, scenario);
  return run(study.baseline, study.scenarios, options, {}, {});
}

double part_of(const Results& results, const std::string& of, const std::string& part) {
  for (const auto& row : results.equity)
    if (row.of == of && row.part == part) return row.value;
  FAIL("no row " << of << ", " << part);
  return 0;
}

Results with_people(const std::string& people, int customers, int draws, int replications = 1) {
  const std::string market = replaced(one_retention, "people: 10k", "people: " + people);
  RunOptions options = small(draws, customers);
  options.replications = replications;
  return run_text(market, "scenario: None\nworld: market.yaml\n", options);
}

}  // namespace

// Known: mean 373.201726 a customer; sd of the mean of N customers 55.20 (100), 50.161 (10,000); share of the
// variance due to the parameter 82.4 %, 99.8 %. Errors stated are of this many draws.
TEST_CASE("known answer: more customers cannot shrink what we do not know") {
  const Results many = with_people("10k", 10000, 64);
  CHECK(many.headlines[0].clv.mean == Approx(373.201726).margin(4 * many.headlines[0].clv.mc_error + 0.05));
  CHECK(many.headlines[0].clv.sd == Approx(50.161).epsilon(0.03));
  CHECK(part_of(many, "spread of customer equity", "assumptions") ==
        Approx(0.998).margin(0.002));  // 4 standard errors of 32 doubled draws

  const Results hundred = with_people("100", 100, 1024);
  CHECK(hundred.headlines[0].clv.sd == Approx(55.20).epsilon(0.05));
  CHECK(part_of(hundred, "spread of customer equity", "assumptions") == Approx(0.824).margin(0.08));
}

TEST_CASE("known answer: what only simulating few people adds is taken out of the spread") {
  // 10,000 people of whom 100 are simulated: the same spread as above, not the 55.20 that the draws show.
  const Results few = with_people("10k", 100, 512);
  CHECK(few.headlines[0].clv.sd == Approx(50.161).epsilon(0.06));
  CHECK(part_of(few, "spread of customer equity", "assumptions") > 0.98);
}

TEST_CASE("at length: several populations in a draw do not even out the luck that a small firm has") {
  // As the 55.20 above; means of four populations alone would spread by 51.5.
  const Results hundred = with_people("100", 100, 512, 4);
  CHECK(hundred.headlines[0].clv.sd == Approx(55.20).epsilon(0.04));
  CHECK(part_of(hundred, "spread of customer equity", "assumptions") == Approx(0.824).margin(0.08));
}

TEST_CASE("draws give the same bytes for any number of threads, lanes and blocks") {
  RunOptions one = small(16), other = small(16);
  one.threads = 1;
  other.threads = 3;
  other.lanes = 1;
  other.block = 128;
  const std::string bytes = all_bytes(run_text(rivals, service, one));
  CHECK(bytes == all_bytes(run_text(rivals, service, other)));
  CHECK(bytes.find("choice.inertia.mean") != std::string::npos);
}

TEST_CASE("what scenarios do not know in different ways has a column each, told apart by how it is written") {
  const Study study = study_of_text(rivals, service);
  Scenario less = study.scenarios.front();
  const Study other = study_of_text(rivals, replaced(service, "0.1 to 0.3", "0.05 to 0.1"));
  less.name = "Somewhat better service";
  less.changes = other.scenarios.front().changes;
  const Results results = run(study.baseline, {study.scenarios.front(), less}, small(8), {}, {});
  std::vector<std::string> names;
  for (const Unknown& one : results.unknowns) names.push_back(one.path);
  const auto named = [&](const std::string& name) { return std::count(names.begin(), names.end(), name); };
  CHECK(named("changes.brands.us.ratings.service: 0.1 to 0.3") == 1);
  CHECK(named("changes.brands.us.ratings.service: 0.05 to 0.1") == 1);
  CHECK(named("investments.training") == 1);
}

TEST_CASE("a scenario and its odds fit together") {
  const Results results = run_text(rivals, service, small(64));
  REQUIRE(results.headlines.size() == 2);
  const Against& against = *results.headlines[1].against;
  REQUIRE(against.odds);
  CHECK(against.odds->best.value + results.staying->best.value == Approx(1));
  CHECK(against.odds->better.value + against.odds->loss.value == Approx(1));
  CHECK(against.odds->worst.value < against.net_value);
  CHECK(against.difference.mean > 0);
  CHECK(against.net.mean == Approx(against.net_value));
  CHECK(results.best.has_value() == (against.net.mean > 0));
  CHECK(against.investment > 50e3);
  CHECK(against.investment < 80e3);
  CHECK(*against.pairing_gain > 3);
  const double parts =
      against.spread->assumptions.value + against.spread->mix.value + against.spread->chance.value;
  CHECK(parts == Approx(1));
  CHECK(results.unknowns.size() == 6);
  for (const auto& row : results.comparison)
    if (row.metric == "customer_equity")
      CHECK(row.difference->mean == Approx(row.value->mean - row.baseline->mean).epsilon(1e-9));
}

TEST_CASE("a scenario that changes nothing is certain to make no difference") {
  const Results results = run_text(rivals, "scenario: None\nworld: market.yaml\n", small(16));
  const Against& against = *results.headlines[1].against;
  CHECK(against.difference.mean == 0);
  CHECK(against.difference.mc_error == 0);
  CHECK(against.odds->loss.value == 0);
  CHECK(against.odds->better.value == 0);
}

TEST_CASE("shares of today come out in every draw") {
  const Results results = run_text(rivals, "scenario: None\nworld: market.yaml\n", small(16, 4000));
  for (const auto& row : results.by_period)
    if (row.metric == "share_of_purchases" && row.brand == "us" && row.period == 1) {
      CHECK(row.estimate->mean == Approx(0.4).margin(0.006));
      CHECK(row.estimate->p05 > 0.37);
      CHECK(row.estimate->p95 < 0.43);
    }
}

TEST_CASE("draws are doubled until the difference is as exact as was asked") {
  RunOptions options = small(8, 300);
  options.precision = Precision{.share = 0.05};
  const Results results = run_text(rivals, service, options);
  const Against& against = *results.headlines[1].against;
  CHECK(results.draws > 8);
  CHECK((against.high - against.low) / 2 <= 0.05 * against.difference.mean);
  CHECK_FALSE(results.interrupted);
  options.precision.reset();
  options.draws = results.draws;
  CHECK(all_bytes(run_text(rivals, service, options)) == all_bytes(results));
}

TEST_CASE("a stop keeps whole eights of draws, and these are those of a shorter run") {
  const Study study = study_of_text(rivals, service);
  std::stop_source source;
  const Results kept = run(
      study.baseline, study.scenarios, small(64, 200),
      [&](double done) {
        if (done >= 0.25) source.request_stop();
      },
      source.get_token());
  CHECK(kept.interrupted);
  CHECK(kept.draws == 16);
  CHECK(kept.draws_asked == 64);
  CHECK(all_bytes(run_text(rivals, service, small(16, 200))) == all_bytes(kept));
}

TEST_CASE("an entry that may not come happens in its part of the draws") {
  std::string market =
      replaced(rivals, "need: {model: poisson_gamma",
               "  late: {appeal: 0, price: 9, unit_cost: 5, ratings: {service: 3.4}, enters: month 6, "
               "entry_probability: 40%}\nneed: {model: poisson_gamma");
  const Results results = run_text(market, "scenario: None\nworld: market.yaml\n", small(64, 300));
  int came = 0, draws = 0;
  for (const Unknown& unknown : results.unknowns)
    if (unknown.path.find("late") != std::string::npos)
      for (const double luck : unknown.by_draw) ++draws, came += luck < 0.4;
  REQUIRE(draws == 64);
  CHECK(came == Approx(0.4 * 64).margin(3));
}

namespace {

constexpr char cut[] =
    "scenario: Cut\nworld: market.yaml\nchanges:\n  - {change: brands.us.price, by: -10%, from: month 2}\n";

/// A rival who follows our price down, perhaps.
std::string answered(const std::string& probability) {
  return replaced(rivals, "price: 9, unit_cost: 5,",
                  "price: 9, unit_cost: 5, reaction: {model: match_price, share: 100%, least_margin: 0.1, "
                  "probability: " +
                      probability + "},");
}

}  // namespace

TEST_CASE("whether a rival answers is drawn anew in each draw") {
  const auto gain = [](const std::string& probability) {
    return run_text(answered(probability), cut, small(32)).headlines[1].against->difference.mean;
  };
  const double never = gain("0%"), always = gain("100%"), perhaps = (gain("50%") - never) / (always - never);
  CHECK(perhaps == Approx(0.5).margin(0.36));  // 4 standard errors of 32 draws
  CHECK(perhaps > 0.05);
  CHECK(perhaps < 0.95);
}

TEST_CASE("replications that a precision adds have answers of their own, as if asked for at once") {
  std::string known = answered("50%");
  for (const auto& [range, middle] : {std::pair("5 to 6", "5"), std::pair("0.6 to 1.0", "0.8"),
                                      std::pair("2 to 3", "2.5"), std::pair("0.4 to 0.7", "0.5")})
    known = replaced(known, range, middle);
  RunOptions precise = small(0, 200);
  precise.replications = 2;
  precise.precision = Precision{.share = 0.25};
  const Results results = run_text(known, cut, precise);
  REQUIRE(results.replications > 4);
  RunOptions at_once = small(0, 200);
  at_once.replications = results.replications;
  CHECK(all_bytes(results) == all_bytes(run_text(known, cut, at_once)));
}

}  // namespace clientele
