// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: whose customers people are, who stays and who leaves.
struct DepartureTotals {
  double customers_at_start = 0;  ///< people whose last purchase was from the brand, as the span begins
  double customers_at_end = 0;    ///< the same as it ends
  double customer_periods = 0;    ///< sum over periods of the customers at its start
  double retained = 0;            ///< of these, those who are customers at the end of the period, too
  double returned = 0;            ///< people who had lapsed from the brand and are its customers again
  double tenure = 0;              ///< sum over the customers at the end of their periods as such
  double active = 0;              ///< people still in the category, whatever they buy, at the end
  double departed = 0;            ///< people who left the category, whatever they bought
  double came_back = 0;           ///< people who had left the category and came back to it
  bool may_come_back = false;     ///< those who have left may come back
  bool lapses = false;            ///< customers are lost after a time without a purchase

  /// The same span for more people.
  DepartureTotals& operator+=(const DepartureTotals& others) {
    customers_at_start += others.customers_at_start;
    customers_at_end += others.customers_at_end;
    customer_periods += others.customer_periods;
    retained += others.retained;
    returned += others.returned;
    tenure += others.tenure;
    active += others.active;
    departed += others.departed;
    came_back += others.came_back;
    may_come_back = may_come_back || others.may_come_back;
    lapses = lapses || others.lapses;
    return *this;
  }

  /// The same people over a longer span.
  DepartureTotals followed_by(const DepartureTotals& next) const {
    DepartureTotals both = *this;
    both += next;
    both.customers_at_start = customers_at_start;
    both.customers_at_end = next.customers_at_end;
    both.tenure = next.tenure;
    both.active = next.active;
    return both;
  }
};

}  // namespace clientele
