// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "sim/engine/block.hpp"

namespace clientele {

/// One kernel a translation unit and target; nothing where the program was built for another architecture.
/// std::optional<Kernel> holds no code worth compiling for a target: it is the only library type these units
/// share.
Kernel scalar_kernel();
Kernel double_kernel();
std::optional<Kernel> half_avx2_kernel();
std::optional<Kernel> avx2_kernel();
std::optional<Kernel> avx512_kernel();

/// The kernel of so many lanes, with the meaning of Workplace::lanes; RunFailed if this machine has none.
Kernel kernel_with(int lanes);

}  // namespace clientele
