// SPDX-License-Identifier: MIT
#include "tests/end_to_end/cookbook.hpp"
#include "places.hpp"

#include "tests/support/catch.hpp"

namespace clientele {

TEST_CASE("known answer: the cookbook shows the files as they are and what they answer") {
  INFO("If the change is meant: cmake --build build/release --target cookbook");
  const std::string page = content_of(cookbook_file());
  CHECK(cookbook_made_anew(page) == page);
}

TEST_CASE("the cookbook has every scenario that is shipped") {
  const std::string page = content_of(cookbook_file());
  const std::filesystem::path root = CLIENTELE_SOURCE_DIR;
  int scenarios = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "scenarios")) {
    if (entry.path().extension() != ".yaml" ||
        content_of(entry.path()).find("\nworld: ") == std::string::npos)
      continue;
    ++scenarios;
    CHECK_THAT(page, Catch::Contains("<!-- run: " + entry.path().lexically_relative(root).generic_string() +
                                     " -->"));
  }
  CHECK(scenarios >= 40);
}

TEST_CASE("every market that is shipped comes with the three questions that all have, and with others") {
  int markets = 0;
  for (const auto& folder :
       std::filesystem::directory_iterator(std::filesystem::path(CLIENTELE_SOURCE_DIR) / "scenarios")) {
    INFO(folder.path().string());
    ++markets;
    for (const char* file :
         {"market.yaml", "price-cut.yaml", "service-improvement.yaml", "competitor-entry.yaml"})
      CHECK(std::filesystem::exists(folder.path() / file));
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
      files += entry.path().extension() == ".yaml";
    CHECK(files >= 6);
  }
  CHECK(markets >= 6);
}

}  // namespace clientele
