// SPDX-License-Identifier: MIT
#include "sim/input/reader.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

#include "sim/base/spelling.hpp"
#include "sim/input/group_member.hpp"
#include "sim/input/scalar.hpp"
#include "sim/input/section.hpp"
#include "sim/input/shown.hpp"
#include "sim/input/trait_reader.hpp"
#include "sim/input/uncertain.hpp"
#include "sim/scenario/decisions.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

class Reader : public Visitor {
 public:
  Reader(const Node& tree, World& world, Places& places, Problems& problems)
      : world_(world), places_(places), problems_(problems) {
    inside_.emplace_back(&tree, "", tree.place);
    places.remember("", tree.place);
    inside_.back().take("format");
  }

  void finish() {
    for (const char* apart : {"correlations", "draws"}) inside_.back().take(apart);  // read once all is known
    inside_.back().report_unknown(problems_);
  }

  void number(Number& value, const Parameter& is) override {
    if (const auto read = number_of(is)) value.value = *read;
  }
  void lever(Lever& value, const Parameter& is) override {
    if (const auto read = number_of(is)) own(value.today, *read, is);
  }
  void optional(std::optional<Number>& value, const Parameter& is) override {
    if (const auto read = number_of(is)) value = Number{*read};
  }
  void optional_lever(std::optional<Lever>& value, const Parameter& is) override {
    if (const auto read = number_of(is)) own(value.emplace().today, *read, is);
  }

  void trait(Trait& value, const Parameter& is, std::span<const Distribution> may_follow) override {
    const auto written = find(is);
    if (!written) return;
    const std::size_t known_before = world_.assumptions.size();
    if (const auto read = read_trait(*written, is, may_follow,
                                     {world_.market.period, places_, problems_, world_.assumptions}))
      value = *read;
    else
      world_.assumptions.resize(known_before);
  }

  void word(int& chosen, const Parameter& is, std::span<const Word> words) override {
    const auto written = find(is);
    if (!written) return;
    const auto text = text_in(*written, problems_);
    if (!text) return;
    std::vector<std::string> names;
    for (const auto& word : words) names.emplace_back(word.name);
    const auto at = std::find(names.begin(), names.end(), *text);
    if (at != names.end()) {
      chosen = static_cast<int>(at - names.begin());
      return;
    }
    const std::string meant = nearest(*text, names);
    problems_.add({written->place(), written->path,
                   "'" + shown(*text) + "' is none of its words (" + listed(names, "or") + ")",
                   meant.empty() ? "Write one of them." : "Did you mean '" + meant + "'?"});
  }

  void text(std::string& value, const Parameter& is) override {
    const auto written = find(is);
    if (!written) return;
    if (auto read = text_in(*written, problems_)) value = std::move(*read);
  }

  bool enter(const Parameter& is, bool present) override {
    Section& outer = inside_.back();
    const std::string path = outer.path_of(is.name);
    const Member* found = outer.take(is.name);
    if (!found) {
      if (is.required && !in_segment()) report_missing(is, "{us: {…}, others: {…}}");
      if (!present) return false;
      const Place place = outer.place();
      inside_.emplace_back(nullptr, path, place);
      return true;
    }
    places_.remember(path, found->place);
    if (found->value.kind == Node::Kind::nothing) {
      problems_.add(no_value(*found, path));
      return false;
    }
    if (found->value.kind == Node::Kind::scalar && !is.in_one_line.empty()) {
      Node& whole = synthetic_.emplace_back();
      whole.kind = Node::Kind::mapping;
      whole.place = found->place;
      whole.members.push_back({std::string(is.in_one_line), found->place, found->value});
      inside_.emplace_back(&whole, path, found->place);
      return true;
    }
    if (is.word_first && found->value.kind == Node::Kind::scalar &&
        found->value.text.find(' ') != std::string::npos) {
      inside_.emplace_back(&split_at_word(*found), path, found->place);
      return true;
    }
    if (found->value.kind != Node::Kind::mapping) {
      const std::string member = as_only_member(found->value, path, world_.market.period);
      problems_.add({found->value.place, path, "is " + kind_text(found->value) + ", but has keys of its own",
                     member.empty() ? "Write them indented below it, each as 'key: value'."
                                    : "Write '" + std::string(is.name) + ": {" + member + "}'."});
      return false;
    }
    inside_.emplace_back(&found->value, path, found->place);
    return true;
  }

  void leave() override {
    inside_.back().report_unknown(problems_);
    inside_.pop_back();
  }

  std::optional<std::size_t> enter_list(const Parameter& is, std::size_t) override {
    const auto written = find(is);
    if (!written) return std::nullopt;
    const Node& list = written->member.value;
    if (list.kind != Node::Kind::sequence || list.items.empty()) {
      const std::string example = example_of(is, world_.market.period);
      problems_.add(
          {list.place, written->path,
           list.kind == Node::Kind::sequence ? "is an empty list"
                                             : "is " + kind_text(list) + ", but must be a list",
           "Write, for example, '" + std::string(is.name) + ": [" + example + ", " + example + "]'."});
      return std::nullopt;
    }
    Node& named = synthetic_.emplace_back();
    named.kind = Node::Kind::mapping;
    named.place = list.place;
    for (const Node& item : list.items)
      named.members.push_back({std::to_string(named.members.size() + 1), item.place, item});
    inside_.emplace_back(&named, written->path, list.place);
    return list.items.size();
  }

  void members(Entries& entries) override {
    Section& section = inside_.back();
    if (!section.mapping()) return;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < entries.count(); ++i) known.push_back(entries.name(i));
    for (std::size_t i = 0; i < section.mapping()->members.size(); ++i) {
      const Member& it = section.mapping()->members[i];
      if (is_rest_of_decimal_comma(*section.mapping(), i)) continue;  // reported with what is unknown
      if (std::find(known.begin(), known.end(), it.key) != known.end()) continue;
      section.take(it.key);
      if (!check_name(it, section.path(), problems_)) continue;
      if (in_segment())
        report_unknown_member(it, known);
      else
        entries.add(it.key);
    }
  }

 private:
  bool in_segment() const { return inside_.back().path().starts_with("segments."); }
  /// `segments.students.choice` and deeper: where only what may differ by segment can be written.
  bool in_part_of_segment() const {
    const auto& path = inside_.back().path();
    return in_segment() && std::count(path.begin(), path.end(), '.') >= 2;
  }

  /// `over 2 months` as `{over: 2 months}`.
  Node& split_at_word(const Member& member) {
    const std::string& text = member.value.text;
    const auto space = text.find(' ');
    Node rest = member.value;
    rest.text = text.substr(text.find_first_not_of(' ', space));
    Node& whole = synthetic_.emplace_back();
    whole.kind = Node::Kind::mapping;
    whole.place = member.place;
    whole.members.push_back({text.substr(0, space), member.value.place, std::move(rest)});
    return whole;
  }

  /// What was written for the parameter; nothing if it is absent or must not be here.
  std::optional<Written> find(const Parameter& is) {
    Section& section = inside_.back();
    const Member* found = section.take(is.name);
    if (!found) {
      if (is.required && !in_part_of_segment()) report_missing(is, example_of(is, world_.market.period));
      return std::nullopt;
    }
    Written written{*found, section.path_of(is.name)};
    places_.remember(written.path, found->value.place);
    if (in_part_of_segment() && !(is.may_be & by_segment)) {
      const auto first = written.path.find('.'), second = written.path.find('.', first + 1);
      problems_.add({found->place, written.path, "cannot differ by segment",
                     "Write it for the world, as '" + written.path.substr(second + 1) + "'."});
      return std::nullopt;
    }
    return written;
  }

  std::optional<double> number_of(const Parameter& is) {
    const auto written = find(is);
    if (!written) return std::nullopt;
    const Period period = world_.market.period;
    auto read = known_number_in(*written, is, period, problems_);
    if (!read) return std::nullopt;
    if (read->uncertain) {
      if (is_ours(world_, written->path, is.may_be)) {
        refuse_uncertain_decision(*written, is, read->value);
        return read->value;  // so that nothing else is told that follows from it
      }
      world_.assumptions.push_back(std::move(*read->uncertain));
      return read->value;
    }
    return is.quantity == Quantity::duration && !is.fractional
               ? whole_periods(read->value, *written, period, problems_)
               : read->value;
  }

  void refuse_uncertain_decision(const Written& written, const Parameter& is, double middle) {
    problems_.add({written.place(), written.path,
                   "is what we choose, a decision and no assumption, so that it cannot be uncertain",
                   "Write one number, such as '" + middle_text(middle, is.quantity, world_.market.period) +
                       "'; try others with --set or in scenarios."});
  }

  void own(Number& number, double value, const Parameter& is) {
    number.value = value;
    if (in_part_of_segment()) world_.own_levers.insert(inside_.back().path_of(is.name));
  }

  void report_missing(const Parameter& is, const std::string& example) {
    const Section& section = inside_.back();
    const bool is_text = is.name == "market" || is.name == "focal" || is.name == "brand";
    problems_.add(
        {section.place(), section.path_of(is.name), "is missing (" + std::string(is.meaning) + ")",
         "Write, for example, '" + std::string(is.name) + ": " + (is_text ? "us" : example) + "'."});
  }

  void report_unknown_member(const Member& it, const std::vector<std::string>& known) {
    const std::string path = inside_.back().path_of(shown(it.key));
    const std::string meant = nearest(it.key, known);
    problems_.add(
        {it.place, path,
         "a segment can only have what the world has (" + (known.empty() ? "none" : listed(known)) + ")",
         meant.empty() ? "Write it for the world first." : "Did you mean '" + meant + "'?"});
  }

  World& world_;
  Places& places_;
  Problems& problems_;
  std::vector<Section> inside_;
  std::deque<Node> synthetic_;  ///< lists as mappings from 1, 2, … to their elements; parts in one line
};

}  // namespace

World read_world(const Node& tree, Places& places, Problems& problems) {
  World world;
  Reader reader(tree, world, places, problems);
  describe(world, reader);
  reader.finish();
  return world;
}

}  // namespace clientele
