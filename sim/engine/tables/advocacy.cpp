// SPDX-License-Identifier: MIT
#include "models/advocacy/word_of_mouth.hpp"
#include "models/arithmetic.hpp"
#include "sim/engine/tables/layout.hpp"

namespace clientele {

void lay_advocacy(Layout& l) {
  if (!l.behaviours.advocacy) return;
  const Advocacy& a = *l.behaviours.advocacy;
  l.view.talks = true;
  for (int row = 0; row < l.rows; ++row)
    for (const std::size_t b : l.order.brands)
      l.tables.recommends.push_back(recommendations_made(
          a.intend.value, a.act.value, l.of_brand(&Brand::encouragement, b, "encouragement", row)));
  l.tables.warns = a.warn.value;
  l.view.persuasion = static_cast<float>(a.persuasion.value * log2_e);
  l.view.dissuasion = static_cast<float>(a.persuasion.value * a.warning_weight.value * log2_e);
  l.tables.convert = a.convert.value;
  for (int row = 0; row < l.rows; ++row)
    for (const std::size_t b : l.order.brands)
      l.tables.referrals.push_back(
          l.fixed(l.of_brand(&Brand::referral_reward, b, "referral_reward", row) +
                      l.of_brand(&Brand::referral_welcome, b, "referral_welcome", row),
                  row));
  l.view.referral_cost = l.tables.referrals.data();
}

}  // namespace clientele
