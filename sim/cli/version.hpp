// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace clientele {

inline constexpr char program_name[] = "clientele";

/// `0.1.0`, as CMakeLists.txt says.
std::string program_version();

/// The commit from which the program was built.
std::string program_commit();

}  // namespace clientele
