// SPDX-License-Identifier: MIT
#include "sim/cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clientele {

namespace {
std::string duration(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds - 1e-6));
  if (whole < 120) return fmt::format("{} s", whole);
  if (whole < 7200) return fmt::format("{} min", (whole + 59) / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

std::string bar(double done) {
  constexpr int width = 40;
  const int full = static_cast<int>(done * width);
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(width - full), '.') + "]";
}
}  // namespace

std::string progress_words(double done, double seconds) {
  std::string words = fmt::format("{} %", static_cast<int>(100 * done));
  if (done > 0 && done < 1) words += fmt::format(", {} left", duration(seconds * (1 - done) / done));
  return words;
}

ProgressTeller::ProgressTeller(ProgressLook look, Write write, Clock clock)
    : look_(look), write_(std::move(write)), clock_(std::move(clock)), started_(clock_()) {}

void ProgressTeller::operator()(double done) {
  done = std::clamp(done, 0.0, 1.0);
  const double seconds = clock_() - started_;
  if (look_ == ProgressLook::none || seconds < 1) return;
  if (look_ == ProgressLook::lines) {
    const int tenths = static_cast<int>(done * 10 + 1e-9);
    if (tenths <= told_tenths_ || tenths == 10) return;
    told_tenths_ = tenths;
    write_(progress_words(done, seconds) + "\n");
  } else if (!drawn_ || seconds - told_at_ >= 0.1) {
    told_at_ = seconds;
    drawn_ = true;
    write_(fmt::format("\r{} {}\033[K", bar(done), progress_words(done, seconds)));
  }
}

void ProgressTeller::finish() {
  if (drawn_) write_("\r\033[K");
  drawn_ = false;
}

}  // namespace clientele
