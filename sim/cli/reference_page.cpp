// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "sim/cli/reference.hpp"

namespace clientele {

namespace {
/// A cell of a Markdown table: a bar would end it, a bracket would begin HTML.
std::string cell(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '|')
      safe += "\\|";
    else if (c == '<')
      safe += "&lt;";
    else
      safe += c;
  }
  return safe;
}
}  // namespace

std::string reference_page(const std::vector<Described>& all) {
  std::string page =
      "# Reference\n\nWritten by `clientele describe --markdown`; rates are shown per month.\n\n"
      "## Parameters\n\nA parameter is written in the YAML of a world under its path; `<brand>`, `<driver>` "
      "and "
      "`<segment>` stand for the names that you give.\n\n"
      "| path | meaning | written as | unit | permitted | default | may be | source |\n"
      "|---|---|---|---|---|---|---|---|\n";
  for (const auto& one : all)
    if (one.what == Described::What::parameter)
      page += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} | {} |\n", one.path, cell(one.meaning),
                          cell(one.kind), cell(one.unit), cell(one.permitted), cell(one.standard),
                          cell(one.may_be), cell(one.source));
  page +=
      "\n## Metrics\n\nMetrics are the rows of summary.csv and periods.csv.\n\n"
      "| metric | meaning | unit | over time |\n|---|---|---|---|\n";
  for (const auto& one : all)
    if (one.what == Described::What::metric)
      page += fmt::format("| `{}` | {} | {} | {} |\n", one.path.substr(one.path.find('.') + 1),
                          cell(one.meaning), cell(one.unit), cell(one.kind));
  return page;
}

}  // namespace clientele
