// SPDX-License-Identifier: MIT
#include "sim/scenario/world.hpp"

#include <algorithm>

#include "sim/base/contract.hpp"

namespace clientele {

void describe(Behaviours& b, Visitor& visitor) {
  visit_part(visitor, b.history,
             {.name = "history",
              .meaning = "what is known of today's customers from their past: their traits are then those of "
                         "people with such a past; off when absent",
              .may_be = by_segment,
              .in_one_line = "file"});
  describe(b.arrival, visitor);
  visit_part(visitor, b.need,
             {.name = "need", .meaning = "when a customer buys in the category", .may_be = by_segment});
  visit_part(visitor, b.choice,
             {.name = "choice", .meaning = "which brand a customer chooses", .may_be = by_segment});
  visit_part(visitor, b.purchase,
             {.name = "purchase", .meaning = "how much a customer buys", .may_be = by_segment});
  visit_part(visitor, b.experience,
             {.name = "experience",
              .meaning = "what a customer remembers of product and service; off when absent",
              .may_be = by_segment});
  visit_part(visitor, b.advocacy,
             {.name = "advocacy",
              .meaning = "what customers tell others of their brand, and what that does; off when absent",
              .may_be = by_segment});
  visit_part(visitor, b.departure,
             {.name = "departure", .meaning = "how customers leave the category", .may_be = by_segment});
}

void describe(Segment& segment, Visitor& visitor) {
  visitor.number(segment.share, {.name = "share",
                                 .meaning = "share of the people who belong to the segment",
                                 .unit = "share of people",
                                 .quantity = Quantity::share,
                                 .range = {0, 1, true, false},
                                 .required = true});
  describe(segment.behaviours, visitor);
}

void describe(World& world, Visitor& visitor) {
  describe(world.market, visitor);
  describe(world.value, visitor);
  visit_members(
      visitor, world.brands,
      {.name = "brands", .meaning = "the brands one can choose, named as you like", .required = true},
      "<brand>");
  visit_members(visitor, world.promotions,
                {.name = "promotions", .meaning = "discounts that a brand may give, named as you like"},
                "<promotion>");
  visit_members(visitor, world.channels,
                {.name = "channels",
                 .meaning = "ways in which brands win people who do not buy in the category yet, or rivals' "
                            "customers, named as you like"},
                "<channel>");
  visit_members(
      visitor, world.contacts,
      {.name = "contacts",
       .meaning = "contacts of a brand with its customers, such as newsletters, gifts or surveys, each "
                  "kind named as you like"},
      "<contact>");
  visit_members(visitor, world.add_ons,
                {.name = "add_ons",
                 .meaning = "what customers of a brand may take beside its product, named as you like"},
                "<add-on>");
  visit_part(visitor, world.consideration,
             {.name = "consideration",
              .meaning = "how people come to know brands that advertise and forget them; off when absent"});
  describe(world.behaviours, visitor);
  visit_members(visitor, world.segments,
                {.name = "segments",
                 .meaning = "groups of people, named as you like, each with what differs from the world"},
                "<segment>", Segment{.share = {}, .behaviours = world.behaviours});
}

std::vector<Named<Segment>> segments_of(const World& world) {
  if (!world.segments.empty()) return world.segments;
  return {{"all", Segment{.share = {1}, .behaviours = world.behaviours}}};
}

const std::string& sender_of(const World& world, const ContactKind& kind) {
  return kind.brand.empty() ? world.market.focal : kind.brand;
}

const std::string& sender_of(const World& world, const AddOn& add_on) {
  return add_on.brand.empty() ? world.market.focal : add_on.brand;
}

bool bonds_act_today(const World& world) {
  const auto contacts_act = [](const auto& contact) {
    const ContactKind& kind = contact.is;
    const bool acts = kind.utility.value != 0 || kind.irritation.value != 0 || kind.prompts.value != 0;
    return kind.frequency.today.value > 0 && acts;
  };
  const auto programme_acts = [](const auto& brand) {
    const auto& programme = brand.is.programme;
    return programme && programme->enrolment.today.value > 0 &&
           (programme->utility.value != 0 || programme->reward_utility.value != 0 ||
            programme->pressure.value != 0);
  };
  const auto add_on_acts = [](const auto& add_on) {
    return add_on.is.adoption.today.value > 0 && add_on.is.bond.value != 0;
  };
  return std::any_of(world.add_ons.begin(), world.add_ons.end(), add_on_acts) ||
         std::any_of(world.contacts.begin(), world.contacts.end(), contacts_act) ||
         std::any_of(world.brands.begin(), world.brands.end(), programme_acts);
}

std::size_t focal_index(const World& world) {
  for (std::size_t i = 0; i < world.brands.size(); ++i)
    if (world.brands[i].name == world.market.focal) return i;
  expects(false);
  return 0;
}

}  // namespace clientele
