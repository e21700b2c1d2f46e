// SPDX-License-Identifier: MIT
#include "sim/scenario/segment_checks.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/address.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/read_checks.hpp"
#include "sim/scenario/share_checks.hpp"

namespace clientele {

namespace {

struct BehaviourChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  /// Whether a segment uses the world's parameter, having none of its own, in the model that reads it.
  template <class Uses>
  bool used_by_a_segment(const std::string& parameter, Uses uses) const {
    return std::any_of(world.segments.begin(), world.segments.end(), [&](const auto& segment) {
      return uses(segment.is.behaviours) && !places.knows("segments." + segment.name + "." + parameter);
    });
  }

  /// A switching matrix has a row and a share for every brand, and nothing of the logit acts beside it.
  void check_switching(const Behaviours& b, const std::string& prefix) const {
    const bool matrix = b.choice.model == Choice::Model::switching_matrix;
    const std::string path = prefix + "choice.switching";
    if (!matrix || (!prefix.empty() && !places.knows(path))) return;
    for (const auto& brand : world.brands) {
      if (!brand.is.share)
        refuse("brands." + brand.name, "has no share, which a switching matrix starts from",
               "Write 'share: …' for each brand.");
      if (places.knows("brands." + brand.name + ".awareness"))
        refuse("brands." + brand.name + ".awareness", "is unused: a switching matrix says all",
               "Remove it, or use 'model: logit'.");
      if (places.knows("brands." + brand.name + ".switching_cost"))
        refuse("brands." + brand.name + ".switching_cost", "is unused: a switching matrix says all",
               "Remove it, or use 'model: logit'.");
      if (brand.is.enters || brand.is.leaves)
        refuse("brands." + brand.name, "cannot enter or leave with a switching matrix",
               "Leave it out, or use 'model: logit'.");
      const Switching* row = find(b.choice.switching, brand.name);
      if (!row) {
        refuse(path, "has no row for the customers of " + brand.name,
               "Add '" + brand.name + ": {" + world.brands.front().name + ": …}'.");
        continue;
      }
      double sum = 0;
      for (const auto& [name, share] : row->to) {
        sum += share.today.value;
        if (!find(world.brands, name))
          refuse(path + "." + brand.name + "." + name, "is no brand", "Name the brands as in 'brands'.");
      }
      if (std::abs(sum - 1) > 1e-6)
        refuse(path + "." + brand.name,
               "shares sum to " + quantity_text(sum, Quantity::share, world.market.period) + ", not to 100%",
               "Write where all of the next purchases go.");
    }
    for (const auto& [name, row] : b.choice.switching)
      if (!find(world.brands, name))
        refuse(path + "." + name, "is no brand", "Name the brands as in 'brands'.");
  }

  /// Leaving at any moment or after purchases leaves no room for what acts once a period.
  void check_departure(const Behaviours& b, const std::string& prefix) const {
    const Departure& d = b.departure;
    const auto once_a_period = [](const Behaviours& x) {
      return x.departure.model != Departure::Model::gamma_rate && x.departure.per != Departure::Per::purchase;
    };
    // What a segment inherits can clash with what it writes: the clash is told where one of the two is
    // written.
    const auto clash = [&](bool clashes, const std::string& one, const std::string& other,
                           const std::string& reason, const std::string& remedy) {
      if (!clashes) return;
      for (const std::string& name : {one, other})
        if (places.knows(prefix + name)) return refuse(prefix + name, reason, remedy);
    };
    for (const std::string name :
         {"departure.when", "departure.involuntary", "departure.satisfaction_effect"})
      if (!once_a_period(b) && places.knows(prefix + name) &&
          !(prefix.empty() && used_by_a_segment(name, once_a_period)))
        refuse(prefix + name,
               "is unused: customers leave " +
                   std::string(d.per == Departure::Per::purchase ? "after purchases" : "at any moment") +
                   ", not once a period",
               "Remove it.");
    const bool per_purchase = d.per == Departure::Per::purchase;
    clash(per_purchase && d.model != Departure::Model::beta_geometric, "departure.per", "departure.model",
          "a chance at each purchase is one of the customer's own",
          "Write 'model: beta_geometric' and a 'chance' beside it (it may be one number for all), or 'per: "
          "period'.");
    clash(per_purchase && b.need.per == Need::ChoicePer::period, "departure.per", "need.per",
          "with one choice for all purchases of a period nobody can leave between them",
          "Write 'per: occasion' in need, or 'per: period' in departure.");
    clash(d.satisfaction_effect.value != 0 && !b.experience && once_a_period(b),
          "departure.satisfaction_effect", "departure.satisfaction_reference",
          "nobody is satisfied or not without 'experience'",
          "Add 'experience: {}' to the world, or remove it.");
  }

  /// Chances by recency must be given, and hold today's customers.
  void check_recency(const Behaviours& b, const std::string& prefix) const {
    if (b.need.model != Need::Model::recency) return;
    const auto length = b.need.chances.size();
    if (length == 0)
      refuse(prefix + "need", "has no chances to buy by recency",
             "Add, for example, 'chances: [30%, 20%, 10%]'.");
    else if (b.need.recency.value > static_cast<double>(length))
      refuse(prefix + (places.knows(prefix + "need.recency") ? "need.recency" : "need.chances"),
             "today's customers bought " + number_text(b.need.recency.value) +
                 " periods ago, and chances has only " + std::to_string(length),
             "Write a chance for each, or a lower recency.");
  }

  /// A contract has a term of whole bills, and customers leave the category as contracts allow.
  void check_contract(const Behaviours& b, const std::string& prefix) const {
    const Departure& d = b.departure;
    const bool contract = b.need.model == Need::Model::contract;
    const auto at = [&](const std::string& one, const std::string& other) {
      return prefix + (places.knows(prefix + one) ? one : other);
    };
    if (d.per == Departure::Per::renewal && !contract)
      refuse(at("departure.per", "need"), "nobody renews without a contract",
             "Write 'model: contract' and a 'term' in need, or 'per: period' in departure.");
    if (!contract) return;
    if (!b.need.term)
      refuse(prefix + "need", "has no term",
             "Add the time for which a contract binds, such as 'term: 12 months'.");
    else if (std::fmod(b.need.term->value, b.need.billing.value) != 0)
      refuse(at("need.billing", "need.term"),
             "a term of " + number_text(b.need.term->value) +
                 " periods has no whole number of bills, one in " + number_text(b.need.billing.value),
             "Write a term that is a multiple of billing.");
    if (const auto& lost_after = world.market.lost_after;
        lost_after && lost_after->value < b.need.billing.value)
      refuse("lost_after",
             "customers under contract buy every " + number_text(b.need.billing.value) +
                 " periods, and would be lost between two bills",
             "Write at least '" +
                 quantity_text(b.need.billing.value, Quantity::duration, world.market.period) +
                 "', or leave it out.");
    if (d.per == Departure::Per::purchase || d.model == Departure::Model::gamma_rate)
      refuse(at("departure", "need.model"), "customers under contract leave once a period or at a renewal",
             "Write 'per: renewal' or 'per: period', with 'model: geometric' or 'beta_geometric'.");
  }

  /// What fades or grows must be there, and purchases be chosen.
  void check_habit(const Behaviours& b, const std::string& prefix) const {
    const auto has_habit = [](const Behaviours& x) {
      const Trait& inertia = x.choice.inertia;
      return x.choice.retention || inertia.distribution != Distribution::same_for_all ||
             inertia.first.value != 0;
    };
    for (const std::string name : {"choice.habit_half_life", "choice.habit_growth"}) {
      if (!places.knows(prefix + name)) continue;
      if (!has_habit(b) && !(prefix.empty() && used_by_a_segment(name, has_habit)))
        refuse(prefix + name, "is unused, because there is no habit",
               "Write 'inertia: …' or 'retention: …' beside it, or remove it.");
      if (b.need.model == Need::Model::contract)
        refuse(prefix + name, "is of purchases, but with a contract customers choose at renewals only",
               "Write 'inertia' or 'switching_cost' alone.");
    }
    if (const std::string over = "choice.habit_growth_over";
        places.knows(prefix + over) && b.choice.habit_growth.value == 0)
      refuse(prefix + over, "is unused, because habit does not grow",
             "Write 'habit_growth: 50%' beside it, or remove it.");
  }

  /// `prefix` is empty for the world and `segments.students.` for a segment.
  void check(const Behaviours& b, const std::string& prefix) const {
    check_recency(b, prefix);
    check_contract(b, prefix);
    check_departure(b, prefix);
    check_switching(b, prefix);
    check_habit(b, prefix);
    const auto written = [&](const std::string& path) {
      return prefix.empty() || places.knows(prefix + path);
    };
    if (b.experience && b.experience->dissatisfied_below.value > b.experience->delighted_above.value) {
      const std::string low = "experience.dissatisfied_below", high = "experience.delighted_above";
      const std::string place = places.knows(prefix + low) ? low : high;
      if (written(low) || written(high))
        refuse(prefix + place,
               "dissatisfied_below (" + number_text(b.experience->dissatisfied_below.value) +
                   ") is above delighted_above (" + number_text(b.experience->delighted_above.value) + ")",
               "Write thresholds in this order.");
    }
    if (b.choice.perception && b.choice.drivers.empty() && !b.experience && written("choice.perception"))
      refuse(prefix + "choice.perception", "is unused: there is no driver whose ratings could be perceived",
             "Add 'drivers' to choice, or remove it.");
    if (b.choice.taste.distribution == Distribution::dirichlet && written("choice.taste") &&
        world.brands.size() > 1 &&
        !std::all_of(world.brands.begin(), world.brands.end(),
                     [](const auto& brand) { return brand.is.share.has_value(); }))
      refuse(prefix + "choice.taste", "a dirichlet taste needs the share of every brand",
             "Write 'share: …' for each brand, or 'taste: {normal: {sd: …}}'.");
  }

  void check_shares() const {
    double sum = 0;
    std::vector<std::string> names;
    for (const auto& segment : world.segments) {
      names.push_back(segment.name);
      sum += segment.is.share.value;
    }
    if (!world.segments.empty()) check_sum({"segments", names, sum}, world.market.period, places, problems);
  }
};

}  // namespace

void check_segments(const World& world, const Places& places, Problems& problems) {
  const BehaviourChecks checks{world, places, problems};
  if (world.segments.size() > most_segments)
    checks.refuse("segments",
                  "there are " + std::to_string(world.segments.size()) + " segments (at most " +
                      std::to_string(most_segments) + ")",
                  "Put small ones together.");
  checks.check_shares();
  check_read(world, places, problems);
  checks.check(world.behaviours, "");
  for (const auto& segment : world.segments)
    checks.check(segment.is.behaviours, "segments." + segment.name + ".");
}

}  // namespace clientele
