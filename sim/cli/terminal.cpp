// SPDX-License-Identifier: MIT
#include "sim/cli/terminal.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

#include "sim/base/problem.hpp"

namespace clientele {

void print(std::string_view text) {
  errno = 0;
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (written || errno == EPIPE) return;
  throw RunFailed("cannot write to the standard output: " + std::generic_category().message(errno));
}

void tell(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

Colour stdout_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool refused = no_colour != nullptr && *no_colour != '\0';
  return ::isatty(STDOUT_FILENO) == 1 && !refused ? Colour::on : Colour::off;
}

}  // namespace clientele
