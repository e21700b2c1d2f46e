// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

#include "sim/engine/phases/moves.hpp"
#include "sim/engine/plain_market.hpp"

namespace clientele {

/// A tally holds a person's purchases of an occasion and, from this bit on, his choice. Sums over a slice
/// fit.
inline constexpr std::int32_t one_choice = 1 << 20, most_purchases = one_choice / slice - 1;

/// What the phases of one period hand to each other for the people of one slice.
struct alignas(64) Scratch {
  std::uint32_t word[4][slice];    ///< the core's random words of this occasion
  float purchases[slice];          ///< occasions in this period
  float departure[slice];          ///< uniform that decides whether a person leaves the category
  float stay[slice];               ///< time until he leaves, in periods, or purchases he survives
  float customer_at_start[slice];  ///< brand whose customer he was as the period began, below 0: none
  float customer_at_end[slice];    ///< only where people lapse
  float lapsed_from[slice];        ///< the brand bought last of those who had lapsed as it began, else −1
  float reason[slice];             ///< why he is no longer a customer of the brand of the start, if he is not
  float joined[slice];             ///< 1 for those who come into the category in this period
  float referred[slice];           ///< brand by whose recommendation he does, else −1
  float won[slice];                ///< channel whose offer won him at this occasion, −1: none
  float chosen[slice];             ///< brand of this occasion, −1: no purchase
  float before[slice];             ///< brand bought last before this occasion
  float due[slice];                ///< contract: 1 if its term is over
  float free[slice];               ///< 1 if the person chooses at all
  float billed[slice];             ///< 1 if a bill is due
  float tie[slice];                ///< utility of the brand bought last that the contract adds
  float harm[slice];               ///< what is left of the harm of a failure; 0: nothing failed
  float units[slice];
  float need[slice];             ///< purchases to be expected in this period
  float ours[slice];             ///< chance that ours is chosen at this occasion
  float expected[slice];         ///< what a purchase of this occasion would bring us in the mean
  float code[slice];             ///< what a phase counts people by
  std::int32_t tally[slice];     ///< one_choice, and the purchases that this occasion stands for
  std::int32_t money[slice];     ///< contribution of this occasion, fixed point
  std::int32_t existing[slice];  ///< the same of those who were customers of the brand chosen today; else 0
  std::int32_t rebate[slice];    ///< discounts of this occasion, fixed point
  std::int32_t amount[slice];    ///< units of this occasion, fixed point
  std::int32_t luck[slice];      ///< what this occasion brings us beyond what was expected, fixed point
  std::int32_t made[slice];      ///< purchases of this occasion: with one choice a period, all of it
  Moves moves;
};

/// One slice of a block in one period: what every phase is given.
struct Moment {
  const KernelMarket& market;
  const BlockAddress& address;
  const Columns& people;
  Counts& counts;
  Scratch& scratch;
  int begin, end;       ///< rows of the block; `end` is padded to whole lanes
  int rows;             ///< rows of the block that hold people; those beyond count as departed
  int row;              ///< row of the tables: 0 today, else the period
  std::uint32_t clock;  ///< period in the counter; the warm-up has its own
  int occasion = 0;
  const Talk* talk = nullptr;  ///< what people hear in this period
};

/// The same in a plain market. Phases that every market has are compiled for it, too; the others are not
/// called.
template <bool detail>
struct PlainMoment : Moment {
  const PlainMarket<detail>& market;
};
template <class Now>
inline constexpr bool in_plain_market = !std::is_same_v<Now, Moment>;

/// The brands bought last before this occasion. In a plain market nothing but the purchase itself changes
/// them.
template <class Now>
[[gnu::always_inline]] inline const float* brands_before(const Now& now) {
  return in_plain_market<Now> ? now.people.last + now.begin : now.scratch.before;
}

}  // namespace clientele
