// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace clientele {

/// Text of a user as it may stand in a message: in one line, without control characters, of bounded length.
inline std::string shown(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string safe;
  for (const char c : text.substr(0, most)) {
    const auto byte = static_cast<unsigned char>(c);
    safe += byte < 0x20 || byte == 0x7f ? '?' : c;
  }
  if (text.size() <= most) return safe;
  while (!safe.empty() && (static_cast<unsigned char>(safe.back()) & 0xc0) == 0x80) safe.pop_back();
  if (!safe.empty() && static_cast<unsigned char>(safe.back()) >= 0xc0) safe.pop_back();
  return safe + "…";
}

}  // namespace clientele
