// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace clientele::bench {

/// A mean over separate populations, and its standard error.
struct Measured {
  double mean = 0, error = 0;
};

/// What a program found the reference world to be, and what that took.
struct Findings {
  Measured value;               ///< discounted contribution to us a person of the market [currency]
  Measured value_of_customers;  ///< the same of those who are our customers today [currency]
  Measured share;               ///< ours of all purchases
  Measured months;              ///< active months a person
  double active_months = 0;     ///< of all simulated people
  double cpu_seconds = 0;       ///< of the simulation alone
  double wall_seconds = 0;      ///< of the simulation alone; 0 where it was not taken

  double cpu_ns() const { return 1e9 * cpu_seconds / active_months; }
  double wall_ns() const { return 1e9 * wall_seconds / active_months; }
};

/// The quantities on which the programs have to agree before anything is timed.
struct Quantity {
  const char* name;
  Measured Findings::*of;
};
inline constexpr std::array quantities = {
    Quantity{"value a person, EUR", &Findings::value},
    Quantity{"value a customer of today, EUR", &Findings::value_of_customers},
    Quantity{"our share of purchases", &Findings::share},
    Quantity{"active months a person", &Findings::months},
};

/// How much to simulate: so many separate populations of so many people.
struct Size {
  int populations = 1, people = 1;
};

}  // namespace clientele::bench
