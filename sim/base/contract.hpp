// SPDX-License-Identifier: MIT
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace clientele {

/// A mistake of ours, not of the user.
struct BrokenContract : std::logic_error {
  using std::logic_error::logic_error;
};

/// What a function needs of its caller.
inline void expects(bool holds, std::source_location where = std::source_location::current()) {
  if (!holds)
    throw BrokenContract(std::string("expectation broken in ") + where.file_name() + ":" +
                         std::to_string(where.line()));
}

/// What a function promises to its caller.
inline void ensures(bool holds, std::source_location where = std::source_location::current()) {
  expects(holds, where);
}

}  // namespace clientele
