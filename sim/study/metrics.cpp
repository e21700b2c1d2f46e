// SPDX-License-Identifier: MIT
#include "sim/study/metrics.hpp"

#include "models/advocacy/metrics.hpp"
#include "models/arrival/metrics.hpp"
#include "models/choice/metrics.hpp"
#include "models/competition/metrics.hpp"
#include "models/consideration/metrics.hpp"
#include "models/departure/metrics.hpp"
#include "models/experience/metrics.hpp"
#include "models/need/metrics.hpp"
#include "models/programme/metrics.hpp"
#include "models/purchase/metrics.hpp"
#include "models/value/metrics.hpp"

namespace clientele {

const std::vector<Metric>& all_metrics() {
  static const std::vector<Metric> metrics = [] {
    std::vector<Metric> all;
    const auto add = [&](const auto& some) { all.insert(all.end(), some.begin(), some.end()); };
    add(arrival_metrics);
    add(need_metrics);
    add(consideration_metrics);
    add(choice_metrics);
    add(lost_metrics);
    add(purchase_metrics);
    add(experience_metrics);
    add(advocacy_metrics);
    add(programme_metrics);
    add(departure_metrics);
    add(competition_metrics);
    add(value_metrics);
    return all;
  }();
  return metrics;
}

}  // namespace clientele
