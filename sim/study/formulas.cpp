// SPDX-License-Identifier: MIT
#include "sim/study/formulas.hpp"

#include <cmath>

#include "models/purchase/units.hpp"
#include "models/value/beta_geometric.hpp"
#include "models/value/discount.hpp"
#include "models/value/repeat_purchases.hpp"
#include "sim/scenario/typical.hpp"

namespace clientele {

namespace {

/// One brand, one kind of people, and nothing bought on day 0.
bool is_plain(const World& world) {
  return world.brands.size() == 1 && world.segments.empty() &&
         !(world.market.start && world.market.start->purchase == Start::Purchase::just_made);
}

bool leaves_once_a_period(const Behaviours& b) {
  const Departure& d = b.departure;
  const bool by_satisfaction = b.experience && d.satisfaction_effect.value != 0;
  const bool known = d.model == Departure::Model::geometric || d.chance.distribution == Distribution::beta ||
                     d.chance.distribution == Distribution::same_for_all;
  return d.model != Departure::Model::gamma_rate && d.per == Departure::Per::period && known &&
         !by_satisfaction;
}

/// Part of the customers still there after t periods.
double survival(const Departure& d, int t) {
  const double others = std::pow(1 - d.involuntary.today.value, t);
  if (d.model == Departure::Model::geometric) return others * std::pow(1 - d.rate.today.value, t);
  if (d.chance.distribution == Distribution::beta)
    return others * beta_survival(d.chance.first.value, d.chance.second.value, t);
  return others * std::pow(1 - d.chance.first.value, t);
}

double mean_units(const Purchase& p) {
  return p.model == Purchase::Model::gamma_gamma
             ? gamma_gamma_mean(p.within_shape.value, p.between_shape.value, p.scale.value)
             : mean_of(p.units);
}

}  // namespace

std::optional<double> value_by_formula(const World& world) {
  const Behaviours& b = world.behaviours;
  if (!is_plain(world) || b.need.model != Need::Model::regular || !leaves_once_a_period(b)) return {};
  const Brand& brand = world.brands.front().is;
  if (!brand.price || !brand.unit_cost) return {};
  const double unit_margin = brand.price->today.value - brand.unit_cost->today.value;
  const int at_once = b.departure.when == Departure::When::start ? 0 : 1;
  double value = 0;
  for (int t = 1; t <= std::lround(world.market.horizon.value); ++t) {
    const double units = mean_units(b.purchase) * std::pow(1 + b.purchase.growth.value, t - 1);
    const double earned =
        mean_of(b.need.probability) * (units * unit_margin - brand.cost_to_serve.today.value);
    value += (survival(b.departure, t - at_once) * earned -
              survival(b.departure, t) * brand.cost_to_keep.today.value) *
             discount_factor(world.value.discount_rate.value, t, timing(world.value.cash_flow));
  }
  return value;
}

std::optional<double> purchases_by_formula(const World& world) {
  const Behaviours& b = world.behaviours;
  const Trait& rate = b.need.purchases;
  if (!is_plain(world) || b.need.model != Need::Model::poisson_gamma ||
      rate.distribution != Distribution::gamma)
    return {};
  const Pace pace{.r = rate.second.value, .alpha = rate.second.value / rate.first.value};
  const double horizon = std::round(world.market.horizon.value);
  const Departure& d = b.departure;
  if (d.model == Departure::Model::gamma_rate && d.hazard.distribution == Distribution::gamma)
    return pareto_nbd_purchases(pace, d.hazard.second.value, d.hazard.second.value / d.hazard.first.value,
                                horizon);
  const double alpha = d.chance.first.value, beta = d.chance.second.value;
  if (d.model == Departure::Model::beta_geometric && d.per == Departure::Per::purchase &&
      d.chance.distribution == Distribution::beta && alpha != 1 && alpha + beta > 1)
    return bg_nbd_purchases(pace, alpha, beta, horizon);
  return {};
}

}  // namespace clientele
