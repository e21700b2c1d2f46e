// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: the other brands of the same owner.
struct CompetitionTotals {
  double owner_value = 0;      ///< value of all brands of the same owner [currency]
  double come = 0;             ///< purchases that follow one from another brand; of the whole horizon only
  double come_from_owner = 0;  ///< of these, from another brand of the same owner
  bool owned = false;          ///< other brands have the same owner, and money means something in all

  /// The same span for more people.
  CompetitionTotals& operator+=(const CompetitionTotals& others) {
    owner_value += others.owner_value;
    come += others.come;
    come_from_owner += others.come_from_owner;
    owned = owned || others.owned;
    return *this;
  }

  /// The same people over a longer span.
  CompetitionTotals followed_by(const CompetitionTotals& next) const {
    CompetitionTotals both = *this;
    both += next;
    return both;
  }
};

}  // namespace clientele
