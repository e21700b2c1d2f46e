// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "models/choice/switching.hpp"
#include "models/choice/utility.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/random/address.hpp"

namespace clientele {

namespace {
constexpr double out_of_time = std::numeric_limits<double>::infinity();

/// What our appeal gains if it becomes the mean of our rivals'. Dirichlet tastes hold the shares themselves.
double appeal_without_brand(const Layout& l) {
  const bool in_tastes = l.behaviours.choice.taste.distribution == Distribution::dirichlet;
  std::vector<std::optional<double>> appeal;
  for (std::size_t b = 0; b < l.world.brands.size(); ++b) {
    const auto& share = l.world.brands[b].is.share;
    appeal.push_back(l.request.appeal[b] +
                     (in_tastes && share && share->value > 0 ? std::log(share->value) : 0));
  }
  const std::size_t ours = l.order.brands.front();
  return mean_of_rivals(l.request.without, *appeal[ours], appeal) - *appeal[ours];
}
}  // namespace

void lay_choice(Layout& l) {
  const Choice& choice = l.behaviours.choice;
  l.view.price_sensitivity = l.trait_draw(choice.price_sensitivity, "choice.price_sensitivity");
  l.view.inertia = l.trait_draw(choice.inertia, "choice.inertia");
  if (choice.taste.distribution != Distribution::same_for_all) {
    for (const std::size_t b : l.order.brands)
      l.tables.tastes.push_back(l.trait_draw(choice.taste, "choice.taste." + l.world.brands[b].name,
                                             l.world.brands[b].is.share.value_or(Number{}).value));
    l.view.taste = l.tables.tastes.data();
  }
  const double appeal_gained = l.request.without.brand ? appeal_without_brand(l) : 0;
  l.view.base = l.by_brand([&](int row, std::size_t b) {
    const bool replaced = row > 0 && b == l.order.brands.front();
    return (l.request.appeal[b] + (replaced ? appeal_gained : 0)) * log2_e;
  });
  l.view.switching_cost = l.by_brand([&](int row, std::size_t b) {
    return log2_e * (l.by_segment(choice.switching_cost, "choice.switching_cost", row) +
                     l.at(l.world.brands[b].is.switching_cost, l.path(b, "switching_cost"), row));
  });
  const auto cells = static_cast<std::size_t>(l.rows) * l.order.brands.size();
  const auto none = [](float cost) { return cost == 0; };
  if (std::all_of(l.view.switching_cost, l.view.switching_cost + cells, none))
    l.view.switching_cost = nullptr;
  const bool linear = choice.price == Choice::Price::linear;
  const double reference = reference_price(l.request.baseline);
  l.view.price_term = l.by_brand([&](int row, std::size_t b) {
    const auto& price = l.world.brands[b].is.price;
    return price ? price_in_utility(l.price_seen(row, b), reference, linear) : 0.0;
  });
  l.view.present = l.by_brand([&](int row, std::size_t b) {
    const double enters = l.at.moment(l.world.brands[b].is.enters, l.path(b, "enters"), 1, row);
    const double leaves = l.at.moment(l.world.brands[b].is.leaves, l.path(b, "leaves"), out_of_time, row);
    const int period = std::max(row, 1);
    return period >= enters && period < leaves ? 1.0 : 0.0;
  });
  l.view.awareness = l.by_brand([&](int row, std::size_t b) {
    return l.at(l.world.brands[b].is.awareness, l.path(b, "awareness"), row);
  });
  l.view.gated = std::any_of(l.view.awareness, l.view.awareness + cells, [](float a) { return a < 1; });
  for (const std::size_t b : l.order.brands)
    l.tables.notices.push_back(at_path("brands." + l.world.brands[b].name + ".awareness"));
  l.view.notice_address = l.tables.notices.data();
  for (const auto& driver : choice.drivers)
    l.tables.drivers.push_back(
        {.weight = l.trait_draw(driver.is.weight, "choice.drivers." + driver.name + ".weight"),
         .rating = l.perceived(driver.name, l.mean_today(driver.name)),
         .about = driver.name == "quality"   ? DriverTable::product
                  : driver.name == "service" ? DriverTable::service
                                             : DriverTable::offer});
  l.view.driver = l.tables.drivers.data();
  l.view.drivers = static_cast<int>(l.tables.drivers.size());
  if (choice.model == Choice::Model::switching_matrix) lay_switching(l);
  for (const std::size_t b : l.order.brands) l.tables.slots.push_back(brand_slot(l.world.brands[b].name));
  l.view.slot = l.tables.slots.data();
}

/// The switching matrix by period, and the shares of the brands bought last today, both cumulative in the
/// engine's order.
void lay_switching(Layout& l) {
  const TablesRequest& request = l.request;
  const World& world = l.world;
  const auto& switching = request.segment.is.behaviours.choice.switching;
  const auto brands = l.order.brands.size();
  auto& first = l.tables.floats.emplace_back();
  double sum = 0;
  for (const std::size_t b : l.order.brands)
    first.push_back(static_cast<float>(sum += world.brands[b].is.share.value_or(Number{}).value));
  l.view.first_brand = first.data();
  auto& table = l.tables.floats.emplace_back();
  for (int row = 0; row < l.rows; ++row)
    for (const std::size_t from : l.order.brands) {
      std::vector<double> share;
      std::unique_ptr<bool[]> changed(new bool[brands]());
      for (std::size_t j = 0; j < brands; ++j) {
        const std::string& name = world.brands[l.order.brands[j]].name;
        const std::string within = "choice.switching." + world.brands[from].name + "." + name;
        const std::string own = "segments." + request.segment.name + "." + within;
        const std::string inherited = world.own_levers.contains(own) ? "" : within;
        const Switching* of = find(switching, world.brands[from].name);
        const Lever* lever = of ? find(of->to, name) : nullptr;
        share.push_back(lever ? l.at(*lever, own, row, inherited) : 0);
        changed[j] = lever && row > 0 && !changes_of(request.scenario, own, inherited).empty();
      }
      close_switching_row(share.data(), changed.get(), static_cast<int>(brands));
      double below = 0;
      for (const double s : share) table.push_back(static_cast<float>(below += s));
    }
  l.view.switching = table.data();
}

}  // namespace clientele
