// SPDX-License-Identifier: MIT
#include "tests/known_answers/page.hpp"
#include "places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "tests/end_to_end/program.hpp"

namespace clientele::known_answers {

namespace {

constexpr std::string_view opening = "<!-- table: ", closing = " -->\n", end = "<!-- end -->";

/// Digits after the point that show two figures of the error.
int decimals_for(double error) {
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(error))), 0, 9);
}

std::string value_cells(const Case& one, const std::optional<Measured>& found) {
  const std::string formula = one.formula ? fmt::format("{:.8g}", *one.formula) : "";
  if (!found) return fmt::format("{} | | | |", formula);
  if (found->error == 0) return fmt::format("{} | {:.8g} | 0 | |", formula, found->mean);
  const int digits = decimals_for(found->error);
  return fmt::format("{} | {:.{}f} | {:.{}f} | {:+.1f} |", formula, found->mean, digits, found->error, digits,
                     (found->mean - one.truth()) / found->error);
}

std::string run_cell(const std::optional<Run>& run) {
  if (!run) return "";
  std::string text = fmt::format("[{}](../{})", run->file, run->path());
  if (run->customers != Run{}.customers) text += " `--customers " + run->customers + "`";
  for (const std::string& setting : run->settings) text += " `" + setting + "`";
  return text;
}

std::pair<std::size_t, std::size_t> place_of(const std::string& page, const std::string& name) {
  const auto at = page.find(fmt::format("{}{}{}", opening, name, closing));
  if (at == std::string::npos)
    throw std::runtime_error(fmt::format("docs/validation.md has no line {}{} -->", opening, name));
  const auto from = page.find('\n', at) + 1, to = page.find(end, from);
  if (to == std::string::npos) throw std::runtime_error("docs/validation.md: a table has no end");
  return {from, to - from};
}

}  // namespace

std::string table_of(const Cases& cases, const std::vector<std::optional<Measured>>& found) {
  std::string text = fmt::format(
      "\n**{}.** {}\n\n| | published | by formula | simulated | standard error | errors apart | made by |\n"
      "|---|--:|--:|--:|--:|--:|---|\n",
      cases.title, cases.source);
  for (std::size_t i = 0; i < cases.cases.size(); ++i) {
    const Case& one = cases.cases[i];
    text += fmt::format("| {} | {} | {} {} |\n", one.what, one.published, value_cells(one, found[i]),
                        run_cell(one.run));
  }
  return text + "\n";
}

std::string validation_page() {
  return content_of(std::filesystem::path(CLIENTELE_SOURCE_DIR) / "docs/validation.md");
}

std::vector<std::string> tables_in(const std::string& page) {
  std::vector<std::string> names;
  for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at + 1)) {
    const auto from = at + opening.size();
    names.push_back(page.substr(from, page.find(closing, from) - from));
  }
  return names;
}

std::string table_in(const std::string& page, const std::string& name) {
  const auto [from, size] = place_of(page, name);
  return page.substr(from, size);
}

std::string with_table(const std::string& page, const std::string& name, const std::string& text) {
  const auto [from, size] = place_of(page, name);
  return std::string(page).replace(from, size, text);
}

}  // namespace clientele::known_answers
