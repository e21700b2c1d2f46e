// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>
#include <stdexcept>
#include <stop_token>
#include <thread>

#include "sim/cli/options.hpp"

namespace clientele {

/// The user left before anything was finished.
struct Interrupted : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Turns Ctrl-C (or SIGTERM) into a request to stop. A second one leaves at once, with exit code 130.
///
/// Make it before any other thread starts: threads inherit that the signals are blocked, so that only the one
/// that waits for them sees them, and the work is never torn.
class Interrupt {
 public:
  explicit Interrupt(Loudness loudness);
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  std::stop_token token() const { return stop_.get_token(); }
  bool came() const { return stop_.stop_requested(); }

 private:
  sigset_t before_{};
  std::stop_source stop_;
  std::jthread waiting_;
};

}  // namespace clientele
