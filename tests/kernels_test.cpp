// SPDX-License-Identifier: MIT
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "places.hpp"
#include "tests/support/catch.hpp"

// The units compiled for AVX2 and AVX-512 must not leave code behind that the linker could choose for all: an
// inline function of a library compiled there would end the program on a machine without these instructions.
// This is so in the release; other builds do not inline as much, and sanitizers add symbols of their own.
namespace {

struct Symbol {
  char kind;
  std::string name;
};

/// Everything an object file defines or needs, by `nm -C`; nothing if there is no such tool.
[[maybe_unused]] std::vector<Symbol> symbols_of(const std::filesystem::path& object) {
  const std::string command = "nm -C '" + object.string() + "' 2>/dev/null";
  std::string text;
  if (FILE* out = popen(command.c_str(), "r")) {
    char buffer[4096];
    for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, out)) > 0;) text.append(buffer, n);
    pclose(out);
  }
  std::vector<Symbol> symbols;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)  // "0000000000000020 T clientele::avx2_kernel()"
    if (line.size() > 19) symbols.push_back({line[17], line.substr(19)});
  return symbols;
}

/// W and V: weak, u: unique. The linker keeps one of several with the same name.
[[maybe_unused]] bool is_shared(const Symbol& symbol) {
  return std::string("WVwvu").find(symbol.kind) != std::string::npos;
}

void check_kernel(const std::string& unit, const std::string& target) {
#ifndef NDEBUG
  WARN("not looked at " << unit << " for " << target << ": this is not the release");
  SUCCEED();
#else
  const auto object = std::filesystem::path(CLIENTELE_BUILD_DIR) /
                      "sim/CMakeFiles/clientele_engine.dir/engine" / (unit + ".cpp.o");
  const auto symbols = symbols_of(object);
  if (symbols.empty()) {
    WARN("not looked at " << unit << ": there is no object file of it, or no nm to read it");
    SUCCEED();
    return;
  }
  std::string escaped;
  for (const Symbol& symbol : symbols)
    if (is_shared(symbol) && symbol.name.find("::" + target + "::") == std::string::npos)
      escaped += symbol.name + "\n";
  INFO("symbols of " << unit << " that the linker may share with code for every machine:");
  CHECK(escaped == "");
#endif
}

}  // namespace

TEST_CASE("the AVX2 kernel leaves nothing outside its namespace that other code could be linked to") {
  check_kernel("kernel_avx2", "N_AVX2");
}

TEST_CASE("the AVX-512 kernel leaves nothing outside its namespace that other code could be linked to") {
  check_kernel("kernel_avx512", "N_AVX3");
}
