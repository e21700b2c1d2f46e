// SPDX-License-Identifier: MIT
#include <cmath>

#include "sim/engine/tables/layout.hpp"

namespace clientele {

void lay_bills(Layout& l) {
  auto& money_now = l.tables.floats.emplace_back();
  for (int row = 0; row < l.rows; ++row)
    money_now.push_back(static_cast<float>(l.discount(row) * l.request.scales.money.scale()));
  l.view.money_now = money_now.data();
  l.view.bill = l.by_brand([&](int row, std::size_t b) { return l.price(row, b); });
}

void lay_contract(Layout& l) {
  const Need& need = l.behaviours.need;
  l.view.contract = need.model == Need::Model::contract;
  if (!l.view.contract) return;
  l.view.price_kept = need.price_change == Need::PriceChange::at_renewal;
  l.view.price_is_linear = l.behaviours.choice.price == Choice::Price::linear;
  l.view.term = static_cast<float>(need.term.value_or(Number{1}).value);
  l.view.billing = static_cast<float>(need.billing.value);
  auto& reconsider = l.tables.floats.emplace_back();
  const double money_scale = l.request.scales.money.scale();
  for (int row = 0; row < l.rows; ++row)
    reconsider.push_back(static_cast<float>(l.by_segment(need.reconsider, "need.reconsider", row)));
  l.view.reconsider = reconsider.data();
  lay_bills(l);
  const auto fee = [&](int row, std::size_t b) {
    return l.at(l.world.brands[b].is.exit_fee, l.path(b, "exit_fee"), row);
  };
  const double spread_over = l.view.price_is_linear ? 1 : reference_price(l.request.baseline);
  l.view.exit_fee_share = l.by_brand([&](int row, std::size_t b) { return fee(row, b) / spread_over; });
  for (int row = 0; row < l.rows; ++row)
    for (const std::size_t b : l.order.brands)
      l.tables.fees.push_back(std::llround(fee(row, b) * l.discount(row) * money_scale));
  for (const std::int64_t one : l.tables.fees)
    if (one > 0) l.view.exit_fee = l.tables.fees.data();
}

}  // namespace clientele
