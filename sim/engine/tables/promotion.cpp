// SPDX-License-Identifier: MIT
#include "models/purchase/promotion.hpp"

#include <algorithm>

#include "models/purchase/discount.hpp"
#include "sim/engine/tables/layout.hpp"

namespace clientele {

namespace {

/// What is left of a brand's price after the promotions for which `counts` holds.
template <class F>
double kept_by(const Layout& l, int row, std::size_t brand, F counts) {
  double kept = 1;
  for (const auto& promotion : l.world.promotions)
    if (reaches(promotion.is, l.world.brands[brand].name, l.request.segment.name) && counts(promotion.is))
      kept = kept_after(kept, l.discount_of(promotion, row));
  return kept;
}

}  // namespace

double Layout::price(int row, std::size_t brand) const {
  const auto& price = world.brands[brand].is.price;
  return price ? at(*price, path(brand, "price"), row) : 0;
}

double Layout::price_seen(int row, std::size_t brand) const {
  return price(row, brand) * kept_by(*this, row, brand, is_seen);
}

void lay_promotions(Layout& l) {
  bool some = l.view.first_discount || l.view.trial;  // it is taken off as promotions are
  const float* off = l.by_brand([&](int row, std::size_t b) {
    const double taken = l.price(row, b) * (1 - kept_by(l, row, b, is_of_all));
    some = some || taken > 0;
    return taken;
  });
  for (std::size_t j = 0; j < l.order.brands.size(); ++j)
    for (const auto& promotion : l.world.promotions) {
      const std::string& brand = l.world.brands[l.order.brands[j]].name;
      if (is_of_all(promotion.is) || !reaches(promotion.is, brand, l.request.segment.name)) continue;
      auto& discounts = l.tables.floats.emplace_back();
      for (int row = 0; row < l.rows; ++row)
        discounts.push_back(static_cast<float>(l.discount_of(promotion, row)));
      if (std::all_of(discounts.begin(), discounts.end(), [](float d) { return d == 0; })) continue;
      l.tables.baskets.push_back(
          {static_cast<int>(j), static_cast<float>(promotion.is.basket.value), discounts.data()});
      some = true;
    }
  if (!some) return;
  l.view.off = off;
  l.view.baskets = static_cast<int>(l.tables.baskets.size());
  l.view.basket = l.tables.baskets.data();
  lay_bills(l);
}

}  // namespace clientele
