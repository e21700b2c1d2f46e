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
  static constexpr int room = slice + 80;  ///< so that columns do not begin in the same set of the cache
  std::uint32_t word[4][room];             ///< the core's random words of this occasion
  std::uint32_t late[room];                ///< a random word for what is asked as the period ends
  float purchases[room];                   ///< occasions in this period
  float departure[room];                   ///< uniform that decides whether a person leaves the category
  float stay[room];                        ///< time until he leaves, in periods, or purchases he survives
  float customer_at_start[room];           ///< brand whose customer he was as the period began, below 0: none
  float customer_at_end[room];             ///< only where people lapse
  float lapsed_from[room];  ///< the brand bought last of those who had lapsed as it began, else −1
  float reason[room];       ///< why he is no longer a customer of the brand of the start, if he is not
  float joined[room] = {};  ///< 1 for those who come into the category in this period
  float referred[room];     ///< brand by whose recommendation he does, else −1
  float won[room];          ///< channel whose offer won him at this occasion, −1: none
  float chosen[room];       ///< brand of this occasion, −1: no purchase
  float before[room];       ///< brand bought last before this occasion
  float bond[room];         ///< utility that binds him to the brand bought last at this occasion
  float due[room];          ///< contract: 1 if its term is over
  float free[room];         ///< 1 if the person chooses at all
  float billed[room];       ///< 1 if a bill is due
  float tie[room];          ///< utility of the brand bought last that the contract adds
  float harm[room];         ///< what is left of the harm of a failure; 0: nothing failed
  float units[room];
  float need[room];             ///< purchases to be expected in this period
  float ours[room];             ///< chance that ours is chosen at this occasion
  float expected[room];         ///< what a purchase of this occasion would bring us in the mean
  float code[room];             ///< what a phase counts people by
  std::int32_t tally[room];     ///< one_choice, and the purchases that this occasion stands for
  std::int32_t money[room];     ///< contribution of this occasion, fixed point
  std::int32_t existing[room];  ///< the same of those who were customers of the brand chosen today; else 0
  std::int32_t extra[room];     ///< what he has brought us in this period beside purchases, fixed point
  std::int32_t rebate[room];    ///< discounts of this occasion, fixed point
  std::int32_t amount[room];    ///< units of this occasion, fixed point
  std::int32_t luck[room];      ///< what this occasion brings us beyond what was expected, fixed point
  std::int32_t made[room];      ///< purchases of this occasion: with one choice a period, all of it
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
  int rows;             ///< rows of the block that hold people who are there; nobody beyond buys anything
  int fresh;            ///< of these, the first row of those who came in in this period
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

/// The greatest number of a lane, none of which is below 0.
template <class Lane>
float greatest(typename Lane::Real x) {
  float each[Lane::width], all = 0;
  Lane::store(x, each);
  for (const float one : each) all = one > all ? one : all;
  return all;
}

/// The brands bought last before this occasion. In a plain market nothing but the purchase itself changes
/// them.
template <class Now>
[[gnu::always_inline]] inline const float* brands_before(const Now& now) {
  return in_plain_market<Now> ? now.people.last + now.begin : now.scratch.before;
}

}  // namespace clientele
