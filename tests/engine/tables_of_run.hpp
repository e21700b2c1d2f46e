// SPDX-License-Identifier: MIT
#pragma once

#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {

/// All that a short run of a market writes, alone and with the changes of a scenario: whether two markets are
/// the same. Without what explains equity, which tells changes apart; and by what is realised, whatever pays.
inline std::string tables_of_run(const std::string& market, const std::string& changes = "",
                                 RunOptions options = {.customers = 1000, .replications = 2}) {
  options.explain = 0;
  options.estimator = Estimator::realised;
  const Study study = study_of_text(
      market, "scenario: Changed\nworld: market.yaml\n" + (changes.empty() ? "" : "changes:\n" + changes));
  std::string text;
  for (const Table& table : tables_of(run(study.baseline, study.scenarios, options, {}, {})))
    text += to_csv(table, CsvStyle::standard);
  return text;
}

}  // namespace clientele
