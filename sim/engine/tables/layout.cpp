// SPDX-License-Identifier: MIT
#include "sim/engine/tables/layout.hpp"

#include <cmath>

#include "models/value/discount.hpp"
#include "sim/random/address.hpp"
#include "sim/scenario/brand_checks.hpp"

namespace clientele {

// Kernels share no headers with the rest of the program, so what they must agree on stands in both.
static_assert(most_brands == most_brands_of_world && most_drivers == most_drivers_of_choice);
static_assert(knot_steps == table_steps && static_cast<double>(knot_reach) == table_reach);

Layout::Layout(const TablesRequest& what, SegmentTables& into)
    : request(what),
      tables(into),
      view(into.view),
      world(what.scenario.world),
      behaviours(what.segment.is.behaviours),
      at(what.scenario, what.answering),
      order(brand_order(what.baseline)),
      periods(static_cast<int>(std::lround(world.market.horizon.value))),
      rows(periods + 1) {
  view.periods = periods;
  view.brands = static_cast<int>(order.brands.size());
  view.incumbents = order.incumbents;
}

double Layout::discount(int row) const {
  return row == 0 ? 1 : discount_factor(world.value.discount_rate.value, row, timing(world.value.cash_flow));
}

TraitDraw Layout::table_draw(const TraitTable& table, const std::string& path) {
  TraitDraw draw{.offset = static_cast<float>(table.offset),
                 .slope = static_cast<float>(table.slope),
                 .address = at_path(path)};
  switch (table.form) {
    case TraitTable::Form::affine:
      draw.form = table.slope == 0 ? TraitDraw::same_for_all : TraitDraw::affine;
      break;
    case TraitTable::Form::exponential:
      draw.form = TraitDraw::exponential;
      break;
    case TraitTable::Form::table:
      draw.form = TraitDraw::table;
      break;
    case TraitTable::Form::table_of_log2:
      draw.form = TraitDraw::table_of_log2;
      break;
  }
  if (!table.knots.empty()) draw.knots = tables.floats.emplace_back(table.knots).data();
  return draw;
}

const float* Layout::rating(const std::string& driver, bool centred) {
  const auto mean = mean_rating(request.baseline, driver);
  return by_brand([&](int row, std::size_t b) {
    const Lever* lever = find(world.brands[b].is.ratings, driver);
    const double value = lever ? at(*lever, path(b, "ratings." + driver), row) : mean.value_or(3);
    return centred ? value - mean.value_or(3) : value;
  });
}

}  // namespace clientele
