// SPDX-License-Identifier: MIT
#include "sim/scenario/catalogue.hpp"

#include <algorithm>

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {
std::string value_at(const std::vector<CatalogueEntry>& catalogue, const std::string& path) {
  for (const auto& entry : catalogue)
    if (entry.path == path) return entry.value_text;
  return "there is no " + path;
}
}  // namespace

TEST_CASE("the catalogue of a world shows today's values as a scenario writes them") {
  const auto catalogue = catalogue_of(
      world_of(head + brands +
               "choice: {inertia: {normal: {mean: 0.8, sd: 0.3}}}\ndeparture: {rate: 2% per month}\n"));
  CHECK(value_at(catalogue, "brands.us.share") == "40%");
  CHECK(value_at(catalogue, "brands.us.price") == "3.20");
  CHECK(value_at(catalogue, "brands.them.price").empty());
  CHECK(value_at(catalogue, "discount_rate") == "0.797% per month");
  CHECK(value_at(catalogue, "horizon") == "60 months");
  CHECK(value_at(catalogue, "choice.inertia") == "normal, mean 0.8, sd 0.3");
  CHECK(value_at(catalogue, "departure.rate") == "2% per month");
  CHECK(value_at(catalogue, "cash_flow") == "mid");
  CHECK(value_at(catalogue, "need.purchases") == "1 per month");
  CHECK(value_at(catalogue, "experience.delight") == "there is no experience.delight");
}

TEST_CASE("the full catalogue has every parameter once, each with a meaning") {
  const auto catalogue = full_catalogue();
  std::vector<std::string> paths;
  for (const auto& entry : catalogue) {
    INFO(entry.path);
    CHECK_FALSE(entry.meaning.empty());
    paths.push_back(entry.path);
  }
  for (const char* path :
       {"market", "start.warm_up", "brands.<brand>.ratings.<driver>", "choice.drivers.<driver>.weight",
        "experience.delight", "segments.<segment>.share", "segments.<segment>.…"})
    CHECK(std::count(paths.begin(), paths.end(), path) == 1);
  std::sort(paths.begin(), paths.end());
  CHECK(std::adjacent_find(paths.begin(), paths.end()) == paths.end());
  CHECK(std::none_of(paths.begin(), paths.end(),
                     [](const auto& path) { return path.starts_with("segments.<segment>.choice"); }));
}

TEST_CASE("levers are what is given and may be decided, and when brands enter and leave") {
  const auto paths = lever_paths(world_of(head + brands));
  const auto has = [&](const char* path) {
    return std::find(paths.begin(), paths.end(), path) != paths.end();
  };
  CHECK(has("brands.us.price"));
  CHECK(has("brands.them.enters"));
  CHECK(has("departure.rate"));
  CHECK_FALSE(has("brands.them.price"));
  CHECK_FALSE(has("brands.us.share"));
  CHECK_FALSE(has("choice.inertia"));
}
