// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <csignal>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <thread>

#include "sim/cli/options.hpp"

namespace clientele {

/// The user left before anything was finished.
struct Interrupted : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Turns Ctrl-C (or SIGTERM), and the end of the time that a run may take, into a request to stop. A second
/// Ctrl-C leaves at once, with exit code 130.
///
/// Make it before any other thread starts: threads inherit that the signals are blocked, so that only the one
/// that waits for them sees them, and the work is never torn.
class Interrupt {
 public:
  explicit Interrupt(Loudness loudness, std::optional<std::chrono::seconds> limit = std::nullopt);
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  std::stop_token token() const { return stop_.get_token(); }
  bool came() const { return stop_.stop_requested() && !time_is_up_; }
  bool time_is_up() const { return time_is_up_; }

 private:
  void wait_for_signals(const std::stop_token& done, Loudness loudness,
                        std::optional<std::chrono::seconds> limit);

  sigset_t before_{};
  std::stop_source stop_;
  std::atomic<bool> time_is_up_ = false;
  std::jthread waiting_;
};

}  // namespace clientele
