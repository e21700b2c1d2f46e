// SPDX-License-Identifier: MIT
#include "sim/study/fold.hpp"

#include "sim/base/contract.hpp"

namespace clientele {

namespace {

/// Calls `use` with each row of a table and its estimate.
template <class Row, class Use>
void for_rows(const Samples& samples, Told<Row> Findings::*table, Use use) {
  const auto& rows = (samples.main.front().*table).rows;
  for (const Findings& sample : samples.main) {
    const auto& values = (sample.*table).values;
    ensures(values.size() == rows.size() || (values.empty() && !(samples.main.front().*table).bins.empty()));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) use(rows[i], samples.estimate(table, i));
}

/// Rows that have a number, or a dash for it.
template <class Row>
void fold_all(const Samples& samples, Told<Row> Findings::*table, std::optional<Estimate> Row::*estimate,
              std::vector<Row>& into) {
  for_rows(samples, table, [&](Row row, const std::optional<Estimate>& found) {
    row.*estimate = found;
    into.push_back(std::move(row));
  });
}

/// Rows of what exists in this world.
template <class Row>
void fold_known(const Samples& samples, Told<Row> Findings::*table, Estimate Row::*estimate,
                std::vector<Row>& into) {
  for_rows(samples, table, [&](Row row, const std::optional<Estimate>& found) {
    if (!found) return;
    row.*estimate = *found;
    into.push_back(std::move(row));
  });
}

bool nobody(const Estimate& people) { return people.mean == 0 && people.sd == 0; }

void fold_by_last_brand(const Samples& samples, Results& results) {
  const auto& rows = samples.main.front().people_by_last_brand.rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    LastBrandRow row = rows[i];
    row.people = samples.estimate(&Findings::people_by_last_brand, i)->mean;
    if (row.people == 0) continue;
    row.value_each = samples.estimate(&Findings::value_each_by_last_brand, i);
    row.value = *samples.estimate(&Findings::value_by_last_brand, i);
    results.by_last_brand.push_back(std::move(row));
  }
}

/// Up to the largest number of purchases that anybody made, in each scenario.
void fold_counts(const Samples& samples, Results& results) {
  std::vector<CountRow> waiting;
  for_rows(samples, &Findings::counts, [&](CountRow row, const std::optional<Estimate>& people) {
    if (row.purchases == "0") waiting.clear();
    row.people = *people;
    waiting.push_back(std::move(row));
    if (nobody(*people)) return;
    for (auto& one : waiting) results.counts.push_back(std::move(one));
    waiting.clear();
  });
}

}  // namespace

void fold(const Samples& samples, Results& results) {
  fold_all(samples, &Findings::summary, &SummaryRow::estimate, results.summary);
  fold_all(samples, &Findings::by_period, &PeriodRow::estimate, results.by_period);
  fold_known(samples, &Findings::clv, &ClvRow::estimate, results.clv);
  fold_all(samples, &Findings::switching, &SwitchingRow::share, results.switching);
  for_rows(samples, &Findings::churn, [&](ChurnRow row, const std::optional<Estimate>& people) {
    if (nobody(*people)) return;
    row.people = *people;
    results.churn.push_back(std::move(row));
  });
  fold_by_last_brand(samples, results);
  fold_counts(samples, results);
  fold_known(samples, &Findings::profile, &ProfileRow::estimate, results.profile);
  fold_all(samples, &Findings::cash, &CashRow::amount, results.cash);
  fold_all(samples, &Findings::channels, &ChannelRow::estimate, results.channels);
}

}  // namespace clientele
