// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace clientele {

/// A mistake of ours, not of the user.
struct BrokenContract : std::logic_error {
  using std::logic_error::logic_error;
};

/// What a function needs of its caller, whose place it tells. (clang 14 has no std::source_location.)
inline void expects(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (!holds) throw BrokenContract(std::string("expectation broken in ") + file + ":" + std::to_string(line));
}

/// What a function promises to its caller.
inline void ensures(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  expects(holds, file, line);
}

}  // namespace clientele
