// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/input/yaml_tree.hpp"

namespace clientele {

/// `--set choice.inertia.mean=0.7`: a value of the world that is not the one in its file. A value that begins
/// with a brace is a group, `--set 'choice.inertia={normal: {mean: 0.7, sd: 0.3}}'`.
struct Setting {
  std::string path;
  std::string value;
};

/// Writes a setting into the tree of a world before it is read, so that it is checked like everything in the
/// file. The name of a distribution is skipped; elements of lists are numbered from 1; what is missing on the
/// way is added, and if it is no key of a world, the reader says so. The place of what was set is the option
/// itself.
void apply_setting(Node& world, const Setting& setting, Problems& problems);

}  // namespace clientele
