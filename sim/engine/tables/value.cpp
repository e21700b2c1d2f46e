// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/tables/layout.hpp"

namespace clientele {

void lay_value(Layout& l) {
  const auto& start = l.world.market.start;
  for (int row = 0; row < l.rows; ++row) l.tables.discount.push_back(l.discount(row));
  for (const std::size_t b : l.order.brands)
    l.tables.priced.push_back(l.world.brands[b].is.price.has_value() &&
                              l.world.brands[b].is.unit_cost.has_value());
  for (const std::size_t b : l.order.brands) {
    auto& siblings = l.tables.siblings.emplace_back();
    const std::string& owner = l.world.brands[b].is.owner;
    for (int j = 0; j < l.view.brands; ++j)
      if (const std::size_t other = l.order.brands[static_cast<std::size_t>(j)];
          other != b && !owner.empty() && l.world.brands[other].is.owner == owner)
        siblings.push_back(j);
  }
  for (int row = 0; row < l.rows; ++row)
    for (const std::size_t b : l.order.brands) {
      const auto& brand = l.world.brands[b].is;
      l.tables.price.push_back(brand.price ? l.at(*brand.price, l.path(b, "price"), row) : 0);
      l.tables.unit_cost.push_back(brand.unit_cost ? l.at(*brand.unit_cost, l.path(b, "unit_cost"), row) : 0);
      l.tables.cost_to_serve.push_back(l.at(brand.cost_to_serve, l.path(b, "cost_to_serve"), row));
    }
  for (const std::size_t b : l.order.brands)
    l.tables.advertised.push_back(l.world.brands[b].is.advertising.has_value());
  for (int row = 0; row < l.rows; ++row)
    for (std::size_t j = 0; j < l.order.brands.size(); ++j) {
      const std::size_t b = l.order.brands[j];
      const auto& brand = l.world.brands[b].is;
      const bool is_there = l.view.present[row * l.view.brands + static_cast<int>(j)] != 0;
      l.tables.advertising.push_back(brand.advertising && is_there && row > 0
                                         ? l.at(*brand.advertising, l.path(b, "advertising"), row)
                                         : 0);
      l.tables.awareness.push_back(l.at(brand.awareness, l.path(b, "awareness"), row));
    }
  const double money_scale = l.request.scales.money.scale();
  l.view.unit_margin = l.by_brand([&](int row, std::size_t b) {
    const auto& brand = l.world.brands[b].is;
    if (!brand.price || !brand.unit_cost) return 0.0;
    return (l.at(*brand.price, l.path(b, "price"), row) -
            l.at(*brand.unit_cost, l.path(b, "unit_cost"), row)) *
           l.tables.discount[row] * money_scale;
  });
  l.view.cost_to_serve = l.by_brand([&](int row, std::size_t b) {
    return l.at(l.world.brands[b].is.cost_to_serve, l.path(b, "cost_to_serve"), row) *
           l.tables.discount[row] * money_scale;
  });
  bool kept_for_nothing = true;
  for (int row = 0; row < l.rows; ++row)
    for (const std::size_t b : l.order.brands) {
      const double cost = l.at(l.world.brands[b].is.cost_to_keep, l.path(b, "cost_to_keep"), row);
      kept_for_nothing = kept_for_nothing && cost == 0;
      l.tables.keeping.push_back(cost);
      l.tables.kept.push_back(std::llround(cost * l.tables.discount[row] * money_scale));
    }
  if (!kept_for_nothing) l.view.cost_to_keep = l.tables.kept.data();
  const int kinds =
      l.view.contacts + 2 * l.view.programmes + l.view.add_ons + 1;  // members pay, and get rewards
  l.view.most_due = std::numeric_limits<std::int32_t>::max() / kinds;
  l.view.units_scale = static_cast<float>(l.request.scales.units.scale());
  l.view.expects = l.request.estimator == Estimator::expected;
  l.view.in_detail = l.request.detail == Detail::all;
  l.view.purchase_just_made = start && start->purchase == Start::Purchase::just_made;
  l.view.window = l.world.value.window ? static_cast<int>(std::lround(l.world.value.window->value))
                                       : std::max(1, l.periods / 2);
}

void mark_rows(Layout& l) {
  auto& moved = l.tables.flags.emplace_back(l.rows, 0);
  auto& all_present = l.tables.flags.emplace_back(l.rows, 1);
  auto& entrants_open = l.tables.flags.emplace_back(l.rows, 0);
  for (int row = 0; row < l.rows; ++row) {
    const int brands = l.view.brands;
    for (int j = 0; j < brands; ++j) {
      const int here = row * brands + j;
      if (l.view.present[here] == 0 && j < l.view.incumbents) all_present[row] = 0;
      if (l.view.present[here] != 0 && j >= l.view.incumbents) entrants_open[row] = 1;
      if (row > 0 && l.view.base[here] != l.view.base[here - brands]) moved[row] = 1;
      for (const auto& driver : l.tables.drivers)
        if (row > 0 && driver.rating[here] != driver.rating[here - brands]) moved[row] = 1;
    }
  }
  l.view.moved = moved.data();
  l.view.all_present = all_present.data();
  l.view.entrants_open = entrants_open.data();
}

}  // namespace clientele
