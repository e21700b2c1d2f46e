// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/engine/segment_tables.hpp"
#include "sim/engine/tables/levers.hpp"

namespace clientele {

/// The tables of one segment while they are laid out: what they are made from, and how.
struct Layout {
  Layout(const TablesRequest& what, SegmentTables& into);

  const TablesRequest& request;
  SegmentTables& tables;
  KernelMarket& view;
  const World& world;
  const Behaviours& behaviours;
  LeverReader at;
  BrandOrder order;
  int periods, rows;  ///< row 0 is today

  /// `brands.us.price` of the brand with this index in the world.
  std::string path(std::size_t brand, const std::string& of) const {
    return "brands." + world.brands[brand].name + "." + of;
  }
  TraitDraw trait_draw(const Trait& trait, const std::string& path, double share = 0) {
    const TraitDraw draw = table_draw(table_of(trait, share), path);
    if (trait.distribution != Distribution::dirichlet) tables.traits.push_back({path, draw});
    return draw;
  }
  TraitDraw table_draw(const TraitTable& table, const std::string& path);
  /// Ratings of a driver by row and brand, as they are or less their mean over the brands today.
  const float* rating(const std::string& driver, bool centred);

  /// A lever of this segment's customers: the segment's own where it has one, else the world's.
  double by_segment(const Lever& lever, const std::string& name, int row) const {
    const std::string own = "segments." + request.segment.name + "." + name;
    return at(lever, own, row, world.own_levers.contains(own) ? "" : name);
  }
  /// What money of a row is worth today; a purchase just made is of today.
  double discount(int row) const;
  /// One table [row][brand] by a function of the row and the brand's index in the world.
  template <class F>
  const float* by_brand(F value) {
    auto& table = tables.floats.emplace_back();
    for (int row = 0; row < rows; ++row)
      for (const std::size_t b : order.brands) table.push_back(static_cast<float>(value(row, b)));
    return table.data();
  }
};

/// A trait that is the same for all.
inline bool is_constant(const Trait& trait) { return trait.distribution == Distribution::same_for_all; }

// One for each behaviour, in the order of a customer's period; the last looks at which rows differ.
void lay_arrival(Layout& layout);
void lay_need(Layout& layout);
void lay_recency(Layout& layout);
void lay_contract(Layout& layout);
void lay_choice(Layout& layout);
void lay_switching(Layout& layout);
void lay_purchase(Layout& layout);
void lay_experience(Layout& layout);
void lay_habit(Layout& layout);
void lay_nests(Layout& layout);
void lay_departure(Layout& layout);
void lay_history(Layout& layout);
void lay_value(Layout& layout);
void mark_rows(Layout& layout);

}  // namespace clientele
