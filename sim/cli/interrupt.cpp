// SPDX-License-Identifier: MIT
#include "sim/cli/interrupt.hpp"

#include <unistd.h>

#include <ctime>

#include "sim/cli/commands.hpp"
#include "sim/cli/terminal.hpp"

namespace clientele {

namespace {
sigset_t signals_that_stop() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

void Interrupt::wait_for_signals(const std::stop_token& done, Loudness loudness,
                                 std::optional<std::chrono::seconds> limit) {
  const auto began = std::chrono::steady_clock::now();
  const sigset_t signals = signals_that_stop();
  const timespec now_and_then{.tv_sec = 0, .tv_nsec = 50'000'000};
  while (!done.stop_requested()) {
    const bool signalled = sigtimedwait(&signals, nullptr, &now_and_then) >= 0;
    if (!signalled && limit && std::chrono::steady_clock::now() - began >= *limit &&
        !stop_.stop_requested()) {
      time_is_up_ = true;
      stop_.request_stop();
    }
    if (!signalled) continue;
    if (stop_.stop_requested()) _exit(exit_interrupted);
    stop_.request_stop();
    if (loudness == Loudness::usual)
      tell("\nStopping: what is finished will be written. Once more to leave at once.\n");
  }
}

Interrupt::Interrupt(Loudness loudness, std::optional<std::chrono::seconds> limit) {
  const sigset_t signals = signals_that_stop();
  pthread_sigmask(SIG_BLOCK, &signals, &before_);
  waiting_ = std::jthread(
      [this, loudness, limit](const std::stop_token& done) { wait_for_signals(done, loudness, limit); });
}

Interrupt::~Interrupt() {
  waiting_.request_stop();
  waiting_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace clientele
