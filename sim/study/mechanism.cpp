// SPDX-License-Identifier: MIT
#include "sim/study/mechanism.hpp"

#include <algorithm>

namespace clientele {

namespace {

constexpr int sources = 4, margin_parts = 4;

/// Of ours who left the category in a period after they had bought in it, and those who came from rivals.
struct Moves {
  double left = 0, from_rivals = 0;
};

Moves moves_in(const Sample& sample, int period) {
  Moves moves;
  for (std::size_t s = 0; s < sample.segments.size(); ++s) {
    const Tally& tally = sample.segments[s].tally;
    const auto& courses = sample.books.plan.scenarios[static_cast<std::size_t>(sample.scenario)].courses;
    const KernelMarket& market = courses[static_cast<std::size_t>(sample.segments[s].course)][s]->view;
    const double weight = sample.books.plan.population[s].weight;
    if (market.leaving != KernelMarket::at_start)
      moves.left += weight * static_cast<double>(tally.lost(Reason::no_longer_needed, period, 0) +
                                                 tally.lost(Reason::involuntary, period, 0));
    for (int why = 0; why < all_reasons; ++why)
      for (int from = 1; from < tally.brands(); ++from)
        moves.from_rivals +=
            weight * static_cast<double>(tally.won_by_us(static_cast<Reason>(why), period, from));
  }
  return moves;
}

/// Whom we acquired in a period, by source; where someone would count twice the first source has him.
std::array<double, sources> acquired_in(const Totals& t, const Moves& moves) {
  double left = t.customers_at_end - t.retained;
  const auto take = [&](double people) {
    people = std::clamp(people, 0.0, left);
    left -= people;
    if (left < 1e-9 * t.customers_at_end) left = 0;  // nobody, but for rounding
    return people;
  };
  const double rivals = take(moves.from_rivals), referred = take(t.referred), returned = take(t.returned);
  return {rivals, referred, returned, left};
}

/// What customers brought in a period before advertising and channels, by part.
std::array<double, margin_parts> brought_in(const Totals& t) {
  const double brought = t.contribution + t.advertising + t.channel_spend;
  const double service = t.cost_to_serve + t.cost_to_keep + t.complaint_cost,
               bonds = t.contact_cost + t.programme_cost + t.referral_cost;
  return {t.revenue, brought - t.revenue + service + bonds, -service, -bonds};
}

}  // namespace

OurCustomers our_customers(const Sample& sample, const std::vector<Totals>& periods) {
  OurCustomers ours;
  ours.today = periods.front().customers_at_end;
  ours.flow.acquired.resize(sources);
  ours.flow.margin.resize(margin_parts);
  const auto& courses = sample.books.plan.scenarios[static_cast<std::size_t>(sample.scenario)].courses;
  const auto& discount = courses[static_cast<std::size_t>(sample.segments.front().course)].front()->discount;
  ours.rest = periods.front().value - periods.front().luck + periods.front().advertising_today +
              periods.front().channel_spend_today;
  double before = ours.today;
  for (std::size_t period = 0; period < periods.size(); ++period) {
    const Totals& t = periods[period];
    ours.advertising += t.advertising_today;
    ours.channels += t.channel_spend_today;
    if (period == 0) continue;
    const Moves moves = moves_in(sample, static_cast<int>(period));
    const double customers = t.customers_at_end + moves.left;
    const auto acquired = acquired_in(t, moves);
    for (std::size_t s = 0; s < sources; ++s) ours.flow.acquired[s].push_back(acquired[s]);
    ours.flow.retention.push_back(before > 0 ? (t.retained + moves.left) / before : 0);
    auto brought = brought_in(t);
    brought.front() -= t.luck / discount[period];  // what purchases were to be expected to bring
    for (std::size_t p = 0; p < margin_parts; ++p)
      ours.flow.margin[p].push_back(customers > 0 ? brought[p] / customers : 0);
    if (!(customers > 0)) ours.rest += t.value - t.luck + t.advertising_today + t.channel_spend_today;
    ours.discount.push_back(discount[period]);
    before = customers;
  }
  return ours;
}

std::vector<double> moved_by(const OurCustomers& before, const OurCustomers& after) {
  const MechanismBridge bridge = mechanism_bridge(before.today, before.discount, before.flow, after.flow);
  std::vector<double> moved(all_movers);
  const auto of = [&](Mover mover) -> double& { return moved[static_cast<std::size_t>(mover)]; };
  of(Mover::retention) = bridge.retention;
  for (std::size_t s = 0; s < sources; ++s)
    of(Mover(static_cast<int>(Mover::from_rivals) + static_cast<int>(s))) = bridge.acquired[s];
  for (std::size_t p = 0; p < margin_parts; ++p)
    of(Mover(static_cast<int>(Mover::revenue) + static_cast<int>(p))) = bridge.margin[p];
  of(Mover::revenue) += after.rest - before.rest;
  of(Mover::advertising) = before.advertising - after.advertising;
  of(Mover::channels) = before.channels - after.channels;
  return moved;
}

}  // namespace clientele
