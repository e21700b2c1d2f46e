// SPDX-License-Identifier: MIT
// Where equity and its differences come from, of whole runs.
#include <cmath>

#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "sim/study/run.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char sources[] = "value, brand and retention equity";
constexpr char nothing[] = "scenario: None\nworld: market.yaml\n";

/// Two brands between which people choose once a month by appeal and price; cells to fill in.
std::string duel(const std::string& us, const std::string& them, const std::string& choice) {
  return "market: A duel\nperiod: month\nhorizon: 24 months\ndiscount_rate: 10% per year\npeople: "
         "10k\nfocal: us\n"
         "brands:\n  us:   {unit_cost: 4, " +
         us + "}\n  them: {unit_cost: 4, " + them + "}\nchoice: {" + choice + "}\n";
}

RunOptions few(int customers = 2000, int replications = 3) {
  RunOptions options;
  options.customers = customers;
  options.replications = replications;
  options.threads = 2;
  return options;
}

Results run_text(const std::string& market, const std::string& scenario, const RunOptions& options) {
  const Study study = study_of_text(market, scenario);
  return run(study.baseline, study.scenarios, options, {}, {});
}

Results run_world(const std::string& market, const RunOptions& options = few()) {
  const Study study = study_of_text(market, nothing);
  return run(study.baseline, {}, options, {}, {});
}

const EquityRow* row_of(const Results& results, const std::string& of, const std::string& part) {
  for (const auto& row : results.equity)
    if (row.of == of && row.part == part) return &row;
  return nullptr;
}

double part_of(const Results& results, const std::string& of, const std::string& part) {
  const EquityRow* row = row_of(results, of, part);
  if (!row) FAIL("no row " << of << ", " << part);
  return row->value;
}

double sum_of(const Results& results, const std::string& scenario, const std::string& of) {
  double sum = 0;
  for (const auto& row : results.equity)
    if (row.scenario == scenario && row.of == of) sum += row.value;
  return sum;
}

std::string all_bytes(const Results& results, const std::string& but = "") {
  std::string bytes;
  for (const Table& table : tables_of(results))
    if (table.name != but) bytes += to_csv(table, CsvStyle::standard);
  return bytes;
}

/// Something of everything: habit, memory, a programme, contacts, awareness, three brands.
constexpr char rich[] = R"(market: Of everything
horizon: 18 months
discount_rate: 10% per year
people: 40k
focal: us
brands:
  us:     {share: 40%, awareness: 80%, price: 10, unit_cost: 5, ratings: {quality: 4.0, service: 3.7, image: 3.2, ease: 4},
           programme: {enrolment: 20% per month, threshold: 20, reward_cost: 2, utility: 0.4, half_life: 6 months}}
  them:   {share: 35%, awareness: 90%, price: 9, unit_cost: 5, ratings: {quality: 3.6, service: 3.5, image: 3.8, ease: 3}}
  others: {share: 25%}
contacts:
  mail: {cost: 0.3, frequency: 1 per month, utility: 0.1}
need: {model: poisson_gamma, purchases: {gamma: {mean: 1 per month, shape: 2}}}
choice:
  inertia: {normal: {mean: 0.8, sd: 0.2}}
  price_sensitivity: {lognormal: {median: 2, sigma: 0.3}}
  taste: {normal: {sd: 0.8}}
  drivers:
    quality: {equity: value, weight: 0.5}
    image: {equity: brand, weight: 0.3}
    ease: {equity: retention, weight: 0.2}
experience: {product_noise: 0.5, dissatisfied_below: 3.4, disappointment: 0.5}
departure: {rate: 1% per month}
)";

}  // namespace

TEST_CASE(
    "value, brand and retention equity and what is left sum to equity, all of it and of today's customers") {
  const Results results = run_world(rich);
  CHECK(sum_of(results, "Of everything", sources) == Approx(results.headlines[0].equity.mean).epsilon(1e-12));
  CHECK(sum_of(results, "Of everything", std::string(sources) + " of today's customers") ==
        Approx(results.headlines[0].equity_today.mean).epsilon(1e-12));
  CHECK(sum_of(results, "Of everything", "customer equity") ==
        Approx(results.headlines[0].equity.mean).epsilon(1e-12));
  REQUIRE(results.headlines[0].sources);
  CHECK(results.headlines[0].sources->samples == 3);
  for (const auto& part : results.headlines[0].sources->parts) {
    CHECK(std::abs(part.value) > 0);
    REQUIRE(part.mc_error);
    CHECK(*part.mc_error > 0);
  }
}

TEST_CASE("where only the price differs there is only value equity") {
  const Results results =
      run_world(duel("price: 9, appeal: 0", "price: 10, appeal: 0", "price_sensitivity: 4, inertia: 0"));
  CHECK(std::abs(part_of(results, sources, "value")) > 1000);
  CHECK(part_of(results, sources, "brand") == 0);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("where only the appeal differs there is only brand equity") {
  const Results results =
      run_world(duel("price: 10, appeal: 0.5", "price: 10, appeal: 0", "price_sensitivity: 4, inertia: 0"));
  CHECK(part_of(results, sources, "value") == 0);
  CHECK(part_of(results, sources, "brand") > 1000);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("drivers build the kind of equity that they are tagged with") {
  const auto rated = [](const std::string& tag) {
    return run_world(duel("price: 10, appeal: 0, ratings: {ease: 4.5}",
                          "price: 10, appeal: 0, ratings: {ease: 3}",
                          "price_sensitivity: 2, drivers: {ease: {equity: " + tag + ", weight: 0.4}}"));
  };
  for (const std::string tag : {"value", "brand", "retention"}) {
    const Results results = rated(tag);
    for (const std::string part : {"value", "brand", "retention"})
      CHECK((part_of(results, sources, part) > 1000) == (part == tag));
  }
}

TEST_CASE("a brand that fewer have heard of than of its rivals has less than no brand equity") {
  const Results results =
      run_world(duel("price: 10, appeal: 0, awareness: 60%", "price: 10, appeal: 0", "price_sensitivity: 2"));
  CHECK(part_of(results, sources, "value") == 0);
  CHECK(part_of(results, sources, "brand") < -1000);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("without habit, memory and bonds there is no retention equity") {
  const Results results = run_world(duel("price: 9, appeal: 0.3", "price: 10, appeal: 0",
                                         "price_sensitivity: 3, taste: {normal: {sd: 1}}"));
  CHECK(part_of(results, sources, "retention") == 0);
  CHECK(part_of(results, sources, "brand") > 0);
}

TEST_CASE(
    "brands that are alike have neither value nor brand equity, and retention equity grows with habit") {
  const auto retention_at = [](const std::string& inertia) {
    const Results results = run_world(duel("price: 10, appeal: 0.2", "price: 10, appeal: 0.2",
                                           "price_sensitivity: 3, inertia: " + inertia));
    CHECK(part_of(results, sources, "value") == 0);
    CHECK(part_of(results, sources, "brand") == 0);
    return part_of(results, sources, "retention");
  };
  const double weak = retention_at("0.5"), strong = retention_at("1.5");
  CHECK(weak > 1000);
  CHECK(strong > weak);
}

TEST_CASE("a cost of switching that only we impose is retention equity") {
  const Results results = run_world(
      duel("price: 10, appeal: 0, switching_cost: 1", "price: 10, appeal: 0", "price_sensitivity: 2"));
  CHECK(part_of(results, sources, "value") == 0);
  CHECK(part_of(results, sources, "brand") == 0);
  CHECK(part_of(results, sources, "retention") > 1000);
}

TEST_CASE("contacts that change nothing cost retention equity exactly what they cost") {
  const std::string market = duel("price: 10, appeal: 0", "price: 10, appeal: 0", "price_sensitivity: 2") +
                             "contacts:\n  mail: {cost: 0.5, frequency: 1 per month}\n";
  const Results with = run_world(market), without = run_world(replaced(market, "cost: 0.5", "cost: 0"));
  const double cost = without.headlines[0].equity.mean - with.headlines[0].equity.mean;
  CHECK(cost > 1000);
  CHECK(part_of(with, sources, "retention") == Approx(-cost).epsilon(1e-6));
  CHECK(part_of(with, sources, "value") == 0);
}

// Chance to choose us at a price p and an appeal a against 12 and 0: 1 / (1 + exp(−a) (p / 12)²); a
// customer brings p − 4. Of 10,000 people over 24 months at 10 % a year, paid in mid-month.
TEST_CASE("value and brand equity of two brands without habit are those computed by hand") {
  RunOptions exact = few(20000, 8);
  exact.explain = 8;
  const Results results =
      run_world(duel("price: 10, appeal: 0.4", "price: 12, appeal: 0", "price_sensitivity: 2"), exact);
  double discounted = 0;
  for (int month = 1; month <= 24; ++month) discounted += std::pow(1.1, -(month - 0.5) / 12);
  const auto equity = [&](double price, double appeal) {
    return 10000 * discounted * (price - 4) / (1 + std::exp(-appeal) * std::pow(price / 12, 2));
  };
  const double all = equity(10, 0.4), no_value = equity(12, 0.4), no_brand = equity(10, 0),
               none = equity(12, 0);
  const auto check = [&](const std::string& part, double expected) {
    const EquityRow& row = *row_of(results, sources, part);
    INFO(part << ": " << row.value << " ± " << *row.mc_error << ", by hand " << expected);
    CHECK(std::abs(row.value - expected) <
          4 * *row.mc_error + 1e-6 * std::abs(expected));  // single precision
    CHECK(*row.mc_error < 0.01 * all);
  };
  check("value", ((all - no_value) + (no_brand - none)) / 2);
  check("brand", ((all - no_brand) + (no_value - none)) / 2);
  check("none of these", none);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("what movers have of a difference sums to it") {
  const std::string scenario =
      "scenario: Much\nworld: market.yaml\nchanges:\n"
      "  - {change: brands.us.price, by: -10%, from: month 3}\n"
      "  - {change: contacts.mail.frequency, to: 2 per month, from: month 6}\n";
  const Results results = run_text(rich, scenario, few());
  const Against& against = *results.headlines[1].against;
  CHECK(sum_of(results, "Much", "difference by mechanism") == Approx(against.difference.mean).epsilon(1e-9));
  REQUIRE(against.why);
  double sum = 0, before = INFINITY;
  for (const auto& part : against.why->parts) {
    sum += part.value;
    CHECK(std::abs(part.value) <= before);  // the largest first
    before = std::abs(part.value);
  }
  CHECK(sum == Approx(against.difference.mean).epsilon(1e-9));
}

namespace {
constexpr char alone[] =
    "market: Alone\nperiod: month\nhorizon: 24 months\ndiscount_rate: 10% per year\npeople: 10k\nfocal: us\n"
    "brands:\n  us: {price: 10, unit_cost: 4}\ndeparture: {rate: 3% per month, when: end}\n";

std::string change(const std::string& what) {
  return "scenario: Other\nworld: market.yaml\nchanges:\n  - {change: " + what + "}\n";
}
}  // namespace

TEST_CASE("fewer who leave are retention, and a higher price is margin") {
  const auto moved = [](const Results& results, const std::string& part) {
    const EquityRow* row = row_of(results, "difference by mechanism", part);
    return row ? row->value : 0;
  };
  const Results stay = run_text(alone, change("departure.rate, by: -50%"), few());
  const double gain = stay.headlines[1].against->difference.mean;
  CHECK(gain > 1000);
  CHECK(moved(stay, "retention") == Approx(gain).epsilon(1e-9));

  const Results dearer = run_text(alone, change("brands.us.price, by: 20%"), few());
  CHECK(moved(dearer, "revenue per customer") ==
        Approx(dearer.headlines[1].against->difference.mean).epsilon(1e-6));
}

TEST_CASE("two changes share a difference by the mean of both orders") {
  const std::string price = "  - {change: brands.us.price, by: -10%, from: month 3}\n",
                    quality = "  - {change: brands.us.ratings.quality, by: 0.4, from: month 1}\n",
                    head = "scenario: Two\nworld: market.yaml\nchanges:\n";
  const auto gain = [&](const std::string& changes) {
    return run_text(rich, head + changes, few()).headlines[1].against->difference.mean;
  };
  const double both = gain(price + quality), first = gain(price), second = gain(quality);
  const Results results = run_text(rich, head + price + quality, few());
  CHECK(part_of(results, "difference by change", "brands.us.price") ==
        Approx((first + both - second) / 2).epsilon(1e-6));
  CHECK(part_of(results, "difference by change", "brands.us.ratings.quality") ==
        Approx((second + both - first) / 2).epsilon(1e-6));
  CHECK(sum_of(results, "Two", "difference by change") == Approx(both).epsilon(1e-12));
}

TEST_CASE("a single change is the whole difference") {
  const Results results = run_text(rich, change("brands.us.price, by: -10%"), few());
  CHECK(part_of(results, "difference by change", "brands.us.price") ==
        Approx(results.headlines[1].against->difference.mean).epsilon(1e-12));
}

TEST_CASE("more than eight changes share a difference by drawn orders, exactly") {
  std::string scenario = "scenario: Many\nworld: market.yaml\nchanges:\n";
  for (int month = 1; month <= 9; ++month)
    scenario += "  - {change: brands.us.price, by: -2%, from: month " + std::to_string(month) + "}\n";
  const Results results = run_text(rich, scenario, few(200, 2));
  CHECK(sum_of(results, "Many", "difference by change") ==
        Approx(results.headlines[1].against->difference.mean).epsilon(1e-9));
  CHECK(results.headlines[1].against->changes->parts.size() == 9);
  CHECK(row_of(results, "difference by change", "brands.us.price.9"));
}

TEST_CASE("changes of one lever that make no sense apart count together") {
  const std::string scenario =
      "scenario: Together\nworld: market.yaml\nchanges:\n"
      "  - {change: brands.us.price, to: 30, from: month 2}\n"
      "  - {change: brands.us.price, by: -20, from: month 3}\n"
      "  - {change: brands.us.ratings.quality, by: 0.2, from: month 3}\n";
  const Results results = run_text(rich, scenario, few(500, 2));
  REQUIRE(results.headlines[1].against->changes);
  CHECK(results.headlines[1].against->changes->parts.size() == 2);
  CHECK(sum_of(results, "Together", "difference by change") ==
        Approx(results.headlines[1].against->difference.mean).epsilon(1e-9));
}

namespace {
constexpr char in_doubt[] = R"(market: Two of a trade
horizon: 18 months
discount_rate: 10% per year
people: 50k
focal: us
brands:
  us:   {share: 40%, price: 10, unit_cost: 5 to 6, ratings: {service: 3.6}}
  them: {share: 60%, price: 9, unit_cost: 5, ratings: {service: 3.4}}
choice:
  inertia: {normal: {mean: 0.6 to 1.0, sd: 0.2}}
  price_sensitivity: {lognormal: {median: 2 to 3, sigma: 0.3}}
  drivers: {service: {equity: value, weight: 0.4 to 0.7}}
)";
constexpr char perhaps[] = R"(scenario: Perhaps
world: market.yaml
changes:
  - {change: brands.us.ratings.service, by: 0.1 to 0.5, probability: 50%}
  - {change: brands.us.price, by: -5%}
)";

RunOptions drawn(int draws, std::optional<int> explain = {}) {
  RunOptions options = few(300, 1);
  options.draws = draws;
  options.explain = explain;
  return options;
}
}  // namespace

TEST_CASE("equity is explained in the first draws, with an error between their shifts") {
  const Results results = run_text(in_doubt, perhaps, drawn(40));
  REQUIRE(results.headlines[0].sources);
  CHECK(results.headlines[0].sources->samples == 32);
  double equity = 0;
  for (const auto& row : results.samples)
    if (row.scenario == "Two of a trade" && row.draw <= 32) equity += row.customer_equity / 32;
  CHECK(sum_of(results, "Two of a trade", sources) == Approx(equity).epsilon(1e-12));
  for (const auto& part : results.headlines[0].sources->parts) CHECK(*part.mc_error > 0);
  CHECK(run_text(in_doubt, perhaps, drawn(16, 3)).headlines[0].sources->samples == 8);
  CHECK(run_text(in_doubt, perhaps, drawn(16)).headlines[0].sources->samples == 16);
}

TEST_CASE("a change that does not happen in a draw has no part of its difference") {
  const Results results = run_text(in_doubt, perhaps, drawn(32));
  double difference = 0;
  for (const auto& row : results.samples)
    if (row.scenario == "Perhaps") difference += row.net_value / 32;
  CHECK(sum_of(results, "Perhaps", "difference by change") == Approx(difference).epsilon(1e-9));
  const std::string never = replaced(perhaps, "probability: 50%", "probability: 0%");
  const Results only_price = run_text(in_doubt, never, drawn(16));
  CHECK(part_of(only_price, "difference by change", "brands.us.ratings.service") == 0);
  CHECK(part_of(only_price, "difference by change", "brands.us.price") != 0);
}

TEST_CASE("explaining equity changes no other table, and none is asked for with 0") {
  const Results with = run_text(in_doubt, perhaps, drawn(16)),
                without = run_text(in_doubt, perhaps, drawn(16, 0));
  CHECK(all_bytes(with, "equity") == all_bytes(without, "equity"));
  CHECK_FALSE(without.headlines[0].sources);
  CHECK_FALSE(without.headlines[1].against->why);
  CHECK_FALSE(row_of(without, "difference by mechanism", "retention"));
}

TEST_CASE("what explains equity is the same bytes for any number of threads, lanes and blocks") {
  RunOptions other = few();
  other.threads = 1;
  other.lanes = 1;
  other.block = 128;
  const std::string scenario =
      "scenario: Two\nworld: market.yaml\nchanges:\n"
      "  - {change: brands.us.price, by: -10%, from: month 3}\n"
      "  - {change: brands.us.unit_cost, by: 2%}\n";
  CHECK(all_bytes(run_text(rich, scenario, few())) == all_bytes(run_text(rich, scenario, other)));
}

TEST_CASE("large populations are explained in fewer replications, unless more are asked for") {
  const std::string market = duel("price: 10, appeal: 0", "price: 9, appeal: 0", "price_sensitivity: 2");
  CHECK(run_world(market, few(20000, 4)).headlines[0].sources->samples == 2);
  RunOptions asked = few(20000, 4);
  asked.explain = 4;
  CHECK(run_world(market, asked).headlines[0].sources->samples == 4);
}

TEST_CASE("equity is not explained where there is no rival or no utility") {
  CHECK_FALSE(run_world(alone).headlines[0].sources);
  const std::string matrix =
      "market: By matrix\nhorizon: 6 months\ndiscount_rate: 10% per year\npeople: 10k\nfocal: us\nbrands:\n"
      "  us:   {share: 50%, price: 10, unit_cost: 4}\n  them: {share: 50%, price: 10, unit_cost: 4}\n"
      "choice:\n  model: switching_matrix\n  switching: {us: {us: 70%, them: 30%}, them: {us: 30%, them: "
      "70%}}\n";
  CHECK_FALSE(run_world(matrix).headlines[0].sources);
  CHECK(row_of(run_world(matrix), "customer equity", "today's customers"));
}

TEST_CASE("a stop while equity is explained keeps the rest and says so") {
  const Study study = study_of_text(rich, nothing);
  std::stop_source stop;
  const Results results = run(
      study.baseline, {}, few(500, 2),
      [&](double done) {
        if (done > 0.1) stop.request_stop();
      },
      stop.get_token());
  CHECK(results.replications == 2);
  CHECK(results.interrupted);
  CHECK_FALSE(results.headlines[0].sources);
  REQUIRE_FALSE(results.warnings.empty());
}

}  // namespace clientele
