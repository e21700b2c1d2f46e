// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: what customers told others, and what came of it.
struct AdvocacyTotals {
  double recommendations = 0;  ///< made by customers of the brand
  double warnings = 0;         ///< given by customers of the brand
  double referred = 0;         ///< people who came into the category by a recommendation of the brand
  double referral_cost = 0;    ///< [currency]
  bool talked = false;         ///< some customers tell others of their brand

  /// The same span for more people.
  AdvocacyTotals& operator+=(const AdvocacyTotals& others) {
    recommendations += others.recommendations;
    warnings += others.warnings;
    referred += others.referred;
    referral_cost += others.referral_cost;
    talked = talked || others.talked;
    return *this;
  }

  /// The same people over a longer span.
  AdvocacyTotals followed_by(const AdvocacyTotals& next) const {
    AdvocacyTotals both = *this;
    both += next;
    return both;
  }
};

}  // namespace clientele
