// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "sim/base/problem.hpp"
#include "sim/scenario/assumption.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Reads a table of joint draws for the world: a header of paths of its numbers, then a row for each draw, in
/// the unit that `describe` shows and the world's period. Cells are separated as in a file of customers (see
/// read_customers). Adds a problem for each column that is no assumption and for each cell that is none, with
/// its line and column, and goes on. `name` is that of the file, as messages have it.
JointDraws read_draws(std::string_view text, const std::string& name, const World& world,
                      const Places& places, Problems& problems);

}  // namespace clientele
