// SPDX-License-Identifier: MIT
#include "sim/input/customer_file.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/base/contract.hpp"
#include "sim/base/spelling.hpp"
#include "sim/input/csv_cells.hpp"
#include "sim/input/csv_lines.hpp"
#include "sim/input/file_text.hpp"
#include "sim/input/quantity.hpp"
#include "sim/input/shown.hpp"

namespace clientele {

namespace {

/// Walks the description of a past, which has numbers that may be absent and nothing else.
class PastVisitor : public Visitor {
 public:
  void number(Number&, const Parameter&) override { expects(false); }
  void lever(Lever&, const Parameter&) override { expects(false); }
  void trait(Trait&, const Parameter&, std::span<const Distribution>) override { expects(false); }
  void word(int&, const Parameter&, std::span<const Word>) override { expects(false); }
  void text(std::string&, const Parameter&) override { expects(false); }
  void optional_lever(std::optional<Lever>&, const Parameter&) override { expects(false); }
  bool enter(const Parameter&, bool) override { return false; }
  void leave() override {}
  std::optional<std::size_t> enter_list(const Parameter&, std::size_t) override { return std::nullopt; }
  void members(Entries&) override {}
};

struct ColumnNames : PastVisitor {
  std::vector<std::string> names = {"customer", "segment"};
  void optional(std::optional<Number>&, const Parameter& is) override { names.emplace_back(is.name); }
};

/// Fills a past from the cells of a row.
struct RowReader : PastVisitor {
  const std::map<std::string, Cell>& cells;
  Period period;
  bool decimal_comma;
  Problems& problems;

  RowReader(const std::map<std::string, Cell>& row, Period of_world, bool comma, Problems& found)
      : cells(row), period(of_world), decimal_comma(comma), problems(found) {}

  void optional(std::optional<Number>& value, const Parameter& is) override {
    const auto found = cells.find(std::string(is.name));
    if (found == cells.end() || found->second.text.empty()) return;
    std::string text = found->second.text;
    if (decimal_comma) std::replace(text.begin(), text.end(), ',', '.');
    Reading reading = read_figure(text);
    if (reading && !reading.in_percent) {
      const double plain = reading.value;
      reading = in_range(plain, text, is, period);
      reading.value = plain;
    } else {
      reading = read_quantity(text, is, period);
    }
    if (reading)
      value = Number{reading.value};
    else
      problems.add({found->second.place, std::string(is.name), reading.reason, reading.remedy});
  }
};

/// The header, if every column is one that is known and none comes twice.
std::vector<std::string> columns_of(const std::vector<Cell>& header, Problems& problems) {
  ColumnNames known;
  Past past;
  describe(past, known);
  std::vector<std::string> columns;
  for (const Cell& cell : header) {
    const std::string path = shown(cell.text);
    if (std::find(known.names.begin(), known.names.end(), cell.text) == known.names.end()) {
      const std::string meant = nearest(cell.text, known.names);
      problems.add({cell.place, path, "unknown column (a file of customers has " + listed(known.names) + ")",
                    meant.empty() ? "Remove it, or call it 'customer' if it says who the customer is."
                                  : "Did you mean '" + meant + "'?"});
    } else if (std::find(columns.begin(), columns.end(), cell.text) != columns.end()) {
      problems.add({cell.place, path, "this column comes twice", "Remove one of the two."});
    }
    columns.push_back(cell.text);
  }
  return columns;
}

}  // namespace

std::vector<ListedCustomer> read_customers(std::string_view bytes, const std::string& name, Period period,
                                           Problems& problems) {
  const std::string text = checked_text(bytes, name);
  const auto lines = lines_of(text);
  if (lines.size() < 2) {
    problems.add({{name, 1, 1},
                  "",
                  "has no customers (a header and a row for each belong here)",
                  "Begin with a line such as 'purchases,last_purchase,observed_for'."});
    return {};
  }
  const char separator = separator_of(lines.front().text);
  const std::size_t known_before = problems.found().size();
  const auto header = cells_of(lines.front().text, separator, {name, lines.front().number, 1}, problems);
  const auto columns = columns_of(header, problems);
  if (problems.found().size() > known_before) return {};
  std::vector<ListedCustomer> customers;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Place place{name, lines[i].number, 1};
    const auto cells = cells_of(lines[i].text, separator, place, problems);
    if (cells.empty()) continue;
    if (cells.size() != columns.size()) {
      problems.add({place, "",
                    "has " + std::to_string(cells.size()) + " cells, but there are " +
                        std::to_string(columns.size()) + " columns",
                    "Give each column its cell; an empty one says that it is not known."});
      continue;
    }
    std::map<std::string, Cell> row;
    for (std::size_t c = 0; c < cells.size(); ++c) row.emplace(columns[c], cells[c]);
    const std::size_t before = problems.found().size();
    ListedCustomer& customer = customers.emplace_back();
    customer.place = place;
    if (const auto segment = row.find("segment"); segment != row.end())
      customer.segment = segment->second.text;
    RowReader reader(row, period, separator == ';', problems);
    describe(customer.past, reader);
    if (problems.found().size() > before) customers.pop_back();  // what is told of it is enough
  }
  return customers;
}

}  // namespace clientele
