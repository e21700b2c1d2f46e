// SPDX-License-Identifier: MIT
#include "sim/scenario/world.hpp"

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
                                 .may_be = uncertain,
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
                 .meaning = "ways in which brands win people who do not buy in the category yet, named as "
                            "you like"},
                "<channel>");
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

std::size_t focal_index(const World& world) {
  for (std::size_t i = 0; i < world.brands.size(); ++i)
    if (world.brands[i].name == world.market.focal) return i;
  expects(false);
  return 0;
}

}  // namespace clientele
