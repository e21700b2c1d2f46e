// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: contacts, add-ons and the loyalty programme.
struct ProgrammeTotals {
  double contacts = 0;        ///< contacts made with customers
  double contact_cost = 0;    ///< [currency]
  bool contacting = false;    ///< the brand has contacts in this world
  double add_ons = 0;         ///< that customers have, at the end
  double add_on_cost = 0;     ///< [currency]
  double add_on_revenue = 0;  ///< [currency]
  bool adding = false;        ///< the brand has add-ons
  double members = 0;         ///< of it, at the end
  double points = 0;          ///< on their cards, at the end
  double liability = 0;       ///< what these points stand for [currency]
  double points_earned = 0;   ///< by members in the span
  double points_broken = 0;   ///< of rewards never claimed, and of members who left
  double rewards = 0;         ///< claimed
  double reward_cost = 0;     ///< [currency]
  double programme_cost = 0;  ///< of rewards and members [currency]
  bool rewarding = false;     ///< the brand has a programme

  /// The same span for more people.
  ProgrammeTotals& operator+=(const ProgrammeTotals& others) {
    contacts += others.contacts;
    contact_cost += others.contact_cost;
    contacting = contacting || others.contacting;
    add_ons += others.add_ons;
    add_on_cost += others.add_on_cost;
    add_on_revenue += others.add_on_revenue;
    adding = adding || others.adding;
    members += others.members;
    points += others.points;
    liability += others.liability;
    points_earned += others.points_earned;
    points_broken += others.points_broken;
    rewards += others.rewards;
    reward_cost += others.reward_cost;
    programme_cost += others.programme_cost;
    rewarding = rewarding || others.rewarding;
    return *this;
  }

  /// The same people over a longer span.
  ProgrammeTotals followed_by(const ProgrammeTotals& next) const {
    ProgrammeTotals both = *this;
    both += next;
    both.add_ons = next.add_ons;
    both.members = next.members;
    both.points = next.points;
    both.liability = next.liability;
    return both;
  }
};

}  // namespace clientele
