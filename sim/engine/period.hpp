// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/add_on.hpp"
#include "sim/engine/phases/advocacy.hpp"
#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/channels.hpp"
#include "sim/engine/phases/choice.hpp"
#include "sim/engine/phases/coming_back.hpp"
#include "sim/engine/phases/contact.hpp"
#include "sim/engine/phases/contract.hpp"
#include "sim/engine/phases/core_draws.hpp"
#include "sim/engine/phases/counting.hpp"
#include "sim/engine/phases/credit.hpp"
#include "sim/engine/phases/departure.hpp"
#include "sim/engine/phases/expectation.hpp"
#include "sim/engine/phases/experience.hpp"
#include "sim/engine/phases/failure.hpp"
#include "sim/engine/phases/history.hpp"
#include "sim/engine/phases/lapse.hpp"
#include "sim/engine/phases/need.hpp"
#include "sim/engine/phases/nests.hpp"
#include "sim/engine/phases/offers.hpp"
#include "sim/engine/phases/programme.hpp"
#include "sim/engine/phases/promotion.hpp"
#include "sim/engine/phases/purchase.hpp"
#include "sim/engine/phases/reasons.hpp"
#include "sim/engine/phases/recency.hpp"
#include "sim/engine/phases/start.hpp"
#include "sim/engine/phases/trial.hpp"

namespace clientele {

/// One occasion of the people of a slice: they choose, buy, live through it and remember.
template <class Lane, class Now>
void live_occasion(const Now& now, bool counted) {
  const auto& market = now.market;
  const bool memory = market.product_memory || market.service_memory;
  if (memory)
    choose<Lane, true>(now);
  else
    choose<Lane, false>(now);
  const bool foreseen = counted && expects(now);
  if (foreseen) foresee_purchases<Lane>(now);
  if (counted && market.channel) buy_from_channel<Lane>(now);
  const bool talk = market.talks && counted;
  if (talk && now.occasion == 0) follow_recommendations<Lane>(now);
  if (market.contract) sign_contracts<Lane>(now, counted);
  if (counted) {
    if (market.in_detail && memory)
      note_reasons<Lane, true>(now);
    else if (market.in_detail)
      note_reasons<Lane, false>(now);
    if (market.contract) count_renewals<Lane>(now);
    if (market.offers > 0) win_from_rivals<Lane>(now);
    buy_units<Lane>(now);
    earn<Lane>(now);
    if (market.off) grant_discounts<Lane>(now);
    if (foreseen) note_luck<Lane>(now);
    credit_customers<Lane>(now);
    count_purchases<Lane>(now);
  } else if (market.programmes > 0) {
    buy_units<Lane>(now);
  }
  if (talk && now.occasion == 0) reward_referrals<Lane>(now);
  if (market.programmes > 0) collect_points<Lane>(now, counted);
  if (market.failure) suffer_failures<Lane>(now, counted);
  if (memory) experience<Lane>(now);
  if (market.gated) get_to_know<Lane>(now, now.scratch.chosen);
  if (talk) forget_talk<Lane>(now);
  keep_in_mind<Lane>(now);
}

/// What happens to the people of a slice in one period, in order. Returns how many left the category.
template <class Lane, class Now>
int live_period(Now now, bool counted) {
  int left = 0;
  if (now.market.in_detail || now.market.lost_after > 0 || now.market.return_rate)
    note_customers_at_start<Lane>(now);
  draw_core<Lane>(now);
  const auto leaving = counted ? now.market.leaving : KernelMarket::nobody;
  if (leaving == KernelMarket::at_start) left += depart<Lane>(now);
  const bool foreseen = leaving == KernelMarket::at_any_moment || leaving == KernelMarket::after_purchases;
  if (foreseen) foresee_departure<Lane>(now);
  const bool returns = counted && now.market.return_rate, arrivals = returns || (counted && now.market.joins);
  if (counted && now.market.joins) arrive<Lane>(now);
  if (counted && now.market.joins && notes_ways(now.market) && now.end > now.fresh) note_ways<Lane>(now);
  if (returns) come_back<Lane>(now);
  if (counted && now.market.talks) hear<Lane>(now);
  if (counted && now.market.offers > 0) make_offers<Lane>(now);
  int most = now.market.contract ? open_contracts<Lane>(now) : feel_need<Lane>(now, counted);
  if (leaving == KernelMarket::after_purchases) cut_purchases<Lane>(now);
  if (arrivals) most = add_first_purchases<Lane>(now, most);
  if (counted && expects(now)) most = most > 0 ? most : 1;  // that nobody buys is luck, too
  const int occasions = now.market.one_choice_a_period ? (most > 0 ? 1 : 0) : most;
  for (now.occasion = 0; now.occasion < occasions; ++now.occasion) {
    if (now.occasion > 0) draw_core<Lane>(now);
    live_occasion<Lane>(now, counted);
  }
  if (arrivals) receive<Lane>(now);
  if (counted && now.market.channel && now.market.someone_joins[now.row]) count_by_channel<Lane>(now);
  if (counted && now.market.channel && now.market.trial) left += end_trials<Lane>(now);
  if (counted && now.market.talks) note_advocates<Lane>(now);
  if (now.market.contract) run_down_terms<Lane>(now);
  if (leaving == KernelMarket::at_end) left += depart<Lane>(now);
  if (foreseen) left += depart_as_foreseen<Lane>(now);
  const bool lapsing = now.market.lost_after > 0, by_recency = now.market.recencies > 0;
  const bool time_is_told = lapsing || now.market.contact_recency > 0;
  if (now.market.habit_fades || (by_recency ? counted : time_is_told))
    left += let_time_pass<Lane>(now, counted);
  const bool dues = counted && has_dues<Lane>(now.market);
  if (dues) forget_dues<Lane>(now);
  if (now.market.programmes > 0) run_programmes<Lane>(now, counted);
  if (now.market.add_ons > 0) take_add_ons<Lane>(now, counted);
  if (now.market.contacts > 0) make_contacts<Lane>(now, counted);
  if (!counted) return left;
  if (lapsing) note_customers_at_end<Lane>(now);
  if (now.market.cost_to_keep) keep_customers<Lane>(now);
  if (dues) credit_dues<Lane>(now);
  if (now.market.in_detail)
    count_moves<Lane>(now);
  else
    count_customers<Lane>(now);
  if (lapsing) count_active<Lane>(now);
  if (now.market.in_detail) take_stock<Lane>(now);
  if (arrivals) forget_arrivals<Lane>(now);
  return left;
}

/// Today: who people are, what they bought last and, if it counts, the purchase they have just made. Returns
/// how many of the customers that are listed have long left.
template <class Lane>
int start_today(Moment now) {
  settle<Lane>(now);
  const int lost = now.market.alive ? take_out_the_lost<Lane>(now) : 0;
  for (std::uint32_t past = 0; past < static_cast<std::uint32_t>(now.market.warm_up); ++past) {
    now.clock = most_periods + 1 + past;
    live_period<Lane>(now, false);
  }
  for (int i = now.begin; i < now.end; ++i) {
    const bool comes_later = now.market.return_rate && now.people.last[i] == departed;
    now.people.start[i] = comes_later ? now.market.brands : static_cast<std::int32_t>(now.people.last[i]);
    now.people.first[i] = now.people.start[i] == 0 ? 0 : never;
    if (now.market.recencies > 0) now.people.recency[i] = static_cast<float>(now.market.first_recency);
    if ((now.market.habit_fades || now.market.contact_recency > 0) && now.market.purchase_just_made)
      now.people.recency[i] = static_cast<float>(now.market.first_recency);
    if (now.market.contract && now.market.purchase_just_made) now.people.term_left[i] = now.market.term - 1;
    if (notes_since(now.market)) now.people.since[i] = now.market.purchase_just_made ? 0.0f : 1.0f;
  }
  if (now.market.lost_after > 0) set_lapsed_aside<Lane>(now);
  note_customers_at_start<Lane>(now);
  now.clock = 0;
  now.occasion = 0;
  const bool dues = has_dues<Lane>(now.market);
  if (dues) forget_dues<Lane>(now);
  if (now.market.purchase_just_made) {
    draw_core<Lane>(now);
    for (int i = now.begin; i < now.end; ++i) {
      const int k = i - now.begin;
      now.scratch.chosen[k] = now.market.first_recency == 1 ? now.people.last[i] : -1.0f;
      now.scratch.before[k] = -1;  // what came before it is not known
      now.scratch.purchases[k] = 1;
    }
    buy_units<Lane>(now);
    earn<Lane>(now);
    if (now.market.off) grant_discounts<Lane>(now);
    credit_customers<Lane>(now);
    count_purchases<Lane>(now);
    if (now.market.programmes > 0) {
      collect_points<Lane>(now, true);
      run_programmes<Lane>(now, true);
    }
  } else if (now.market.programmes > 0) {
    for (int p = 0; p < now.market.programmes; ++p) look_at_members<Lane>(now, p, false);
  }
  if (now.market.talks) note_advocates<Lane>(now);
  const bool begins = now.market.purchase_just_made || now.market.warm_up == 0;
  if (now.market.contacts > 0 && begins) make_contacts<Lane>(now, now.market.purchase_just_made);
  if (now.market.lost_after > 0) note_customers_at_end<Lane>(now);
  if (now.market.purchase_just_made && now.market.cost_to_keep) keep_customers<Lane>(now);
  if (dues) credit_dues<Lane>(now);
  count_customers<Lane>(now);
  count_active<Lane>(now);
  if (now.market.in_detail) take_stock<Lane>(now);
  return lost;
}

}  // namespace clientele
