// SPDX-License-Identifier: MIT
#include "sim/engine/live_together.hpp"

#include <algorithm>
#include <deque>

#include "models/advocacy/word_of_mouth.hpp"
#include "sim/engine/parallel.hpp"

namespace clientele {

namespace {

/// What is said in a period by all people of the market, on the average, over how many they are.
Hearsay hearsay_of(const Plan& plan, const std::vector<Task>& blocks, const std::vector<Tally>& tallies,
                   int period) {
  const int brands = tallies.front().brands();
  Hearsay heard{std::vector<double>(static_cast<std::size_t>(brands)),
                std::vector<double>(static_cast<std::size_t>(brands))};
  double people = 0;
  for (const auto& segment : plan.population) people += segment.weight * segment.people;
  for (int segment = 0; segment < static_cast<int>(plan.population.size()); ++segment) {
    const auto first = std::find_if(blocks.begin(), blocks.end(),
                                    [&](const Task& block) { return block.segment == segment; });
    const SegmentTables& tables = tables_of(plan, *first);
    if (!tables.view.talks) continue;
    for (int j = 0; j < brands; ++j) {
      std::int64_t recommending = 0, warning = 0;
      for (std::size_t b = 0; b < blocks.size(); ++b)
        if (blocks[b].segment == segment) {
          recommending += tallies[b].of(Tally::recommending, period, j);
          warning += tallies[b].of(Tally::warning, period, j);
        }
      const double share = plan.population[segment].weight / people;
      heard.recommended[j] +=
          share * static_cast<double>(recommending) * tables.recommends[period * brands + j];
      heard.warned[j] += share * static_cast<double>(warning) * tables.warns;
    }
  }
  return heard;
}

/// How that comes to the people of one segment in a period.
Talk talk_in(const SegmentTables& tables, const Hearsay& heard, int period) {
  const int brands = tables.view.brands;
  bool present[most_brands];
  for (int j = 0; j < brands; ++j) present[j] = tables.view.present[period * brands + j] != 0;
  const std::size_t all = static_cast<std::size_t>(brands);
  Talk talk{};
  double sum = 0, messages = 0;
  const auto chances = chances_to_come(heard, tables.convert, {present, all});
  for (std::size_t j = 0; j < all; ++j) talk.comes[j] = static_cast<float>(sum += chances[j]);
  for (std::size_t j = 0; j < all; ++j) messages += heard.recommended[j] + heard.warned[j];
  const auto at_least = chances_of_at_least(messages);
  talk.most = std::min(most_heard, static_cast<int>(at_least.size()));
  for (int n = 0; n < talk.most; ++n) talk.at_least[n] = static_cast<float>(at_least[n]);
  sum = 0;
  for (std::size_t c = 0; messages > 0 && c < 2 * all; ++c)
    talk.about[c] =
        static_cast<float>((sum += c < all ? heard.recommended[c] : heard.warned[c - all]) / messages);
  return talk;
}

}  // namespace

bool people_talk(const Plan& plan) {
  for (const LaidScenario& scenario : plan.scenarios)
    for (const MarketTables& course : scenario.courses)
      for (const auto& segment : course)
        if (segment->view.talks) return true;
  return false;
}

std::optional<std::vector<Tally>> live_together(const Plan& plan, const Kernel& kernel,
                                                const std::vector<Task>& blocks,
                                                const std::vector<Life*>& rooms, int threads,
                                                const std::stop_token& stop) {
  thread_local std::deque<BlockMemory> memories;  // a thread keeps them for the next market
  if (memories.size() < blocks.size()) memories.resize(blocks.size());
  std::deque<BlockMemory>& mine = memories;
  std::vector<Tally> tallies;
  for (const Task& task : blocks) {
    const KernelMarket& market = tables_of(plan, task).view;
    tallies.emplace_back(market);
  }
  std::vector<std::optional<Block>> lived(blocks.size());
  const auto each = [&](auto&& work) {
    if (threads > 1) return in_parallel(threads, blocks.size(), work);
    for (std::size_t b = 0; b < blocks.size(); ++b) work(b);
  };
  each([&](std::size_t b) {
    lived[b] = block_of(plan, kernel, blocks[b], mine[b], tallies[b], rooms[b]);
    kernel.open(*lived[b]);
  });
  const int periods = tallies.front().periods();
  std::vector<Talk> talk(plan.population.size());
  for (int period = 1; period <= periods; ++period) {
    if (stop.stop_requested()) return std::nullopt;
    const Hearsay heard = hearsay_of(plan, blocks, tallies, period - 1);
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const SegmentTables& tables = tables_of(plan, blocks[b]);
      Talk& here = talk[static_cast<std::size_t>(blocks[b].segment)];
      if (blocks[b].first == 0) here = talk_in(tables, heard, period);
      lived[b]->talk = tables.view.talks && here.most > 0 ? &here : nullptr;
    }
    each([&](std::size_t b) { kernel.live(*lived[b], period); });
  }
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    kernel.close(*lived[b]);
    tallies[b].overflowed(lived[b]->counts.overflows);
    tallies[b].lived(lived[b]->counts.lived);
  }
  return tallies;
}

}  // namespace clientele
