// SPDX-License-Identifier: MIT
#include "sim/input/yaml_tree.hpp"

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using test::complaint;

TEST_CASE("a tree keeps texts, quotes and places") {
  const Node tree = read_yaml("a: 010\nb: '1'\nc:\n  - x\n  - {d: }\n", "f.yaml");
  REQUIRE(tree.members.size() == 3);
  CHECK(tree.members[0].value.text == "010");
  CHECK_FALSE(tree.members[0].value.quoted);
  CHECK(tree.members[1].value.quoted);
  CHECK(tree.members[1].value.place == Place{"f.yaml", 2, 4});
  REQUIRE(tree.members[2].value.items.size() == 2);
  const Member& d = tree.members[2].value.items[1].members[0];
  CHECK(d.value.kind == Node::Kind::nothing);
  CHECK(d.value.place == Place{"f.yaml", 5, 6});
}

TEST_CASE("all keys written twice are told at once") {
  const std::string text = complaint([] { read_yaml("a: 1\nb: {c: 1, c: 2}\na: 3\n", "f.yaml"); });
  CHECK(text ==
        "f.yaml:2:11: b.c: is written twice (first in line 2). Keep one of the two.\n"
        "f.yaml:3:1: a: is written twice (first in line 1). Keep one of the two.\n");
}

TEST_CASE("aliases within the bounds are resolved, and their copies count") {
  const Node tree = read_yaml("a: &a {x: 1}\nb: *a\n", "f.yaml");
  CHECK(member(tree, "b")->value.members[0].value.text == "1");
  CHECK(member(tree, "b")->value.members[0].place == Place{"f.yaml", 2, 4});
  std::string chain = "k0: &k0 [1]\n";
  for (int i = 1; i < 200; ++i)
    chain += "k" + std::to_string(i) + ": &k" + std::to_string(i) + " [*k" + std::to_string(i - 1) + "]\n";
  CHECK(complaint([&] { read_yaml(chain, "f.yaml"); }).find("nested more than 100 levels deep") !=
        std::string::npos);
}

TEST_CASE("an anchor, an escape and a quote within quotes do not look like an open quotation") {
  CHECK(read_yaml(R"(a: &x "he said \"no\"")", "f").members[0].value.text == "he said \"no\"");
  CHECK(read_yaml("a: 'it''s'\n", "f").members[0].value.text == "it's");
  CHECK(complaint([] { read_yaml("a: 'it''s\nb: 1\n", "f"); }).find("never closed") != std::string::npos);
}

TEST_CASE("files that are meant to exhaust the reader are refused early") {
  std::string list = "a: [1";
  for (int i = 0; i < 1000; ++i) list += ", 1";
  CHECK(complaint([&] { read_yaml(list + "]\n", "f"); }) ==
        "f:1:3005: a: holds more than 1000 entries. Put several of them together.\n");
  std::string keys = "a:\n";
  for (int i = 0; i < 1001; ++i) keys += "  k" + std::to_string(i) + ": 1\n";
  CHECK(complaint([&] { read_yaml(keys, "f"); }).find("a: holds more than 1000 entries") !=
        std::string::npos);
  CHECK(complaint([] { read_yaml("a: " + std::string(5'000'000, '['), "f"); }).find("brackets") !=
        std::string::npos);
}
