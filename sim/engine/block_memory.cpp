// SPDX-License-Identifier: MIT
#include "sim/engine/block_memory.hpp"

#include <algorithm>
#include <cstring>

namespace clientele {

namespace {

/// Hands out columns, or only counts their bytes when there is no memory yet.
struct ColumnLayout {
  /// Columns of 4,096 people would all begin in the same set of the cache and push each other out.
  static constexpr std::size_t apart = 1024 + 64;

  char* at;
  std::size_t rows;
  std::size_t bytes = 0;
  std::size_t used = 0;
  std::size_t zeros = 0;  ///< bytes, from the first, that begin with zeros

  template <class T>
  T* column() {
    T* const here = at ? reinterpret_cast<T*>(at + bytes) : nullptr;
    bytes += (rows * sizeof(T) + 63) / 64 * 64 + apart;
    used += rows * sizeof(T);
    return here;
  }
};

/// First the columns that begin with zeros, then those that people are drawn and settled into.
Columns lay_out(ColumnLayout& layout, const KernelMarket& m) {
  Columns c{};
  float* const zeros = layout.column<float>();
  const auto column_if = [&](bool used) { return used ? layout.column<float>() : zeros; };
  c.person = layout.column<std::uint32_t>();
  c.tenure = column_if(counts_in_a_row(m));
  c.recency = column_if(m.recencies > 0 || m.lost_after > 0 || m.habit_fades || m.contact_recency > 0);
  c.lapsed_today = column_if(m.lost_after > 0);
  c.term_left = column_if(m.contract);
  c.signed_in = column_if(m.contract);
  for (int k = 0; k < m.contacts; ++k) c.favour[k] = column_if(m.contact[k].lift);
  for (int a = 0; a < m.add_ons; ++a) c.has[a] = layout.column<float>();
  for (int p = 0; p < m.programmes; ++p) {
    c.card[p] = layout.column<float>();
    c.perk[p] = column_if(m.programme[p].lifts);
  }
  c.contacted =
      m.prompted || m.wakes ? layout.column<std::uint32_t>() : reinterpret_cast<std::uint32_t*>(zeros);
  c.way = column_if(notes_ways(m));
  c.came = column_if(notes_ways(m));
  c.referred = column_if(m.talks && m.joins);
  for (int o = 0; o < m.offers; ++o) c.offered[o] = layout.column<float>();
  c.since = column_if(notes_since(m));
  c.leaving = column_if(m.own_chance);
  c.tried = notes_tries(m) ? layout.column<std::uint32_t>() : reinterpret_cast<std::uint32_t*>(zeros);
  c.bought = layout.column<std::int32_t>();
  c.known = m.gated ? layout.column<std::uint32_t>() : reinterpret_cast<std::uint32_t*>(zeros);
  c.heard = m.gated ? layout.column<std::uint32_t>() : reinterpret_cast<std::uint32_t*>(zeros);
  for (int j = 0; j < m.brands; ++j) c.notice[j] = column_if(m.gated);
  for (int j = 0; j < m.brands; ++j) c.talk[j] = column_if(m.persuasion > 0 || m.dissuasion > 0);
  layout.zeros = layout.bytes;
  c.last = layout.column<float>();
  c.rate = column_if(m.poisson || m.sometimes);
  c.none = column_if(m.poisson);
  c.sensitivity = layout.column<float>();
  c.inertia = layout.column<float>();
  c.level = layout.column<float>();
  c.product = column_if(m.product_memory);
  c.service = column_if(m.service_memory);
  for (int j = 0; j < m.brands; ++j) c.own[j] = layout.column<float>();
  for (int j = 0; j < m.brands; ++j) c.worth[j] = column_if(weighs_offers(m));
  for (int d = 0; d < m.drivers; ++d) c.weight[d] = layout.column<float>();
  c.start = layout.column<std::int32_t>();
  c.first = layout.column<std::int32_t>();
  c.value = layout.column<std::int64_t>();
  return c;
}

}  // namespace

Columns BlockMemory::columns_for(const KernelMarket& market, int people) {
  const std::size_t rows = (static_cast<std::size_t>(people) + slice - 1) / slice * slice;
  ColumnLayout counting{nullptr, rows};
  lay_out(counting, market);
  const std::size_t needed = counting.bytes / sizeof(std::max_align_t) + 8;
  if (memory_.size() < needed) memory_.resize(needed);
  auto start = reinterpret_cast<std::uintptr_t>(memory_.data());
  start = (start + 63) / 64 * 64;
  std::memset(reinterpret_cast<void*>(start), 0, counting.zeros);
  ColumnLayout layout{reinterpret_cast<char*>(start), rows};
  return lay_out(layout, market);
}

std::size_t BlockMemory::bytes_a_person(const KernelMarket& market) {
  ColumnLayout counting{nullptr, slice};
  lay_out(counting, market);
  return counting.used / slice;
}

}  // namespace clientele
