// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace clientele {

/// Threads that a simulation uses when asked for so many: 0 means all cores.
int threads_for(int asked);

/// Does `work` for 0 … count − 1 on so many threads and returns when all of it is done. Which thread does
/// what, and in which order, is left open: give every index a place of its own for its result. What was
/// written before the call is seen by `work`, and what `work` wrote is seen after it.
void in_parallel(int threads, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace clientele
