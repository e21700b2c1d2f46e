// SPDX-License-Identifier: MIT
#include "sim/study/cash.hpp"

#include <cmath>

#include "sim/base/period.hpp"

namespace clientele {

namespace {

/// A line of the account of a brand and a year, from what was counted and, for us, invested.
struct Item {
  const char* name;
  double (*of)(const Totals& year, double invested);
};

constexpr Item items[] = {
    {"revenue", [](const Totals& t, double) { return t.revenue; }},
    {"unit_costs",
     [](const Totals& t, double) {
       return t.revenue - t.cost_to_serve - t.cost_to_keep - t.referral_cost - t.contact_cost -
              t.programme_cost - t.advertising - t.channel_spend - t.contribution;
     }},
    {"cost_to_serve", [](const Totals& t, double) { return t.cost_to_serve; }},
    {"cost_to_keep", [](const Totals& t, double) { return t.cost_to_keep; }},
    {"referral_cost", [](const Totals& t, double) { return t.referral_cost; }},
    {"contact_cost", [](const Totals& t, double) { return t.contact_cost; }},
    {"programme_cost", [](const Totals& t, double) { return t.programme_cost; }},
    {"advertising", [](const Totals& t, double) { return t.advertising; }},
    {"channels", [](const Totals& t, double) { return t.channel_spend; }},
    {"contribution", [](const Totals& t, double) { return t.contribution; }},
    {"investments", [](const Totals&, double invested) { return invested; }},
    {"cash", [](const Totals& t, double invested) { return t.contribution - invested; }},
};

/// Totals of a brand by fiscal year, from the first on.
std::vector<Totals> by_year(const Market& market, const std::vector<Totals>& periods) {
  std::vector<Totals> years = {periods.front()};
  for (std::size_t period = 1; period < periods.size(); ++period) {
    const auto year = static_cast<std::size_t>(fiscal_year(market, static_cast<int>(period)));
    if (year > years.size())
      years.push_back(periods[period]);
    else
      years.back() = years.back().followed_by(periods[period]);
  }
  return years;
}

}  // namespace

int fiscal_year(const Market& market, int period) {
  const int year = static_cast<int>(in_a_year(market.period));
  const int left =
      market.fiscal_year_left ? static_cast<int>(std::lround(market.fiscal_year_left->value)) : year;
  return period <= left ? 1 : 2 + (period - left - 1) / year;
}

std::vector<double> investments_by_year(const Scenario& scenario) {
  const Market& market = scenario.world.market;
  const int horizon = static_cast<int>(std::lround(market.horizon.value));
  std::vector<double> years(static_cast<std::size_t>(fiscal_year(market, horizon)));
  for (const auto& investment : scenario.investments)
    for (int period = investment.from; period <= investment.until.value_or(investment.from); ++period)
      years[static_cast<std::size_t>(fiscal_year(market, period)) - 1] += investment.amount;
  return years;
}

void tabulate_cash(const Sample& sample, Findings& findings) {
  const auto invested = investments_by_year(sample.what);
  for (int brand = 0; brand < static_cast<int>(sample.books.brands.size()); ++brand) {
    const auto years = by_year(sample.what.world.market,
                               totals_by_period(sample.books, sample.scenario, sample.segments, -1, brand));
    for (std::size_t year = 0; year < years.size(); ++year)
      for (const Item& item : items)
        findings.add(
            &Findings::cash,
            [&] {
              return CashRow{
                  sample.what.name, sample.books.brands[brand], static_cast<int>(year) + 1, item.name, {}};
            },
            years[year].priced ? std::optional(item.of(years[year], brand == 0 ? invested[year] : 0))
                               : std::nullopt);
  }
}

}  // namespace clientele
