// SPDX-License-Identifier: MIT
#include "bench/peer.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace clientele::bench {

Findings run_peer(const std::string& command, Size size, int seed) {
  // One thread: a library underneath NumPy may have ideas of its own. And memory is kept for its next use, as
  // Clientele keeps it.
  const std::string line = fmt::format(
      "OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_={} MALLOC_TRIM_THRESHOLD_={} {} {} {} "
      "{}",
      32 << 20, std::numeric_limits<int>::max(), command, size.populations, size.people, seed);
  FILE* const pipe = popen(line.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot start " + command);
  std::string printed;
  std::array<char, 4096> part;
  for (std::size_t n; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    printed.append(part.data(), n);
  if (pclose(pipe) != 0) throw std::runtime_error(command + " failed");
  const auto json = nlohmann::json::parse(printed);
  const auto measured = [&](const char* name) {
    return Measured{json.at(name).at("mean").get<double>(), json.at(name).at("error").get<double>()};
  };
  return {.value = measured("value"),
          .value_of_customers = measured("value_of_customers"),
          .share = measured("share"),
          .months = measured("months"),
          .active_months = json.at("active_months").get<double>(),
          .cpu_seconds = json.at("seconds").get<double>()};
}

std::string python() {
  const char* const chosen = std::getenv("PYTHON");
  return chosen ? chosen : "/usr/bin/python3";
}

bool has_numpy() { return std::system((python() + " -c 'import numpy' 2> /dev/null").c_str()) == 0; }

}  // namespace clientele::bench
