// SPDX-License-Identifier: MIT
#include "sim/random/address.hpp"

#include <Random123/philox.h>

namespace clientele {

std::uint32_t name_hash(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

std::uint32_t at_path(std::string_view path) { return 1u << 31 | (name_hash(path) & 0x7fffffffu); }

std::array<std::uint32_t, 4> words_at(std::uint64_t seed, const Address& address) {
  const philox4x32_ctr_t counter = {{address.person, address.what, address.which, address.draw}};
  const philox4x32_key_t key = {{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}};
  const auto words = philox4x32_R(10, counter, key);
  return {words[0], words[1], words[2], words[3]};
}

}  // namespace clientele
