// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "places.hpp"

namespace clientele {

/// What a finished process left.
struct Finished {
  int exit_code = 0;  ///< 128 + the signal, if one ended it
  std::string out, err;
};

inline constexpr char world_for_tests[] = R"(market: Coffee & tea
currency: EUR
period: month
horizon: 12 months
discount_rate: 10% per year
people: 50k
focal: us
brands:
  us: {price: 3.20, unit_cost: 1.10, share: 30%}
  rival: {price: 2.90, unit_cost: 1.00, share: 70%}
choice:
  price_sensitivity: 2.2
  inertia: 0.7
departure:
  rate: 2% per month
)";

inline constexpr char scenario_for_tests[] = R"(scenario: Ten per cent off
world: market.yaml
changes:
  - {change: brands.us.price, by: -10%, from: month 4}
investments:
  - {name: campaign, amount: 5k, at: month 2}
)";

inline std::string content_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

inline pid_t started(const std::filesystem::path& folder, const std::vector<std::string>& words) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child > 0) return child;
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  std::vector<std::string> all = {CLIENTELE_PROGRAM};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (auto& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const bool ready = ::chdir(folder.c_str()) == 0 &&
                     ::dup2(::open("stdout.txt", O_WRONLY | O_CREAT | O_TRUNC, 0666), STDOUT_FILENO) >= 0 &&
                     ::dup2(::open("stderr.txt", O_WRONLY | O_CREAT | O_TRUNC, 0666), STDERR_FILENO) >= 0;
  if (ready) ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

inline Finished finished(const std::filesystem::path& folder, pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .out = content_of(folder / "stdout.txt"),
          .err = content_of(folder / "stderr.txt")};
}
/// A folder of its own for a test, with a world, a scenario and a way to run the program there.
class TestFolder {
 public:
  TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder();

  std::filesystem::path path(const std::string& name) const { return folder_ / name; }
  std::string text(const std::string& name) const;
  void write(const std::string& name, const std::string& text) const;

  /// Runs the built program in the folder.
  Finished run(const std::vector<std::string>& words) const;
  /// Runs it and sends the signal so many times: first after `milliseconds`, then every 200.
  Finished run_with_signal(const std::vector<std::string>& words, int signal, int times,
                           int milliseconds) const;

 private:
  std::filesystem::path folder_;
};

inline TestFolder::TestFolder() {
  static std::atomic<int> made = 0;
  folder_ = std::filesystem::temp_directory_path() /
            ("clientele_test_" + std::to_string(::getpid()) + "_" + std::to_string(++made));
  std::filesystem::create_directories(folder_);
  write("market.yaml", world_for_tests);
  write("cut.yaml", scenario_for_tests);
}

inline TestFolder::~TestFolder() { std::filesystem::remove_all(folder_); }

inline std::string TestFolder::text(const std::string& name) const { return content_of(path(name)); }

inline void TestFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path(name), std::ios::binary) << text;
}

inline Finished TestFolder::run(const std::vector<std::string>& words) const {
  return finished(folder_, started(folder_, words));
}

inline Finished TestFolder::run_with_signal(const std::vector<std::string>& words, int signal, int times,
                                            int milliseconds) const {
  const pid_t child = started(folder_, words);
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  for (int i = 0; i < times; ++i) {
    ::kill(child, signal);
    if (i + 1 < times) std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  return finished(folder_, child);
}

}  // namespace clientele
