// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/choice/reasons.hpp"

namespace clientele {

/// Of one brand in a span of periods: why customers were lost.
struct ChoiceTotals {
  std::array<double, all_reasons> lost = {};  ///< customers of a period's start who are not at its end

  /// The same span for more people.
  ChoiceTotals& operator+=(const ChoiceTotals& others) {
    for (int why = 0; why < all_reasons; ++why) lost[why] += others.lost[why];
    return *this;
  }

  /// The same people over a longer span.
  ChoiceTotals followed_by(const ChoiceTotals& next) const {
    ChoiceTotals both = *this;
    both += next;
    return both;
  }
};

}  // namespace clientele
