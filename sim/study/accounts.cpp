// SPDX-License-Identifier: MIT
#include "sim/study/accounts.hpp"

namespace clientele {

namespace {

/// Calls `use` with each segment of a selection: one, or all for −1.
template <class F>
void for_segments(const Books& books, int segment, F use) {
  for (int s = 0; s < static_cast<int>(books.plan.population.size()); ++s)
    if (segment < 0 || s == segment) use(s);
}

/// Takes the advertising of a period off what the market brings a brand, and off that of its owner's others.
void pay_advertising(const SegmentTables& tables, int period, int brand, Totals& market) {
  const auto row = static_cast<std::size_t>(period) * tables.view.brands;
  const double discount = tables.discount[period];
  market.advertised = tables.advertised[brand];
  market.advertising = tables.advertising[row + brand];
  market.advertising_today = market.advertising * discount;
  market.awareness = tables.awareness[row + brand];
  market.contribution -= market.advertising;
  market.value -= market.advertising_today;
  market.owner_value -= market.advertising_today;
  for (const int j : tables.siblings[brand]) market.owner_value -= tables.advertising[row + j] * discount;
}

/// Takes what the channels of a brand cost in a period off what the market brings it, likewise.
void pay_channels(const SegmentTables& tables, int period, int brand, Totals& market) {
  const std::size_t channels = tables.channel_brand.size();
  const auto spent_by = [&](int who) {
    double spent = 0;
    for (std::size_t c = 0; c < channels; ++c)
      if (tables.channel_brand[c] == who) spent += tables.channel_spend[period * channels + c];
    return spent;
  };
  const double discount = tables.discount[period];
  market.channel_spend = spent_by(brand);
  market.channel_spend_today = market.channel_spend * discount;
  market.contribution -= market.channel_spend;
  market.value -= market.channel_spend_today;
  market.owner_value -= market.channel_spend_today;
  for (const int j : tables.siblings[brand]) market.owner_value -= spent_by(j) * discount;
}

/// What the programme of a brand came to.
void add_programme(const Books& books, const SegmentTables& tables, const Tally& tally, int period, int brand,
                   double weight, Totals& t) {
  const auto people = [&](Tally::Row what) {
    return weight * static_cast<double>(tally.of(what, period, brand));
  };
  const auto money = [&](Tally::Row what) {
    return weight * books.scales.money.to_double(tally.of(what, period, brand)) / tables.discount[period];
  };
  t.members = people(Tally::members);
  t.points = people(Tally::points);
  t.liability = t.points * tables.point_cost[brand][period];
  t.points_earned = people(Tally::points_earned);
  t.points_broken = people(Tally::points_broken);
  t.rewards = people(Tally::rewards);
  t.reward_cost = money(Tally::reward_cost);
  t.programme_cost = money(Tally::programme_cost);
}

}  // namespace

Totals totals_in(const Books& books, int scenario, int segment, const SegmentOutcome& outcome, int period,
                 int brand) {
  const SegmentTables& tables = *books.plan.scenarios[scenario].courses[outcome.course][segment];
  const Tally& tally = outcome.tally;
  const double weight = books.plan.population[segment].weight;
  const auto people = [&](std::int64_t count) { return weight * static_cast<double>(count); };
  const auto at = static_cast<std::size_t>(period) * tally.brands() + brand;
  Totals t;
  t.priced = tables.priced[brand];
  t.customers_at_end = people(tally.of(Tally::customers, period, brand));
  t.customers_at_start = people(tally.of(Tally::customers, period == 0 ? 0 : period - 1, brand));
  t.customer_periods = period == 0 ? 0 : t.customers_at_start;
  t.retained = period == 0 ? 0 : people(tally.of(Tally::retained, period, brand));
  for (int why = 0; why < all_reasons; ++why)
    t.lost[why] = people(tally.lost(static_cast<Reason>(why), period, brand));
  t.lapses = tables.view.lost_after > 0;
  t.returned = people(tally.of(Tally::returned, period, brand));
  t.purchases = people(tally.of(Tally::purchases, period, brand));
  t.repeats = people(tally.of(Tally::repeats, period, brand));
  t.buyers = people(tally.of(Tally::triers, period, brand));
  t.people = weight * books.plan.population[segment].people;
  for (int j = 0; j < tally.brands(); ++j)
    t.market_purchases += people(tally.of(Tally::purchases, period, j));
  t.units = weight * books.scales.units.to_double(tally.of(Tally::units, period, brand));
  t.discounts = weight * books.scales.money.to_double(tally.of(Tally::discounts, period, brand)) /
                tables.discount[period];
  t.adding = tables.adding[brand];
  t.add_ons = people(tally.of(Tally::add_ons, period, brand));
  t.add_on_cost = weight * books.scales.money.to_double(tally.of(Tally::add_on_cost, period, brand)) /
                  tables.discount[period];
  t.add_on_revenue = weight * books.scales.money.to_double(tally.of(Tally::add_on_revenue, period, brand)) /
                     tables.discount[period];
  t.revenue = t.units * tables.price[at] - t.discounts + t.add_on_revenue;
  t.cost_to_serve = t.purchases * tables.cost_to_serve[at];
  if (period > 0 || tables.view.purchase_just_made) t.cost_to_keep = t.customers_at_end * tables.keeping[at];
  t.contracts = tables.view.contract;
  t.ended = people(tally.of(Tally::ended, period, brand));
  t.renewed = people(tally.of(Tally::renewed, period, brand));
  t.exit_fees =
      weight * books.scales.money.to_double(tally.of(Tally::fees, period, brand)) / tables.discount[period];
  t.failures = people(tally.of(Tally::failures, period, brand));
  t.complaints = people(tally.of(Tally::complaints, period, brand));
  t.answered = people(tally.of(Tally::answered, period, brand));
  t.complaint_cost = weight * books.scales.money.to_double(tally.of(Tally::complaint_cost, period, brand)) /
                     tables.discount[period];
  t.talked = tables.view.talks;
  if (t.talked) {
    t.recommendations = people(tally.of(Tally::recommending, period, brand)) * tables.recommends[at];
    t.warnings = people(tally.of(Tally::warning, period, brand)) * tables.warns;
  }
  t.referred = people(tally.of(Tally::referred, period, brand));
  t.referral_cost = weight * books.scales.money.to_double(tally.of(Tally::referral_cost, period, brand)) /
                    tables.discount[period];
  t.contacting = tables.contacting[brand];
  t.contacts = people(tally.of(Tally::contacts, period, brand));
  t.contact_cost = weight * books.scales.money.to_double(tally.of(Tally::contact_cost, period, brand)) /
                   tables.discount[period];
  t.rewarding = tables.rewarding[brand];
  if (t.rewarding) add_programme(books, tables, tally, period, brand, weight, t);
  t.value = weight * books.scales.money.to_double(tally.of(Tally::value, period, brand));
  t.existing_value = weight * books.scales.money.to_double(tally.of(Tally::existing, period, brand));
  if (brand == 0) {  // the focal one
    t.luck = weight * books.scales.money.to_double(tally.luck(period));
    t.existing_luck = weight * books.scales.money.to_double(tally.luck_existing(period));
  }
  t.existing = people(tally.of(Tally::customers, 0, brand));
  t.contribution = t.value / tables.discount[period];
  if (t.contracts)  // each pays the price of his signing: what was paid follows from what was left
    t.revenue = t.contribution + t.units * tables.unit_cost[at] + t.cost_to_serve + t.cost_to_keep +
                t.complaint_cost + t.referral_cost + t.contact_cost + t.programme_cost + t.add_on_cost;
  t.remembered = tables.view.product_memory || tables.view.service_memory;
  if (t.remembered) {
    t.satisfaction = people(tally.of(Tally::satisfaction, period, brand)) / satisfaction_scale;
    t.satisfied = t.customers_at_end;
  }
  t.tenure = people(tally.of(Tally::tenure, period, brand));
  t.active = people(tally.active(period));
  t.arrived = people(tally.arrived(period));
  t.departed = people(tally.departed(period));
  t.came_back = people(tally.came_back(period));
  t.may_come_back = tables.view.return_rate != nullptr;
  for (int c = 0; c < tally.channels(); ++c)
    if (tables.channel_brand[c] == brand) {
      t.acquires = true;
      t.newcomers += people(tally.newcomers(c, period));
      t.won_from_rivals += people(tally.won(c, period));
      t.poaches = t.poaches || tables.channel_poaches[c];
    }
  const auto& siblings = tables.siblings[brand];
  t.owned = t.priced && !siblings.empty();
  t.owner_value = t.value;
  for (const int j : siblings) {
    t.owned = t.owned && tables.priced[j];
    t.owner_value += weight * books.scales.money.to_double(tally.of(Tally::value, period, j));
  }
  return t;
}

std::vector<Totals> totals_by_period(const Books& books, int scenario,
                                     const std::vector<SegmentOutcome>& replication, int segment, int brand) {
  std::vector<Totals> by_period;
  const int periods = replication.front().tally.periods();
  for (int period = 0; period <= periods; ++period) {
    Totals all;
    for_segments(books, segment, [&](int s) {
      const Totals one = totals_in(books, scenario, s, replication[s], period, brand);
      all.priced = one.priced;
      all += one;
    });
    if (segment < 0) {
      const auto& tables = *books.plan.scenarios[scenario].courses[replication.front().course].front();
      pay_advertising(tables, period, brand, all);
      pay_channels(tables, period, brand, all);
    }
    by_period.push_back(all);
  }
  return by_period;
}

Totals over_horizon(const std::vector<Totals>& by_period) {
  Totals all = by_period.front();
  for (std::size_t period = 1; period < by_period.size(); ++period) all = all.followed_by(by_period[period]);
  return all;
}

void add_switches(const Books& books, int scenario, const std::vector<SegmentOutcome>& replication,
                  int segment, int brand, Totals& horizon) {
  for_segments(books, segment, [&](int s) {
    const SegmentOutcome& outcome = replication[s];
    const auto& siblings = books.plan.scenarios[scenario].courses[outcome.course][s]->siblings[brand];
    if (siblings.empty()) return;
    const auto come_from = [&](int other) {
      return books.plan.population[s].weight * static_cast<double>(outcome.tally.switches(other, brand));
    };
    for (int j = 0; j < outcome.tally.brands(); ++j)
      if (j != brand) horizon.come += come_from(j);
    for (const int j : siblings) horizon.come_from_owner += come_from(j);
  });
}

Spread values_of_existing(const Books& books, const std::vector<SegmentOutcome>& replication, int segment) {
  std::vector<Weighted> values;
  for_segments(books, segment, [&](int s) {
    for (const Life& life : replication[s].lives)
      if (life.first == 0)
        values.push_back({books.scales.money.to_double(life.value), books.plan.population[s].weight});
  });
  return Spread(std::move(values));
}

StartWorth worth_by_start(const Books& books, const std::vector<SegmentOutcome>& replication, int segment,
                          int start) {
  StartWorth worth;
  for_segments(books, segment, [&](int s) {
    std::int64_t people = 0, value = replication[s].tally.late_value(start);
    for (const Life& life : replication[s].lives)
      if (life.start == start) {
        ++people;
        value += life.value;
      }
    const double weight = books.plan.population[s].weight;
    worth.people += weight * static_cast<double>(people);
    worth.value += weight * books.scales.money.to_double(value);
  });
  return worth;
}

std::optional<double> value_as_new(const Books& books, const SegmentTables& tables, const Life& life) {
  if (life.first <= 0 || life.first + tables.view.window - 1 > tables.view.periods) return {};
  return books.scales.money.to_double(life.value) / tables.discount[life.first];
}

Spread values_of_new(const Books& books, int scenario, const std::vector<SegmentOutcome>& replication,
                     int segment) {
  std::vector<Weighted> values;
  for_segments(books, segment, [&](int s) {
    const SegmentTables& tables = *books.plan.scenarios[scenario].courses[replication[s].course][s];
    for (const Life& life : replication[s].lives)
      if (const auto value = value_as_new(books, tables, life))
        values.push_back({*value, books.plan.population[s].weight});
  });
  return Spread(std::move(values));
}

}  // namespace clientele
