// SPDX-License-Identifier: MIT
// What the tables need to know of the world as it is today.
#include <algorithm>
#include <cmath>

#include "sim/engine/segment_tables.hpp"

namespace clientele {

double first_period(const Brand& brand) { return brand.enters ? brand.enters->today.value : 1; }

BrandOrder brand_order(const World& baseline) {
  const std::size_t focal = focal_index(baseline);
  BrandOrder order;
  for (std::size_t b = 0; b < baseline.brands.size(); ++b) order.brands.push_back(b);
  const auto rank = [&](std::size_t b) {
    return b == focal ? 0 : first_period(baseline.brands[b].is) <= 1 ? 1 : 2;
  };
  std::sort(order.brands.begin(), order.brands.end(), [&](std::size_t a, std::size_t b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : baseline.brands[a].name < baseline.brands[b].name;
  });
  order.incumbents = static_cast<int>(
      std::count_if(order.brands.begin(), order.brands.end(), [&](std::size_t b) { return rank(b) < 2; }));
  return order;
}

double reference_price(const World& baseline) {
  const bool linear = baseline.behaviours.choice.price == Choice::Price::linear;
  double sum = 0;
  int priced = 0;
  for (const auto& brand : baseline.brands)
    if (brand.is.price && first_period(brand.is) <= 1) {
      sum += linear ? brand.is.price->today.value : std::log(brand.is.price->today.value);
      ++priced;
    }
  if (priced == 0) return 1;
  return linear ? sum / priced : std::exp(sum / priced);
}

std::optional<double> mean_rating(const World& baseline, const std::string& driver) {
  double sum = 0;
  int rated = 0;
  for (const auto& brand : baseline.brands)
    if (const Lever* rating = find(brand.is.ratings, driver); rating && first_period(brand.is) <= 1) {
      sum += rating->today.value;
      ++rated;
    }
  return rated > 0 ? std::optional(sum / rated) : std::nullopt;
}

}  // namespace clientele
