// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "sim/input/quantity.hpp"
#include "sim/input/section.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// From when to when something happens, in periods of the world.
struct Span {
  std::optional<int> from;
  std::optional<int> until;
};

/// Reads a key such as `from`, `until` or `at`; nothing if it is absent or wrong.
std::optional<int> read_moment_key(Section& section, std::string_view key, Edge edge, const World& world,
                                   Problems& problems);

/// Reads `from` and `until`; refuses what begins or ends beyond the horizon, or ends before it begins.
Span read_span(Section& section, const World& world, Problems& problems);

/// Refuses a moment beyond the horizon, where nothing would come of it.
void check_within_horizon(std::optional<int> moment, Section& section, std::string_view key,
                          const World& world, Problems& problems);

}  // namespace clientele
