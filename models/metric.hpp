// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "models/advocacy/totals.hpp"
#include "models/arrival/totals.hpp"
#include "models/choice/totals.hpp"
#include "models/competition/totals.hpp"
#include "models/consideration/totals.hpp"
#include "models/departure/totals.hpp"
#include "models/experience/totals.hpp"
#include "models/need/totals.hpp"
#include "models/programme/totals.hpp"
#include "models/purchase/totals.hpp"
#include "models/value/totals.hpp"

namespace clientele {

/// Counts of several behaviours, each of which adds up in its own way.
template <class... Parts>
struct Together : Parts... {
  Together& operator+=(const Together& others) {
    ((static_cast<Parts&>(*this) += others), ...);
    return *this;
  }
  Together followed_by(const Together& next) const {
    Together both;
    ((static_cast<Parts&>(both) = Parts::followed_by(next)), ...);
    return both;
  }
};

/// What was counted for one brand in one segment (or all), in a span of periods, for all people of the
/// market: one part for each behaviour, in its folder. Spans add up: += is the same span for more people, so
/// that all adds up; followed_by is the same people over a longer span, where flows are sums, people at the
/// start are those of the first period and people at the end those of the last.
using Totals =
    Together<DepartureTotals, ChoiceTotals, ArrivalTotals, NeedTotals, ConsiderationTotals, PurchaseTotals,
             ExperienceTotals, ProgrammeTotals, AdvocacyTotals, CompetitionTotals, ValueTotals>;

/// The one description of a metric: the columns of every output and their documentation come from it.
struct Metric {
  enum class Adds { flow, stock, ratio };  ///< over periods: summed; taken at the end; recomputed from sums
  enum class Of { brand, market };         ///< one value a brand, or one for the whole market

  std::string_view name = {};
  std::string_view meaning = {};
  std::string_view unit = {};
  Adds adds = Adds::flow;
  Of of = Of::brand;
  std::optional<double> (*from)(const Totals&) = nullptr;
};

/// A ratio that is missing, not zero, when nothing stands below the line.
inline std::optional<double> ratio(double above, double below) {
  return below > 0 ? std::optional(above / below) : std::nullopt;
}
inline std::optional<double> when(bool known, double value) {
  return known ? std::optional(value) : std::nullopt;
}

}  // namespace clientele
