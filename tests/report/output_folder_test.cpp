// SPDX-License-Identifier: MIT
#include "sim/report/output_folder.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sstream>

#include "sim/base/problem.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
namespace fs = std::filesystem;

namespace {
/// A folder that goes away with its test.
struct Somewhere {
  fs::path path = fs::temp_directory_path() / ("clientele_folder_test_" + std::to_string(::getpid()));
  Somewhere() { fs::create_directories(path); }
  ~Somewhere() { fs::remove_all(path); }
};

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

auto files_in(const fs::path& folder) { return std::distance(fs::directory_iterator(folder), {}); }
}  // namespace

TEST_CASE("The folder is made with its parents and left without traces of the trial") {
  const Somewhere somewhere;
  const OutputFolder folder(somewhere.path / "a" / "b");
  CHECK(fs::is_directory(somewhere.path / "a" / "b"));
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("A written file replaces the old one, and nothing else is left") {
  const Somewhere somewhere;
  const OutputFolder folder(somewhere.path);
  folder.write("a.csv", "old and longer");
  folder.write("a.csv", "new");
  CHECK(content(somewhere.path / "a.csv") == "new");
  CHECK(files_in(somewhere.path) == 1);
}

TEST_CASE("A folder that cannot be is refused before any work, with a way out") {
  const Somewhere somewhere;
  std::ofstream(somewhere.path / "file") << "x";
  CHECK_THROWS_WITH(OutputFolder(somewhere.path / "file"),
                    Catch::Contains("cannot write to") && Catch::Contains("Choose another with --out"));
  CHECK_THROWS_AS(OutputFolder(somewhere.path / "file" / "below"), RunFailed);
}

TEST_CASE("A file that does not fit leaves the old one and nothing half written") {
  const Somewhere somewhere;
  const OutputFolder folder(somewhere.path);
  folder.write("a.csv", "old");

  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit tight{.rlim_cur = 1000, .rlim_max = before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &tight) == 0);
  std::string reason;
  try {
    folder.write("a.csv", std::string(5000, 'x'));
  } catch (const RunFailed& failed) {
    reason = failed.what();
  }
  REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, handler);

  CHECK(reason.find("File too large") != std::string::npos);
  CHECK(content(somewhere.path / "a.csv") == "old");
  CHECK(files_in(somewhere.path) == 1);
}
