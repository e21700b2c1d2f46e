// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "sim/engine/block.hpp"

namespace clientele {

/// The columns of one block, in one piece of memory that a thread keeps for the next block. Only the columns
/// that the market uses are laid out; a quantity that nobody has points to a column of zeros.
class BlockMemory {
 public:
  Columns columns_for(const KernelMarket& market, int people);
  /// Bytes a person of the market's columns.
  static std::size_t bytes_a_person(const KernelMarket& market);

 private:
  std::vector<std::max_align_t> memory_;
};

}  // namespace clientele
