// SPDX-License-Identifier: MIT
#include "sim/scenario/share_checks.hpp"

#include <algorithm>
#include <cmath>

#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {
/// The place of a share that was set on the command line, which has no line; else that of all of them.
Place culprit(const Shares& shares, const Places& places) {
  for (const auto& name : shares.names)
    if (const Place place = places.of(shares.path + "." + name + ".share"); place.file.starts_with("--set "))
      return place;
  return places.of(shares.path);
}

std::string remedy_for(const Shares& shares, Period period) {
  const std::string off = quantity_text(std::abs(1 - shares.sum), Quantity::share, period);
  if (shares.sum > 1) return "Lower them by " + off + " together.";
  if (std::find(shares.names.begin(), shares.names.end(), "others") != shares.names.end())
    return "Raise them by " + off + " together.";
  return "Correct them, or add 'others: {share: " + off + "}'.";
}
}  // namespace

void check_sum(const Shares& shares, Period period, const Places& places, Problems& problems) {
  if (std::abs(shares.sum - 1) <= tolerance_of_shares) return;
  problems.add({culprit(shares, places), shares.path,
                "the " + shares.path + "' shares sum to " +
                    quantity_text(shares.sum, Quantity::share, period) + ", not to 100%",
                remedy_for(shares, period)});
}

}  // namespace clientele
