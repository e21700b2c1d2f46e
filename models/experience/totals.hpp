// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: what customers remember, and what went wrong.
struct ExperienceTotals {
  double satisfaction = 0;    ///< sum over periods and customers at the end of their satisfaction
  double satisfied = 0;       ///< the number of terms in it; 0 where no memory is modelled
  bool remembered = false;    ///< some customers remember what they experienced
  double failures = 0;        ///< purchases that failed
  double complaints = 0;      ///< failures of which the customer complained
  double answered = 0;        ///< complaints answered in time
  double complaint_cost = 0;  ///< [currency]

  /// The same span for more people.
  ExperienceTotals& operator+=(const ExperienceTotals& others) {
    satisfaction += others.satisfaction;
    satisfied += others.satisfied;
    remembered = remembered || others.remembered;
    failures += others.failures;
    complaints += others.complaints;
    answered += others.answered;
    complaint_cost += others.complaint_cost;
    return *this;
  }

  /// The same people over a longer span.
  ExperienceTotals followed_by(const ExperienceTotals& next) const {
    ExperienceTotals both = *this;
    both += next;
    return both;
  }
};

}  // namespace clientele
