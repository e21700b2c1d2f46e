// SPDX-License-Identifier: MIT
#include "sim/scenario/contact_checks.hpp"

#include <algorithm>

#include "sim/scenario/name_checks.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

bool some_segment(const World& world, bool (*holds)(const Behaviours&)) {
  const auto segments = segments_of(world);
  return std::any_of(segments.begin(), segments.end(),
                     [&](const auto& segment) { return holds(segment.is.behaviours); });
}

bool may_leave_by_chance(const Behaviours& b) {
  const Departure& d = b.departure;
  if (d.model == Departure::Model::gamma_rate) return false;
  if (d.model == Departure::Model::beta_geometric) return d.per != Departure::Per::purchase;
  return d.rate.today.value > 0;
}
bool may_reconsider(const Behaviours& b) {
  return b.need.model == Need::Model::contract && b.need.reconsider.today.value > 0;
}
bool differs_in_risk(const Behaviours& b) {
  return b.departure.model != Departure::Model::geometric ||
         (b.experience && b.departure.satisfaction_effect.value != 0);
}
bool differs_in_need(const Behaviours& b) {
  const auto varies = [](const Trait& trait) { return trait.distribution != Distribution::same_for_all; };
  const Need& n = b.need;
  return varies(b.purchase.units) || b.purchase.model == Purchase::Model::gamma_gamma ||
         (n.model == Need::Model::poisson_gamma && varies(n.purchases)) ||
         (n.model == Need::Model::regular && varies(n.probability));
}
bool has_contracts(const Behaviours& b) { return b.need.model == Need::Model::contract; }

struct ContactChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  void check_bounds(const Bounds& bounds, const std::string& path, Quantity quantity) const {
    if (!bounds.over || !bounds.under) return;
    const double over = bounds.over->today.value, under = bounds.under->today.value;
    if (under > over) return;
    const auto text = [&](double x) { return quantity_text(x, quantity, world.market.period); };
    refuse(path, "nobody is over " + text(over) + " and under " + text(under),
           "Write a larger number for 'under', or leave one of them out.");
  }

  void check_rule(const Recipients& to, const std::string& path) const {
    check_segment_name(world, to.segment, path + ".segment", places, problems);
    check_bounds(to.recency, path + ".recency", Quantity::duration);
    check_bounds(to.tenure, path + ".tenure", Quantity::duration);
    check_bounds(to.risk, path + ".risk", Quantity::chance);
    if (to.best && world.segments.size() < 2 && !some_segment(world, differs_in_need))
      refuse(
          path + ".value", "all customers are expected to buy the same",
          "Let need.purchases, need.probability or purchase.units differ between customers, or remove it.");
    if (to.risk.any() && world.segments.size() < 2 && !some_segment(world, differs_in_risk))
      refuse(path + ".risk", "all customers have the same chance to leave",
             "Let departure.chance differ between customers, write departure.satisfaction_effect, or remove "
             "it.");
  }

  void check(const std::string& name, const ContactKind& kind) const {
    const std::string path = "contacts." + name;
    check_brand_name(world, kind.brand, path + ".brand", places, problems);
    check_rule(kind.to, path + ".to");
    const Choice& choice = world.behaviours.choice;
    if (choice.model == Choice::Model::switching_matrix)
      for (const auto& [value, what] :
           {std::pair(kind.utility.value, "utility"), std::pair(kind.irritation.value, "irritation")})
        if (value != 0)
          refuse(path + "." + what, "changes nothing, because a switching matrix knows no utility",
                 "Remove it, or choose by 'model: logit'.");
    if (kind.prompts.value > 0 && some_segment(world, has_contracts))
      refuse(path + ".prompts", "bills of a contract come whether a contact comes or not",
             "Remove it, or write another model of need.");
    if (kind.awakening.value != 0 && !some_segment(world, may_leave_by_chance) &&
        !some_segment(world, may_reconsider))
      refuse(path + ".awakening", "changes nothing, because nobody leaves by a chance in each period",
             "Write 'departure: {rate: …}', or need.reconsider of contracts, or remove it.");
  }
};

}  // namespace

void check_contacts(const World& world, const Places& places, Problems& problems) {
  const ContactChecks checks{world, places, problems};
  for (const auto& [name, kind] : world.contacts) checks.check(name, kind);
  if (world.contacts.size() > most_contact_kinds)
    checks.refuse("contacts." + world.contacts[most_contact_kinds].name,
                  "is one kind of contact too many (at most " + std::to_string(most_contact_kinds) + ")",
                  "Write kinds with the same effect as one, with their frequencies added up.");
}

}  // namespace clientele
