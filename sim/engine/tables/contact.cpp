// SPDX-License-Identifier: MIT
#include "models/programme/contact.hpp"

#include <algorithm>
#include <cmath>

#include "models/programme/contact_parameters.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/engine/tables/worth.hpp"

namespace clientele {

static_assert(most_contacts == most_contact_kinds);

namespace {

BoundsTable bounds(Layout& l, const Bounds& of, const std::string& path) {
  return {of.over ? l.by_row(*of.over, path + ".over") : nullptr,
          of.under ? l.by_row(*of.under, path + ".under") : nullptr};
}

/// How often, at what cost and with what effect a kind of contact comes in each period.
void lay_frequency(Layout& l, const ContactKind& kind, const std::string& path, ContactTable& table) {
  auto& times = l.tables.floats.emplace_back();
  auto& lift = l.tables.floats.emplace_back();
  auto& count = l.tables.amounts.emplace_back();
  auto& cost = l.tables.amounts.emplace_back();
  double so_far = 0;
  for (int row = 0; row < l.rows; ++row) {
    const double frequency = l.at(kind.frequency, path + ".frequency", row);
    const double after = row > 0 || l.view.purchase_just_made ? so_far + frequency : 0;
    const double whole = contacts_within(so_far, after), here = row == 0 ? frequency : whole;
    so_far = after;
    times.push_back(static_cast<float>(here));
    count.push_back(std::llround(whole));
    cost.push_back(l.fixed(whole * l.at(kind.cost, path + ".cost", row), row));
    lift.push_back(static_cast<float>(
        log2_e * utility_of_contacts(here, kind.utility.value, kind.optimum.value, kind.irritation.value)));
  }
  table.times = times.data();
  table.count = count.data();
  table.cost = cost.data();
  if (std::any_of(lift.begin(), lift.end(), [](float u) { return u != 0; })) table.lift = lift.data();
}

void lay_rule(Layout& l, const Recipients& to, const std::string& path, ContactTable& table) {
  table.recency = bounds(l, to.recency, path + ".recency");
  table.tenure = bounds(l, to.tenure, path + ".tenure");
  table.risk = bounds(l, to.risk, path + ".risk");
  if (to.best) table.best = lay_best(l, *to.best, path + ".value.top");
}

/// Periods since the last purchase up to which a rule tells customers apart, and one more.
float told_apart(const Layout& l, const BoundsTable& recency) {
  float most = 0;
  for (const float* bound : {recency.over, recency.under})
    for (int row = 0; bound && row < l.rows; ++row) most = std::max(most, std::ceil(bound[row]) + 1);
  return most;
}

}  // namespace

void lay_contacts(Layout& l) {
  for (const std::size_t b : l.order.brands)
    l.tables.contacting.push_back(std::any_of(
        l.world.contacts.begin(), l.world.contacts.end(),
        [&](const auto& contact) { return sender_of(l.world, contact.is) == l.world.brands[b].name; }));
  const auto& start = l.world.market.start;
  l.view.purchase_just_made = start && start->purchase == Start::Purchase::just_made;
  double longest = 0;
  for (const auto& [name, kind] : l.world.contacts) {
    if (!kind.to.segment.empty() && kind.to.segment != l.request.segment.name) continue;
    ContactTable table;
    for (std::size_t j = 0; j < l.order.brands.size(); ++j)
      if (l.world.brands[l.order.brands[j]].name == sender_of(l.world, kind))
        table.brand = static_cast<int>(j);
    lay_frequency(l, kind, "contacts." + name, table);
    const bool ever = std::any_of(table.times, table.times + l.rows, [](float n) { return n > 0; });
    if (!ever && kind.prompts.value == 0) continue;
    lay_rule(l, kind.to, "contacts." + name + ".to", table);
    table.kept = static_cast<float>(kept_of_utility(kind.half_life.value));
    table.prompts = static_cast<float>(kind.prompts.value);
    table.awakening = static_cast<float>(kind.awakening.value * log2_e);
    l.view.favoured = l.view.favoured || table.lift;
    l.view.prompted = l.view.prompted || table.prompts > 0;
    l.view.wakes = l.view.wakes || table.awakening != 0;
    const float sleeping = table.awakening != 0 && !l.view.contract ? 2 : 0;
    l.view.contact_recency = std::max({l.view.contact_recency, told_apart(l, table.recency), sleeping});
    if (table.lift && table.times[0] > 0) longest = std::max(longest, kind.half_life.value);
    l.tables.contacts.push_back(table);
  }
  l.view.contacts = static_cast<int>(l.tables.contacts.size());
  l.view.contact = l.tables.contacts.data();
  l.view.sometimes = l.view.sometimes || (l.view.prompted && l.behaviours.need.model == Need::Model::regular);
  // Four half-lives, and two years for the customers to settle, bring today's contacts to rest.
  if (longest > 0 && !(start && start->warm_up))
    l.view.warm_up =
        std::max(l.view.warm_up, static_cast<int>(std::clamp(std::ceil(4 * longest), 24.0, 240.0)));
}

}  // namespace clientele
