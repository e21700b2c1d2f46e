// SPDX-License-Identifier: MIT
#pragma once

#include "sim/input/scenario_reader.hpp"
#include "sim/scenario/catalogue.hpp"

namespace clientele {

/// What the changes of a scenario are read against.
struct ChangeContext {
  const World& world;
  WorldIs world_is;
  std::vector<CatalogueEntry> catalogue;  ///< of the world
  Places& places;
  Problems& problems;
};

/// Reads one change, `{change: brands.us.price, by: -10%, from: month 7}`, which stands at `path`
/// (`changes.1`).
std::optional<Change> read_change(const Node& node, const std::string& path, const ChangeContext& context);

}  // namespace clientele
