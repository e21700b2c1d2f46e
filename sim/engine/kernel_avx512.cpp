// SPDX-License-Identifier: MIT
#include "sim/engine/kernels.hpp"

#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
#include "sim/engine/lanes/highway_lanes.hpp"
#include "sim/engine/lanes/twin_lanes.hpp"
#include "sim/engine/life.hpp"

namespace clientele {

static_assert(HWY_TARGET == HWY_AVX3);

static bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512cd");
}

std::optional<Kernel> avx512_kernel() {
  using Lane = Twin<HWY_NAMESPACE::Lanes<16>>;
  return Kernel{"AVX-512",         16,
                has_avx512,        simulate_block<Lane>,
                open_block<Lane>,  live_block<Lane>,
                close_block<Lane>, draw_trait<Lane>};
}

}  // namespace clientele
#else
namespace clientele {
std::optional<Kernel> avx512_kernel() { return std::nullopt; }
}  // namespace clientele
#endif
