// SPDX-License-Identifier: MIT
#include "sim/engine/tables/layout.hpp"
#include "sim/scenario/typical.hpp"

namespace clientele {

void lay_habit(Layout& l) {
  const Choice& choice = l.behaviours.choice;
  l.view.habit_grows = choice.habit_growth.value > 0;
  l.view.habit_growth = static_cast<float>(choice.habit_growth.value);
  l.view.habit_learning = static_cast<float>(1 / choice.habit_growth_over.value);
  l.view.habit_fades = choice.habit_half_life.has_value();
  if (!l.view.habit_fades) return;
  l.view.habit_fading = static_cast<float>(1 / choice.habit_half_life->value);
  if (const auto gaps = gaps_for_all(l.behaviours.need)) {
    auto& table = l.tables.floats.emplace_back();
    for (const double gap : *gaps) table.push_back(static_cast<float>(gap));
    l.view.habit_gaps = table.data();
  }
}

}  // namespace clientele
