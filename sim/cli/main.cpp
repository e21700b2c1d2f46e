// SPDX-License-Identifier: MIT
#include "sim/cli/commands.hpp"

int main(int argc, char** argv) { return clientele::program({argv + (argc > 0), argv + argc}); }
