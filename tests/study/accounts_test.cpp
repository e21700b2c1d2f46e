// SPDX-License-Identifier: MIT
// The accounts close, on every world and scenario that is shipped, to the last person and the last unit of
// money.
#include "sim/study/accounts.hpp"
#include "places.hpp"

#include "sim/study/cash.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> shipped() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(CLIENTELE_SOURCE_DIR) / "scenarios"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// A study as it was simulated, small.
struct Simulated {
  Stage stage;
  Outcome outcome;
  std::vector<Scenario> scenarios;

  Books books() const { return {stage.plan, stage.scales, stage.brands}; }
};

Simulated lived(const fs::path& file) {
  const Study study = read_study({file}, {});
  RunOptions options;
  options.customers = 400;
  options.replications = 1;
  std::vector<Scenario> scenarios = {study.baseline};
  if (!study.scenarios.empty()) scenarios.push_back(study.scenarios.front());
  std::vector<const Scenario*> beside;
  for (const auto& scenario : scenarios) beside.push_back(&scenario);
  // Appeals of zero: the accounts have to close whatever the shares.
  Stage stage = set_stage(beside, std::vector<double>(study.baseline.world.brands.size()), options);
  Outcome outcome = simulate(stage.plan, {}, {});
  return {std::move(stage), std::move(outcome), std::move(scenarios)};
}

/// Calls `check` with the people of every segment in every shipped world and scenario.
template <class F>
void with_every_segment(F check) {
  for (const auto& file : shipped()) {
    const Simulated lives = lived(file);
    for (std::size_t scenario = 0; scenario < lives.outcome[0].size(); ++scenario)
      for (std::size_t segment = 0; segment < lives.outcome[0][scenario].size(); ++segment) {
        INFO(file.string() << ", scenario " << scenario << ", segment " << segment);
        check(lives.outcome[0][scenario][segment],
              *lives.stage.plan.scenarios[scenario].courses.front()[segment],
              lives.stage.plan.population[segment].people);
      }
  }
}

}  // namespace

TEST_CASE("all people of a shipped world are some brand's customers while they are there, or have lapsed") {
  with_every_segment([](const SegmentOutcome& outcome, const SegmentTables& tables, int people) {
    const Tally& tally = outcome.tally;
    std::int64_t there = tally.active(0);
    REQUIRE(there <= people);
    for (int period = 0; period <= tally.periods(); ++period) {
      std::int64_t customers = 0;
      for (int brand = 0; brand < tally.brands(); ++brand)
        customers += tally.of(Tally::customers, period, brand);
      there += tally.arrived(period) + tally.came_back(period) - tally.departed(period);
      REQUIRE(there == tally.active(period));
      if (tables.view.lost_after > 0)
        REQUIRE(customers <= there);
      else
        REQUIRE(customers == there);
    }
  });
}

TEST_CASE("in every shipped world those acquired less those lost are the change in customers, by reason") {
  with_every_segment([](const SegmentOutcome& outcome, const SegmentTables& tables, int) {
    const Tally& tally = outcome.tally;
    for (int period = 1; period <= tally.periods(); ++period) {
      std::int64_t lost_by_all = 0, acquired_by_all = 0, lost_by_us = 0, won_by_us = 0, lapsed = 0;
      // People who are there and nobody's customers: more of them than before, at most those who lapse now.
      std::int64_t nobodys = tally.active(period) - tally.active(period - 1);
      for (int brand = 0; brand < tally.brands(); ++brand) {
        const std::int64_t before = tally.of(Tally::customers, period - 1, brand),
                           after = tally.of(Tally::customers, period, brand),
                           retained = tally.of(Tally::retained, period, brand);
        std::int64_t lost = 0;
        for (int why = 0; why < all_reasons; ++why)
          lost += tally.lost(static_cast<Reason>(why), period, brand);
        REQUIRE(lost == before - retained);
        REQUIRE(after - retained - lost == after - before);
        lapsed += tally.lost(Reason::lapsed, period, brand);
        nobodys -= after - before;
        lost_by_all += lost;
        acquired_by_all += after - retained;
      }
      // Whoever is lost to one brand is won by another, or has lapsed, or has left.
      const std::int64_t come = tally.arrived(period) + tally.came_back(period);
      REQUIRE(lost_by_all + come == acquired_by_all + tally.departed(period) + nobodys);
      REQUIRE(nobodys <= lapsed);
      if (tables.view.lost_after == 0) REQUIRE(nobodys == 0);
      for (int why = 0; why < all_reasons; ++why)
        for (int other = 0; other <= tally.brands(); ++other) {
          lost_by_us += tally.lost_by_us(static_cast<Reason>(why), period, other);
          won_by_us += tally.won_by_us(static_cast<Reason>(why), period, other);
        }
      REQUIRE(lost_by_us == tally.of(Tally::customers, period - 1, 0) - tally.of(Tally::retained, period, 0));
      if (!tables.view.joins && !tables.view.return_rate &&
          tables.view.lost_after == 0)  // else some come from no brand
        REQUIRE(won_by_us == tally.of(Tally::customers, period, 0) - tally.of(Tally::retained, period, 0));
    }
  });
}

TEST_CASE("in every shipped world money by person is money by period, and so is that of today's customers") {
  with_every_segment([](const SegmentOutcome& outcome, const SegmentTables&, int people) {
    const Tally& tally = outcome.tally;
    REQUIRE(outcome.lives.size() == static_cast<std::size_t>(people));
    std::int64_t by_person = 0, existing_by_person = 0, by_period = 0, existing_by_period = 0;
    for (const Life& life : outcome.lives) {
      by_person += life.value;
      if (life.first == 0) existing_by_person += life.value;
    }
    for (int start = 0; start <= tally.brands(); ++start) by_person += tally.late_value(start);
    for (int period = 0; period <= tally.periods(); ++period) {
      by_period += tally.of(Tally::value, period, 0);
      existing_by_period += tally.of(Tally::existing, period, 0);
    }
    REQUIRE(by_person == by_period);
    REQUIRE(existing_by_person == existing_by_period);
  });
}

TEST_CASE("in every shipped world cash by year, discounted by period, is the customer equity of each brand") {
  for (const auto& file : shipped()) {
    INFO(file.string());
    const Simulated lives = lived(file);
    const Books books = lives.books();
    for (int scenario = 0; scenario < static_cast<int>(lives.scenarios.size()); ++scenario) {
      Findings findings;
      findings.keys = Keys::kept;
      tabulate_cash({books, scenario, lives.outcome[0][scenario], lives.scenarios[scenario], 0}, findings);
      const auto& discount = lives.stage.plan.scenarios[scenario].courses.front().front()->discount;
      for (int brand = 0; brand < static_cast<int>(books.brands.size()); ++brand) {
        const auto periods = totals_by_period(books, scenario, lives.outcome[0][scenario], -1, brand);
        const Totals all = over_horizon(periods);
        if (!all.priced) continue;
        double equity = 0, contribution = 0, cash = 0, by_segment = 0;
        for (std::size_t period = 0; period < periods.size(); ++period) {
          equity += periods[period].contribution * discount[period];
          contribution += periods[period].contribution;
        }
        for (std::size_t row = 0; row < findings.cash.rows.size(); ++row)
          if (findings.cash.rows[row].brand == books.brands[brand] &&
              findings.cash.rows[row].item == "contribution")
            cash += findings.cash.values[row];
        for (int segment = 0; segment < static_cast<int>(lives.stage.plan.population.size()); ++segment)
          by_segment +=
              over_horizon(totals_by_period(books, scenario, lives.outcome[0][scenario], segment, brand))
                  .value;
        CHECK(equity == Approx(all.value).epsilon(1e-9));
        CHECK(cash == Approx(contribution).epsilon(1e-9));
        CHECK(by_segment - all.advertising_today - all.channel_spend_today ==
              Approx(all.value).epsilon(1e-9));
      }
    }
  }
}

}  // namespace clientele
