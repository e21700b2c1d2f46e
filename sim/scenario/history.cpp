// SPDX-License-Identifier: MIT
#include "sim/scenario/history.hpp"

#include <cmath>

#include "models/value/alive.hpp"

namespace clientele {

namespace {

double value_or_zero(const std::optional<Number>& number) { return number ? number->value : 0; }

bool is_constant(const Trait& trait) { return trait.distribution == Distribution::same_for_all; }

/// Whether the state of a customer who was only seen to buy follows from a published equation.
enum class Unsaid { nobody_leaves, bg_nbd, pareto_nbd, bg_bb, unknown };

Unsaid unsaid_in(const Behaviours& b) {
  const Departure& d = b.departure;
  const bool poisson =
      b.need.model == Need::Model::poisson_gamma && b.need.purchases.distribution == Distribution::gamma;
  const bool regular =
      b.need.model == Need::Model::regular && b.need.probability.distribution == Distribution::beta;
  const bool own_chance = d.model == Departure::Model::beta_geometric &&
                          d.chance.distribution == Distribution::beta && d.involuntary.today.value == 0;
  if (d.model == Departure::Model::geometric && d.rate.today.value == 0 && d.involuntary.today.value == 0 &&
      (b.need.model == Need::Model::poisson_gamma || b.need.model == Need::Model::regular))
    return Unsaid::nobody_leaves;
  if (poisson && own_chance && d.per == Departure::Per::purchase) return Unsaid::bg_nbd;
  if (poisson && d.model == Departure::Model::gamma_rate && d.hazard.distribution == Distribution::gamma)
    return Unsaid::pareto_nbd;
  if (regular && own_chance && d.per == Departure::Per::period && d.when == Departure::When::start)
    return Unsaid::bg_bb;
  return Unsaid::unknown;
}

Pace pace_of(const Trait& rate) { return {rate.second.value, rate.second.value / rate.first.value}; }

double chance_alive(const Behaviours& b, const Seen& seen) {
  const Trait &chance = b.departure.chance, &hazard = b.departure.hazard, &buying = b.need.probability;
  switch (unsaid_in(b)) {
    case Unsaid::bg_nbd:
      return bg_nbd_alive(pace_of(b.need.purchases), chance.first.value, chance.second.value, seen);
    case Unsaid::pareto_nbd:
      return pareto_nbd_alive(pace_of(b.need.purchases), hazard.second.value,
                              hazard.second.value / hazard.first.value, seen);
    case Unsaid::bg_bb:
      return bg_bb_alive({buying.first.value, buying.second.value}, {chance.first.value, chance.second.value},
                         seen);
    default:
      return 1;
  }
}

/// How often a customer has had the chance to leave, and did not.
Evidence stays_of(const Behaviours& b, double time, double purchases) {
  switch (b.departure.per) {
    case Departure::Per::purchase:
      return {0, purchases};
    case Departure::Per::renewal:
      return {0, std::floor(time / b.need.term->value + 1e-9)};
    default:
      return {0, time};
  }
}

}  // namespace

std::optional<Trait> rate_after(const Trait& rate, Evidence seen) {
  if (is_constant(rate) || !seen.any()) return rate;
  return rate.distribution == Distribution::gamma ? std::optional(gamma_after(rate, seen)) : std::nullopt;
}

std::optional<Trait> chance_after(const Trait& chance, Evidence seen) {
  if (is_constant(chance) || !seen.any()) return chance;
  return chance.distribution == Distribution::beta ? std::optional(beta_after(chance, seen)) : std::nullopt;
}

Judgement judge(const Behaviours& b, const Past& past) {
  const double time = past.tenure ? past.tenure->value : value_or_zero(past.observed_for);
  const double purchases = value_or_zero(past.purchases);
  Judgement judgement;
  if (past.purchases) {
    const bool by_chance = b.need.model == Need::Model::poisson_gamma;
    (by_chance ? judgement.pace : judgement.probability) = {purchases, time};
  }
  if (b.departure.model == Departure::Model::beta_geometric) judgement.leaving = stays_of(b, time, purchases);
  if (b.departure.model == Departure::Model::gamma_rate) judgement.hazard = {0, time};
  if (past.observed_for)
    judgement.alive = chance_alive(b, {purchases, value_or_zero(past.last_purchase), time});
  if (b.purchase.model == Purchase::Model::gamma_gamma) {
    judgement.units = {b.purchase.between_shape.value, b.purchase.scale.value};
    if (past.units)
      judgement.units =
          units_scale_after(b.purchase.within_shape.value, *judgement.units, purchases, past.units->value);
  }
  return judgement;
}

std::optional<Fault> fault_of(const Behaviours& b, const Past& past) {
  const double purchases = value_or_zero(past.purchases), last = value_or_zero(past.last_purchase),
               time = past.tenure ? past.tenure->value : value_or_zero(past.observed_for);
  const bool trials = b.need.model == Need::Model::regular,
             counted = b.need.model == Need::Model::poisson_gamma || trials;
  if (past.tenure && past.observed_for)
    return Fault{"observed_for", "stands beside 'tenure', but a customer is either known to be one or not",
                 "Keep one of the two."};
  if (!past.tenure && !past.observed_for)
    return Fault{"", "does not say how long the past was",
                 "Add 'tenure' for customers who are known to be so still, else 'observed_for'."};
  if (past.purchases && purchases != std::round(purchases))
    return Fault{"purchases", "is no whole number", "Write how often the customer bought, such as 3."};
  if (past.purchases && !counted)
    return Fault{"purchases", "tells nothing, because need.model is neither 'poisson_gamma' nor 'regular'",
                 "Leave it out."};
  if (past.purchases && trials && purchases > time)
    return Fault{"purchases", "is more than one a period, which a regular need does not allow",
                 "Correct it, or use 'model: poisson_gamma' in need."};
  if (past.units && b.purchase.model != Purchase::Model::gamma_gamma)
    return Fault{"units", "tells nothing, because purchase.model is not 'gamma_gamma'",
                 "Leave it out, or use 'model: gamma_gamma' in purchase."};
  if (past.units && purchases == 0)
    return Fault{"units", "are of no purchase: 'purchases' is 0", "Leave 'units' out there."};
  const bool after_purchases =
      b.departure.model == Departure::Model::beta_geometric && b.departure.per == Departure::Per::purchase;
  if (past.tenure) {
    if (past.last_purchase)
      return Fault{"last_purchase", "tells nothing of customers who are known to be so still",
                   "Leave it out, or write 'observed_for' instead of 'tenure'."};
    if (after_purchases && !past.purchases)
      return Fault{"tenure", "is not enough where customers leave after purchases",
                   "Add 'purchases', how many they have survived."};
    return std::nullopt;
  }
  if (unsaid_in(b) == Unsaid::unknown)
    return Fault{
        "observed_for",
        "leaves open who is still a customer, which follows only from gamma distributed purchases with "
        "a beta distributed chance to leave 'per: purchase' or a gamma distributed hazard, or from "
        "beta distributed ones of a regular need that is left 'when: start'",
        "Write 'tenure' for customers who are known to be so still."};
  if (!past.purchases)
    return Fault{"observed_for", "needs the number of 'purchases' in this time", "Add 'purchases'."};
  if (last > time)
    return Fault{"last_purchase", "is later than the end of 'observed_for'",
                 "Count both from the first purchase."};
  if (purchases > 0 && last == 0 && unsaid_in(b) != Unsaid::nobody_leaves)
    return Fault{"last_purchase", "is missing or 0, though there were further purchases",
                 "Write the time from the first purchase to the last."};
  if (purchases == 0 && last > 0)
    return Fault{"last_purchase", "is after the first purchase, though 'purchases' is 0",
                 "Write 0, or the number of further purchases."};
  if (trials && (time != std::round(time) || last != std::round(last) || (purchases > last)))
    return Fault{"last_purchase", "does not fit: with a regular need there is at most one purchase a period",
                 "Write whole periods, and no more purchases than periods up to the last."};
  return std::nullopt;
}

}  // namespace clientele
