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

void wait_for_signals(const std::stop_token& done, std::stop_source stop, Loudness loudness) {
  const sigset_t signals = signals_that_stop();
  const timespec now_and_then{.tv_sec = 0, .tv_nsec = 50'000'000};
  while (!done.stop_requested()) {
    if (sigtimedwait(&signals, nullptr, &now_and_then) < 0) continue;
    if (stop.stop_requested()) _exit(exit_interrupted);
    stop.request_stop();
    if (loudness == Loudness::usual)
      tell("\nStopping: what is finished will be written. Once more to leave at once.\n");
  }
}
}  // namespace

Interrupt::Interrupt(Loudness loudness) {
  const sigset_t signals = signals_that_stop();
  pthread_sigmask(SIG_BLOCK, &signals, &before_);
  waiting_ = std::jthread(
      [stop = stop_, loudness](const std::stop_token& done) { wait_for_signals(done, stop, loudness); });
}

Interrupt::~Interrupt() {
  waiting_.request_stop();
  waiting_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace clientele
