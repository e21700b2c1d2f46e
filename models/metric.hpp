// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "models/choice/reasons.hpp"

namespace clientele {

/// What was counted for one brand in one segment (or all), in a span of periods, for all people of the
/// market. Spans add up: flows are sums, people at the start are those of the first period, people at the end
/// those of the last.
struct Totals {
  double customers_at_start = 0;  ///< people whose last purchase was from the brand, as the span begins
  double customers_at_end = 0;
  double customer_periods = 0;                ///< sum over periods of the customers at its start
  double retained = 0;                        ///< of these, those who are customers at its end too
  std::array<double, all_reasons> lost = {};  ///< of those who are not, by Reason
  double returned = 0;  ///< people who had lapsed from the brand and are its customers again
  double purchases = 0;
  double repeats = 0;           ///< purchases by people whose purchase before was from the brand too
  double buyers = 0;            ///< people who bought from the brand for the first time since the start
  double people = 0;            ///< people in the market at the start
  double market_purchases = 0;  ///< of all brands
  double units = 0;
  double discounts = 0;       ///< [currency]
  double revenue = 0;         ///< [currency]
  double cost_to_serve = 0;   ///< [currency]
  double cost_to_keep = 0;    ///< [currency]
  double contribution = 0;    ///< revenue less unit costs, costs to serve, to keep, of complaints, referrals,
                              ///< contacts, programme, advertising, channels [currency]
  double value = 0;           ///< contribution, discounted to today [currency]
  double existing_value = 0;  ///< of this, from people who are customers of the brand today
  double existing = 0;        ///< how many these are
  double satisfaction = 0;    ///< sum over periods and customers at the end of their satisfaction
  double satisfied = 0;       ///< the number of terms in it; 0 where no memory is modelled
  double tenure = 0;          ///< sum over the customers at the end of their periods as such
  double ended = 0;           ///< contracts of the brand whose term was over
  double renewed = 0;         ///< of these, renewed
  double exit_fees = 0;       ///< [currency]
  double failures = 0;        ///< purchases that failed
  double complaints = 0;      ///< of these, those of which the customer complained
  double answered = 0;        ///< of these, those answered in time
  double complaint_cost = 0;  ///< [currency]
  double recommendations = 0;  ///< made by customers of the brand
  double warnings = 0;         ///< given by them
  double referred = 0;         ///< people who came into the category by a recommendation of the brand
  double referral_cost = 0;    ///< [currency]
  double contacts = 0;         ///< contacts made with customers
  double contact_cost = 0;     ///< [currency]
  bool contacting = false;     ///< the brand has contacts in this world
  bool adding = false;         ///< the brand has add-ons
  double add_ons = 0;          ///< that customers have, at the end
  double add_on_cost = 0;      ///< [currency]
  double add_on_revenue = 0;   ///< [currency]
  bool rewarding = false;      ///< the brand has a programme
  double members = 0;          ///< of it, at the end
  double points = 0;           ///< on their cards, at the end
  double liability = 0;        ///< what these points stand for [currency]
  double points_earned = 0;
  double points_broken = 0;
  double rewards = 0;              ///< claimed
  double reward_cost = 0;          ///< [currency]
  double programme_cost = 0;       ///< of rewards and members [currency]
  double active = 0;               ///< people still in the category, whatever they buy, at the end
  double arrived = 0;              ///< people who came into the category
  double came_back = 0;            ///< people who had left the category and came back to it
  bool may_come_back = false;      ///< those who leave may
  double departed = 0;             ///< people who left the category, whatever they bought
  double advertising = 0;          ///< [currency]; of all segments together only, and so is the next
  double advertising_today = 0;    ///< discounted [currency]
  double newcomers = 0;            ///< of those who arrived, people whom channels of the brand brought
  double won_from_rivals = 0;      ///< customers of rivals whom their offers brought
  double channel_spend = 0;        ///< [currency]; of all segments together only, and so is the next
  double channel_spend_today = 0;  ///< discounted [currency]
  bool acquires = false;           ///< the brand has channels
  bool poaches = false;            ///< some of them reach rivals' customers
  double awareness = 0;            ///< share of people who have heard of the brand, at the end
  bool advertised = false;         ///< the brand advertises in this world
  double owner_value = 0;          ///< value of all brands of the same owner [currency]
  double come = 0;             ///< purchases that follow one from another brand; of the whole horizon only
  double come_from_owner = 0;  ///< of these, from another brand of the same owner
  bool owned = false;          ///< other brands have the same owner, and money means something in all
  bool lapses = false;         ///< customers are lost after a time without a purchase
  bool contracts = false;      ///< some customers have contracts
  bool remembered = false;     ///< some customers remember what they experienced
  bool talked = false;         ///< some customers tell others of their brand
  bool priced = true;          ///< the brand has a price and a unit cost, so that money means something

  /// The same span for more people: everything adds up.
  Totals& operator+=(const Totals& others) {
    contracts = contracts || others.contracts;
    lapses = lapses || others.lapses;
    remembered = remembered || others.remembered;
    talked = talked || others.talked;
    owned = owned || others.owned;
    advertised = advertised || others.advertised;
    advertising += others.advertising;
    advertising_today += others.advertising_today;
    awareness += others.awareness;
    newcomers += others.newcomers;
    won_from_rivals += others.won_from_rivals;
    poaches = poaches || others.poaches;
    channel_spend += others.channel_spend;
    channel_spend_today += others.channel_spend_today;
    acquires = acquires || others.acquires;
    customers_at_start += others.customers_at_start;
    customers_at_end += others.customers_at_end;
    customer_periods += others.customer_periods;
    retained += others.retained;
    for (int why = 0; why < all_reasons; ++why) lost[why] += others.lost[why];
    returned += others.returned;
    purchases += others.purchases;
    repeats += others.repeats;
    buyers += others.buyers;
    people += others.people;
    market_purchases += others.market_purchases;
    units += others.units;
    discounts += others.discounts;
    revenue += others.revenue;
    cost_to_serve += others.cost_to_serve;
    cost_to_keep += others.cost_to_keep;
    contribution += others.contribution;
    value += others.value;
    existing_value += others.existing_value;
    existing += others.existing;
    satisfaction += others.satisfaction;
    satisfied += others.satisfied;
    tenure += others.tenure;
    ended += others.ended;
    renewed += others.renewed;
    exit_fees += others.exit_fees;
    failures += others.failures;
    complaints += others.complaints;
    answered += others.answered;
    complaint_cost += others.complaint_cost;
    recommendations += others.recommendations;
    warnings += others.warnings;
    referred += others.referred;
    referral_cost += others.referral_cost;
    contacting = contacting || others.contacting;
    contacts += others.contacts;
    rewarding = rewarding || others.rewarding;
    adding = adding || others.adding;
    add_ons += others.add_ons;
    add_on_cost += others.add_on_cost;
    add_on_revenue += others.add_on_revenue;
    members += others.members;
    points += others.points;
    liability += others.liability;
    points_earned += others.points_earned;
    points_broken += others.points_broken;
    rewards += others.rewards;
    reward_cost += others.reward_cost;
    programme_cost += others.programme_cost;
    contact_cost += others.contact_cost;
    owner_value += others.owner_value;
    come += others.come;
    come_from_owner += others.come_from_owner;
    active += others.active;
    arrived += others.arrived;
    came_back += others.came_back;
    may_come_back = may_come_back || others.may_come_back;
    departed += others.departed;
    return *this;
  }

  /// The same people over a longer span: flows add up, stocks are those at the ends.
  Totals followed_by(const Totals& next) const {
    Totals both = *this;
    both += next;
    both.customers_at_start = customers_at_start;
    both.customers_at_end = next.customers_at_end;
    both.tenure = next.tenure;
    both.awareness = next.awareness;
    both.add_ons = next.add_ons;
    both.members = next.members;
    both.points = next.points;
    both.liability = next.liability;
    both.active = next.active;
    both.people = people;
    both.existing = existing;
    return both;
  }
};

/// The one description of a metric: the columns of every output and their documentation come from it.
struct Metric {
  enum class Adds { flow, stock, ratio };  ///< over periods: summed; taken at the end; recomputed from sums
  enum class Of { brand, market };         ///< one value a brand, or one for the whole market

  std::string_view name = {};
  std::string_view meaning = {};
  std::string_view unit = {};
  Adds adds = Adds::flow;
  Of of = Of::brand;
  std::optional<double> (*from)(const Totals&) = nullptr;
};

/// A ratio that is missing, not zero, when nothing stands below the line.
inline std::optional<double> ratio(double above, double below) {
  return below > 0 ? std::optional(above / below) : std::nullopt;
}
inline std::optional<double> when(bool known, double value) {
  return known ? std::optional(value) : std::nullopt;
}

}  // namespace clientele
