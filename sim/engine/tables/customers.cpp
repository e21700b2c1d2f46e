// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "models/departure/geometric.hpp"
#include "models/experience/satisfaction.hpp"
#include "models/need/season.hpp"
#include "sim/engine/tables/layout.hpp"

namespace clientele {

void lay_need(Layout& l) {
  if (const auto& lost_after = l.world.market.lost_after)
    l.view.lost_after = static_cast<float>(std::lround(lost_after->value));
  l.view.poisson = l.behaviours.need.model == Need::Model::poisson_gamma;
  l.view.one_choice_a_period = l.behaviours.need.per == Need::ChoicePer::period;
  l.view.sometimes = !l.view.poisson && !(is_constant(l.behaviours.need.probability) &&
                                          l.behaviours.need.probability.first.value == 1);
  l.view.purchases = l.view.poisson ? l.trait_draw(l.behaviours.need.purchases, "need.purchases")
                                    : l.trait_draw(l.behaviours.need.probability, "need.probability");
  if (l.behaviours.need.model == Need::Model::recency) lay_recency(l);
  if (!l.behaviours.need.season.empty()) lay_season(l);
}

/// Factors by period; today is as the mean of the year. A regular need becomes one with a chance.
void lay_season(Layout& l) {
  const Need& need = l.behaviours.need;
  const int year = static_cast<int>(in_a_year(l.world.market.period));
  const int starts_in = static_cast<int>(std::lround(l.world.market.starts_in.value));
  auto& factors = l.tables.floats.emplace_back(1, 1.0f);
  for (int row = 1; row < l.rows; ++row) {
    const std::size_t k = factor_of_season(row, starts_in, year, need.season.size());
    factors.push_back(
        static_cast<float>(l.by_segment(need.season[k], "need.season." + std::to_string(k + 1), row)));
  }
  l.view.season = factors.data();
  l.view.sometimes = l.view.sometimes || need.model == Need::Model::regular;
}

/// Chances by period and recency, and from which recency on they are all zero.
void lay_recency(Layout& l) {
  const Need& need = l.behaviours.need;
  auto& chances = l.tables.floats.emplace_back();
  auto& last = l.tables.floats.emplace_back();
  for (int row = 0; row < l.rows; ++row) {
    last.push_back(0);
    for (std::size_t ago = 1; ago <= need.chances.size(); ++ago) {
      chances.push_back(static_cast<float>(
          l.by_segment(need.chances[ago - 1], "need.chances." + std::to_string(ago), row)));
      if (chances.back() > 0) last.back() = static_cast<float>(ago);
    }
  }
  l.view.recencies = static_cast<int>(need.chances.size());
  l.view.first_recency = static_cast<int>(std::lround(need.recency.value));
  l.view.recency_chance = chances.data();
  l.view.last_recency = last.data();
}

void lay_purchase(Layout& l) {
  const Purchase& purchase = l.behaviours.purchase;
  l.view.gamma_units = purchase.model == Purchase::Model::gamma_gamma;
  if (l.view.gamma_units) {
    const double p = purchase.within_shape.value;
    l.view.units = l.table_draw(inverse_gamma_table(purchase.between_shape.value, purchase.scale.value),
                                "purchase.units");
    l.tables.traits.push_back({"purchase.units", l.view.units, static_cast<float>(p)});
    l.view.mean_units = static_cast<float>(std::log2(p));
    l.view.occasion_units = l.table_draw(table_of({Distribution::gamma, {p}, {p}}), "");
  } else {
    l.view.units = l.trait_draw(purchase.units, "purchase.units");
  }
  l.view.units_vary =
      l.behaviours.purchase.model == Purchase::Model::lognormal && l.behaviours.purchase.variation.value > 0;
  const double sigma = l.behaviours.purchase.variation.value;
  l.view.variation = static_cast<float>(sigma * log2_e);
  l.view.variation_mean = static_cast<float>(-sigma * sigma / 2 * log2_e);
  l.view.growth = static_cast<float>(std::log2(1 + purchase.growth.value));
  if (purchase.price_elasticity.value != 0)
    l.view.units_at_price = l.by_brand([&](int row, std::size_t b) {
      const auto& price = l.world.brands[b].is.price;
      return price ? purchase.price_elasticity.value * std::log2(l.price_seen(row, b) / l.price_seen(0, b))
                   : 0.0;
    });
}

void lay_experience(Layout& l) {
  const Choice& choice = l.behaviours.choice;
  if (l.behaviours.experience) {
    const Experience& e = *l.behaviours.experience;
    for (int d = 0; d < l.view.drivers; ++d) {
      if (choice.drivers[d].name == "quality") l.view.quality_driver = d;
      if (choice.drivers[d].name == "service") l.view.service_driver = d;
    }
    l.view.product_memory = e.product_weight.value > 0 || l.view.quality_driver >= 0;
    l.view.service_memory = e.product_weight.value < 1 || l.view.service_driver >= 0;
    l.view.quality = l.rating("quality");
    l.view.service = l.rating("service");
    l.view.quality_said = choice.perception ? l.perceived("quality") : l.view.quality;
    l.view.service_said = choice.perception ? l.perceived("service") : l.view.service;
    l.view.product_noise = static_cast<float>(e.product_noise.value);
    l.view.service_noise = static_cast<float>(e.service_noise.value);
    l.view.product_spread = static_cast<float>(memory_spread(e.product_noise.value, e.lasting_weight.value));
    l.view.product_weight = static_cast<float>(e.product_weight.value);
    l.view.first_weight = static_cast<float>(e.first_weight.value);
    l.view.lasting_weight = static_cast<float>(e.lasting_weight.value);
    l.view.dissatisfied_below = static_cast<float>(e.dissatisfied_below.value);
    l.view.delighted_above = static_cast<float>(e.delighted_above.value);
    l.view.disappointment = static_cast<float>(e.disappointment.value * log2_e);
    l.view.delight = static_cast<float>(e.delight.value * log2_e);
    lay_failures(l, e);
  }
  const auto& start = l.world.market.start;
  l.view.warm_up = start && start->warm_up   ? static_cast<int>(std::lround(start->warm_up->value))
                   : l.behaviours.experience ? 24
                   : l.view.contract && l.behaviours.need.reconsider.today.value > 0
                       ? 2 * static_cast<int>(l.view.term)
                       : 0;
}

void lay_departure(Layout& l) {
  const Departure& departure = l.behaviours.departure;
  const auto chance_by_row = [&](const Lever& lever, const std::string& name) {
    auto& table = l.tables.floats.emplace_back();
    for (int row = 0; row < l.rows; ++row)
      table.push_back(static_cast<float>(l.by_segment(lever, name, row)));
    return std::pair(table.data(), *std::max_element(table.begin(), table.end()) > 0);
  };
  auto [rates, some_leave] = chance_by_row(departure.rate, "departure.rate");
  l.view.at_renewals = departure.per == Departure::Per::renewal;
  if (l.view.at_renewals)
    for (int row = 0; row < l.rows; ++row) rates[row] = chance_over(rates[row], l.view.term);
  const auto [involuntary, some_must] = chance_by_row(departure.involuntary, "departure.involuntary");
  l.view.departure_rate = rates;
  l.view.involuntary = involuntary;
  const auto [back, some_return] = chance_by_row(departure.return_rate, "departure.return_rate");
  if (some_return) l.view.return_rate = back;
  l.view.own_chance = departure.model != Departure::Model::geometric;
  l.view.chance = departure.model == Departure::Model::gamma_rate
                      ? l.trait_draw(departure.hazard, "departure.hazard")
                      : l.trait_draw(departure.chance, "departure.chance");
  l.view.satisfaction_effect = static_cast<float>(departure.satisfaction_effect.value * log2_e);
  l.view.satisfaction_reference = static_cast<float>(departure.satisfaction_reference.value);
  if (departure.model == Departure::Model::gamma_rate)
    l.view.leaving = KernelMarket::at_any_moment;
  else if (departure.per == Departure::Per::purchase && l.view.own_chance)
    l.view.leaving = KernelMarket::after_purchases;
  else if (some_leave || some_must || l.view.own_chance)
    l.view.leaving = departure.when == Departure::When::start ? KernelMarket::at_start : KernelMarket::at_end;
}

}  // namespace clientele
