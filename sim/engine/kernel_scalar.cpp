// SPDX-License-Identifier: MIT
#include "sim/engine/kernels.hpp"
#include "sim/engine/lanes/one_lane.hpp"
#include "sim/engine/life.hpp"

namespace clientele {

Kernel scalar_kernel() {
  using Lane = one_lane::Lanes<float>;
  return {"plain",
          1,
          [] { return true; },
          simulate_block<Lane>,
          open_block<Lane>,
          live_block<Lane>,
          close_block<Lane>,
          draw_trait<Lane>};
}

Kernel double_kernel() {
  using Lane = one_lane::Lanes<double>;
  return {"plain, double precision", 1,
          [] { return true; },       simulate_block<Lane>,
          open_block<Lane>,          live_block<Lane>,
          close_block<Lane>,         draw_trait<Lane>};
}

}  // namespace clientele
