// SPDX-License-Identifier: MIT
#include "sim/input/yaml_tree.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "sim/input/file_text.hpp"
#include "sim/input/ruler.hpp"
#include "sim/input/shown.hpp"
#include "sim/input/yaml_slips.hpp"

namespace clientele {

namespace {

constexpr std::size_t most_nodes = 1'000'000;
constexpr std::size_t most_depth = 100;
constexpr std::size_t most_in_one = 1000;  // of a list or mapping: later steps may take the square of it
constexpr int most_open_brackets = 1000;   // even those in texts and comments

[[noreturn]] void refuse_yaml(Place place, std::string path, std::string reason, std::string remedy) {
  throw BadScenario({{std::move(place), std::move(path), std::move(reason), std::move(remedy)}});
}

Ruler::Mark mark_of(const YAML::Mark& mark) {
  return {static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column)};
}

std::size_t height(const Node& node) {
  std::size_t tallest = 0;
  for (const auto& m : node.members) tallest = std::max(tallest, height(m.value));
  for (const auto& item : node.items) tallest = std::max(tallest, height(item));
  return tallest + 1;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(Ruler& ruler) : ruler_(ruler) {}

  Node root;
  Problems problems;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const Place place = ruler_.place(mark_of(mark));
    if (root.kind == Node::Kind::nothing)
      refuse_yaml(place, "", "the file begins with something that is no key",
                  "Begin with a key, such as 'market: …'.");
    refuse_yaml(place, "", "something follows the end of the document, and would not be read",
                "Remove it; another world or scenario needs a file of its own.");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node{.kind = Node::Kind::nothing, .place = ruler_.place(mark_of(mark))};
    finish(std::move(node), anchor, 1);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    Node node{
        .kind = Node::Kind::scalar, .text = text, .quoted = tag == "!", .place = ruler_.place(mark_of(mark))};
    if (tag != "!" && tag != "?") refuse_tag(tag, node.place);
    if (node.quoted && !is_quotation_closed(ruler_.text(), ruler_.byte(mark_of(mark))))
      refuse_yaml(node.place, path(), "a quotation mark is opened here and never closed",
                  "Close it on the same line.");
    finish(std::move(node), anchor, 1);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Place place = ruler_.place(mark_of(mark));
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end())
      refuse_yaml(place, path(), "the alias stands inside of what it repeats", "Write it out.");
    grow(found->second.size, place);
    if (open_.size() + height(found->second.node) > most_depth) refuse_depth(place);
    Node copy = found->second.node;
    move_to(copy, place);
    attach(std::move(copy));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(Node::Kind::sequence, mark, tag, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(Node::Kind::mapping, mark, tag, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

 private:
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    std::size_t nodes_before = 0;
    bool has_key = false;
    std::string key{};
    Place key_place{};
    std::map<std::string, int> lines{};  // of the keys so far
  };
  struct Anchored {
    Node node;
    std::size_t size = 0;
  };

  void begin(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    const Place place = ruler_.place(mark_of(mark));
    if (tag != "?" && !tag.empty()) refuse_tag(tag, place);
    grow(1, place);
    if (!open_.empty() && wants_key()) refuse_key(place);
    if (open_.size() + 1 > most_depth) refuse_depth(place);
    open_.push_back({.node = {.kind = kind, .place = place}, .anchor = anchor, .nodes_before = nodes_ - 1});
  }

  void end() {
    Open done = std::move(open_.back());
    open_.pop_back();
    keep(done.anchor, done.node, nodes_ - done.nodes_before);
    attach(std::move(done.node));
  }

  void finish(Node node, YAML::anchor_t anchor, std::size_t size) {
    grow(size, node.place);
    keep(anchor, node, size);
    attach(std::move(node));
  }

  /// The copy kept for aliases counts too, so that nested anchors cannot fill the memory.
  void keep(YAML::anchor_t anchor, const Node& node, std::size_t size) {
    if (anchor == 0) return;
    grow(size, node.place);
    anchored_[anchor] = {node, size};
  }

  bool wants_key() const { return open_.back().node.kind == Node::Kind::mapping && !open_.back().has_key; }

  void attach(Node node) {
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.items.size() >= most_in_one || parent.node.members.size() >= most_in_one)
      refuse_yaml(node.place, path(), "holds more than " + std::to_string(most_in_one) + " entries",
                  "Put several of them together.");
    if (parent.node.kind == Node::Kind::sequence) {
      Node* last = parent.node.items.empty() ? nullptr : &parent.node.items.back();
      if (has_open_bracket(last) && node.kind == Node::Kind::scalar && !node.quoted)
        last->text += ", " + node.text;
      else
        parent.node.items.push_back(std::move(node));
    } else if (!parent.has_key) {
      take_key(parent, node);
    } else {
      if (node.kind == Node::Kind::nothing) node.place = parent.key_place;
      Node* last = parent.node.members.empty() ? nullptr : &parent.node.members.back().value;
      if (has_open_bracket(last) && node.kind == Node::Kind::nothing) {
        last->text += ", " + parent.key;
        parent.has_key = false;
        return;
      }
      const auto [first, fresh] = parent.lines.try_emplace(parent.key, parent.key_place.line);
      if (fresh)
        parent.node.members.push_back({parent.key, parent.key_place, std::move(node)});
      else
        problems.add({parent.key_place, path(),
                      "is written twice (first in line " + std::to_string(first->second) + ")",
                      "Keep one of the two."});
      parent.has_key = false;
    }
  }

  /// `{mean: normal(0.7, 0.1), sd: 0.3}`: to YAML the comma ends the value, but it stands within a bracket.
  static bool has_open_bracket(const Node* node) {
    if (!node || node->kind != Node::Kind::scalar || node->quoted || node->text.size() > 200) return false;
    return node->text.find('(') != std::string::npos && node->text.find(')') == std::string::npos;
  }

  void take_key(Open& parent, const Node& node) {
    if (node.kind != Node::Kind::scalar) refuse_key(node.place);
    if (node.text.empty())
      refuse_yaml(node.place, path(), "a key has no name", "Write a name before the colon.");
    if (node.text == "<<")
      refuse_yaml(node.place, path(), "'<<' (a merge key) is not read",
                  "Write out the keys that it would bring in.");
    parent.key = node.text;
    parent.key_place = node.place;
    parent.has_key = true;
  }

  std::string path() const {
    std::string joined;
    for (const auto& open : open_)
      if (open.has_key) joined += (joined.empty() ? "" : ".") + shown(open.key);
    return joined;
  }

  void grow(std::size_t by, const Place& place) {
    nodes_ += by;
    if (nodes_ > most_nodes)
      refuse_yaml(place, "", "the file has more than a million values, counting aliases", "Make it smaller.");
  }

  [[noreturn]] void refuse_key(const Place& place) const {
    refuse_yaml(place, path(), "a key must be a word, not empty, a list or a mapping",
                "Write 'name: value'; put a name such as 'null' in quotes.");
  }
  [[noreturn]] void refuse_depth(const Place& place) const {
    refuse_yaml(place, "", "the file is nested more than 100 levels deep", "Write it with fewer levels.");
  }
  [[noreturn]] void refuse_tag(const std::string& tag, const Place& place) const {
    constexpr std::string_view standard = "tag:yaml.org,2002:";
    const std::string name = tag.starts_with(standard) ? "!!" + tag.substr(standard.size()) : tag;
    refuse_yaml(place, path(), "the tag '" + shown(name) + "' is not read",
                "Remove what begins with '!', or put the text in quotes.");
  }

  Ruler& ruler_;
  int documents_ = 0;
  std::size_t nodes_ = 0;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Anchored> anchored_;
};

/// yaml-cpp needs a gigabyte for a few megabytes of opening brackets before it says anything.
void check_brackets(const std::string& text, const Ruler& ruler) {
  int open = 0;
  for (const char c : text) {
    if (c == '[' || c == '{') ++open;
    if ((c == ']' || c == '}') && open > 0) --open;
    if (open > most_open_brackets)
      refuse_yaml(ruler.nowhere(), "", "more than a thousand brackets are opened and not closed",
                  "Close them.");
  }
}

void check_root(const Node& root, const std::string& name) {
  const Place start{name, 1, 1};
  if (root.kind == Node::Kind::nothing)
    refuse_yaml({name}, "", "is empty", "Begin with 'market: …' or 'scenario: …'.");
  if (root.kind == Node::Kind::sequence)
    refuse_yaml(start, "", "the file is a list, not keys with values",
                "Begin with 'market: …' or 'scenario: …'.");
  if (root.kind == Node::Kind::mapping) return;
  const std::string word = root.text.substr(0, root.text.find_first_of(" \n"));
  const auto colon = word.find(':');
  std::string remedy = "Write 'key: value' with a space after the colon.";
  if (colon != std::string::npos && colon > 0 && colon + 1 < word.size())
    remedy = "Write '" + shown(word.substr(0, colon) + ": " + word.substr(colon + 1)) +
             "' with a space after the colon.";
  refuse_yaml(root.place, "", "the whole file is one piece of text, not keys with values", remedy);
}

}  // namespace

const Member* member(const Node& mapping, std::string_view key) {
  for (const auto& m : mapping.members)
    if (m.key == key) return &m;
  return nullptr;
}

Member* member(Node& mapping, std::string_view key) {
  return const_cast<Member*>(member(static_cast<const Node&>(mapping), key));
}

void move_to(Node& node, const Place& place) {
  node.place = place;
  for (auto& m : node.members) {
    m.place = place;
    move_to(m.value, place);
  }
  for (auto& item : node.items) move_to(item, place);
}

Node read_yaml(std::string_view bytes, const std::string& name) {
  const std::string text = checked_text(bytes, name);
  Ruler ruler(text, name);
  check_brackets(text, ruler);
  TreeBuilder builder(ruler);
  std::istringstream stream(text);
  try {
    YAML::Parser parser(stream);
    // The second call finds what follows the document; there is no third, as the parser need not move on.
    if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& e) {
    const auto mark = e.mark.is_null() ? std::nullopt : std::optional(mark_of(e.mark));
    throw BadScenario({slip_behind(e.msg, mark, ruler)});
  }
  check_root(builder.root, name);
  builder.problems.raise();
  return std::move(builder.root);
}

}  // namespace clientele
