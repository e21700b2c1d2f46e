// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array value_metrics = {
    Metric{.name = "customer_equity",
           .meaning = "contribution of all customers, present and future, discounted to today",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.value); }},
};

}  // namespace clientele
