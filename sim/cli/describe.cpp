// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "sim/base/problem.hpp"
#include "sim/cli/columns.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/reference.hpp"
#include "sim/cli/terminal.hpp"

namespace clientele {

namespace {
std::string in_full(const Described& one) {
  std::vector<std::vector<std::string>> facts = {{"meaning", one.meaning}};
  const auto add = [&](const char* label, const std::string& fact) {
    if (!fact.empty()) facts.push_back({label, fact});
  };
  add(one.what == Described::What::metric ? "over time" : "written as", one.kind);
  add("unit", one.unit);
  add("permitted", one.permitted);
  add("default", one.standard);
  add("may be", one.may_be);
  add("source", one.source);
  return one.path + "\n" + in_columns(facts);
}

std::string in_a_line_each(const std::vector<Described>& all, Described::What what) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : all)
    if (one.what == what) rows.push_back({one.path, one.meaning});
  return in_columns(rows);
}
}  // namespace

int describe_command(const Words& words) {
  const DescribeRequest request = describe_request(words);
  const std::vector<Described> all = reference();
  if (request.as == DescribeRequest::As::markdown) {
    print(reference_page(all));
  } else if (!request.path) {
    print("Parameters\n" + in_a_line_each(all, Described::What::parameter) + "\nMetrics\n" +
          in_a_line_each(all, Described::What::metric));
  } else if (const auto found = look_up(all, *request.path)) {
    print(in_full(*found));
  } else if (const auto group = group_of(all, *request.path);
             !group.empty() && completed_path(all, *request.path).empty()) {
    print(*request.path + " is a group of\n" + in_a_line_each(group, group.front().what));
  } else {
    const std::string near = nearest_path(all, *request.path);
    throw BadUsage(fmt::format(
        "there is no parameter or metric '{}'. {}", *request.path,
        near.empty() ? "See all with: clientele describe" : fmt::format("Did you mean {}?", near)));
  }
  return exit_done;
}

}  // namespace clientele
