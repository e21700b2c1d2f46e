// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "models/choice/nested_logit.hpp"
#include "sim/engine/behaviour_tables.hpp"

namespace clientele {

/// One market as one segment sees it under one scenario. Rows are periods (row 0 is today, before any
/// change), columns brands in the engine's order: ours, the other incumbents by name, then brands that were
/// absent at the start, by name. Utilities are in base 2.
struct KernelMarket {
  int periods = 0, warm_up = 0, brands = 0, incumbents = 0;

  // history
  const float* alive = nullptr;  ///< [person of the segment] chance to be a customer still; nullptr: all are

  // arrival
  const float* joins = nullptr;  ///< [person of the segment] period in which he joins, 0: he is there, −1:
                                 ///< never; nullptr: all are there
  const std::uint8_t* someone_joins = nullptr;  ///< [period]

  // channels
  int channels = 0;                ///< of the world
  const float* channel = nullptr;  ///< [person of the segment] by which he comes, −1: none; nullptr: no
                                   ///< channel brings anybody
  const float* channel_brand = nullptr;        ///< [channel] the brand that pays for it
  bool channels_differ = false;                ///< in the traits of those whom they bring
  const float* channel_sensitivity = nullptr;  ///< [channel] factor
  const float* channel_inertia = nullptr;      ///< [channel] added
  const float* trial = nullptr;                ///< [channel] periods of its free trial, 0: none; nullptr: no
                                               ///< channel has one
  const float* trial_conversion = nullptr;     ///< [channel]
  const float* trial_effect = nullptr;         ///< [channel] of satisfaction, in base 2
  const float* trial_reference = nullptr;      ///< [channel] rating
  const float* first_discount = nullptr;       ///< [period][channel]; nullptr: none

  // offers of channels to rivals' customers
  int offers = 0;  ///< of channels that ever make one
  const OfferTable* offer = nullptr;
  const float* place = nullptr;  ///< [person of the segment] 0..1, which of several offers wins him

  float lost_after = 0;  ///< periods without a purchase after which he is no customer; 0: never

  // need
  bool poisson = false, sometimes = false, one_choice_a_period = false;
  const float* season = nullptr;  ///< [period] factor of rates and chances; nullptr: always 1
  int recencies = 0;  ///< periods since the last purchase that are told apart; 0: they do not matter
  int first_recency = 1;
  const float* recency_chance = nullptr;  ///< [period][recency, from 1]
  const float* last_recency = nullptr;    ///< [period] beyond it nobody buys again
  TraitDraw purchases;  ///< the rate of poisson, or the chance of a need that comes only sometimes

  // contract
  bool contract = false, price_kept = false, price_is_linear = false;
  float term = 1, billing = 1;        ///< periods
  const float* reconsider = nullptr;  ///< [period] chance to think of leaving before the end of the term
  const float* exit_fee_share =
      nullptr;  ///< [period][brand] exit fee over the reference price, or itself if linear
  const std::int64_t* exit_fee = nullptr;  ///< [period][brand] discounted and in fixed point; nullptr: none
  const float* bill = nullptr;             ///< [period][brand] price; with contracts or promotions
  const float* money_now = nullptr;        ///< [period] what turns currency into discounted fixed point

  // consideration
  bool gated = false;                             ///< some brand is not known to all
  const std::uint32_t* notice_address = nullptr;  ///< [brand]
  const float* awareness = nullptr;               ///< [period][brand]

  // choice
  TraitDraw price_sensitivity, inertia;
  bool habit_fades = false, habit_grows = false;
  float habit_fading = 0;    ///< halvings of the habit in a period without a purchase
  float habit_growth = 0;    ///< part by which it grows at most
  float habit_learning = 0;  ///< halvings of what growth is left at a purchase
  const float* habit_gaps =
      nullptr;                       ///< [part] periods between purchases, the same for all; nullptr: by rate
  const TraitDraw* taste = nullptr;  ///< one a brand; nullptr: none
  int drivers = 0;
  const DriverTable* driver = nullptr;
  const float* base = nullptr;                  ///< [period][brand] appeal
  const float* price_term = nullptr;            ///< [period][brand]
  const float* present = nullptr;               ///< [period][brand] 1 if it can be bought, else 0
  const std::uint8_t* moved = nullptr;          ///< [period] base or ratings differ from the period before
  const std::uint8_t* all_present = nullptr;    ///< [period] every incumbent can be bought
  const std::uint8_t* entrants_open = nullptr;  ///< [period] an entrant can be bought
  const float* switching = nullptr;       ///< [period][brand before][brand] cumulative shares; nullptr: logit
  Nests nests;                            ///< of brands in the engine's order; none: they compete alike
  const float* switching_cost = nullptr;  ///< [period][brand] of leaving the brand; nullptr: none
  bool unbound = false;  ///< nothing binds our customers to us: what only the brand bought last has, we have
                         ///< not (from period 1 on)
  const float* first_brand = nullptr;  ///< [brand] cumulative shares of the brands bought last today, with it
  const std::uint32_t* slot = nullptr;  ///< [brand]

  // purchase
  TraitDraw units;
  bool units_vary = false;   ///< lognormal around the person's mean
  bool gamma_units = false;  ///< gamma distributed, by occasion_units
  TraitDraw occasion_units;
  float variation = 0;                         ///< in base 2
  float variation_mean = 0;                    ///< what keeps the mean: −σ²/2 in base 2
  float growth = 0;                            ///< log2 of the factor for each period as a customer
  const float* units_at_price = nullptr;       ///< [period][brand] log2 of the factor; nullptr: always 1
  const float* unit_margin = nullptr;          ///< [period][brand] discounted and scaled to fixed point
  const float* cost_to_serve = nullptr;        ///< [period][brand] discounted and scaled to fixed point
  const std::int64_t* cost_to_keep = nullptr;  ///< [period][brand] as cost_to_serve; nullptr: none
  std::int64_t most_due = 0;  ///< beside purchases a customer may bring so much at once of each kind, and all
                              ///< kinds together fit in 32 bits
  float units_scale = 1;

  // promotions
  const float* off = nullptr;  ///< [period][brand] taken off the price of every unit; nullptr: no promotions
  int baskets = 0;
  const BasketTable* basket = nullptr;

  // experience
  bool product_memory = false, service_memory = false;
  int quality_driver = -1, service_driver = -1;  ///< index into driver, −1: none
  const float* quality = nullptr;                ///< [period][brand] rating, not centred
  const float* service = nullptr;
  const float* quality_said = nullptr;  ///< the same as it is perceived; the very table where it is no other
  const float* service_said = nullptr;
  float product_noise = 0, service_noise = 0, product_spread = 0;
  const float* service_rest = nullptr;    ///< [brand] mean of a memory of the service at rest today
  const float* service_spread = nullptr;  ///< [brand] its standard deviation
  float product_weight = 0, first_weight = 0, lasting_weight = 0;
  float dissatisfied_below = 0, delighted_above = 0, disappointment = 0, delight = 0;

  // failures
  const float* failure = nullptr;   ///< [period][brand] chance a purchase; nullptr: nothing ever fails
  const float* response = nullptr;  ///< [period][brand] share of complaints answered in time
  float failure_rating = 0, voice = 0, harm_after_answer = 0;
  const std::int64_t* complaint_cost = nullptr;  ///< [period][brand] discounted and in fixed point
  const std::int64_t* answer_cost = nullptr;     ///< [period][brand] likewise

  // advocacy
  bool talks = false;                           ///< people tell others of their brand and hear from them
  float persuasion = 0, dissuasion = 0;         ///< utility that a recommendation adds, that a warning takes
  const std::int64_t* referral_cost = nullptr;  ///< [period][brand] discounted and in fixed point

  // contacts
  int contacts = 0;
  const ContactTable* contact = nullptr;
  bool favoured = false;      ///< contacts, programmes or add-ons add to utility
  bool prompted = false;      ///< some purchases are made only with them
  bool wakes = false;         ///< they change what sleeping customers do
  float contact_recency = 0;  ///< periods since the last purchase that they tell apart; 0: none

  // programmes
  int programmes = 0;
  const ProgrammeTable* programme = nullptr;

  // add-ons
  int add_ons = 0;
  const AddOnTable* add_on = nullptr;

  // departure
  enum Leaving : int { nobody, at_start, at_end, at_any_moment, after_purchases };
  Leaving leaving = nobody;
  bool own_chance = false;  ///< the chance or rate is each person's own, else from the table
  TraitDraw chance;
  const float* departure_rate = nullptr;  ///< [period]
  const float* involuntary = nullptr;     ///< [period]
  const float* return_rate = nullptr;     ///< [period] chance to come back; nullptr: nobody ever does
  bool at_renewals = false;               ///< the chance stands only at the end of a contract's term
  float satisfaction_effect = 0;          ///< in base 2
  float satisfaction_reference = 0;

  // value
  bool purchase_just_made = false;
  int window = 0;        ///< periods over which a new customer's value is counted
  bool expects = false;  ///< what purchases bring us is told as expected, too
  float mean_units = 0;  ///< log2 of the mean units of an occasion over 2^level

  bool in_detail = true;  ///< who changes brand and why, who tries one, and how long and how content people
                          ///< are customers is told, too; else money, units, purchases and customers alone
};

inline constexpr int most_heard = 64;  ///< messages that one person hears in a period

/// What a person of a segment hears in a period.
struct Talk {
  float comes[most_brands];      ///< cumulative chance that a prospect comes by a recommendation of a brand
  int most = 0;                  ///< messages that anybody hears
  float at_least[most_heard];    ///< chance to hear so many of them, from 1
  float about[2 * most_brands];  ///< cumulative shares of the messages: recommendations by brand, warnings
};

/// Whether people's choices come from what offers are worth to them, each for itself.
template <class Market>
[[gnu::always_inline]] inline bool weighs_offers(const Market& m) {
  return !m.switching && m.nests.count == 0;
}

/// Whether by which channel people came, and when, is noted with each of them, as it does not follow from who
/// they are: some come by other ways, or more than once.
template <class Market>
[[gnu::always_inline]] inline bool notes_ways(const Market& m) {
  return m.offers > 0 || (m.talks && m.joins && (m.channel || m.return_rate));
}

/// Whether what people bring is credited to channels.
template <class Market>
[[gnu::always_inline]] inline bool credits_channels(const Market& m) {
  return m.channel || m.offers > 0;
}

/// Whether the first experiences with a brand weigh more than later ones.
template <class Market>
[[gnu::always_inline]] inline bool weight_falls(const Market& m) {
  return (m.product_memory || m.service_memory) && m.first_weight > m.lasting_weight;
}

/// Whether those who buy already are moved by what others say.
template <class Market>
[[gnu::always_inline]] inline bool talk_moves(const Market& m) {
  return m.talks && (m.persuasion > 0 || m.dissuasion > 0);
}

/// Whether it matters since when people are customers of the brand bought last, and which brands they have
/// tried.
template <class Market>
[[gnu::always_inline]] inline bool notes_since(const Market& m) {
  return m.in_detail || m.growth != 0 || m.contacts > 0;
}
template <class Market>
[[gnu::always_inline]] inline bool notes_tries(const Market& m) {
  return m.in_detail || m.offers > 0;
}

/// Whether it matters how often in a row people have bought the brand bought last.
template <class Market>
[[gnu::always_inline]] inline bool counts_in_a_row(const Market& m) {
  return weight_falls(m) || m.habit_grows;
}

}  // namespace clientele
