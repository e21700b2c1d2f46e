// SPDX-License-Identifier: MIT
#include "sim/study/formulas.hpp"

#include <cmath>

#include "models/purchase/units.hpp"
#include "models/value/beta_geometric.hpp"
#include "models/value/discount.hpp"
#include "models/value/repeat_purchases.hpp"
#include "sim/scenario/history.hpp"
#include "sim/scenario/typical.hpp"

namespace clientele {

namespace {

/// One brand, one kind of people, all there, no seasons, no promotions, contacts, programme or add-ons,
/// nobody comes back, and nothing bought on day 0.
bool is_plain(const World& world) {
  return world.brands.size() == 1 && world.segments.empty() && world.behaviours.need.season.empty() &&
         world.promotions.empty() && world.contacts.empty() && world.add_ons.empty() &&
         !world.brands.front().is.programme && world.behaviours.departure.return_rate.today.value == 0 &&
         !(world.market.start && world.market.start->purchase == Start::Purchase::just_made) &&
         !world.behaviours.advocacy && world.behaviours.arrival.arrivals.empty() &&
         !world.behaviours.arrival.prospects;
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

/// Expected value of a customer who behaves like this; the world is plain.
std::optional<double> value_of(const World& world, const Behaviours& b) {
  if (b.need.model != Need::Model::regular || !leaves_once_a_period(b)) return {};
  const Brand& brand = world.brands.front().is;
  if (!brand.price || !brand.unit_cost) return {};
  const double unit_margin = brand.price->today.value - brand.unit_cost->today.value;
  const double complaint = b.experience ? brand.failure.today.value * b.experience->voice.value *
                                              (brand.cost_per_complaint.today.value +
                                               brand.response.today.value * brand.cost_of_answer.today.value)
                                        : 0;
  const int at_once = b.departure.when == Departure::When::start ? 0 : 1;
  double value = 0;
  for (int t = 1; t <= std::lround(world.market.horizon.value); ++t) {
    const double units = mean_units(b.purchase) * std::pow(1 + b.purchase.growth.value, t - 1);
    const double earned =
        mean_of(b.need.probability) * (units * unit_margin - brand.cost_to_serve.today.value - complaint);
    value += (survival(b.departure, t - at_once) * earned -
              survival(b.departure, t) * brand.cost_to_keep.today.value) *
             discount_factor(world.value.discount_rate.value, t, timing(world.value.cash_flow));
  }
  return value;
}

/// Expected purchases of such a customer over the horizon.
std::optional<double> purchases_of(const World& world, const Behaviours& b) {
  const Trait& rate = b.need.purchases;
  if (b.need.model != Need::Model::poisson_gamma || rate.distribution != Distribution::gamma) return {};
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

/// Behaviours of a customer with this past, given that he is one still; nothing where a distribution does not
/// stay of its kind.
std::optional<Behaviours> behaviours_after(Behaviours b, const Judgement& judged) {
  const auto pace = rate_after(b.need.purchases, judged.pace);
  const auto probability = chance_after(b.need.probability, judged.probability);
  const auto chance = chance_after(b.departure.chance, judged.leaving);
  const auto hazard = rate_after(b.departure.hazard, judged.hazard);
  if (!pace || !probability || !chance || !hazard) return std::nullopt;
  b.need.purchases = *pace;
  b.need.probability = *probability;
  b.departure.chance = *chance;
  b.departure.hazard = *hazard;
  if (judged.units) {
    b.purchase.between_shape.value = judged.units->shape;
    b.purchase.scale.value = judged.units->scale;
  }
  return b;
}

/// The mean over the customers that history lists, or of a customer without a past.
std::optional<double> mean_of_customers(const World& world,
                                        std::optional<double> (*of)(const World&, const Behaviours&)) {
  const Behaviours& b = world.behaviours;
  if (!is_plain(world)) return {};
  if (!b.history) return of(world, b);
  double sum = 0;
  for (const Past& past : b.history->customers) {
    const Judgement judged = judge(b, past);
    const auto after = behaviours_after(b, judged);
    const auto expected = after ? of(world, *after) : std::nullopt;
    if (!expected) return {};
    sum += judged.alive * *expected;
  }
  return sum / static_cast<double>(b.history->customers.size());
}

}  // namespace

std::optional<double> value_by_formula(const World& world) { return mean_of_customers(world, value_of); }

std::optional<double> purchases_by_formula(const World& world) {
  return mean_of_customers(world, purchases_of);
}

double part_still_there(const Behaviours& behaviours) {
  double sum = 0;
  for (const Past& past : behaviours.history->customers) sum += judge(behaviours, past).alive;
  return sum / static_cast<double>(behaviours.history->customers.size());
}

}  // namespace clientele
