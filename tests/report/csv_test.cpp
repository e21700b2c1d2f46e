// SPDX-License-Identifier: MIT
#include "sim/report/csv.hpp"

#include <cmath>
#include <cstdlib>
#include <limits>

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
constexpr auto text = Column::Kind::text;
constexpr auto number = Column::Kind::number;

std::string one_cell(const Cell& cell, CsvStyle style = CsvStyle::standard) {
  const std::string csv = to_csv({.name = "t", .columns = {{"c", text}}, .rows = {{cell}}}, style);
  return csv.substr(2, csv.size() - 3);
}
}  // namespace

TEST_CASE("A table becomes a header and a line for each row") {
  const Table table{
      .name = "t",
      .columns = {{"scenario", text}, {"period", Column::Kind::integer}, {"mean", number}},
      .rows = {{std::string("today"), std::int64_t{1}, 0.1}, {std::string("cut"), std::int64_t{2}, Cell()}}};
  CHECK(to_csv(table, CsvStyle::standard) == "scenario,period,mean\ntoday,1,0.1\ncut,2,\n");
  CHECK(to_csv(table, CsvStyle::european) == "scenario;period;mean\ntoday;1;0,1\ncut;2;\n");
}

TEST_CASE("A missing value is empty and never zero") {
  CHECK(one_cell(Cell()).empty());
  CHECK(one_cell(number_cell(std::nullopt)).empty());
  CHECK(one_cell(number_cell(std::nan(""))).empty());
  CHECK(one_cell(number_cell(std::numeric_limits<double>::infinity())).empty());
  CHECK(one_cell(number_cell(0.0)) == "0");
}

TEST_CASE("Numbers keep full precision and read back as the same double") {
  for (const double x :
       {0.1, 1.0 / 3, 1e-7, 1e300, 5e-324, 123456789.123456789, -2.5, 1e15, 999999999999999.0})
    CHECK(std::strtod(shortest(x).c_str(), nullptr) == x);
  CHECK(shortest(1000000) == "1000000");
  CHECK(shortest(-0.0) == "0");
}

TEST_CASE("Text with a separator, a quote or a line end is quoted") {
  CHECK(one_cell(std::string("a,b")) == "\"a,b\"");
  CHECK(one_cell(std::string("a;b")) == "a;b");
  CHECK(one_cell(std::string("a;b"), CsvStyle::european) == "\"a;b\"");
  CHECK(one_cell(std::string("a \"b\"")) == "\"a \"\"b\"\"\"");
  CHECK(one_cell(std::string("a\nb")) == "\"a\nb\"");
  CHECK(one_cell(std::string("Café")) == "Café");
}

TEST_CASE("Text that a spreadsheet would run as a formula is marked as text") {
  for (const std::string start : {"=", "+", "-", "@", "\t"})
    CHECK(one_cell(start + "1") == "'" + start + "1");
  CHECK(one_cell(std::string("=HYPERLINK(\"x\",\"y\")")) == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(one_cell(Cell(-1.5)) == "-1.5");
}
