// SPDX-License-Identifier: MIT
#include "sim/engine/kernels.hpp"

#if defined(__AVX2__) && defined(__FMA__)
#include "sim/engine/lanes/highway_lanes.hpp"
#include "sim/engine/lanes/twin_lanes.hpp"
#include "sim/engine/life.hpp"

namespace clientele {

static_assert(HWY_TARGET == HWY_AVX2);

static bool has_avx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2");
}

std::optional<Kernel> avx2_kernel() {
  using Lane = Twin<HWY_NAMESPACE::Lanes<8>>;
  return Kernel{"AVX2",
                8,
                has_avx2,
                simulate_block<Lane>,
                open_block<Lane>,
                live_block<Lane>,
                close_block<Lane>,
                draw_trait<Lane>};
}

std::optional<Kernel> half_avx2_kernel() {
  using Lane = HWY_NAMESPACE::Lanes<4>;
  return Kernel{"AVX2",
                4,
                has_avx2,
                simulate_block<Lane>,
                open_block<Lane>,
                live_block<Lane>,
                close_block<Lane>,
                draw_trait<Lane>};
}

}  // namespace clientele
#else
namespace clientele {
std::optional<Kernel> avx2_kernel() { return std::nullopt; }
std::optional<Kernel> half_avx2_kernel() { return std::nullopt; }
}  // namespace clientele
#endif
