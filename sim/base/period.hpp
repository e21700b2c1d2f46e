// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace clientele {

/// A stretch of time by which a market is simulated or a rate is stated.
enum class Period { day, week, month, quarter, half_year, year };

/// A year has 365 days, 52 weeks, 12 months, 4 quarters, 2 half-years; other ratios follow from these.
struct PeriodName {
  Period period;
  std::string_view name;
  std::string_view plural;
  double in_a_year;
};

inline constexpr std::array period_names = {
    PeriodName{Period::day, "day", "days", 365},
    PeriodName{Period::week, "week", "weeks", 52},
    PeriodName{Period::month, "month", "months", 12},
    PeriodName{Period::quarter, "quarter", "quarters", 4},
    PeriodName{Period::half_year, "half-year", "half-years", 2},
    PeriodName{Period::year, "year", "years", 1},
};

inline constexpr const PeriodName& named(Period p) { return period_names[static_cast<std::size_t>(p)]; }
inline constexpr double in_a_year(Period p) { return named(p).in_a_year; }

inline std::optional<Period> period_called(std::string_view word) {
  for (const auto& p : period_names)
    if (word == p.name || word == p.plural) return p.period;
  return std::nullopt;
}

/// How many of `shorter` are in one `longer`: 12 months in a year. Below one when the other way round.
inline constexpr double how_many(Period shorter, Period longer) {
  return in_a_year(shorter) / in_a_year(longer);
}

/// A probability within `from`, as the probability within `to` that leads to the same: 1 − (1 − p)^k.
inline double chance_per(double p, Period from, Period to) { return 1 - std::pow(1 - p, how_many(from, to)); }

/// A compound rate per `from`, per `to`: (1 + g)^k − 1. Ten per cent a year is .797 % a month, not .833 %.
inline double growth_per(double g, Period from, Period to) { return std::pow(1 + g, how_many(from, to)) - 1; }

}  // namespace clientele
