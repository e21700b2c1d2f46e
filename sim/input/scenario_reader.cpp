// SPDX-License-Identifier: MIT
#include "sim/input/scenario_reader.hpp"

#include "sim/input/change_reader.hpp"
#include "sim/input/moments.hpp"
#include "sim/input/scalar.hpp"
#include "sim/input/section.hpp"
#include "sim/scenario/advertising_checks.hpp"
#include "sim/scenario/arrival_checks.hpp"
#include "sim/scenario/lever_checks.hpp"
#include "sim/scenario/moment_checks.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

struct InvestmentReader {
  Section section;
  const World& world;
  Problems& problems;

  void refuse(const Place& place, std::string_view key, std::string reason, std::string remedy) {
    problems.add({place, section.path_of(key), std::move(reason), std::move(remedy)});
  }

  /// `250k` at once, or `40k per month` in each period.
  std::optional<KnownNumber> amount(Quantity quantity) {
    const Member* found = section.take("amount");
    if (!found) {
      refuse(section.place(), "amount", "is missing (what it costs)", "Write, for example, 'amount: 250k'.");
      return std::nullopt;
    }
    const std::string& text = found->value.text;
    const bool has_period = text.find(" per ") != std::string::npos;
    if (quantity == Quantity::money && has_period) {
      refuse(found->value.place, "amount", "'" + text + "' is spent again and again, but 'at' is one moment",
             "Write 'from' and 'until' instead of 'at'.");
      return std::nullopt;
    }
    const Parameter is{.name = "amount",
                       .unit = "currency",
                       .quantity = quantity,
                       .range = at_least(0),
                       .may_be = uncertain};
    return known_number_in({*found, section.path_of("amount")}, is, world.market.period, problems);
  }

  std::string name() {
    const Member* found = section.take("name");
    if (found) return text_in({*found, section.path_of("name")}, problems).value_or("");
    refuse(section.place(), "name", "is missing (what the money is for)",
           "Write, for example, 'name: new menus'.");
    return {};
  }

  Investment read() {
    Investment investment;
    investment.name = name();
    const Member* at = section.take("at");
    const auto moment = read_moment_key(section, "at", Edge::first, world, problems);
    check_within_horizon(moment, section, "at", world, problems);
    const bool has_from = section.take("from"), has_until = section.take("until");
    auto amount =
        this->amount(has_from && !at ? Quantity::frequency : Quantity::money).value_or(KnownNumber{});
    investment.amount = amount.value;
    investment.uncertain = std::move(amount.uncertain);
    const Span span = read_span(section, world, problems);
    const std::string example = quantity_text(6, Quantity::moment, world.market.period);
    if (at && (has_from || has_until))
      refuse(at->place, "at",
             "stands beside 'from' or 'until', but money is spent either once or again and again",
             "Keep 'at', or 'from' and 'until'.");
    else if (!at && !has_from && !has_until)
      refuse(section.place(), "at", "is missing (when it is spent)",
             "Write, for example, 'at: " + example + "', or 'from' and 'until'.");
    else if (!at && has_from != has_until)
      refuse(section.place(), has_from ? "until" : "from",
             "is missing (what is spent again and again has a beginning and an end)",
             "Write both 'from' and 'until', or 'at' for what is spent once.");
    investment.from = at ? moment.value_or(1) : span.from.value_or(1);
    if (!at) investment.until = span.until;
    section.report_unknown(problems);
    return investment;
  }
};

/// The items of a list; none, with a problem, if it is no list.
const std::vector<Node>& items_of(Section& section, std::string_view key, std::string_view example,
                                  Problems& problems) {
  static const std::vector<Node> none;
  const Member* found = section.take(key);
  if (!found) return none;
  if (found->value.kind == Node::Kind::nothing)
    problems.add(no_value(*found, std::string(key)));
  else if (found->value.kind != Node::Kind::sequence)
    problems.add({found->value.place, std::string(key),
                  "is " + kind_text(found->value) + ", but a list belongs here",
                  "Write each below it as '- " + std::string(example) + "'."});
  return found->value.items;
}

/// What scenarios have in common is found by these paths, wherever it stands in their lists.
void name_assumptions(Scenario& scenario) {
  const auto changes = keys_of_changes(scenario), investments = keys_of_investments(scenario);
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (auto& uncertain = scenario.changes[i].uncertain)
      uncertain->path = changes[i], uncertain->acts_on = {};
  for (std::size_t i = 0; i < investments.size(); ++i)
    if (auto& uncertain = scenario.investments[i].uncertain)
      uncertain->path = investments[i], uncertain->acts_on = {};
}

}  // namespace

Scenario read_scenario(const Node& tree, const World& world, WorldIs is, Places& places, Problems& problems) {
  Scenario scenario{.name = {}, .world = world, .changes = {}, .investments = {}};
  Section section(&tree, "", tree.place);
  section.take("format");
  if (const Member* name = section.take("scenario"))
    scenario.name = text_in({*name, "scenario"}, problems).value_or("");
  section.take("world");

  const std::size_t known_before = problems.found().size();
  const ChangeContext context{world, is, catalogue_of(world), places, problems};
  const auto& changes = items_of(section, "changes", "{change: brands.us.price, by: -10%}", problems);
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (auto change = read_change(changes[i], "changes." + std::to_string(i + 1), context))
      scenario.changes.push_back(std::move(*change));
  if (problems.found().size() == known_before && is == WorldIs::sound) {
    check_levers_in_range(scenario, context.catalogue, places, problems);
    check_moments(scenario, places, problems);
    check_awareness_changes(scenario, places, problems);
    if (!scenario.changes.empty()) check_arrivals(scenario, places, problems);
  }

  const auto& investments =
      items_of(section, "investments", "{name: new menus, amount: 250k, at: month 6}", problems);
  for (std::size_t i = 0; i < investments.size(); ++i) {
    const std::string path = "investments." + std::to_string(i + 1);
    const Node& node = investments[i];
    places.remember(path, node.place);
    if (node.kind == Node::Kind::mapping)
      scenario.investments.push_back(
          InvestmentReader{Section(&node, path, node.place), world, problems}.read());
    else
      problems.add({node.place, path, "is " + kind_text(node) + ", but an investment has keys",
                    "Write, for example, '- {name: new menus, amount: 250k, at: month 6}'."});
  }
  section.report_unknown(problems);
  name_assumptions(scenario);
  return scenario;
}

}  // namespace clientele
