// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// The formula of practice, without discounting or churn, shown beside the simulated value: LTV = S × C × P ×
/// t. spend: S [currency per purchase]; purchases: C [per period]; margin: P, share of spend; lifetime: t
/// [periods].
inline double simple_lifetime_value(double spend, double purchases, double margin, double lifetime) {
  return spend * purchases * margin * lifetime;
}

}  // namespace clientele
