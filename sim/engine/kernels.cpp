// SPDX-License-Identifier: MIT
#include "sim/engine/kernels.hpp"

#include <fmt/format.h>

#include <vector>

#include "sim/base/problem.hpp"
#include "sim/engine/simulate.hpp"

namespace clientele {

namespace {

std::vector<Kernel> kernels_here() {
  std::vector<Kernel> kernels = {scalar_kernel()};
  for (const auto& kernel : {half_avx2_kernel(), avx2_kernel(), avx512_kernel()})
    if (kernel && kernel->supported()) kernels.push_back(*kernel);
  return kernels;
}

}  // namespace

Kernel kernel_with(int lanes) {
  if (lanes < 0) return double_kernel();
  const auto kernels = kernels_here();
  if (lanes == 0) return kernels.back();
  for (const Kernel& kernel : kernels)
    if (kernel.lanes == lanes) return kernel;
  throw RunFailed(fmt::format(
      "this machine has no kernel of {} lanes. Choose another with --lanes, or leave it out", lanes));
}

std::string kernel_name(int lanes) {
  const Kernel kernel = kernel_with(lanes);
  return fmt::format("{}, {} lane{}", kernel.name, kernel.lanes, kernel.lanes == 1 ? "" : "s");
}

std::vector<int> available_lanes() {
  std::vector<int> lanes;
  for (const Kernel& kernel : kernels_here()) lanes.push_back(kernel.lanes);
  return lanes;
}

}  // namespace clientele
