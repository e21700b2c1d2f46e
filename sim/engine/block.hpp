// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "sim/engine/kernel_market.hpp"

namespace clientele {

/// The keys of Philox's ten rounds, worked out once from the seed.
struct RoundKeys {
  std::uint64_t low[10], high[10];  ///< 32 bits of each in use: the width at which lanes take them in
  explicit RoundKeys(std::uint64_t seed) {
    auto key0 = static_cast<std::uint32_t>(seed), key1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < 10; ++round) {
      low[round] = key0;
      high[round] = key1;
      key0 += 0x9E3779B9u;
      key1 += 0xBB67AE85u;
    }
  }
};

/// Where in the space of random numbers a block stands.
struct BlockAddress {
  RoundKeys keys;
  std::uint32_t traits = 0;  ///< replication that traits belong to
  std::uint32_t events = 0;  ///< replication that events belong to
  std::uint32_t draw = 0;
};

/// State of a block of people, one column a quantity. `own`, `weight` hold a column a brand or driver.
struct Columns {
  std::uint32_t* person;
  float* last;  ///< brand bought last; departed, prospect or newcomer
  float* rate;  ///< purchases per period
  float* none;  ///< e^−rate
  float* sensitivity;
  float* inertia;
  float* level;    ///< log2 of the mean units
  float* product;  ///< memory, rating
  float* service;
  float* tenure;   ///< purchases from the brand bought last
  float* leaving;  ///< own chance or rate to leave; log2 of the chance to stay where it is asked at each
                   ///< purchase
  std::uint32_t* tried;        ///< a bit for each brand bought since the start
  std::uint32_t* known;        ///< a bit for each brand ever bought
  std::uint32_t* heard;        ///< a bit for each brand heard of
  float* notice[most_brands];  ///< readiness to hear of a brand
  float* own[most_brands];
  float* worth[most_brands];  ///< of a brand's offer, 2^utility, without what only the one bought last has
  float* weight[most_drivers];
  float* way;                   ///< channel by which he came, and one more; 0: none
  float* came;                  ///< period in which he did
  float* referred;              ///< brand by whose recommendation he came in, below 0: by none
  float* offered[most_offers];  ///< period before which the offer of a channel stands; 0: he has none
  float* talk[most_brands];     ///< utility beside `own`, heard since the last purchase
  float* recency;  ///< periods since the last purchase; 1: it was in the period before, or in this one as it
                   ///< ends; 0: in this one, where habits fade
  float* card[most_programmes];  ///< points of a member, and one more; 0: none
  float* perk[most_programmes];  ///< utility that enrolling and rewards have left, in base 2
  float* has[most_add_ons];      ///< 1: he has it
  float* favour[most_contacts];  ///< utility that a kind of contact has left, in base 2
  std::uint32_t* contacted;      ///< a bit for each kind that came last period, and 16 bits on if it woke him
  float* term_left;              ///< periods of the contract that are left, the coming one included
  float* signed_in;              ///< period in which it was signed
  float* since;                  ///< period in which the person became a customer of the brand bought last
  std::int32_t* start;           ///< brand bought last today; of a prospect: the number of brands
  std::int32_t* first;   ///< period of the first purchase from us; 0: a customer today; never; returner
  float* lapsed_today;   ///< 1 if he has lapsed by today
  std::int32_t* bought;  ///< purchases from us since the start
  std::int64_t* value;   ///< discounted contribution to us, fixed point
};

/// Counts of a block, each [period][brand] unless said otherwise. Integers, so that their order cannot
/// matter.
struct Counts {
  std::int64_t* customers;  ///< at the end of the period
  std::int64_t* returned;   ///< of these, those who had lapsed from the brand
  std::int64_t* retained;
  std::int64_t* purchases;
  std::int64_t* repeats;
  std::int64_t* triers;    ///< people who bought the brand for the first time since the start
  std::int64_t* units;     ///< fixed point
  std::int64_t* value;     ///< fixed point, discounted
  std::int64_t* existing;  ///< of this, what those brought who were customers of the brand today
  std::int64_t* luck;      ///< [period][customer of ours today, or not] what purchases from us brought beyond
                           ///< what was to be expected; fixed point, discounted
  std::int64_t* satisfaction;  ///< fixed point, summed over customers at the end
  std::int64_t* tenure;        ///< periods as a customer, summed over customers at the end
  std::int64_t* ended;         ///< contracts whose term was over
  std::int64_t* renewed;       ///< of these, with the same brand
  std::int64_t* fees;          ///< exit fees; fixed point, discounted
  std::int64_t* discounts;     ///< fixed point, discounted to today
  std::int64_t* failures;
  std::int64_t* complaints;      ///< of failures
  std::int64_t* answered;        ///< complaints, in time
  std::int64_t* complaint_cost;  ///< fixed point, discounted
  std::int64_t* contacts;
  std::int64_t* contact_cost;    ///< fixed point, discounted
  std::int64_t* add_ons;         ///< that customers have at the end
  std::int64_t* add_on_cost;     ///< fixed point, discounted
  std::int64_t* add_on_revenue;  ///< fixed point, discounted
  std::int64_t* members;         ///< of the brand's programme, at the end
  std::int64_t* points;          ///< on their cards
  std::int64_t* points_earned;
  std::int64_t* points_broken;   ///< of rewards never claimed, and of those who left
  std::int64_t* rewards;         ///< claimed
  std::int64_t* reward_cost;     ///< fixed point, discounted
  std::int64_t* programme_cost;  ///< likewise, members' with it
  std::int64_t* recommending;    ///< customers who may recommend the brand
  std::int64_t* warning;         ///< customers who may warn of it
  std::int64_t* referred;
  std::int64_t* referral_cost;  ///< fixed point, discounted
  std::int64_t* lost;           ///< [reason][period][brand]
  std::int64_t* lost_by_us;     ///< [period][reason][brand that they went to, at last out of the category]
  std::int64_t* won_by_us;      ///< [period][reason][brand that they came from]; as many columns
  std::int64_t* active;         ///< [period] at the end
  std::int64_t* arrived;        ///< [period]
  std::int64_t* newcomers;      ///< [period][channel] of those who arrived
  std::int64_t* trials_ended;   ///< [period][channel]
  std::int64_t* converted;      ///< [period][channel] of these
  std::int64_t* reached;        ///< [period][channel] customers of rivals, by offers
  std::int64_t* won;            ///< [period][channel] of these, from a rival
  std::int64_t* channel_value;  ///< [channel][period he came][periods since] discounted, to its brand
  std::int64_t* departed;       ///< [period]
  std::int64_t* came_back;      ///< [period]
  std::int64_t* switches;       ///< [brand before][brand] over the whole horizon
  std::int64_t* late_value;     ///< [brand bought last today, then none] value to us beyond the window
  std::int64_t overflows = 0;   ///< amounts that did not fit
  std::int64_t lived = 0;       ///< periods of active people
};

inline constexpr float satisfaction_scale = 65536.0f;

/// What became of a person, as far as our value of him goes.
struct Life {
  std::uint32_t person;
  std::int16_t start;  ///< brand bought last today, in the engine's order; of a prospect their number
  std::int16_t
      channel;  ///< by which he came, or was won from a rival at last, in the world's order; −1: none
  std::int32_t first;      ///< period of the first purchase from us; 0: a customer today; never
  std::int32_t purchases;  ///< from us since the start
  std::int64_t value;      ///< discounted, fixed point
};

/// Room for a life for each person of a block, filled in no particular order.
struct Lives {
  Life* room;
  int told = 0;
};

struct Block {
  KernelMarket market;
  BlockAddress address;
  Columns columns;
  Counts counts;
  Lives lives;
  int people = 0;              ///< rows in use; columns are padded to a multiple of `slice`
  int there = 0;               ///< people among them who are or were in the category; behind them, prospects
  int fresh = 0;               ///< of those, the first row of who came in in this period
  int gone = 0;                ///< people who have left the category
  const Talk* talk = nullptr;  ///< what people hear in the coming period; nullptr: nothing
};

/// What a translation unit for one target offers.
struct Kernel {
  const char* name;  ///< `AVX-512`
  int lanes;
  bool (*supported)();
  /// Lives all periods of a block whose column `person` is filled, and tells all lives.
  void (*simulate)(Block& block);
  /// The same in steps, for people who hear from others in between: the start, then each period in order, and
  /// the end.
  void (*open)(Block& block);
  void (*live)(Block& block, int period);
  void (*close)(Block& block);
  /// Draws a trait of the people in `person`.
  void (*draw_trait)(const TraitDraw& trait, const BlockAddress& address, const std::uint32_t* person,
                     int people, float* into);
};

}  // namespace clientele
