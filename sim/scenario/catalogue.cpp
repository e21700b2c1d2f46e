// SPDX-License-Identifier: MIT
#include "sim/scenario/catalogue.hpp"

#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

std::string trait_text(const Trait& trait, Quantity quantity, Period period) {
  const auto in_unit = [&](double x) { return quantity_text(x, quantity, period); };
  for (const auto& name : distribution_names) {
    if (name.distribution != trait.distribution) continue;
    const bool plain = trait.distribution == Distribution::dirichlet;
    std::string text(name.name);
    text += ", " + std::string(name.first) + " " +
            (plain ? number_text(trait.first.value) : in_unit(trait.first.value));
    if (name.second.empty()) return text;
    const bool of_unit = name.second == "sd" || name.second == "high";
    return text + ", " + std::string(name.second) + " " +
           (of_unit ? in_unit(trait.second.value) : number_text(trait.second.value));
  }
  return in_unit(trait.first.value);
}

class Walk : public Visitor {
 public:
  /// `as_it_is`: only what the world has; `everything`: one of each thing that it might have.
  enum class Extent { as_it_is, everything };

  Walk(const World& world, Extent extent) : world_(world), extent_(extent) {}

  std::vector<CatalogueEntry> found;

  void number(Number& value, const Parameter& is) override { add_number(is, "number", value.value); }
  void lever(Lever& value, const Parameter& is) override { add_number(is, "lever", value.today.value); }
  void optional(std::optional<Number>& value, const Parameter& is) override {
    add_number(is, "number", value ? std::optional(value->value) : std::nullopt);
  }
  void optional_lever(std::optional<Lever>& value, const Parameter& is) override {
    add_number(is, "lever", value ? std::optional(value->today.value) : std::nullopt);
  }
  void trait(Trait& value, const Parameter& is, std::span<const Distribution> may_follow) override {
    CatalogueEntry& entry = add(is, "trait");
    entry.may_follow.assign(may_follow.begin(), may_follow.end());
    entry.value_text = trait_text(value, is.quantity, world_.market.period);
  }
  void word(int& chosen, const Parameter& is, std::span<const Word> words) override {
    CatalogueEntry& entry = add(is, "word");
    entry.words.assign(words.begin(), words.end());
    entry.value_text = words[static_cast<std::size_t>(chosen)].name;
    if (is.name == "model" && !inside_.empty()) inside_.back().model = entry.value_text;
  }
  void text(std::string& value, const Parameter& is) override { add(is, "text").value_text = value; }

  bool enter(const Parameter& is, bool present) override {
    if (!present && extent_ == Extent::as_it_is) return false;
    const std::string path = path_of(is.name);
    if (extent_ == Extent::everything && path.starts_with("segments.<segment>.")) {
      note_of_segments();
      return false;
    }
    Part part{.path = path};
    if (!inside_.empty() && !inside_.back().unread.empty()) {
      part.unread = inside_.back().unread;
      part.only_with = inside_.back().only_with;
    } else if (!is_read(is)) {
      part.unread = path;
      part.only_with = is.only_with;
    }
    inside_.push_back(std::move(part));
    return true;
  }
  void leave() override { inside_.pop_back(); }
  std::optional<std::size_t> enter_list(const Parameter& is, std::size_t length) override {
    if (!enter(is, length > 0)) return std::nullopt;
    return length > 0 ? length : 1;
  }
  void members(Entries& entries) override {
    if (extent_ == Extent::everything && entries.count() == 0)
      entries.add(std::string(entries.placeholder()));
  }

 private:
  /// A part or group that is being walked through.
  struct Part {
    std::string path;
    std::string model = {};  ///< its word, once it was visited; a part without one reads everything
    std::string unread = {};
    OnlyWith only_with = {};
  };

  std::string path_of(std::string_view name) const {
    return inside_.empty() ? std::string(name) : inside_.back().path + "." + std::string(name);
  }

  bool is_read(const Parameter& is) const {
    return inside_.empty() || inside_.back().model.empty() || is.only_with.contains(inside_.back().model);
  }

  CatalogueEntry& add(const Parameter& is, std::string kind) {
    CatalogueEntry entry;
    entry.path = path_of(is.name);
    entry.meaning = is.meaning;
    entry.unit = is.unit;
    entry.source = is.source;
    entry.standard_text = is.standard_text;
    entry.only_with = is.only_with;
    const bool in_unread = !inside_.empty() && !inside_.back().unread.empty();
    if (in_unread || !is_read(is)) {
      entry.unread = in_unread ? inside_.back().unread : entry.path;
      if (in_unread) entry.only_with = inside_.back().only_with;
    }
    entry.quantity = is.quantity;
    entry.range = is.range;
    entry.standard = is.standard;
    entry.may_be = is.may_be;
    entry.kind = std::move(kind);
    entry.required = is.required;
    found.push_back(std::move(entry));
    return found.back();
  }

  void add_number(const Parameter& is, std::string kind, std::optional<double> value) {
    CatalogueEntry& entry = add(is, std::move(kind));
    entry.today = value;
    if (value) entry.value_text = quantity_text(*value, is.quantity, world_.market.period);
  }

  void note_of_segments() {
    if (noted_) return;
    noted_ = true;
    add({.name = "…",
         .meaning =
             "every parameter of history, need, choice, purchase, experience, advocacy and departure that "
             "may "
             "differ by segment, written as in the world; what a segment does not give is the world's"},
        "note");
  }

  const World& world_;
  Extent extent_;
  std::vector<Part> inside_;
  bool noted_ = false;  ///< what a segment may have was told
};

std::vector<CatalogueEntry> walk(World world, Walk::Extent extent) {
  Walk walk(world, extent);
  describe(world, walk);
  return std::move(walk.found);
}

}  // namespace

std::vector<CatalogueEntry> catalogue_of(const World& world) { return walk(world, Walk::Extent::as_it_is); }

std::vector<CatalogueEntry> full_catalogue() { return walk({}, Walk::Extent::everything); }

std::vector<std::string> lever_paths(const World& world) {
  std::vector<std::string> paths;
  for (const auto& entry : catalogue_of(world))
    if ((entry.may_be & decided) && (entry.today || is_moment(entry))) paths.push_back(entry.path);
  return paths;
}

bool is_moment(const CatalogueEntry& entry) {
  return entry.kind == "lever" && entry.quantity == Quantity::moment;
}

}  // namespace clientele
