// SPDX-License-Identifier: MIT
// Fills in the files and screens of docs/cookbook.md anew.
#include <cstdio>
#include <exception>

#include "tests/end_to_end/cookbook.hpp"

int main() {
  using namespace clientele;
  try {
    const std::string made = cookbook_made_anew(content_of(cookbook_file()));
    std::ofstream(cookbook_file(), std::ios::binary) << made;
  } catch (const std::exception& mistake) {
    std::fprintf(stderr, "%s\n", mistake.what());
    return 1;
  }
  return 0;
}
