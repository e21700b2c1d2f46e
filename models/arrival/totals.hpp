// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: who came, by channels and otherwise, and what channels cost.
struct ArrivalTotals {
  double arrived = 0;              ///< people who came into the category
  double newcomers = 0;            ///< of those who arrived, people whom channels of the brand brought
  double won_from_rivals = 0;      ///< customers of rivals whom their offers brought
  double channel_spend = 0;        ///< [currency]; of all segments together only
  double channel_spend_today = 0;  ///< the same, discounted [currency]
  bool acquires = false;           ///< the brand has channels
  bool poaches = false;            ///< some of them reach rivals' customers

  /// The same span for more people.
  ArrivalTotals& operator+=(const ArrivalTotals& others) {
    arrived += others.arrived;
    newcomers += others.newcomers;
    won_from_rivals += others.won_from_rivals;
    channel_spend += others.channel_spend;
    channel_spend_today += others.channel_spend_today;
    acquires = acquires || others.acquires;
    poaches = poaches || others.poaches;
    return *this;
  }

  /// The same people over a longer span.
  ArrivalTotals followed_by(const ArrivalTotals& next) const {
    ArrivalTotals both = *this;
    both += next;
    return both;
  }
};

}  // namespace clientele
