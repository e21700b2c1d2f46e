// SPDX-License-Identifier: MIT
#include "sim/engine/segment_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/choice/switching.hpp"
#include "models/choice/utility.hpp"
#include "models/experience/satisfaction.hpp"
#include "models/value/discount.hpp"
#include "sim/random/address.hpp"

namespace clientele {

namespace {

constexpr double out_of_time = std::numeric_limits<double>::infinity();

/// The levers of one scenario, row by row: row 0 is today, before any change.
class LeverReader {
 public:
  explicit LeverReader(const Scenario& scenario) : scenario_(scenario) {}

  double operator()(const Lever& lever, const std::string& path, int row,
                    const std::string& inherited = {}) const {
    return row == 0 ? lever.today.value
                    : lever_at(lever.today.value, changes_of(scenario_, path, inherited), row);
  }
  /// A period named by a lever that may be absent; a change names it once for all.
  double moment(const std::optional<Lever>& lever, const std::string& path, double absent, int row) const {
    const double today = lever ? lever->today.value : absent;
    const auto changes = changes_of(scenario_, path);
    return row == 0 || changes.empty() ? today : changes.back()->amount;
  }

 private:
  const Scenario& scenario_;
};

TraitDraw table_draw(SegmentTables& tables, const TraitTable& table, const std::string& path) {
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

TraitDraw trait_draw(SegmentTables& tables, const Trait& trait, const std::string& path, double share = 0) {
  return table_draw(tables, table_of(trait, share), path);
}

/// A trait that is 2^(offset + slope z) even when it is the same for all.
bool is_constant(const Trait& trait) { return trait.distribution == Distribution::same_for_all; }

/// Fills one lever table [period][brand] by a function of the row and the brand's index in the world.
template <class F>
const float* by_brand(SegmentTables& tables, const BrandOrder& order, int rows, F value) {
  auto& table = tables.floats.emplace_back();
  for (int row = 0; row < rows; ++row)
    for (const std::size_t b : order.brands) table.push_back(static_cast<float>(value(row, b)));
  return table.data();
}

/// The switching matrix by period, and the shares of the brands bought last today, both cumulative in the
/// engine's order.
void lay_switching(const TablesRequest& request, const BrandOrder& order, int rows, SegmentTables& tables) {
  const World& world = request.scenario.world;
  const auto& switching = request.segment.is.behaviours.choice.switching;
  const LeverReader at(request.scenario);
  const auto brands = order.brands.size();
  auto& first = tables.floats.emplace_back();
  double sum = 0;
  for (const std::size_t b : order.brands)
    first.push_back(static_cast<float>(sum += world.brands[b].is.share.value_or(Number{}).value));
  tables.view.first_brand = first.data();
  auto& table = tables.floats.emplace_back();
  for (int row = 0; row < rows; ++row)
    for (const std::size_t from : order.brands) {
      std::vector<double> share;
      std::unique_ptr<bool[]> changed(new bool[brands]());
      for (std::size_t j = 0; j < brands; ++j) {
        const std::string& name = world.brands[order.brands[j]].name;
        const std::string within = "choice.switching." + world.brands[from].name + "." + name;
        const std::string own = "segments." + request.segment.name + "." + within;
        const std::string inherited = world.own_levers.contains(own) ? "" : within;
        const Switching* of = find(switching, world.brands[from].name);
        const Lever* lever = of ? find(of->to, name) : nullptr;
        share.push_back(lever ? at(*lever, own, row, inherited) : 0);
        changed[j] = lever && row > 0 && !changes_of(request.scenario, own, inherited).empty();
      }
      close_switching_row(share.data(), changed.get(), static_cast<int>(brands));
      double below = 0;
      for (const double s : share) table.push_back(static_cast<float>(below += s));
    }
  tables.view.switching = table.data();
}

}  // namespace

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

std::unique_ptr<SegmentTables> segment_tables(const TablesRequest& request) {
  const World& world = request.scenario.world;
  const Behaviours& behaviours = request.segment.is.behaviours;
  const Choice& choice = behaviours.choice;
  const LeverReader at(request.scenario);
  const BrandOrder order = brand_order(request.baseline);
  auto tables = std::make_unique<SegmentTables>();
  KernelMarket& view = tables->view;
  const int periods = static_cast<int>(std::lround(world.market.horizon.value)), rows = periods + 1;
  view.periods = periods;
  view.brands = static_cast<int>(order.brands.size());
  view.incumbents = order.incumbents;
  const auto path = [&](std::size_t b, const std::string& of) {
    return "brands." + world.brands[b].name + "." + of;
  };

  // need
  view.poisson = behaviours.need.model == Need::Model::poisson_gamma;
  view.one_choice_a_period = behaviours.need.per == Need::ChoicePer::period;
  view.sometimes = !view.poisson && !(is_constant(behaviours.need.probability) &&
                                      behaviours.need.probability.first.value == 1);
  view.purchases = view.poisson ? trait_draw(*tables, behaviours.need.purchases, "need.purchases")
                                : trait_draw(*tables, behaviours.need.probability, "need.probability");

  // choice
  view.price_sensitivity = trait_draw(*tables, choice.price_sensitivity, "choice.price_sensitivity");
  view.inertia = trait_draw(*tables, choice.inertia, "choice.inertia");
  if (choice.taste.distribution != Distribution::same_for_all) {
    for (const std::size_t b : order.brands)
      tables->tastes.push_back(trait_draw(*tables, choice.taste, "choice.taste." + world.brands[b].name,
                                          world.brands[b].is.share.value_or(Number{}).value));
    view.taste = tables->tastes.data();
  }
  view.base = by_brand(*tables, order, rows, [&](int, std::size_t b) { return request.appeal[b] * log2_e; });
  const bool linear = choice.price == Choice::Price::linear;
  const double reference = reference_price(request.baseline);
  view.price_term = by_brand(*tables, order, rows, [&](int row, std::size_t b) {
    const auto& price = world.brands[b].is.price;
    return price ? price_in_utility(at(*price, path(b, "price"), row), reference, linear) : 0.0;
  });
  view.present = by_brand(*tables, order, rows, [&](int row, std::size_t b) {
    const double enters = at.moment(world.brands[b].is.enters, path(b, "enters"), 1, row);
    const double leaves = at.moment(world.brands[b].is.leaves, path(b, "leaves"), out_of_time, row);
    const int period = std::max(row, 1);
    return period >= enters && period < leaves ? 1.0 : 0.0;
  });
  const auto rating = [&](const std::string& driver, bool centred) {
    const auto mean = mean_rating(request.baseline, driver);
    return by_brand(*tables, order, rows, [&, mean](int row, std::size_t b) {
      const Lever* lever = find(world.brands[b].is.ratings, driver);
      const double value = lever ? at(*lever, path(b, "ratings." + driver), row) : mean.value_or(3);
      return centred ? value - mean.value_or(3) : value;
    });
  };
  for (const auto& driver : choice.drivers)
    tables->drivers.push_back(
        {trait_draw(*tables, driver.is.weight, "choice.drivers." + driver.name + ".weight"),
         rating(driver.name, true)});
  view.driver = tables->drivers.data();
  view.drivers = static_cast<int>(tables->drivers.size());
  if (choice.model == Choice::Model::switching_matrix) lay_switching(request, order, rows, *tables);
  for (const std::size_t b : order.brands) tables->slots.push_back(brand_slot(world.brands[b].name));
  view.slot = tables->slots.data();

  // purchase
  const Purchase& purchase = behaviours.purchase;
  view.gamma_units = purchase.model == Purchase::Model::gamma_gamma;
  if (view.gamma_units) {
    const double p = purchase.within_shape.value;
    view.units = table_draw(*tables, inverse_gamma_table(purchase.between_shape.value, purchase.scale.value),
                            "purchase.units");
    view.occasion_units = table_draw(*tables, table_of({Distribution::gamma, {p}, {p}}), "");
  } else {
    view.units = trait_draw(*tables, purchase.units, "purchase.units");
  }
  view.units_vary =
      behaviours.purchase.model == Purchase::Model::lognormal && behaviours.purchase.variation.value > 0;
  const double sigma = behaviours.purchase.variation.value;
  view.variation = static_cast<float>(sigma * log2_e);
  view.variation_mean = static_cast<float>(-sigma * sigma / 2 * log2_e);

  // experience
  if (behaviours.experience) {
    const Experience& e = *behaviours.experience;
    for (int d = 0; d < view.drivers; ++d) {
      if (choice.drivers[d].name == "quality") view.quality_driver = d;
      if (choice.drivers[d].name == "service") view.service_driver = d;
    }
    view.product_memory = e.product_weight.value > 0 || view.quality_driver >= 0;
    view.service_memory = e.product_weight.value < 1 || view.service_driver >= 0;
    view.quality = rating("quality", false);
    view.service = rating("service", false);
    view.product_noise = static_cast<float>(e.product_noise.value);
    view.service_noise = static_cast<float>(e.service_noise.value);
    view.product_spread = static_cast<float>(memory_spread(e.product_noise.value, e.lasting_weight.value));
    view.service_spread = static_cast<float>(memory_spread(e.service_noise.value, e.lasting_weight.value));
    view.product_weight = static_cast<float>(e.product_weight.value);
    view.first_weight = static_cast<float>(e.first_weight.value);
    view.lasting_weight = static_cast<float>(e.lasting_weight.value);
    view.dissatisfied_below = static_cast<float>(e.dissatisfied_below.value);
    view.delighted_above = static_cast<float>(e.delighted_above.value);
    view.disappointment = static_cast<float>(e.disappointment.value * log2_e);
    view.delight = static_cast<float>(e.delight.value * log2_e);
  }
  const auto& start = world.market.start;
  view.warm_up = start && start->warm_up ? static_cast<int>(std::lround(start->warm_up->value))
                 : behaviours.experience ? 24
                                         : 0;

  // departure
  const Departure& departure = behaviours.departure;
  const auto chance_by_row = [&](const Lever& lever, const std::string& name) {
    const std::string own = "segments." + request.segment.name + "." + name;
    auto& table = tables->floats.emplace_back();
    for (int row = 0; row < rows; ++row)
      table.push_back(static_cast<float>(at(lever, own, row, world.own_levers.contains(own) ? "" : name)));
    return std::pair(table.data(), *std::max_element(table.begin(), table.end()) > 0);
  };
  const auto [rates, some_leave] = chance_by_row(departure.rate, "departure.rate");
  const auto [involuntary, some_must] = chance_by_row(departure.involuntary, "departure.involuntary");
  view.departure_rate = rates;
  view.involuntary = involuntary;
  view.own_chance = departure.model != Departure::Model::geometric;
  view.chance = departure.model == Departure::Model::gamma_rate
                    ? trait_draw(*tables, departure.hazard, "departure.hazard")
                    : trait_draw(*tables, departure.chance, "departure.chance");
  view.satisfaction_effect = static_cast<float>(departure.satisfaction_effect.value * log2_e);
  view.satisfaction_reference = static_cast<float>(departure.satisfaction_reference.value);
  if (departure.model == Departure::Model::gamma_rate)
    view.leaving = KernelMarket::at_any_moment;
  else if (departure.per == Departure::Per::purchase && view.own_chance)
    view.leaving = KernelMarket::after_purchases;
  else if (some_leave || some_must || view.own_chance)
    view.leaving = departure.when == Departure::When::start ? KernelMarket::at_start : KernelMarket::at_end;

  // value
  for (int row = 0; row < rows; ++row)
    tables->discount.push_back(
        row == 0 ? 1 : discount_factor(world.value.discount_rate.value, row, timing(world.value.cash_flow)));
  for (const std::size_t b : order.brands)
    tables->priced.push_back(world.brands[b].is.price.has_value() &&
                             world.brands[b].is.unit_cost.has_value());
  for (int row = 0; row < rows; ++row)
    for (const std::size_t b : order.brands) {
      const auto& brand = world.brands[b].is;
      tables->price.push_back(brand.price ? at(*brand.price, path(b, "price"), row) : 0);
      tables->cost_to_serve.push_back(at(brand.cost_to_serve, path(b, "cost_to_serve"), row));
    }
  const double money_scale = request.scales.money.scale();
  view.unit_margin = by_brand(*tables, order, rows, [&](int row, std::size_t b) {
    const auto& brand = world.brands[b].is;
    if (!brand.price || !brand.unit_cost) return 0.0;
    return (at(*brand.price, path(b, "price"), row) - at(*brand.unit_cost, path(b, "unit_cost"), row)) *
           tables->discount[row] * money_scale;
  });
  view.cost_to_serve = by_brand(*tables, order, rows, [&](int row, std::size_t b) {
    return at(world.brands[b].is.cost_to_serve, path(b, "cost_to_serve"), row) * tables->discount[row] *
           money_scale;
  });
  view.units_scale = static_cast<float>(request.scales.units.scale());
  view.purchase_just_made = start && start->purchase == Start::Purchase::just_made;
  view.window = world.value.window ? static_cast<int>(std::lround(world.value.window->value))
                                   : std::max(1, periods / 2);

  // which rows differ
  auto& moved = tables->flags.emplace_back(rows, 0);
  auto& all_present = tables->flags.emplace_back(rows, 1);
  auto& entrants_open = tables->flags.emplace_back(rows, 0);
  for (int row = 0; row < rows; ++row) {
    const int brands = view.brands;
    for (int j = 0; j < brands; ++j) {
      const int here = row * brands + j;
      if (view.present[here] == 0 && j < view.incumbents) all_present[row] = 0;
      if (view.present[here] != 0 && j >= view.incumbents) entrants_open[row] = 1;
      for (const auto& driver : tables->drivers)
        if (row > 0 && driver.rating[here] != driver.rating[here - brands]) moved[row] = 1;
    }
  }
  for (int d = 0; d < view.drivers; ++d) {
    DriverTable& driver = tables->drivers[static_cast<std::size_t>(d)];
    const auto size = static_cast<std::size_t>(rows) * view.brands;
    driver.kept = d == view.quality_driver || d == view.service_driver ||
                  !std::equal(driver.rating, driver.rating + size - view.brands, driver.rating + view.brands);
  }
  view.moved = moved.data();
  view.all_present = all_present.data();
  view.entrants_open = entrants_open.data();
  return tables;
}

Scales scales_for(const std::vector<const Scenario*>& scenarios) {
  double largest_units = 0, largest_money = 0;
  for (const Scenario* scenario : scenarios) {
    const World& world = scenario->world;
    const LeverReader at(*scenario);
    const int periods = static_cast<int>(std::lround(world.market.horizon.value));
    for (const auto& segment : segments_of(world)) {
      const auto& purchase = segment.is.behaviours.purchase;
      double units = table_of(purchase.units).at(is_constant(purchase.units) ? 0 : 4.5);
      if (purchase.model == Purchase::Model::lognormal) units *= std::exp(4.5 * purchase.variation.value);
      if (purchase.model == Purchase::Model::gamma_gamma) {
        const double p = purchase.within_shape.value;
        units = inverse_gamma_table(purchase.between_shape.value, purchase.scale.value).at(4.5) *
                table_of({Distribution::gamma, {p}, {p}}).at(4.5);
      }
      if (segment.is.behaviours.need.per == Need::ChoicePer::period)
        units *= 10 + 3 * table_of(segment.is.behaviours.need.purchases).at(3);
      largest_units = std::max(largest_units, units);
    }
    for (const auto& brand : world.brands)
      for (int row = 0; row <= periods; ++row) {
        const std::string path = "brands." + brand.name + ".";
        const double price = brand.is.price ? at(*brand.is.price, path + "price", row) : 0;
        const double cost = brand.is.unit_cost ? at(*brand.is.unit_cost, path + "unit_cost", row) : 0;
        largest_money = std::max(largest_money, largest_units * std::max(price, cost) +
                                                    at(brand.is.cost_to_serve, path + "cost_to_serve", row));
      }
  }
  double dearest = 1;  // a negative discount rate makes later money larger
  for (const Scenario* scenario : scenarios)
    dearest = std::max(
        dearest, discount_factor(scenario->world.value.discount_rate.value,
                                 static_cast<int>(std::lround(scenario->world.market.horizon.value)), 1));
  largest_money *= dearest;
  return {fixed_point_for(largest_money), fixed_point_for(largest_units)};
}

}  // namespace clientele
