// SPDX-License-Identifier: MIT
// Writes the tables of docs/validation.md anew: cmake --build build/release --target validation_page
#include <cstdio>
#include <exception>
#include <fstream>

#include "places.hpp"
#include "tests/end_to_end/program.hpp"
#include "tests/known_answers/page.hpp"

int main() try {
  using namespace clientele;
  using namespace clientele::known_answers;
  std::string page = validation_page();
  for (const Cases& cases : all_cases()) {
    std::fprintf(stderr, "%s\n", cases.title.c_str());
    page = with_table(page, cases.name, table_of(cases, measured(cases)));
  }
  std::ofstream(std::filesystem::path(CLIENTELE_SOURCE_DIR) / "docs/validation.md", std::ios::binary) << page;
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "%s\n", problem.what());
  return 1;
}
