// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "sim/scenario/course.hpp"

namespace clientele {

/// The market's share of chance in one replication: which brands answer others. Who answers at one
/// probability answers at every higher one, and in every scenario alike.
Answering answering_in(const World& world, std::uint64_t seed, std::uint32_t draw, int replication);

}  // namespace clientele
