// SPDX-License-Identifier: MIT
#include "sim/study/churn.hpp"

#include <algorithm>

namespace clientele {

namespace {

/// People in each replication that a count stands for, over all segments.
template <class F>
std::vector<double> people_in(const Books& books, const Outcome& outcome, int scenario, F count) {
  std::vector<double> people;
  for (const auto& replication : outcome) {
    double all = 0;
    for (std::size_t s = 0; s < books.plan.population.size(); ++s)
      all += books.plan.population[s].weight * static_cast<double>(count(replication[scenario][s].tally));
    people.push_back(all);
  }
  return people;
}

}  // namespace

void tabulate_churn(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                    Results& results) {
  const int brands = static_cast<int>(books.brands.size());
  const int periods = outcome.front()[scenario].front().tally.periods();
  const std::string& us = books.brands.front();
  for (int period = 1; period <= periods; ++period)
    for (int why = 0; why < all_reasons; ++why) {
      const auto reason = static_cast<Reason>(why);
      const auto add = [&](const std::string& from, const std::string& to, auto count) {
        const auto people = people_in(books, outcome, scenario, count);
        if (std::all_of(people.begin(), people.end(), [](double p) { return p == 0; })) return;
        results.churn.push_back(
            {name, from, period, std::string(lost_for[why].reason()), to, estimate_of(people)});
      };
      for (int to = 1; to <= brands; ++to)
        add(us, to == brands ? "none" : books.brands[to],
            [&](const Tally& tally) { return tally.lost_by_us(reason, period, to); });
      for (int from = 1; from < brands; ++from)
        add(books.brands[from], us,
            [&](const Tally& tally) { return tally.won_by_us(reason, period, from); });
    }
}

}  // namespace clientele
