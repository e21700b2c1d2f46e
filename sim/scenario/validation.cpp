// SPDX-License-Identifier: MIT
#include "sim/scenario/validation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "sim/base/spelling.hpp"
#include "sim/random/address.hpp"
#include "sim/scenario/add_on_checks.hpp"
#include "sim/scenario/advertising_checks.hpp"
#include "sim/scenario/advocacy_checks.hpp"
#include "sim/scenario/arrival_checks.hpp"
#include "sim/scenario/brand_checks.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/channel_checks.hpp"
#include "sim/scenario/competition_checks.hpp"
#include "sim/scenario/contact_checks.hpp"
#include "sim/scenario/history.hpp"
#include "sim/scenario/levels.hpp"
#include "sim/scenario/programme_checks.hpp"
#include "sim/scenario/promotion_checks.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/retention.hpp"
#include "sim/scenario/season_checks.hpp"
#include "sim/scenario/segment_checks.hpp"

namespace clientele {

namespace {

void check_frame(const World& world, const Places& places, Problems& problems) {
  const auto refuse = [&](const std::string& path, std::string reason, std::string remedy) {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  };
  const Market& market = world.market;
  if (market.people.value == 0 && !places.knows("people"))
    refuse("people", "is missing (people who buy in the category today or come later)",
           "Write, for example, 'people: 400k'.");
  const Value& value = world.value;
  if (value.window && value.window->value > market.horizon.value)
    refuse("window", "is longer than the horizon",
           "Write at most '" + quantity_text(market.horizon.value, Quantity::duration, market.period) + "'.");
  if (const double year = in_a_year(market.period);
      market.fiscal_year_left && market.fiscal_year_left->value > year)
    refuse("fiscal_year_left", "is longer than a year",
           "Write at most '" + quantity_text(year, Quantity::duration, market.period) + "'.");
  if (market.start && market.start->purchase == Start::Purchase::just_made &&
      value.cash_flow == Value::CashFlow::start)
    refuse("cash_flow",
           "today's purchase (start.purchase is just_made) and the first period's would both fall on date 0",
           "Write 'cash_flow: end'.");
}

/// Random numbers are found by name, so that an order does not matter; two names must not share them.
void check_addresses(const World& world, const Places& places, Problems& problems) {
  std::map<std::uint32_t, std::string> slots;
  for (const auto& brand : world.brands) {
    const auto [other, fresh] = slots.try_emplace(brand_slot(brand.name), brand.name);
    if (!fresh && other->second != brand.name)
      problems.add({places.of("brands." + brand.name), "brands." + brand.name,
                    "would by chance get the same random numbers as '" + other->second + "'",
                    "Rename one of them, such as '" + brand.name + "_'."});
  }
  std::map<std::uint32_t, std::string> paths;
  for (const auto& entry : catalogue_of(world)) {
    if (entry.kind != "trait") continue;
    const auto [other, fresh] = paths.try_emplace(at_path(entry.path), entry.path);
    if (!fresh)
      problems.add({places.of(entry.path), entry.path,
                    "would by chance get the same random numbers as '" + other->second + "'",
                    "Rename one of the drivers or segments."});
  }
}

}  // namespace

void validate(const World& world, const Places& places, Problems& problems) {
  check_frame(world, places, problems);
  check_brands(world, places, problems);
  check_competition(world, places, problems);
  check_advertising(world, places, problems);
  check_segments(world, places, problems);
  check_advocacy(world, places, problems);
  check_promotions(world, places, problems);
  check_channels(world, places, problems);
  check_contacts(world, places, problems);
  check_programmes(world, places, problems);
  check_add_ons(world, places, problems);
  check_seasons(world, places, problems);
  check_levels(world, places, problems);
  check_retention(world, places, problems);
  check_histories(world, places, problems);
  check_arrivals({.name = {}, .world = world, .changes = {}, .investments = {}}, places, problems);
  check_addresses(world, places, problems);
}

}  // namespace clientele
