// SPDX-License-Identifier: MIT
#include "sim/scenario/draw_checks.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "sim/base/contract.hpp"
#include "sim/scenario/advertising_checks.hpp"
#include "sim/scenario/arrival_checks.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/lever_checks.hpp"
#include "sim/scenario/moment_checks.hpp"
#include "sim/scenario/numbers_by_path.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/validation.hpp"

namespace clientele {

namespace {

constexpr std::size_t most_told = 5;

/// How many parts two paths have in common from the start.
std::ptrdiff_t common_parts(const std::string& a, const std::string& b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const bool at_part = (end == a.end() || *end == '.') && (other == b.end() || *other == '.');
  return std::count(a.begin(), end, '.') + (at_part && end != a.begin() && *(end - 1) != '.' ? 1 : 0);
}

/// A number that was drawn.
struct Suspect {
  std::string path;
  std::vector<std::string> acts_on;
  double value = 0;
  Quantity quantity = Quantity::number;
  bool of_file = false;  ///< from joint draws
};

/// A rule that is broken, where first, and how often.
struct Broken {
  Problem problem;
  std::size_t first = 0, draws = 0;
};

struct DrawChecks {
  const std::vector<Scenario>& scenarios;
  const Unknowns& unknowns;
  const std::vector<Drawn>& draws;
  const std::vector<Places>& places;
  const std::vector<NumberEntry> numbers;
  std::map<std::string, Broken> broken{};

  const World& world() const { return scenarios.front().world; }
  const NumberEntry* number_at(const std::string& path) const {
    for (const auto& number : numbers)
      if (number.path == path) return &number;
    return nullptr;
  }

  std::vector<Suspect> suspects_of(const Drawn& drawn) const {
    std::vector<Suspect> suspects;
    for (std::size_t i = 0; i < unknowns.assumptions.size(); ++i) {
      const Assumption& one = unknowns.assumptions[i];
      suspects.push_back({one.path, one.acts_on, drawn.values[i], one.quantity});
    }
    if (unknowns.joint && drawn.row)
      for (std::size_t c = 0; c < unknowns.joint->paths.size(); ++c) {
        const NumberEntry* number = number_at(unknowns.joint->paths[c]);
        suspects.push_back({unknowns.joint->paths[c], unknowns.joint->acts_on[c],
                            unknowns.joint->rows[*drawn.row][c], number ? number->quantity : Quantity::number,
                            true});
      }
    return suspects;
  }

  /// The path that a problem of a scenario is about: of `changes.2` the key of what is not known of it, or
  /// what it changes.
  static std::string subject_of(const Problem& problem, const Scenario& scenario) {
    constexpr std::string_view prefix = "changes.";
    if (!problem.path.starts_with(prefix)) return problem.path;
    std::size_t number = 0;
    std::from_chars(problem.path.data() + prefix.size(), problem.path.data() + problem.path.size(), number);
    if (number < 1 || number > scenario.changes.size()) return problem.path;
    const Change& change = scenario.changes[number - 1];
    return change.uncertain ? change.uncertain->path : change.path;
  }

  /// The drawn number that is nearest to a path; nullptr if none has anything to do with it.
  static const Suspect* nearest_to(const std::string& path, const std::vector<Suspect>& suspects) {
    const Suspect* nearest = nullptr;
    std::ptrdiff_t most = 0;
    for (const auto& suspect : suspects) {
      std::ptrdiff_t common = common_parts(suspect.path, path);
      for (const auto& acted_on : suspect.acts_on) common = std::max(common, common_parts(acted_on, path));
      if (common > most) nearest = &suspect, most = common;
    }
    return nearest;
  }

  Place place_of(const Suspect& suspect, std::size_t scenario, const Place& otherwise) const {
    if (suspect.of_file) return places.front().of("draws");
    const auto& changes = scenarios[scenario].changes;
    for (std::size_t i = 0; i < changes.size(); ++i)
      if (changes[i].uncertain && changes[i].uncertain->path == suspect.path)
        return places[scenario].of("changes." + std::to_string(i + 1));
    return suspect.path.starts_with("changes.") ? otherwise : places.front().of(suspect.path);
  }

  void tell(const Problem& problem, std::size_t draw, std::size_t scenario,
            const std::vector<Suspect>& suspects) {
    Broken& entry = broken[std::to_string(scenario) + problem.path];
    if (entry.draws++ > 0) return;
    entry.first = draw;
    entry.problem = problem;
    const Suspect* suspect = nearest_to(subject_of(problem, scenarios[scenario]), suspects);
    if (!suspect) return;
    entry.problem.place = place_of(*suspect, scenario, problem.place);
    entry.problem.path = suspect->path;
    const std::string value = quantity_text(suspect->value, suspect->quantity, world().market.period);
    const std::string of = suspect->path == problem.path ? "" : problem.path + ": ";
    entry.problem.reason = "where it is " + value + ", " + of + problem.reason;
  }

  void check_ranges(std::size_t draw, const std::vector<Suspect>& suspects) {
    for (const auto& suspect : suspects) {
      const NumberEntry* number = number_at(suspect.path);
      if (!number || number->range.contains(suspect.value)) continue;
      tell({places.front().of(suspect.path), suspect.path,
            "out of range (" + range_text(number->range, number->quantity, world().market.period) + ")", ""},
           draw, 0, suspects);
    }
  }

  void check(std::size_t draw) {
    Drawn all_happens = draws[draw];
    std::fill(all_happens.luck.begin(), all_happens.luck.end(), 0.0);
    const auto suspects = suspects_of(all_happens);
    check_ranges(draw, suspects);
    const auto realised_now = realised(scenarios, unknowns, all_happens);
    for (std::size_t s = 0; s < realised_now.size(); ++s) {
      const Scenario& scenario = realised_now[s];
      Problems found;
      if (s == 0) {
        validate(scenario.world, places[s], found);
      } else {
        check_levers_in_range(scenario, catalogue_of(scenario.world), places[s], found);
        check_moments(scenario, places[s], found);
        check_awareness_changes(scenario, places[s], found);
        if (!scenario.changes.empty()) check_arrivals(scenario, places[s], found);
      }
      for (const auto& problem : found.found()) tell(problem, draw, s, suspects);
    }
  }

  void raise() const {
    Problems problems;
    std::vector<const Broken*> by_draw;
    for (const auto& [path, one] : broken) by_draw.push_back(&one);
    std::sort(by_draw.begin(), by_draw.end(), [](auto* a, auto* b) { return a->first < b->first; });
    if (by_draw.size() > most_told) by_draw.resize(most_told);
    for (const Broken* one : by_draw) {
      Problem problem = one->problem;
      problem.reason = "breaks a rule in " + std::to_string(one->draws) + " of " +
                       std::to_string(draws.size()) + " draws: in draw " + std::to_string(one->first + 1) +
                       ", " + problem.reason;
      problem.remedy = "Write a narrower law, so that the rule holds in every draw.";
      problems.add(std::move(problem));
    }
    problems.raise();
  }
};

}  // namespace

void check_draws(const std::vector<Scenario>& scenarios, const Unknowns& unknowns,
                 const std::vector<Drawn>& draws, const std::vector<Places>& places) {
  expects(places.size() == scenarios.size());
  DrawChecks checks{scenarios, unknowns, draws, places, numbers_of(scenarios.front().world)};
  for (std::size_t draw = 0; draw < draws.size(); ++draw) checks.check(draw);
  checks.raise();
}

}  // namespace clientele
