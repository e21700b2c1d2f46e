// SPDX-License-Identifier: MIT
#include "sim/study/findings.hpp"

#include "sim/study/branching.hpp"
#include "sim/study/mechanism.hpp"
#include "sim/study/tabulate.hpp"

namespace clientele {

namespace {

constexpr int ours = 0;  // the engine puts the focal brand first

/// What each of the other brands of our owner took from the owner's brands, of all that came to it.
std::vector<std::pair<std::string, std::optional<double>>> cannibalisation(const Sample& sample) {
  std::vector<std::pair<std::string, std::optional<double>>> shares;
  const auto& tables = sample.books.plan.scenarios[sample.scenario].courses.front().front();
  for (const int brand : tables->siblings[ours]) {
    Totals t;
    add_switches(sample.books, sample.scenario, sample.segments, -1, brand, t);
    shares.emplace_back(sample.books.brands[brand], ratio(t.come_from_owner, t.come));
  }
  return shares;
}

FocalFindings focal_findings(const Sample& sample, const std::vector<Totals>& periods) {
  FocalFindings found{.total = over_horizon(periods)};
  for (const Totals& period : periods) found.value_by_period.push_back(period.value - period.luck);
  const Spread existing = values_of_existing(sample.books, sample.segments, -1);
  if (!existing.empty()) {
    found.clv = existing.mean();
    found.clv_p25 = existing.quantile(0.25);
    found.clv_p50 = existing.quantile(0.50);
    found.clv_p75 = existing.quantile(0.75);
    found.best_fifth = existing.mean() > 0 ? existing.share_between(0.8, 1) : 0;
  }
  found.cannibalisation = cannibalisation(sample);
  found.investment = investment_today(sample.what);
  found.branching = branching_in(sample.what.world, periods);
  return found;
}

}  // namespace

Findings findings_of(const Books& books, const std::vector<std::vector<SegmentOutcome>>& replication,
                     int number, const std::vector<Scenario>& scenarios, Keys keys) {
  Findings findings;
  findings.keys = keys;
  OurCustomers before;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const Sample sample{books, static_cast<int>(s), replication[s], scenarios[s], number};
    tabulate(sample, findings);
    const auto periods = totals_by_period(books, sample.scenario, sample.segments, -1, ours);
    FocalFindings& focal = findings.focal.emplace_back(focal_findings(sample, periods));
    const OurCustomers customers = our_customers(sample, periods);
    if (s == 0)
      before = customers;
    else
      focal.moved = moved_by(before, customers);
    for (const auto& segment : replication[s])
      findings.customer_periods += static_cast<double>(segment.tally.lived());
  }
  return findings;
}

}  // namespace clientele
