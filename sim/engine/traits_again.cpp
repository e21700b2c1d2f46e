// SPDX-License-Identifier: MIT
#include "sim/engine/traits_again.hpp"

#include "sim/engine/kernels.hpp"

namespace clientele {

std::vector<float> traits_again(const Plan& plan, int replication, const NamedTrait& trait,
                                const std::vector<std::uint32_t>& people) {
  const BlockAddress address{.keys = RoundKeys(plan.seed),
                             .traits = static_cast<std::uint32_t>(plan.first_replication + replication),
                             .draw = plan.draw};
  std::vector<float> drawn(people.size());
  scalar_kernel().draw_trait(trait.draw, address, people.data(), static_cast<int>(people.size()),
                             drawn.data());
  for (float& value : drawn) value *= trait.factor;
  return drawn;
}

}  // namespace clientele
