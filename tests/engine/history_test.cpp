// SPDX-License-Identifier: MIT
// Customers with a past: whether they are there still, and how they go on.
#include "models/history/posterior.hpp"
#include "sim/random/trait_table.hpp"
#include "sim/study/formulas.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char shop[] = R"(market: Listed
period: week
horizon: 39 weeks
discount_rate: 15% per year
people: 1000
focal: us
brands: {us: {price: 1, unit_cost: 0}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 0.0550521069 per week, shape: 0.243}}}
departure: {model: beta_geometric, per: purchase, chance: {beta: {alpha: 0.793, beta: 2.426}}}
history: {purchases: 2, last_purchase: 30.43 weeks, observed_for: 38.86 weeks}
)";

double purchases_each(const std::string& market, int people) {
  const Lived lived = lived_through(market, people);
  double purchases = 0;
  const int last = lived.scenarios[0][0].tally.periods();
  for (int t = 1; t <= last; ++t) purchases += lived.of(0, t).purchases;
  return purchases / lived.of(0, 1).people;
}

double formula(const std::string& market) {
  return *purchases_by_formula(study_of_text(market, "scenario: None\nworld: market.yaml\n").baseline.world);
}

const std::string cohort_past =
    "history: {purchases: 2, last_purchase: 30.43 weeks, observed_for: 38.86 weeks}";

}  // namespace

TEST_CASE("a customer who bought twice buys as often again as the BG/NBD expects") {
  CHECK(formula(shop) == Approx(1.226).margin(5e-4));
  CHECK(purchases_each(shop, 200000) == Approx(formula(shop)).margin(4 * std::sqrt(3.5 / 200000)));
}

TEST_CASE("as many are customers still today as their chances say") {
  const Lived lived = lived_through(shop, 100000);
  CHECK(lived.of(0, 0).active / 1000 == Approx(0.72658).margin(4 * std::sqrt(.2 / 100000)));
  CHECK(lived.of(0, 0).customers_at_end == lived.of(0, 0).active);
}

TEST_CASE("so they do by the Pareto/NBD, and where nobody ever leaves") {
  const std::string pareto =
      replaced(shop, "{model: beta_geometric, per: purchase, chance: {beta: {alpha: 0.793, beta: 2.426}}}",
               "{model: gamma_rate, hazard: {gamma: {mean: 0.0519325 per week, shape: 0.606}}}");
  CHECK(purchases_each(pareto, 200000) == Approx(formula(pareto)).margin(4 * std::sqrt(3.5 / 200000)));
  // Without leaving: gamma(r + x, alpha + T), 39 weeks.
  const std::string loyal = replaced(
      shop,
      "departure: {model: beta_geometric, per: purchase, chance: {beta: {alpha: 0.793, beta: 2.426}}}\n", "");
  CHECK(purchases_each(loyal, 200000) ==
        Approx(39 * 2.243 / (4.414 + 38.86)).margin(4 * std::sqrt(5.0 / 200000)));
}

TEST_CASE("contracts that were renewed are left less often: beta(a, b + n), Fader and Hardie 2010") {
  const std::string market = R"(market: Renewals
period: year
horizon: 40 years
discount_rate: 10% per year
cash_flow: start
people: 1000
focal: us
brands: {us: {price: 1, unit_cost: 0}}
departure: {model: beta_geometric, when: start, chance: {beta: {alpha: 3.8, beta: 15.2}}}
history: {tenure: 4 years}
)";
  const Lived lived = lived_through(market, 200000);
  const Spread values = values_of_existing(lived.books(), lived.scenarios[0], -1);
  // 3.8421 for ever; the formula over 40 years is what is simulated.
  const double expected =
      *value_by_formula(study_of_text(market, "scenario: None\nworld: market.yaml\n").baseline.world);
  CHECK(expected == Approx(3.8421).margin(0.06));
  CHECK(values.mean() == Approx(expected).margin(4 * values.sd() / std::sqrt(200000)));
}

TEST_CASE("who leaves by a chance that is not beta distributed is judged by his stay all the same") {
  // Uniform on 0..0.4, after n stays: density in proportion to (1 - q)^n, mean known exactly.
  const std::string market = R"(market: Uniform
horizon: 1 month
discount_rate: 10% per year
people: 1000
focal: us
brands: {us: {price: 1, unit_cost: 0}}
departure: {model: beta_geometric, chance: {uniform: {low: 0, high: 0.4}}}
history: {tenure: 10 months}
)";
  const auto power = [](double n) { return (1 - std::pow(0.6, n)) / n; };
  const double stays = power(12) / power(11);  // E[1 - q] under (1 - q)^10
  const Lived lived = lived_through(market, 400000);
  CHECK(lived.of(0, 1).active / 1000 == Approx(stays).margin(4 * std::sqrt(.06 / 400000)));
}

TEST_CASE("a lognormal pace is narrowed by its purchases, number by number") {
  const Trait pace{Distribution::lognormal, {0.5}, {0.8}};
  const TraitTable after = table_given(table_of(pace), [](double x) {
    return log_likelihood_of_rate(x, {6, 4});
  });
  // The mean by a sum over the density before, on another grid.
  double weight = 0, sum = 0, found = 0;
  for (int k = 0; k < 4000; ++k) {
    const double z = -8 + 16 * (k + 0.5) / 4000, x = 0.5 * std::exp(0.8 * z);
    const double w = std::exp(-z * z / 2 + log_likelihood_of_rate(x, {6, 4}));
    weight += w;
    sum += w * x;
  }
  for (int k = 0; k < 20000; ++k) {
    const double z = -5.5 + 11 * (k + 0.5) / 20000;
    found += 11.0 / 20000 * std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979) * after.at(z);
  }
  CHECK(found == Approx(sum / weight).epsilon(1e-4));
}

TEST_CASE("a trait given nothing is what it was") {
  const TraitTable before = table_of({Distribution::lognormal, {0.5}, {0.8}});
  const TraitTable after = table_given(before, [](double) { return 0.0; });
  for (const double z : {-3.0, -1.0, 0.0, 0.5, 2.0, 4.0})
    CHECK(after.at(z) == Approx(before.at(z)).epsilon(1e-3));
}

TEST_CASE("spending goes on as it was: gamma-gamma with the customer's own mean") {
  const std::string market = replaced(shop, "history: {",
                                      "purchase: {model: gamma_gamma, within_shape: 6.25, between_shape: "
                                      "3.74, scale: 15.44}\nhistory: {units: 100, ");
  const Lived lived = lived_through(market, 200000);
  double units = 0, purchases = 0;
  for (int t = 1; t <= 39; ++t) units += lived.of(0, t).units, purchases += lived.of(0, t).purchases;
  const double expected = 6.25 * (15.44 + 2 * 100) / (3.74 + 6.25 * 2 - 1);
  CHECK(units / purchases == Approx(expected).epsilon(0.01));
}

TEST_CASE("the same bytes for any lanes and blocks where each customer has a past of his own") {
  const std::string csv =
      "customer,purchases,last_purchase,observed_for\nA,2,30.43,38.86\n\"B, b\",0,0,38.86\nC,26,30.86,31\n";
  const std::string market =
      replaced(replaced(shop, cohort_past, "history: customers.csv"), "people: 1000\n", "");
  const Study study = read_study({"market.yaml"}, {}, [&](const std::filesystem::path& file) {
    return file.filename() == "customers.csv" ? csv : market;
  });
  CHECK(study.baseline.world.market.people.value == 3);
  CHECK(study.sources.size() == 2);
  RunOptions options;
  options.customers = 1000;
  options.replications = 2;
  options.explain = 0;
  const auto lives = [&](int lanes, int block) {
    options.lanes = lanes;
    options.block = block;
    const Results results = run(study.baseline, {}, options, {}, {});
    return std::pair(results.headlines[0].equity.mean, results.headlines[0].customers_end.mean);
  };
  const auto plain = lives(1, 4096);
  for (const int lanes : available_lanes()) CHECK(lives(lanes, 4096) == plain);
  CHECK(lives(0, 17) == plain);
}

}  // namespace clientele
