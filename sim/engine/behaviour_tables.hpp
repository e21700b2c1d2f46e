// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace clientele {

// What a kernel reads of one behaviour: plain arrays, no containers, so that nothing compiled for one machine
// is shared with code for another.

inline constexpr int most_add_ons = 8;
inline constexpr int most_offers = 8;  ///< channels that reach rivals' customers
inline constexpr int most_programmes = 8;
inline constexpr int most_contacts = 16;  ///< kinds, of each of which a word has two bits
inline constexpr int most_brands = 32;    ///< as many as a word has bits
inline constexpr int most_drivers = 32;
inline constexpr float knot_reach = 5.625f;
inline constexpr int knot_steps = 1440;
inline constexpr int slice = 1024;       ///< people whose phases run together: the code of many phases is
                                         ///< fetched for all of them at once
inline constexpr int plain_slice = 256;  ///< in plain markets: the state of so many stays in L1; and where
                                         ///< people may buy several times a period
inline constexpr int widest = 32;  ///< people whom the widest lanes take at once; `slice` is a multiple of it
inline constexpr float departed = -1, prospect = -2;  ///< in place of the brand bought last
inline constexpr float newcomer = most_brands;        ///< likewise, until his first purchase
inline constexpr std::int32_t never = -1;             ///< not a customer of ours so far
inline constexpr std::int32_t returner = -2;          ///< bought from us last, but has lapsed by today

/// A trait as the kernel draws it: the address of its word and a monotone function of a normal number.
struct TraitDraw {
  enum Form : int { same_for_all, affine, exponential, table, table_of_log2 };
  Form form = same_for_all;
  float offset = 0, slope = 0;   ///< affine: offset + slope z; exponential: 2^(offset + slope z)
  const float* knots = nullptr;  ///< knot_steps + 1 of them, from z = −knot_reach to knot_reach
  /// Where each person's past has narrowed his trait: [person of the segment] the number of his table, as
  /// knots hold one after the other, and what is added to it; nullptr: the same table for all.
  const float *own_table = nullptr, *own_shift = nullptr;
  std::uint32_t address = 0;  ///< second word of the counter
};

/// What a channel offers the customers of rivals.
struct OfferTable {
  int channel = 0, brand = 0;
  std::uint32_t slot = 0;         ///< item of the counter
  const float* chance = nullptr;  ///< [period] to reach one of them in this segment
  float bonus = 0;                ///< utility, in base 2
  float lasts = 0;                ///< periods, the one in which it comes among them; 0: until he buys
};

/// A driver of choice: what people give for it, and the brands' ratings.
struct DriverTable {
  TraitDraw weight;
  enum About : int { offer, product, service };
  const float* rating = nullptr;  ///< [period][brand], less the mean over brands today
  About about = offer;            ///< what it means to those who switch for it
};

/// A discount for large purchases of one brand.
struct BasketTable {
  int brand = 0;
  float amount = 0;                 ///< [currency] of a purchase, from which it is given
  const float* discount = nullptr;  ///< [period]
};

/// What a quantity of a person has to be above and below; nullptr: it may be anything.
struct BoundsTable {
  const float *over = nullptr, *under = nullptr;  ///< [period]
  bool any() const { return over || under; }
};

/// A kind of contact of one brand with its customers, in a segment that gets it.
struct ContactTable {
  int brand = 0;
  const float* times = nullptr;  ///< [period] contacts with each recipient; of today as often as at rest
  const std::int64_t* count = nullptr;  ///< [period] the same in whole contacts
  const std::int64_t* cost = nullptr;   ///< [period] of these with one recipient, discounted, in fixed point
  const float* lift = nullptr;          ///< [period] utility that they add, in base 2; nullptr: never any
  float kept = 0;                       ///< part of that utility that is left a period later
  float prompts = 0;                    ///< part of purchases that are made only with it
  float awakening = 0;                  ///< shift of log-odds, in base 2
  BoundsTable recency, tenure, risk;
  const float* best = nullptr;  ///< [period] log2 of the least purchases times units; nullptr: all
};

/// The loyalty programme of a brand.
struct ProgrammeTable {
  int brand = 0;
  const float* enrolment = nullptr;           ///< [period] chance of one with the mean need
  const float* points = nullptr;              ///< [period] for a unit of currency
  const float* threshold = nullptr;           ///< [period] whole points
  const std::int64_t* reward_cost = nullptr;  ///< [period] discounted and in fixed point
  const std::int64_t* member_cost = nullptr;  ///< [period] likewise
  float selection = 0, mean_need = 0;         ///< the need: log2 of units per period
  float breakage = 0;
  float utility = 0, reward_utility = 0, pressure = 0, kept = 0;  ///< utilities in base 2
  bool lifts = false;                                             ///< enrolling or rewards add to utility
};

/// What a brand's customers may take beside its product.
struct AddOnTable {
  int brand = 0;
  std::uint32_t slot = 0;                ///< item of the counter
  const float* adoption = nullptr;       ///< [period] chance at the reference satisfaction
  const float* cancellation = nullptr;   ///< [period] chance
  const std::int64_t* price = nullptr;   ///< [period] discounted and in fixed point
  const std::int64_t* margin = nullptr;  ///< [period] likewise
  float satisfaction_effect = 0, satisfaction_reference = 0, bond = 0;  ///< effect and bond in base 2
};

}  // namespace clientele
