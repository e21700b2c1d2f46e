// SPDX-License-Identifier: MIT
#include "sim/engine/traits_again.hpp"

#include "sim/engine/kernels.hpp"

namespace clientele {

std::vector<float> traits_again(const Plan& plan, int replication, const NamedTrait& trait,
                                const std::vector<std::uint32_t>& people) {
  const BlockAddress address{.keys = RoundKeys(plan.seed),
                             .traits = static_cast<std::uint32_t>(plan.first_replication + replication),
                             .draw = plan.draw};
  std::vector<std::uint32_t> rows = people;
  rows.resize((people.size() + widest - 1) / widest * widest);
  std::vector<float> drawn(rows.size());
  kernel_with(plan.workplace.lanes)
      .draw_trait(trait.draw, address, rows.data(), static_cast<int>(rows.size()), drawn.data());
  drawn.resize(people.size());
  for (float& value : drawn) value *= trait.factor;
  return drawn;
}

}  // namespace clientele
