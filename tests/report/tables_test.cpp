// SPDX-License-Identifier: MIT
#include "sim/report/tables.hpp"

#include "sim/report/csv.hpp"
#include "tests/report/fixed_results.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
Results with_rows(int replications) {
  Results results = fixed_world();
  results.replications = replications;
  const Estimate e = {
      .mean = 2, .sd = 0.5, .p05 = 1, .p25 = 1.5, .p50 = 2, .p75 = 2.5, .p95 = 3, .mc_error = 0.25};
  results.summary = {{"today", "us", "all", "revenue", "currency", e},
                     {"today", "others", "all", "revenue", "currency", {}}};
  results.by_period = {{"today", "us", 7, "share", "share", e}};
  results.clv = {{"today", "all", "existing", "q500", "currency", e}};
  results.samples = {{1, 2, "today", 100.5, 0}};
  return results;
}

std::string csv_of(const Table& table) { return to_csv(table, CsvStyle::standard); }
}  // namespace

TEST_CASE("Each file has the columns that are documented") {
  const Results results = with_rows(8);
  CHECK(csv_of(summary_table(results)) ==
        "scenario,brand,segment,metric,unit,mean,sd,p05,p25,p50,p75,p95,mc_error\n"
        "today,us,all,revenue,EUR,2,0.5,1,1.5,2,2.5,3,0.25\n"
        "today,others,all,revenue,EUR,,,,,,,,\n");
  CHECK(csv_of(periods_table(results)) ==
        "scenario,brand,period,metric,unit,mean,p05,p95\ntoday,us,7,share,share,2,1,3\n");
  CHECK(csv_of(clv_table(results)) ==
        "scenario,segment,customers,measure,unit,mean,p05,p95\ntoday,all,existing,q500,EUR,2,1,3\n");
  CHECK(csv_of(draws_table(results)) ==
        "draw,replication,scenario,customer_equity,net_value\n1,2,today,100.5,0\n");
}

TEST_CASE("One replication has no spread and no error: both are missing, not zero") {
  const Table table = summary_table(with_rows(1));
  CHECK(csv_of(table).find("today,us,all,revenue,EUR,2,,1,1.5,2,2.5,3,\n") != std::string::npos);
}

TEST_CASE("Files are written in a fixed order") {
  std::vector<std::string> names;
  for (const Table& table : tables_of(with_rows(8))) names.push_back(table.name);
  CHECK(names == std::vector<std::string>{"summary", "periods", "clv", "switching", "churn", "by_last_brand",
                                          "counts", "profile", "cash", "draws"});
}
