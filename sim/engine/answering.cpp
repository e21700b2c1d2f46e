// SPDX-License-Identifier: MIT
#include "sim/engine/answering.hpp"

#include "sim/random/address.hpp"
#include "sim/scenario/answers.hpp"

namespace clientele {

Answering answering_in(const World& world, std::uint64_t seed, std::uint32_t draw, int replication) {
  Answering answering;
  for (const auto& brand : world.brands) {
    const auto words = words_at(seed, {.person = brand_slot(brand.name),
                                       .what = at_period(Purpose::reaction, 0),
                                       .which = static_cast<std::uint32_t>(replication),
                                       .draw = draw});
    const double uniform = words[0] * 0x1p-32;
    answering.push_back(reacts(brand.is) && uniform < brand.is.reaction->probability.value);
  }
  return answering;
}

}  // namespace clientele
