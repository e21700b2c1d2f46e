// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace clientele {

/// How progress is shown: not at all, in plain lines (a log), or as a bar that is drawn again (a terminal).
enum class ProgressLook { none, lines, bar };

/// `42 %, 12 s left`; the time left only once something is known of it.
std::string progress_words(double done, double seconds);

/// Tells how far the work is and how long it will take. Lines come at most at every tenth, bars ten times a
/// second, and neither within the first second, so that a short run stays silent.
class ProgressTeller {
 public:
  using Clock = std::function<double()>;  ///< seconds since any fixed moment
  using Write = std::function<void(std::string_view)>;

  ProgressTeller(ProgressLook look, Write write, Clock clock);
  void operator()(double done);
  /// Wipes the bar away.
  void finish();

 private:
  ProgressLook look_;
  Write write_;
  Clock clock_;
  double started_;
  double told_at_ = 0;  ///< seconds from the start
  int told_tenths_ = 0;
  bool drawn_ = false;
};

}  // namespace clientele
