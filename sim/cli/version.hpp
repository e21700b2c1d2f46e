// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace clientele {

inline constexpr char program_name[] = "clientele";
inline constexpr char program_version[] = "0.1.0";

/// The commit from which the program was built.
std::string program_commit();

}  // namespace clientele
