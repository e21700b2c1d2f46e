// SPDX-License-Identifier: MIT
#include "sim/cli/version.hpp"

#include "commit.hpp"

namespace clientele {

std::string program_version() { return clientele_version; }
std::string program_commit() { return clientele_commit; }

}  // namespace clientele
