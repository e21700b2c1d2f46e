// SPDX-License-Identifier: MIT
#include "sim/input/change_reader.hpp"

#include <algorithm>

#include "sim/base/spelling.hpp"
#include "sim/input/change_time.hpp"
#include "sim/input/scalar.hpp"
#include "sim/input/section.hpp"
#include "sim/input/shown.hpp"
#include "sim/input/uncertain.hpp"
#include "sim/scenario/decisions.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

const CatalogueEntry* entry_of(const std::vector<CatalogueEntry>& catalogue, const std::string& path) {
  for (const auto& entry : catalogue)
    if (entry.path == path) return &entry;
  return nullptr;
}

Parameter parameter_of(const CatalogueEntry& entry) {
  return {.name = std::string_view(entry.path).substr(entry.path.rfind('.') + 1),
          .unit = entry.unit,
          .quantity = entry.quantity,
          .range = entry.range,
          .may_be = entry.may_be};
}

struct ChangeReader {
  Section section;
  const ChangeContext& context;

  const World& world() const { return context.world; }
  Problems& problems() const { return context.problems; }
  void refuse(const Place& place, const std::string& path, std::string reason, std::string remedy) const {
    problems().add({place, path, std::move(reason), std::move(remedy)});
  }

  std::optional<std::string> path_changed() {
    const Member* found = section.take("change");
    if (found) return text_in({*found, section.path_of("change")}, problems());
    refuse(section.place(), section.path_of("change"), "is missing (the path of what changes)",
           "Write, for example, 'change: brands.us.price'.");
    return std::nullopt;
  }

  /// The lever called so; nothing, with a problem, if there is none.
  const CatalogueEntry* lever_called(const std::string& path) {
    const Place place = section.take("change")->value.place;
    const std::string at = section.path_of("change");
    const std::string meant = nearest(path, lever_paths(world()));
    const std::string remedy = meant.empty() ? some_levers() : "Did you mean '" + meant + "'?";
    const CatalogueEntry* entry = entry_of(context.catalogue, path);
    if (!entry) {
      const bool inside_trait =
          path.find('.') != std::string::npos && entry_of(context.catalogue, path.substr(0, path.rfind('.')));
      const bool is_part = std::any_of(context.catalogue.begin(), context.catalogue.end(),
                                       [&](const auto& e) { return e.path.starts_with(path + "."); });
      if (is_part)
        refuse(place, at, "'" + shown(path) + "' is a group, not one number", remedy);
      else if (inside_trait)
        refuse(place, at, "'" + shown(path) + "' is an assumption about the market, no lever", some_levers());
      else
        refuse(place, at, "there is no '" + shown(path) + "' in this world", remedy);
      return nullptr;
    }
    if (!(entry->may_be & decided)) {
      const std::string what =
          entry->may_be & uncertain ? "an assumption about the market" : "part of the world's frame";
      refuse(place, at, "'" + path + "' is " + what + ", no lever", some_levers());
      return nullptr;
    }
    if (!entry->today && !is_moment(*entry)) {
      refuse(place, at, "the world gives no '" + path + "' that could change",
             "Write it in the world's file first.");
      return nullptr;
    }
    return entry;
  }

  std::string some_levers() const {
    auto paths = lever_paths(world());
    std::stable_partition(paths.begin(), paths.end(), [&](const auto& p) {
      return p.starts_with("brands." + world().market.focal + ".");
    });
    if (paths.size() > 6) paths.resize(6);
    return paths.empty() ? "" : "Levers are, for example, " + listed(paths) + ".";
  }

  /// `by: -10%` or `by: 0.3`
  bool read_by(Change& change, const CatalogueEntry* lever, const Member& by) {
    const std::string path = section.path_of("by");
    const auto text = unquoted_text({by, path}, problems());
    if (!text) return false;
    if (lever && is_moment(*lever)) {
      refuse(by.value.place, path, "a moment cannot change by an amount",
             "Write, for example, 'to: " + example_of(Quantity::moment, world().market.period) + "'.");
      return false;
    }
    const Parameter is{
        .name = "by", .quantity = Quantity::share, .may_be = lever ? lever->may_be : unsigned{uncertain}};
    const auto reading = known_number_in({by, path}, is, world().market.period, problems());
    if (!reading || is_uncertain_decision(*reading, lever, by, path)) return false;
    const bool is_rate =
        lever && (lever->quantity == Quantity::chance || lever->quantity == Quantity::frequency ||
                  lever->quantity == Quantity::growth);
    if (!reading->in_percent && is_rate) {
      refuse(by.value.place, path, *text + " has no period, and cannot be added to a rate",
             "Write a change in per cent, such as 'by: -10%', or 'to: " +
                 example_of(lever->quantity, world().market.period) + "'.");
      return false;
    }
    change.how = reading->in_percent ? Change::How::by_share : Change::How::by_amount;
    change.amount = reading->value;
    change.uncertain = reading->uncertain;
    if (change.uncertain && !reading->in_percent) change.uncertain->quantity = Quantity::number;
    return true;
  }

  bool read_to(Change& change, const CatalogueEntry* lever, const Member& to) {
    change.how = Change::How::to;
    context.places.remember(section.path_of("to"), to.value.place);
    if (!lever) return false;
    const std::string path = section.path_of("to");
    const auto reading = known_number_in({to, path}, parameter_of(*lever), world().market.period, problems());
    if (!reading || is_uncertain_decision(*reading, lever, to, path)) return false;
    change.amount = reading->value;
    change.uncertain = reading->uncertain;
    return true;
  }

  /// Refuses a decision of ours that is not one number.
  bool is_uncertain_decision(const KnownNumber& number, const CatalogueEntry* lever, const Member& written,
                             const std::string& path) const {
    if (!number.uncertain || !lever || !is_ours(world(), lever->path, lever->may_be)) return false;
    const bool in_percent = number.in_percent && path.ends_with(".by");
    const std::string middle = middle_text(number.value,
                                           in_percent              ? Quantity::share
                                           : path.ends_with(".by") ? Quantity::number
                                                                   : lever->quantity,
                                           world().market.period);
    refuse(written.value.place, path,
           "'" + lever->path +
               "' is what we choose, a decision and no assumption, so that it cannot be uncertain",
           "Write one number, such as '" + middle + "', and another scenario for another one.");
    return true;
  }

  void read_probability(Change& change) {
    const Member* found = section.take("probability");
    if (!found) return;
    const Parameter is{.name = "probability", .quantity = Quantity::share, .range = between(0, 1)};
    if (const auto value =
            number_in({*found, section.path_of("probability")}, is, world().market.period, problems()))
      change.probability = *value;
  }

  bool read_amount(Change& change, const CatalogueEntry* lever) {
    const Member* by = section.take("by");
    const Member* to = section.take("to");
    if (by && to) {
      refuse(to->place, section.path_of("to"), "stands beside 'by', but a change is one or the other",
             "Keep one of the two.");
      return false;
    }
    if (by) return read_by(change, lever, *by);
    if (to) return read_to(change, lever, *to);
    refuse(section.place(), section.path(), "does not say how much",
           "Write, for example, 'by: -10%' or 'to: " +
               example_of(lever ? lever->quantity : Quantity::money, world().market.period) + "'.");
    return false;
  }

  std::optional<Change> read() {
    Change change;
    const auto path = path_changed();
    const CatalogueEntry* lever = nullptr;
    if (path) change.path = *path;
    if (path && context.world_is == WorldIs::sound) lever = lever_called(*path);
    const bool has_amount = read_amount(change, lever);
    if (lever && is_moment(*lever))
      refuse_change_time(section, problems());
    else
      read_change_time(change, section, world(), problems());
    read_probability(change);
    section.report_unknown(problems());
    if (!lever || !has_amount) return std::nullopt;
    return change;
  }
};

}  // namespace

std::optional<Change> read_change(const Node& node, const std::string& path, const ChangeContext& context) {
  if (node.kind != Node::Kind::mapping) {
    context.problems.add({node.place, path, "is " + kind_text(node) + ", but a change has keys",
                          "Write, for example, '- {change: brands.us.price, by: -10%}'."});
    return std::nullopt;
  }
  context.places.remember(path, node.place);
  return ChangeReader{Section(&node, path, node.place), context}.read();
}

}  // namespace clientele
