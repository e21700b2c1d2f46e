// SPDX-License-Identifier: MIT
#include "models/competition/programme_parameters.hpp"

#include <algorithm>
#include <cmath>

#include "models/programme/contact.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/engine/tables/worth.hpp"

namespace clientele {

namespace {

/// The threshold in whole points.
const float* threshold_by_row(Layout& l, const Lever& lever, const std::string& path) {
  auto& table = l.tables.floats.emplace_back();
  for (int row = 0; row < l.rows; ++row)
    table.push_back(static_cast<float>(std::max(1.0, std::round(l.at(lever, path, row)))));
  return table.data();
}

ProgrammeTable table_of_programme(Layout& l, const Programme& programme, const std::string& path) {
  ProgrammeTable table;
  table.enrolment = l.by_row(programme.enrolment, path + ".enrolment");
  table.points = l.by_row(programme.points, path + ".points");
  table.threshold = threshold_by_row(l, programme.threshold, path + ".threshold");
  table.reward_cost = l.amounts_by_row(programme.reward_cost, path + ".reward_cost");
  table.member_cost = l.amounts_by_row(programme.cost_per_member, path + ".cost_per_member");
  table.selection = static_cast<float>(programme.selection.value);
  table.mean_need = mean_need(l);
  table.breakage = static_cast<float>(programme.breakage.value);
  table.utility = static_cast<float>(programme.utility.value * log2_e);
  table.reward_utility = static_cast<float>(programme.reward_utility.value * log2_e);
  table.pressure = static_cast<float>(programme.pressure.value * log2_e);
  table.kept = static_cast<float>(kept_of_utility(programme.half_life.value));
  table.lifts = table.utility != 0 || table.reward_utility != 0;
  return table;
}

}  // namespace

void lay_programmes(Layout& l) {
  const auto& start = l.world.market.start;
  for (std::size_t j = 0; j < l.order.brands.size(); ++j) {
    const auto& [name, brand] = l.world.brands[l.order.brands[j]];
    auto& point = l.tables.point_cost.emplace_back(static_cast<std::size_t>(l.rows), 0.0);
    l.tables.rewarding.push_back(brand.programme.has_value());
    if (!brand.programme) continue;
    const std::string path = "brands." + name + ".programme";
    const Programme& programme = *brand.programme;
    ProgrammeTable table = table_of_programme(l, programme, path);
    table.brand = static_cast<int>(j);
    for (int row = 0; row < l.rows; ++row)
      point[static_cast<std::size_t>(row)] =
          l.at(programme.reward_cost, path + ".reward_cost", row) / table.threshold[row];
    if (std::all_of(table.enrolment, table.enrolment + l.rows, [](float p) { return p == 0; })) continue;
    l.view.favoured = l.view.favoured || table.lifts || table.pressure != 0;
    l.tables.programmes.push_back(table);
    // Two years, or four half-lives, bring members of today and their points to rest.
    if (table.enrolment[0] > 0 && !(start && start->warm_up))
      l.view.warm_up =
          std::max(l.view.warm_up,
                   static_cast<int>(std::clamp(std::ceil(4 * programme.half_life.value), 24.0, 240.0)));
  }
  l.view.programmes = static_cast<int>(l.tables.programmes.size());
  l.view.programme = l.tables.programmes.data();
  if (l.view.programmes > 0 && !l.view.bill) lay_bills(l);
}

}  // namespace clientele
