// SPDX-License-Identifier: MIT
#include "sim/engine/tables/layout.hpp"

#include <algorithm>
#include <cmath>

#include "models/choice/perception.hpp"
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
  view.unbound = request.without.retention;
  if (request.without.any())
    at.replace(course_without(request.without, world, behaviours.choice.drivers, at));
}

double Layout::discount(int row) const {
  return row == 0 ? 1 : discount_factor(world.value.discount_rate.value, row, timing(world.value.cash_flow));
}

TraitDraw draw_of(const TraitTable& table, const std::string& path) {
  TraitDraw draw{.offset = static_cast<float>(table.offset),
                 .slope = static_cast<float>(table.slope),
                 .knots = table.knots.empty() ? nullptr : table.knots.data(),
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
  return draw;
}

TraitDraw Layout::table_draw(const TraitTable& table, const std::string& path) {
  TraitDraw draw = draw_of(table, path);
  if (draw.knots) draw.knots = tables.floats.emplace_back(table.knots).data();
  return draw;
}

const float* Layout::by_row(const Lever& lever, const std::string& path) {
  auto& table = tables.floats.emplace_back();
  for (int row = 0; row < rows; ++row) table.push_back(static_cast<float>(at(lever, path, row)));
  return table.data();
}

const std::int64_t* Layout::amounts_by_row(const Lever& lever, const std::string& path) {
  auto& table = tables.amounts.emplace_back();
  for (int row = 0; row < rows; ++row) table.push_back(fixed(at(lever, path, row), row));
  return table.data();
}

double Layout::rating_at(int row, std::size_t brand, const std::string& driver) const {
  const Lever* lever = find(world.brands[brand].is.ratings, driver);
  return lever ? at(*lever, path(brand, "ratings." + driver), row) : mean_today(driver);
}

const float* Layout::rating(const std::string& driver) {
  return by_brand([&](int row, std::size_t b) { return rating_at(row, b, driver); });
}

const float* Layout::perceived(const std::string& driver, double less) {
  const auto& perception = behaviours.choice.perception;
  if (!perception) return by_brand([&](int row, std::size_t b) { return rating_at(row, b, driver) - less; });
  const int lag = static_cast<int>(std::lround(perception->lag.value));
  auto& table = tables.floats.emplace_back();
  std::vector<double> thought;
  for (const std::size_t b : order.brands) thought.push_back(rating_at(0, b, driver));
  for (int row = 0; row < rows; ++row)
    for (std::size_t j = 0; j < thought.size(); ++j) {
      const double known = rating_at(std::max(row - lag, 0), order.brands[j], driver);
      thought[j] = perceived_rating(thought[j], known, perception->visibility.value);
      table.push_back(static_cast<float>(thought[j] - less));
    }
  return table.data();
}

}  // namespace clientele
