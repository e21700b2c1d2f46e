// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include "places.hpp"
#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
const std::filesystem::path folder = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "tests" / "invalid";

std::string read_beside(const std::filesystem::path& file) {
  try {
    return read_file_from_disk(folder / file);
  } catch (const BadScenario& bad) {
    auto problems = bad.problems();  // as if the program ran in the folder
    for (auto& problem : problems) problem.place.file = file.generic_string();
    throw BadScenario(problems);
  }
}

std::vector<std::filesystem::path> invalid_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().filename());
  std::sort(files.begin(), files.end());
  return files;
}
}  // namespace

TEST_CASE("every mistake in a file is told as its neighbour .expected says") {
  const auto files = invalid_files();
  REQUIRE(files.size() >= 100);
  for (const auto& file : files) {
    INFO(file);
    auto expected = file;
    expected.replace_extension(".expected");
    CHECK(test::complaint([&] { read_study({file}, {}, read_beside); }) ==
          read_file_from_disk(folder / expected));
  }
}

TEST_CASE("every message has a file and a remedy that is a sentence") {
  for (const auto& file : invalid_files()) {
    INFO(file);
    try {
      read_study({file}, {}, read_beside);
      FAIL("was accepted");
    } catch (const BadScenario& bad) {
      for (const auto& problem : bad.problems()) {
        INFO(to_text(problem));
        CHECK_FALSE(problem.place.file.empty());
        REQUIRE_FALSE(problem.remedy.empty());
        CHECK((problem.remedy.back() == '.' || problem.remedy.back() == '?'));
        CHECK(std::string(".?!").find(problem.reason.back()) == std::string::npos);
      }
    }
  }
}
