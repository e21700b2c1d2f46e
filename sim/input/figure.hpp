// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace clientele {

/// A number that was read, or why it could not be and what to write instead.
struct Reading {
  double value = 0;
  bool in_percent = false;  ///< it was written with a percent sign; `value` is the fraction
  std::string reason{};     ///< empty: all is well
  std::string remedy{};

  explicit operator bool() const { return reason.empty(); }
};

/// Reads `0.1`, `-10%`, `1.2M`, `40k`, `3.20`, `1e5`: a finite decimal number with a point, and at most one
/// of the suffixes %, k (thousand) and M (million). The whole text must be the number; the locale does not
/// matter.
Reading read_figure(std::string_view text);

}  // namespace clientele
