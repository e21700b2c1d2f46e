// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: what all of it is worth.
struct ValueTotals {
  double cost_to_keep = 0;    ///< [currency]
  double contribution = 0;    ///< revenue less unit costs, costs to serve, to keep, of complaints, referrals,
                              ///< contacts, programme, advertising, channels [currency]
  double value = 0;           ///< contribution, discounted to today [currency]
  double existing_value = 0;  ///< of the value, from people who are customers of the brand today
  double luck = 0;            ///< of the value of ours, what purchases brought beyond what was to be expected
  double existing_luck = 0;   ///< of the existing value, likewise
  double existing = 0;        ///< how many these are
  bool priced = true;         ///< the brand has a price and a unit cost, so that money means something

  /// The same span for more people.
  ValueTotals& operator+=(const ValueTotals& others) {
    cost_to_keep += others.cost_to_keep;
    contribution += others.contribution;
    value += others.value;
    existing_value += others.existing_value;
    luck += others.luck;
    existing_luck += others.existing_luck;
    existing += others.existing;
    return *this;
  }

  /// Takes out of what we are worth what was luck.
  void take_out_luck() {
    value -= luck;
    existing_value -= existing_luck;
    luck = existing_luck = 0;
  }

  /// The same people over a longer span.
  ValueTotals followed_by(const ValueTotals& next) const {
    ValueTotals both = *this;
    both += next;
    both.existing = existing;
    return both;
  }
};

}  // namespace clientele
