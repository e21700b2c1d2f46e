// SPDX-License-Identifier: MIT
#include "sim/scenario/uncertain_shares.hpp"

namespace clientele {

void make_room(World& world, const std::function<bool(const std::string& path)>& is_uncertain) {
  std::vector<Number*> open, firm;
  double open_sum = 0, firm_sum = 0;
  for (auto& brand : world.brands) {
    if (!brand.is.share) continue;
    const bool varies = is_uncertain("brands." + brand.name + ".share");
    (varies ? open : firm).push_back(&*brand.is.share);
    (varies ? open_sum : firm_sum) += brand.is.share->value;
  }
  if (open.empty()) return;
  const bool all_vary = firm.empty();
  const double room = all_vary ? 1 : 1 - open_sum, sum = all_vary ? open_sum : firm_sum;
  if (room <= 0 || sum <= 0) return;
  for (Number* share : all_vary ? open : firm) share->value *= room / sum;
}

}  // namespace clientele
