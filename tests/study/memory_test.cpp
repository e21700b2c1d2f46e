// SPDX-License-Identifier: MIT
// How much memory samples take, and what becomes of more of them than fit.
#include <cmath>

#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "sim/study/forecast.hpp"
#include "sim/study/sampling.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char market[] = R"(market: Two of a trade
horizon: 12 months
discount_rate: 10% per year
people: 500
focal: us
brands:
  us:   {appeal: 0.2 to 0.4, price: 10, unit_cost: 5 to 6}
  them: {appeal: 0.5, price: 9, unit_cost: 5}
need: {model: poisson_gamma, purchases: {gamma: {mean: 1 per month, shape: 2}}}
choice: {inertia: 0.6 to 1.0, price_sensitivity: 2 to 3}
departure: {rate: 1% per month}
)";
constexpr char cheaper[] = R"(scenario: Cheaper
world: market.yaml
changes:
  - {change: brands.us.price, by: -5%}
)";

RunOptions with_draws(int draws) {
  RunOptions options;
  options.customers = 500;
  options.draws = draws;
  options.threads = 2;
  return options;
}

Results results_with(RunOptions options, double table_memory) {
  const Study study = study_of_text(market, cheaper);
  options.table_memory = table_memory;
  return run(study.baseline, study.scenarios, options, {}, {});
}

std::string bytes_of(const Results& results) {
  std::string bytes;
  for (const Table& table : tables_of(results)) bytes += to_csv(table, CsvStyle::standard);
  return bytes;
}

}  // namespace

TEST_CASE("draws that do not fit leave verdicts as they are, and tables by period but for a bin") {
  const Results all = results_with(with_draws(256), 512e6), few = results_with(with_draws(256), 1);
  CHECK(bytes_of(all) != bytes_of(few));
  const auto table = [](const Results& results, const std::string& name) {
    for (const Table& one : tables_of(results))
      if (one.name == name) return to_csv(one, CsvStyle::standard);
    FAIL("no table " << name);
    return std::string();
  };
  for (const char* name : {"summary", "comparison", "equity", "draws"})
    CHECK(table(all, name) == table(few, name));
  REQUIRE(all.by_period.size() == few.by_period.size());
  int known = 0;
  for (std::size_t i = 0; i < all.by_period.size(); ++i) {
    const auto &exact = all.by_period[i].estimate, &in_bins = few.by_period[i].estimate;
    REQUIRE(exact.has_value() == in_bins.has_value());
    if (!exact) continue;
    ++known;
    const double bin = 0.1 * exact->sd + 1e-9 * std::abs(exact->mean);  // the range of 64 draws is about 5 sd
    if (std::abs(in_bins->mean - exact->mean) > 1e-9 * (1 + std::abs(exact->mean)) ||
        std::abs(in_bins->p05 - exact->p05) > bin || std::abs(in_bins->p95 - exact->p95) > bin)
      FAIL(all.by_period[i].metric << ": " << in_bins->p05 << " to " << in_bins->p95 << " is not "
                                   << exact->p05 << " to " << exact->p95);
  }
  CHECK(known > 1000);
}

TEST_CASE("bins give the same bytes for any number of threads, and whether precision or draws ask for them") {
  RunOptions one = with_draws(128), other = with_draws(64);
  one.threads = 5;
  const std::string bytes = bytes_of(results_with(one, 1));
  CHECK(bytes == bytes_of(results_with(with_draws(128), 1)));
  other.precision = Precision{.share = 0, .amount = 1};  // never reached: 64, 128, 256 … draws
  std::stop_source stop;
  const Study study = study_of_text(market, cheaper);
  other.table_memory = 1;
  const Results until = run(
      study.baseline, study.scenarios, other,
      [&](double done) {
        static int rounds = 0;
        if (done == 1 && ++rounds == 2) stop.request_stop();
      },
      stop.get_token());
  REQUIRE(until.draws == 128);
  CHECK(bytes == bytes_of(until));
}

TEST_CASE("the memory that is foretold is what samples take") {
  const Study study = study_of_text(market, cheaper);
  std::vector<Scenario> scenarios = {study.baseline};
  for (const auto& scenario : study.scenarios) scenarios.push_back(scenario);
  const Settled today = settle(study.baseline.world, 1, {}, {});
  for (const double allowed : {512e6, 1.0}) {
    RunOptions options = settled(with_draws(128), scenarios);
    options.table_memory = allowed;
    const Samples samples = take_samples(scenarios, options, {}, {});
    double bytes = 0;
    for (const auto* some : {&samples.main, &samples.same_people, &samples.other_people})
      for (const Findings& sample : *some)
        bytes += static_cast<double>(bytes_of_long_tables(sample) +
                                     8 * (sample.summary.values.size() + sample.summary_expected.size()));
    const MemoryForecast forecast = memory_of_run(scenarios, today, options);
    CHECK(forecast.in_bins == (allowed == 1.0));
    if (!forecast.in_bins) CHECK(forecast.tables == Approx(bytes).epsilon(0.1));
    CHECK(forecast.people == 24.0 * 500 * 2 * 2);  // lives of 500 people, 2 scenarios, 2 threads
  }
  RunOptions many = with_draws(8192), fewer = with_draws(4096);
  const double beyond =
      memory_of_run(scenarios, today, many).tables - memory_of_run(scenarios, today, fewer).tables;
  many.table_memory = fewer.table_memory = 1;
  CHECK(memory_of_run(scenarios, today, many).tables - memory_of_run(scenarios, today, fewer).tables <
        beyond / 3);
}

}  // namespace clientele
