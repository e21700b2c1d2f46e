// SPDX-License-Identifier: MIT
#include <algorithm>

#include "sim/engine/tables/layout.hpp"
#include "sim/scenario/levels.hpp"

namespace clientele {

static_assert(most_nests == most_brands);

void lay_nests(Layout& l) {
  const Choice& choice = l.behaviours.choice;
  if (!has_nests(choice)) return;
  auto& similarity = l.tables.floats.emplace_back();
  for (const auto& nest : choice.nests) similarity.push_back(static_cast<float>(nest.is.value));
  auto& of = l.tables.flags.emplace_back();
  for (const std::size_t b : l.order.brands)
    of.push_back(static_cast<std::uint8_t>(nest_of(choice, l.world.brands[b].is)));
  l.view.nests = {static_cast<int>(similarity.size()), of.data(), similarity.data()};
}

}  // namespace clientele
