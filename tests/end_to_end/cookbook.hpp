// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>

#include "places.hpp"
#include "tests/end_to_end/program.hpp"

namespace clientele {

inline std::filesystem::path cookbook_file() {
  return std::filesystem::path(CLIENTELE_SOURCE_DIR) / "docs" / "cookbook.md";
}

/// A file of the repository and the screen of its run, but for where results went and how long it took.
inline std::string recipe_of(const std::string& file) {
  const TestFolder place;
  const auto scenario = std::filesystem::path(CLIENTELE_SOURCE_DIR) / file;
  const Finished run = place.run({"run", scenario.string(), "--quiet", "--out", "results"});
  const auto end = run.out.find("\n\nFiles in ");
  if (run.exit_code != 0 || end == std::string::npos) throw std::runtime_error(file + ": " + run.err);
  return "```yaml\n# " + file + "\n" + content_of(scenario) + "```\n\n```\n" + run.out.substr(0, end) +
         "\n```\n";
}

/// The cookbook with all between `<!-- run: FILE -->` and `<!-- end -->` made anew.
inline std::string cookbook_made_anew(const std::string& page) {
  const std::string opening = "<!-- run: ", closing = " -->\n", end = "<!-- end -->";
  std::string made;
  std::size_t at = 0;
  for (auto from = page.find(opening); from != std::string::npos; from = page.find(opening, at)) {
    const auto name = from + opening.size(), after = page.find(closing, name);
    const auto to = page.find(end, after);
    if (after == std::string::npos || to == std::string::npos)
      throw std::runtime_error("docs/cookbook.md: a recipe has no end");
    made += page.substr(at, after + closing.size() - at);
    made += "\n" + recipe_of(page.substr(name, after - name)) + "\n";
    at = to;
  }
  return made + page.substr(at);
}

}  // namespace clientele
