// SPDX-License-Identifier: MIT
#include "sim/base/memory.hpp"
#include "sim/cli/commands.hpp"

int main(int argc, char** argv) {
  clientele::keep_freed_memory();
  return clientele::program({argv + (argc > 0), argv + argc});
}
