// SPDX-License-Identifier: MIT
#include "sim/report/screen_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "sim/report/words.hpp"

namespace clientele {

namespace {
/// Small differences stand beside values with three digits, and need no more decimals than these.
std::string difference_of_amounts(double x) { return signed_compact(x, std::abs(x) < 1 ? 2 : 3); }

/// How an estimate is put into words, and a difference of two.
struct Wording {
  std::string (*value)(double, const std::string& currency);
  std::string (*difference)(double);
};

const Wording as_money = {[](double x, const std::string& currency) { return money(x, currency); },
                          difference_of_amounts};
/// There is no part of a person.
double whole_if_small(double people) { return std::abs(people) < 1 ? 0 : people; }
const Wording as_count = {[](double x, const std::string&) { return compact(whole_if_small(x)); },
                          [](double x) { return difference_of_amounts(whole_if_small(x)); }};
/// The share that some have of a sum says nothing where the sum is not positive.
const Wording as_part = {
    [](double x, const std::string&) { return x == 0 ? std::string(missing) : percent(x); },
    [](double x) { return signed_points(x); }};
const Wording as_number = {[](double x, const std::string&) { return compact(x); }, difference_of_amounts};
const Wording as_share = {[](double x, const std::string&) { return percent(x); },
                          [](double x) { return signed_points(x); }};

/// What the screen tells of a headline, in its order.
struct Told {
  std::string label;
  Estimate Headline::*estimate;
  const Wording& wording;
};

std::vector<Told> told(const Results& results) {
  std::vector<Told> told = {{"Customer equity", &Headline::equity, as_money},
                            {"  of today's customers", &Headline::equity_today, as_money},
                            {"  of customers to come", &Headline::equity_future, as_money}};
  const bool advertises =
      std::any_of(results.headlines.begin(), results.headlines.end(),
                  [](const Headline& headline) { return headline.advertising.mean != 0; });
  if (advertises) told.push_back({"  less advertising", &Headline::advertising, as_money});
  const bool acquires =
      std::any_of(results.headlines.begin(), results.headlines.end(),
                  [](const Headline& headline) { return headline.channel_spend.mean != 0; });
  if (acquires) told.push_back({"  less channels", &Headline::channel_spend, as_money});
  const std::vector<Told> of_customers = {
      {"Customers today", &Headline::customers_today, as_count},
      {fmt::format("Customers after {} {}s", results.periods, results.period), &Headline::customers_end,
       as_count},
      {"Share of purchases", &Headline::share, as_share},
      {fmt::format("Retention per {}", results.period), &Headline::retention, as_share},
      {"Lifetime value of today's customers", &Headline::clv, as_money},
      {"  lower quartile", &Headline::clv_p25, as_money},
      {"  median", &Headline::clv_p50, as_money},
      {"  upper quartile", &Headline::clv_p75, as_money},
      {"  in the best 20 % of them", &Headline::best_fifth, as_part}};
  for (const Told& line : of_customers) told.push_back(line);
  return told;
}

std::string spread(const Results& results, const Estimate& estimate) {
  if (!results.several()) return "one replication: error unknown";
  return fmt::format("± {} Monte Carlo error", compact(estimate.mc_error, 2));
}

constexpr std::string_view simple_label = "  simple formula S x C x P x t";

std::string simple_value(const Results& results, const Headline& headline) {
  return headline.simple ? money(headline.simple->value, results.currency) : std::string(missing);
}

/// One line of an estimate that may be missing, of one headline or of two side by side.
using Pick = std::function<std::optional<Estimate>(const Headline&)>;
Line line_of(const Results& results, const std::vector<const Headline*>& told, std::string label,
             const Pick& pick, const Wording& wording) {
  Line line{std::move(label), {}};
  bool all = true;
  for (const Headline* headline : told) {
    const auto estimate = pick(*headline);
    all = all && estimate;
    line.values.push_back(estimate ? wording.value(estimate->mean, results.currency) : std::string(missing));
  }
  if (told.size() == 2)
    line.values.push_back(all ? wording.difference(pick(*told[1])->mean - pick(*told[0])->mean)
                              : std::string(missing));
  return line;
}

/// What the other brands of our owner mean.
std::vector<Line> owner_lines(const Results& results, const std::vector<const Headline*>& told) {
  std::vector<Line> lines;
  if (told.front()->owner_equity)
    lines.push_back(line_of(
        results, told, "Equity of all brands of our owner", [](const Headline& h) { return h.owner_equity; },
        as_money));
  for (std::size_t i = 0; i < told.front()->siblings.size(); ++i) {
    const auto wins = [i](const Headline* h) { return h->siblings[i].cannibalisation.has_value(); };
    if (std::none_of(told.begin(), told.end(), wins)) continue;  // it never enters
    lines.push_back(line_of(
        results, told, fmt::format("  won by {} from our brands", told.front()->siblings[i].brand),
        [i](const Headline& h) { return h.siblings[i].cannibalisation; }, as_share));
  }
  return lines;
}

/// What those of our channels that are used brought and cost.
std::vector<Line> channel_lines(const Results& results, const std::vector<const Headline*>& told) {
  const std::string payback = fmt::format("  {}s to pay back", results.period);
  const std::tuple<std::string, std::optional<Estimate> ChannelHeadline::*, const Wording&> parts[] = {
      {"  cost of each", &ChannelHeadline::cost, as_money},
      {"  cost of the next one", &ChannelHeadline::marginal_cost, as_money},
      {"  lifetime value, before cost", &ChannelHeadline::clv, as_money},
      {"  lifetime value for each of cost", &ChannelHeadline::clv_to_cost, as_number},
      {payback, &ChannelHeadline::payback, as_number}};
  std::vector<Line> lines;
  for (std::size_t i = 0; i < told.front()->channels.size(); ++i) {
    const auto brings = [&](std::optional<Estimate> ChannelHeadline::*whom) {
      return std::any_of(told.begin(), told.end(), [&](const Headline* h) {
        const auto& people = h->channels[i].*whom;
        return people && people->mean > 0;
      });
    };
    const bool newcomers = brings(&ChannelHeadline::newcomers), won = brings(&ChannelHeadline::won);
    if (!newcomers && !won) continue;  // it is not used
    const auto add = [&](std::string label, std::optional<Estimate> ChannelHeadline::*part,
                         const Wording& wording) {
      lines.push_back(line_of(
          results, told, std::move(label), [=](const Headline& h) { return h.channels[i].*part; }, wording));
    };
    const std::string& channel = told.front()->channels[i].channel;
    if (newcomers) add("Newcomers by " + channel, &ChannelHeadline::newcomers, as_count);
    if (won) add("Won from rivals by " + channel, &ChannelHeadline::won, as_count);
    for (const auto& [label, part, wording] : parts) add(label, part, wording);
  }
  return lines;
}
}  // namespace

std::vector<Line> lines_of(const Results& results, const Headline& today) {
  std::vector<Line> lines;
  for (const auto& [label, estimate, wording] : told(results))
    lines.push_back({label, {wording.value((today.*estimate).mean, results.currency)}});
  lines.front().values.push_back(spread(results, today.equity));
  if (results.several())
    lines.insert(
        lines.begin() + 1,
        {results.draws > 1 ? "  5 % to 95 % of draws" : "  5 % to 95 % of replications",
         {fmt::format("{} to {}", compact(today.equity.p05), money(today.equity.p95, results.currency))}});
  lines.push_back({std::string(simple_label), {simple_value(results, today)}});
  if (today.simple)
    lines.push_back(
        {"",
         {"", fmt::format("S {} a purchase, C {} a {},", money(today.simple->spend, results.currency),
                          compact(today.simple->purchases), results.period)}});
  if (today.simple)
    lines.push_back({"",
                     {"", fmt::format("P {} margin, t {} {}s", percent(today.simple->margin),
                                      compact(today.simple->lifetime), results.period)}});
  for (auto& line : owner_lines(results, {&today})) lines.push_back(std::move(line));
  for (auto& line : channel_lines(results, {&today})) lines.push_back(std::move(line));
  return lines;
}

std::vector<Line> lines_beside(const Results& results, const Headline& today, const Headline& scenario) {
  std::vector<Line> lines;
  for (const auto& [label, estimate, wording] : told(results)) {
    const double before = (today.*estimate).mean, after = (scenario.*estimate).mean;
    lines.push_back({label,
                     {wording.value(before, results.currency), wording.value(after, results.currency),
                      wording.difference(after - before)}});
    if (&wording == &as_part && (before == 0 || after == 0)) lines.back().values.back() = missing;
  }
  lines.push_back(
      {std::string(simple_label),
       {simple_value(results, today), simple_value(results, scenario),
        today.simple && scenario.simple ? difference_of_amounts(scenario.simple->value - today.simple->value)
                                        : std::string(missing)}});
  for (auto& line : owner_lines(results, {&today, &scenario})) lines.push_back(std::move(line));
  for (auto& line : channel_lines(results, {&today, &scenario})) lines.push_back(std::move(line));
  return lines;
}

}  // namespace clientele
