// SPDX-License-Identifier: MIT
#include "sim/engine/blocks.hpp"

#include <algorithm>
#include <limits>

#include "sim/random/address.hpp"

namespace clientele {

namespace {

/// People in the order in which they are laid out, so that neighbours have much the same to do and lanes are
/// not idle: heavy buyers first, and behind those who are there those who are to come, in their order. Who
/// stands where changes no result. Returns how many are there today.
int line_up(const Kernel& kernel, const KernelMarket& market, const BlockAddress& address, Columns& columns,
            int people) {
  const bool several = market.poisson && !market.one_choice_a_period;
  if (several && market.purchases.form != TraitDraw::same_for_all) {
    const int padded = (people + widest - 1) / widest * widest;
    kernel.draw_trait(market.purchases, address, columns.person, padded, columns.rate);
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (int i = 0; i < people; ++i) ranked.emplace_back(-columns.rate[i], columns.person[i]);
    std::sort(ranked.begin(), ranked.end());
    for (int i = 0; i < people; ++i) columns.person[i] = ranked[static_cast<std::size_t>(i)].second;
  }
  if (!market.joins) return people;
  const auto joins = [&](std::uint32_t person) {
    const float period = market.joins[person & 0xffffffu];
    return period < 0 ? std::numeric_limits<float>::infinity() : period;
  };
  std::uint32_t* const end = columns.person + people;
  std::uint32_t* const first =
      std::stable_partition(columns.person, end, [&](std::uint32_t person) { return joins(person) == 0; });
  std::stable_sort(first, end, [&](std::uint32_t a, std::uint32_t b) { return joins(a) < joins(b); });
  return static_cast<int>(first - columns.person);
}

}  // namespace

std::vector<Task> blocks_of(const Plan& plan, int replication, int scenario, int most) {
  std::vector<Task> blocks;
  for (int segment = 0; segment < static_cast<int>(plan.population.size()); ++segment) {
    const int all = plan.population[segment].people, parts = (all + most - 1) / most;
    for (int part = 0; part < parts; ++part) {
      const auto begin_of = [&](std::int64_t p) { return static_cast<int>(p * all / parts); };
      blocks.push_back({replication, scenario, segment, begin_of(part), begin_of(part + 1) - begin_of(part)});
    }
  }
  return blocks;
}

Block block_of(const Plan& plan, const Kernel& kernel, const Task& task, BlockMemory& memory, Tally& tally,
               Life* room) {
  const KernelMarket& market = tables_of(plan, task).view;
  const auto replication = static_cast<std::uint32_t>(plan.first_replication + task.replication);
  Block block{.market = market,
              .address = {.keys = RoundKeys(plan.seed),
                          .traits = replication,
                          .events = events_of(replication, static_cast<std::uint32_t>(plan.again)),
                          .draw = plan.draw},
              .columns = memory.columns_for(market, task.people),
              .counts = tally.counts(),
              .lives = {room},
              .people = task.people};
  for (int i = 0; i < task.people; ++i)
    block.columns.person[i] = plan.population[task.segment].person(task.first + i);
  block.there = line_up(kernel, market, block.address, block.columns, task.people);
  return block;
}

}  // namespace clientele
