// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/programme/add_on_parameters.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/random/address.hpp"

namespace clientele {

static_assert(most_add_ons == most_add_ons_of_world);

void lay_add_ons(Layout& l) {
  l.tables.adding.assign(l.order.brands.size(), false);
  const auto& start = l.world.market.start;
  for (const auto& [name, add_on] : l.world.add_ons) {
    const std::string path = "add_ons." + name;
    AddOnTable table;
    for (std::size_t j = 0; j < l.order.brands.size(); ++j)
      if (l.world.brands[l.order.brands[j]].name == sender_of(l.world, add_on))
        table.brand = static_cast<int>(j), l.tables.adding[j] = true;
    table.slot = brand_slot(name);
    table.adoption = l.by_row(add_on.adoption, path + ".adoption");
    table.cancellation = l.by_row(add_on.cancellation, path + ".cancellation");
    auto& price = l.tables.amounts.emplace_back();
    auto& margin = l.tables.amounts.emplace_back();
    for (int row = 0; row < l.rows; ++row) {
      price.push_back(l.fixed(l.at(add_on.price, path + ".price", row), row));
      margin.push_back(price.back() - l.fixed(l.at(add_on.cost, path + ".cost", row), row));
    }
    table.price = price.data();
    table.margin = margin.data();
    if (l.behaviours.experience)
      table.satisfaction_effect = static_cast<float>(add_on.satisfaction_effect.value * log2_e);
    table.satisfaction_reference = static_cast<float>(add_on.satisfaction_reference.value);
    table.bond = static_cast<float>(add_on.bond.value * log2_e);
    if (std::all_of(table.adoption, table.adoption + l.rows, [](float p) { return p == 0; })) continue;
    l.view.favoured = l.view.favoured || table.bond != 0;
    if (table.adoption[0] > 0 && !(start && start->warm_up)) l.view.warm_up = std::max(l.view.warm_up, 24);
    l.tables.add_ons.push_back(table);
  }
  l.view.add_ons = static_cast<int>(l.tables.add_ons.size());
  l.view.add_on = l.tables.add_ons.data();
}

}  // namespace clientele
