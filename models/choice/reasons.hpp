// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "models/arithmetic.hpp"

namespace clientele {

/// Why a customer of a brand ceased to be one. Each lost customer has one reason.
enum class Reason : int {
  price,             ///< the other brand's price
  offer,             ///< what else the other brand offers: drivers but quality and service
  product,           ///< the product, as remembered where experience is modelled
  service,           ///< the service, likewise
  preference,        ///< the other brand is the one that he likes better for good
  word_of_mouth,     ///< what others said of either brand
  variety,           ///< chance: nothing spoke for the other brand
  unavailable,       ///< the brand is no longer there
  lapsed,            ///< he bought nothing for longer than `lost_after`
  no_longer_needed,  ///< he left the category
  involuntary        ///< he had to leave it
};

/// A reason as the metric that counts those lost for it.
struct LostFor {
  std::string_view metric, meaning;
  constexpr std::string_view reason() const { return metric.substr(5); }
};
/// In the order of Reason.
inline constexpr std::array lost_for = {
    LostFor{"lost_price", "customers lost for the price of another brand"},
    LostFor{"lost_offer", "customers lost for what another brand offers besides price, quality and service"},
    LostFor{"lost_product", "customers lost for the product, as they remember it"},
    LostFor{"lost_service", "customers lost for the service, as they remember it"},
    LostFor{"lost_preference", "customers lost to a brand that they like better for good"},
    LostFor{"lost_word_of_mouth", "customers lost for what others said of their brand or of another one"},
    LostFor{"lost_variety", "customers lost by chance: nothing spoke for the other brand"},
    LostFor{"lost_unavailable", "customers lost because the brand was no longer there"},
    LostFor{"lost_lapsed", "customers lost because they bought nothing for longer than lost_after"},
    LostFor{"lost_no_longer_needed", "customers lost because they left the category of their own will"},
    LostFor{"lost_involuntary", "customers lost because they had to leave the category"},
};
inline constexpr int all_reasons = static_cast<int>(lost_for.size());

/// What speaks for the brand chosen and against the one bought last, in utility: the parts of
///   V_chosen − V_last = price + offer + product + service + preference + talk + habit.
/// A part above 0 speaks for the switch.
template <class F>
struct Pull {
  F price;  ///< γ (g(p_last) − g(p_chosen)), less what a contract adds to staying
  F offer;  ///< Σ w_d (x_chosen,d − x_last,d) over drivers d but quality and service, and what contacts have
            ///< left
  F product;     ///< the same for quality, with experience_pull
  F service;     ///< the same for service, with experience_pull
  F preference;  ///< appeal and lasting taste of the brand chosen, less those of the last one
  F talk;   ///< what others said of the brand chosen since the last purchase, less what they said of the last
            ///< one
  F habit;  ///< −b, by now, less the cost of switching
};

/// What the memory of a product or a service adds to the pull of another brand, where experience is modelled:
///   w (x_last − s) − ω κ (s − bound)
/// The first term, driver_pull, puts the memory s in the place of the rating x of the brand bought last on a
/// driver of weight w; without such a driver there is none. The second, satisfaction_hold, is this memory's
/// part of the utility of satisfaction, which beyond a threshold is linear in the memories: κ (S − bound) = κ
/// ω (s_product − bound) + κ (1 − ω) (s_service − bound). slope: κ beyond the threshold `bound` that S is
/// beyond, 0 between the thresholds; part: ω, or 1 − ω.
template <class F>
F driver_pull(F weight, F rating, F memory) {
  return weight * (rating - memory);
}
template <class F>
F satisfaction_hold(F memory, F part, F slope, F bound) {
  return part * slope * (memory - bound);
}
template <class F>
F experience_pull(F weight, F rating, F memory, F part, F slope, F bound) {
  return driver_pull(weight, rating, memory) - satisfaction_hold(memory, part, slope, bound);
}

/// V_chosen − V_last. At or below 0 chance alone made a person switch: for variety.
template <class F>
F advantage(const Pull<F>& pull) {
  return pull.price + pull.offer + pull.product + pull.service + pull.preference + pull.talk + pull.habit;
}

/// The reason of a switch to a brand that has the advantage, as the number of its Reason: the largest part of
/// it, where a habit of changing (b < 0) is variety, too. (Our own rule: what is largest decides, though
/// smaller parts may have helped.)
template <class F>
F largest_part(const Pull<F>& pull) {
  F largest = pull.price, reason = F(static_cast<int>(Reason::price));
  const auto or_rather = [&](F part, Reason why) {
    reason = select(part > largest, F(static_cast<int>(why)), reason);
    largest = max(part, largest);
  };
  or_rather(pull.offer, Reason::offer);
  or_rather(pull.product, Reason::product);
  or_rather(pull.service, Reason::service);
  or_rather(pull.preference, Reason::preference);
  or_rather(pull.talk, Reason::word_of_mouth);
  or_rather(pull.habit, Reason::variety);
  return reason;
}

}  // namespace clientele
