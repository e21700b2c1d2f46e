// SPDX-License-Identifier: MIT
#include "sim/base/problem.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a problem reads: place, path, reason, remedy") {
  CHECK(to_text({{"market.yaml", 41, 7}, "choice.intertia", "unknown key", "Did you mean 'inertia'?"}) ==
        "market.yaml:41:7: choice.intertia: unknown key. Did you mean 'inertia'?");
}

TEST_CASE("what is not known of a problem is left out") {
  CHECK(to_text({{"market.yaml", 0, 0}, "focal", "is missing", ""}) == "market.yaml: focal: is missing");
  CHECK(to_text({{"market.yaml", 3, 1}, "", "is no mapping", ""}) == "market.yaml:3:1: is no mapping");
  CHECK(to_text({{}, "", "nothing to do", "Write something."}) == "nothing to do. Write something.");
}

TEST_CASE("problems are told in the order of the file, each once") {
  Problems problems;
  problems.add({{"b.yaml", 1, 1}, "", "last", ""});
  problems.add({{"a.yaml", 12, 1}, "", "third", ""});
  problems.add({{"a.yaml", 2, 9}, "", "second", ""});
  problems.add({{"a.yaml", 2, 3}, "", "first", ""});
  problems.add({{"a.yaml", 2, 9}, "", "second", ""});
  CHECK(problems.found().size() == 5);
  try {
    problems.raise();
    FAIL("problems were not raised");
  } catch (const BadScenario& bad) {
    CHECK(std::string(bad.what()) ==
          "a.yaml:2:3: first\na.yaml:2:9: second\na.yaml:12:1: third\nb.yaml:1:1: last\n");
    CHECK(bad.problems().size() == 4);
  }
}

TEST_CASE("where there is no problem nothing is raised") {
  const Problems none;
  CHECK_FALSE(none.any());
  CHECK_NOTHROW(none.raise());
}

TEST_CASE("a path that was not written stands where the nearest part of it does") {
  Places places;
  places.remember("", {"market.yaml", 1, 1});
  places.remember("choice", {"market.yaml", 9, 1});
  places.remember("choice.inertia", {"market.yaml", 10, 3});
  CHECK(places.of("choice.inertia").line == 10);
  CHECK(places.of("choice.inertia.sd").line == 10);
  CHECK(places.of("choice.taste").line == 9);
  CHECK(places.of("choices").line == 1);
  CHECK(places.knows("choice"));
  CHECK_FALSE(places.knows("choice.taste"));
  CHECK(Places().of("anything.at.all") == Place{});
}

TEST_CASE("the first place of a path is kept") {
  Places places;
  places.remember("focal", {"scenario.yaml", 2, 1});
  places.remember("focal", {"market.yaml", 5, 1});
  CHECK(places.of("focal").file == "scenario.yaml");
}
