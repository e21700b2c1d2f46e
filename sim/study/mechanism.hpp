// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "models/value/mechanism_bridge.hpp"
#include "sim/study/findings.hpp"

namespace clientele {

/// What moves our equity, in the order in which it is told.
enum class Mover : int {
  retention,
  from_rivals,
  referred,
  returned,
  otherwise_new,
  revenue,
  unit_costs,
  service,
  bonds,
  advertising,
  channels
};
inline constexpr std::array movers = {
    std::string_view("retention"),
    std::string_view("acquired from rivals"),
    std::string_view("acquired by referral"),
    std::string_view("returned after a lapse"),
    std::string_view("acquired otherwise"),
    std::string_view("revenue per customer"),
    std::string_view("unit costs per customer"),
    std::string_view("service costs per customer"),
    std::string_view("programme, contacts and rewards per customer"),
    std::string_view("advertising"),
    std::string_view("channels"),
};
inline constexpr int all_movers = static_cast<int>(movers.size());

/// Our customers over time and what they bring, as the bridge by mechanism wants them. Customers of a period
/// are those at its end, and with them those who bought in it and then left the category.
struct OurCustomers {
  double today = 0;
  CustomerFlow flow;
  std::vector<double> discount;
  double advertising = 0, channels = 0;  ///< discounted
  double rest = 0;  ///< value of today, and of periods in which nobody counts as a customer
};

/// From the totals of ours by period.
OurCustomers our_customers(const Sample& sample, const std::vector<Totals>& periods);

/// What each mover has of the difference of our equity in two worlds [Mover]; they sum to it.
std::vector<double> moved_by(const OurCustomers& before, const OurCustomers& after);

}  // namespace clientele
