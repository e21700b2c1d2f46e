// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Gives the text of a file of customers that is named at a path of the world, and what to call it; nothing,
/// having added a problem, if it must not be read.
struct NamedText {
  std::string name, text;
};
using ReadNamedText =
    std::function<std::optional<NamedText>(const std::string& path, const std::string& file)>;

/// Reads the files of customers that the world names, and gives each segment the pasts of its own. Where the
/// file is the world's and nobody comes later, it also says how many people there are, unless `people` does.
void load_histories(World& world, const ReadNamedText& read, const Places& places, Problems& problems);

}  // namespace clientele
