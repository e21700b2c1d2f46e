// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "sim/random/address.hpp"

namespace clientele {

/// A uniform random bit generator over the items of one address, for code that wants an engine
/// (Boost.Random's and the standard's concept). It counts up the item, never the person, so it cannot run
/// into a neighbour's numbers; it ends with a contract after 4,096 items of four words.
class CounterEngine {
 public:
  using result_type = std::uint32_t;
  CounterEngine(std::uint64_t seed, Address start) : seed_(seed), address_(start) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
  result_type operator()();

 private:
  std::uint64_t seed_;
  Address address_;
  std::array<std::uint32_t, 4> words_{};
  std::uint32_t used_ = 4;
  std::uint32_t item_ = 0;
};

}  // namespace clientele
