// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace clientele {

/// What a uniform number is for. The list is only ever appended to: a number that moved would change every
/// result. 5 is free.
enum class Purpose : std::uint32_t {
  core = 0,          ///< a person's occasion: need, choice, spend, experience, and more (core_draws.hpp)
  more_needs = 1,    ///< further parts of a large purchase rate
  purchase = 2,      ///< whether a purchase fails, the customer complains and is answered
  first_brand = 3,   ///< the last brand and memory of an existing customer
  alive = 4,         ///< whether a customer of whom only purchases are known is one still
  reaction = 6,      ///< whether a brand answers others, by the brand's slot instead of a person
  habit = 7,         ///< how often in a row, and how long ago, an existing customer has bought
  coming_back = 8,   ///< whether somebody who has left the category comes back
  trial = 9,         ///< whether a free trial makes a customer
  hearing = 10,      ///< what a person hears of brands, and whether it brings him in
  programme = 11,    ///< who enrols in a brand's programme and who claims rewards, by the brand's slot
  add_on = 12,       ///< who takes an add-on and who gives it up, by its slot
  offer = 13,        ///< whom a channel reaches among the customers of rivals, by its slot
  entrants = 0x4000  ///< 0x4000 + slot of the brand: whether an entrant is chosen
};

/// Counter of the generator: the address of one block of four 32-bit words. The same address is the same luck
/// in every scenario, whatever else happens: the scenario, the thread and the order of calls are no part of
/// it.
///   {person, period | purpose << 16, replication | item << 20, draw}
struct Address {
  std::uint32_t person = 0;  ///< index within the segment | slot of the segment << 24
  std::uint32_t what = 0;
  std::uint32_t which = 0;
  std::uint32_t draw = 0;
};

/// Limits that the counter sets; the reader and the options check them.
inline constexpr std::uint32_t most_periods = 32767;  ///< the upper half of 16 bits is for the warm-up
inline constexpr std::uint32_t most_replications = 1u << 20;
inline constexpr std::uint32_t most_items = 1u << 12;
inline constexpr std::uint32_t most_people_of_a_segment = 1u << 24;
inline constexpr std::uint32_t most_segments = 128;

inline constexpr std::uint32_t at_period(Purpose purpose, std::uint32_t period) {
  return period | static_cast<std::uint32_t>(purpose) << 16;
}

/// Second word for whatever users name freely, such as a trait: the upper bit and a 31-bit hash of its path.
std::uint32_t at_path(std::string_view path);

inline constexpr std::uint32_t at_item(std::uint32_t replication, std::uint32_t item) {
  return replication | item << 20;
}

/// Replication of events where the people of a replication live again with other luck. The first time it is
/// that of the people; again ≤ 3 and replication < 2^18 where it is not 0.
inline constexpr std::uint32_t events_of(std::uint32_t replication, std::uint32_t again) {
  return replication | again << 18;
}

/// 32-bit FNV-1a hash of a name.
std::uint32_t name_hash(std::string_view name);

/// Slot of a brand among the 4,096 items: from its name, so that reordering brands moves nothing.
inline std::uint32_t brand_slot(std::string_view name) { return name_hash(name) % most_items; }

/// The four words at an address, by Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011).
std::array<std::uint32_t, 4> words_at(std::uint64_t seed, const Address& address);

}  // namespace clientele
