// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "models/choice/nested_logit.hpp"

/// What a kernel reads and writes: plain arrays, no containers, so that nothing compiled for one machine is
/// shared with code for another. Rows are periods (row 0 is today, before any change), columns brands in the
/// engine's order: ours, the other incumbents by name, then brands that were absent at the start, by name.
/// Utilities are in base 2.
namespace clientele {

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

inline constexpr int most_add_ons = 8;
inline constexpr int most_programmes = 8;
inline constexpr int most_contacts = 16;  ///< kinds, of each of which a word has two bits
inline constexpr int most_brands = 32;    ///< as many as a word has bits
inline constexpr int most_drivers = 32;
inline constexpr float knot_reach = 5.625f;
inline constexpr int knot_steps = 1440;
inline constexpr int slice = 256;  ///< people whose phases run together, so that their state stays in L1
inline constexpr float departed = -1, prospect = -2;  ///< in place of the brand bought last
inline constexpr float newcomer = most_brands;        ///< likewise, until his first purchase
inline constexpr std::int32_t never = -1;             ///< not a customer of ours so far
inline constexpr std::int32_t returner = -2;          ///< bought from us last, but has lapsed by today

/// One market as one segment sees it under one scenario.
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
  int window = 0;  ///< periods over which a new customer's value is counted
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
[[gnu::always_inline]] inline bool weighs_offers(const KernelMarket& m) {
  return !m.switching && m.nests.count == 0;
}

/// Whether the first experiences with a brand weigh more than later ones.
[[gnu::always_inline]] inline bool weight_falls(const KernelMarket& m) {
  return (m.product_memory || m.service_memory) && m.first_weight > m.lasting_weight;
}

/// Whether it matters how often in a row people have bought the brand bought last.
[[gnu::always_inline]] inline bool counts_in_a_row(const KernelMarket& m) {
  return weight_falls(m) || m.habit_grows;
}

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
  float* notice[most_brands];  ///< readiness to hear of a brand
  float* own[most_brands];
  float* worth[most_brands];  ///< of a brand's offer, 2^utility, without what only the one bought last has
  float* weight[most_drivers];
  float* talk[most_brands];  ///< part of `own` that was heard since the last purchase
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
  std::int64_t* triers;        ///< people who bought the brand for the first time since the start
  std::int64_t* units;         ///< fixed point
  std::int64_t* value;         ///< fixed point, discounted
  std::int64_t* existing;      ///< of this, what those brought who were customers of the brand today
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
  std::int32_t start;      ///< brand bought last today, in the engine's order
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
  int gone = 0;                ///< people among them who have left the category
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
