// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: advertising, and who has heard of the brand.
struct ConsiderationTotals {
  double advertising = 0;        ///< [currency]; of all segments together only
  double advertising_today = 0;  ///< the same, discounted [currency]
  double awareness = 0;          ///< share of people who have heard of the brand, at the end
  bool advertised = false;       ///< the brand advertises in this world

  /// The same span for more people.
  ConsiderationTotals& operator+=(const ConsiderationTotals& others) {
    advertising += others.advertising;
    advertising_today += others.advertising_today;
    awareness += others.awareness;
    advertised = advertised || others.advertised;
    return *this;
  }

  /// The same people over a longer span.
  ConsiderationTotals followed_by(const ConsiderationTotals& next) const {
    ConsiderationTotals both = *this;
    both += next;
    both.awareness = next.awareness;
    return both;
  }
};

}  // namespace clientele
