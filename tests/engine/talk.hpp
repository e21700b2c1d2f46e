// SPDX-License-Identifier: MIT
// Markets in which people talk.
#pragma once

#include "tests/engine/lived.hpp"

namespace clientele::talk {

/// One brand that everybody recommends, half of the people prospects, nobody leaves.
inline constexpr char alone[] = R"(market: Alone
period: month
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
prospects: 50%
brands: {us: {price: 20, unit_cost: 5, referral_reward: 3, referral_welcome: 4}}
advocacy: {intend: 0.5 per month, act: 40%, convert: 10%}
)";

/// Two brands whose customers remember; a third of the people are prospects.
inline constexpr char rivals[] = R"(market: Rivals
period: month
horizon: 24 months
discount_rate: 10% per year
people: 10k
focal: us
prospects: 30%
brands:
  us:    {price: 20, unit_cost: 5, appeal: 0, ratings: {quality: 4.5, service: 4.5}}
  rival: {price: 20, unit_cost: 5, appeal: 0, ratings: {quality: 3.5, service: 3.5}}
choice: {inertia: 1, drivers: {service: {weight: 0}}}
experience: {disappointment: 0}
advocacy: {intend: 2 per month, act: 50%, convert: 2%, persuasion: 0.5, warn: 1 per month}
departure: {rate: 1% per month}
)";

inline std::string without(const std::string& market) {
  const auto at = market.find("advocacy:");
  return market.substr(0, at) + market.substr(market.find('\n', at) + 1);
}

inline Totals whole(const Lived& lived, int brand = 0, int scenario = 0) {
  return over_horizon(totals_by_period(lived.books(), scenario, lived.scenarios[scenario], -1, brand));
}

/// The same with a channel that brings people who differ, and people who come back.
inline std::string with_channel(const std::string& market, const std::string& spend = "2k per month") {
  return market + "channels:\n  post: {ceiling: 5% per month, rate: 0.5, spend: " + spend +
         ", first_purchase_discount: 20%, newcomers: {price_sensitivity: 2, inertia: -0.5}}\n";
}
inline std::string with_return(const std::string& market) {
  return replaced(market, "departure: {rate: 1% per month}",
                  "departure: {rate: 3% per month, return_rate: 4% per month}");
}

}  // namespace clientele::talk
