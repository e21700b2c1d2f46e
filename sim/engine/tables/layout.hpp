// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <string>

#include "sim/engine/segment_tables.hpp"
#include "sim/scenario/lever_reader.hpp"

namespace clientele {

/// How the lanes draw a trait with this table, whose knots it points to; `path` names its random numbers.
TraitDraw draw_of(const TraitTable& table, const std::string& path);

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
  /// Ratings of a driver by row and brand, as they are.
  const float* rating(const std::string& driver);
  double rating_at(int row, std::size_t brand, const std::string& driver) const;
  /// The same as those perceive them who do not buy the brand, less a constant.
  const float* perceived(const std::string& driver, double less = 0);
  /// The mean rating of a driver over the brands today.
  double mean_today(const std::string& driver) const {
    return mean_rating(request.baseline, driver).value_or(3);
  }
  /// The price of a brand, 0 where it has none; and as customers see it when they choose, less what they know
  /// to be taken off.
  double price(int row, std::size_t brand) const;
  double price_seen(int row, std::size_t brand) const;
  double discount_of(const Named<Promotion>& promotion, int row) const {
    return at(promotion.is.discount, "promotions." + promotion.name + ".discount", row);
  }
  /// A lever of a brand.
  double of_brand(Lever Brand::*lever, std::size_t brand, const std::string& name, int row) const {
    return at(world.brands[brand].is.*lever, path(brand, name), row);
  }
  /// An amount of a row in discounted fixed point.
  std::int64_t fixed(double amount, int row) const {
    return std::llround(amount * discount(row) * request.scales.money.scale());
  }

  /// A lever of this segment's customers: the segment's own where it has one, else the world's.
  double by_segment(const Lever& lever, const std::string& name, int row) const {
    const std::string own = "segments." + request.segment.name + "." + name;
    return at(lever, own, row, world.own_levers.contains(own) ? "" : name);
  }
  /// A lever by row, and an amount of money by row, discounted and in fixed point.
  const float* by_row(const Lever& lever, const std::string& path);
  const std::int64_t* amounts_by_row(const Lever& lever, const std::string& path);
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
void lay_season(Layout& layout);
void lay_contract(Layout& layout);
/// Prices and what turns currency into fixed point, for what is charged by purchase.
void lay_bills(Layout& layout);
void lay_choice(Layout& layout);
void lay_switching(Layout& layout);
void lay_purchase(Layout& layout);
void lay_promotions(Layout& layout);
void lay_experience(Layout& layout);
void lay_failures(Layout& layout, const Experience& experience);
void lay_advocacy(Layout& layout);
void lay_habit(Layout& layout);
void lay_nests(Layout& layout);
void lay_departure(Layout& layout);
void lay_contacts(Layout& layout);
void lay_programmes(Layout& layout);
void lay_add_ons(Layout& layout);
void lay_history(Layout& layout);
void lay_value(Layout& layout);
void mark_rows(Layout& layout);

}  // namespace clientele
