// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace clientele {

inline constexpr std::size_t most_bytes_of_a_file = 10'000'000;

/// The text of a file named `name` without byte order mark and with plain line ends.
/// Refuses what is no text: too large, not UTF-8, or with control characters.
std::string checked_text(std::string_view bytes, const std::string& name);

}  // namespace clientele
