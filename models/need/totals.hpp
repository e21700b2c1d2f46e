// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: contracts.
struct NeedTotals {
  double ended = 0;        ///< contracts of the brand whose term was over
  double renewed = 0;      ///< of these, renewed
  double exit_fees = 0;    ///< [currency]
  bool contracts = false;  ///< some customers have contracts

  /// The same span for more people.
  NeedTotals& operator+=(const NeedTotals& others) {
    ended += others.ended;
    renewed += others.renewed;
    exit_fees += others.exit_fees;
    contracts = contracts || others.contracts;
    return *this;
  }

  /// The same people over a longer span.
  NeedTotals followed_by(const NeedTotals& next) const {
    NeedTotals both = *this;
    both += next;
    return both;
  }
};

}  // namespace clientele
