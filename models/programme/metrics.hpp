// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array programme_metrics = {
    Metric{.name = "contacts",
           .meaning = "contacts that the brand made with its customers; missing where it makes none",
           .unit = "contacts",
           .from = [](const Totals& t) { return when(t.contacting, t.contacts); }},
    Metric{.name = "contact_cost",
           .meaning = "what these contacts cost",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.contacting && t.priced, t.contact_cost); }},
    Metric{.name = "members",
           .meaning = "members of the brand's programme who have not left the "
                      "category; missing where it has none",
           .unit = "people",
           .adds = Metric::Adds::stock,
           .from = [](const Totals& t) { return when(t.rewarding, t.members); }},
    Metric{.name = "points_earned",
           .meaning = "points that members got",
           .unit = "points",
           .from = [](const Totals& t) { return when(t.rewarding, t.points_earned); }},
    Metric{.name = "points_broken",
           .meaning = "points of rewards that were never claimed, and of members "
                      "who left the category",
           .unit = "points",
           .from = [](const Totals& t) { return when(t.rewarding, t.points_broken); }},
    Metric{.name = "points",
           .meaning = "points on the cards of members: those earned less those "
                      "broken and those of rewards claimed",
           .unit = "points",
           .adds = Metric::Adds::stock,
           .from = [](const Totals& t) { return when(t.rewarding, t.points); }},
    Metric{.name = "liability",
           .meaning = "what the points on the cards would cost if all were "
                      "claimed: accrued as they are earned, "
                      "released as they are claimed or broken",
           .unit = "currency",
           .adds = Metric::Adds::stock,
           .from = [](const Totals& t) { return when(t.rewarding && t.priced, t.liability); }},
    Metric{.name = "rewards",
           .meaning = "rewards that members claimed",
           .unit = "rewards",
           .from = [](const Totals& t) { return when(t.rewarding, t.rewards); }},
    Metric{.name = "reward_cost",
           .meaning = "what these rewards cost",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.rewarding && t.priced, t.reward_cost); }},
    Metric{.name = "programme_cost",
           .meaning = "cost of the programme: rewards claimed and members",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.rewarding && t.priced, t.programme_cost); }},
    Metric{.name = "add_ons",
           .meaning = "add-ons that customers of the brand have; missing where it offers none",
           .unit = "add-ons",
           .adds = Metric::Adds::stock,
           .from = [](const Totals& t) { return when(t.adding, t.add_ons); }},
    Metric{.name = "add_on_cost",
           .meaning = "what add-ons cost the brand; in cash.csv with the unit costs",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.adding && t.priced, t.add_on_cost); }},
    Metric{.name = "add_on_revenue",
           .meaning = "what customers pay for add-ons; part of revenue",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.adding && t.priced, t.add_on_revenue); }},
};

}  // namespace clientele
