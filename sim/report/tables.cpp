// SPDX-License-Identifier: MIT
#include "sim/report/tables.hpp"

#include <string_view>

namespace clientele {

namespace {
constexpr auto text = Column::Kind::text;
constexpr auto number = Column::Kind::number;
constexpr auto integer = Column::Kind::integer;

/// Descriptions of metrics say `currency`, since they do not know the world's.
std::string unit_in(const std::string& currency, std::string unit) {
  constexpr std::string_view word = "currency";
  for (auto at = unit.find(word); at != std::string::npos; at = unit.find(word, at + currency.size()))
    unit.replace(at, word.size(), currency);
  return unit;
}

/// One replication shows neither a spread nor an error.
Cell known_from_two(const Results& results, const std::optional<Estimate>& estimate,
                    double Estimate::*member) {
  return estimate && results.several() ? number_cell((*estimate).*member) : Cell();
}

Cell of(const std::optional<Estimate>& estimate, double Estimate::*member) {
  return estimate ? number_cell((*estimate).*member) : Cell();
}
}  // namespace

Table summary_table(const Results& results) {
  Table table{.name = "summary",
              .columns = {{"scenario", text},
                          {"brand", text},
                          {"segment", text},
                          {"metric", text},
                          {"unit", text},
                          {"mean", number},
                          {"sd", number},
                          {"p05", number},
                          {"p25", number},
                          {"p50", number},
                          {"p75", number},
                          {"p95", number},
                          {"mc_error", number}},
              .rows = {}};
  for (const auto& row : results.summary) {
    const auto& e = row.estimate;
    table.rows.push_back({row.scenario, row.brand, row.segment, row.metric,
                          unit_in(results.currency, row.unit), of(e, &Estimate::mean),
                          known_from_two(results, e, &Estimate::sd), of(e, &Estimate::p05),
                          of(e, &Estimate::p25), of(e, &Estimate::p50), of(e, &Estimate::p75),
                          of(e, &Estimate::p95), known_from_two(results, e, &Estimate::mc_error)});
  }
  return table;
}

Table periods_table(const Results& results) {
  Table table{.name = "periods",
              .columns = {{"scenario", text},
                          {"brand", text},
                          {"period", integer},
                          {"metric", text},
                          {"unit", text},
                          {"mean", number},
                          {"p05", number},
                          {"p95", number}},
              .rows = {}};
  for (const auto& row : results.by_period)
    table.rows.push_back({row.scenario, row.brand, std::int64_t{row.period}, row.metric,
                          unit_in(results.currency, row.unit), of(row.estimate, &Estimate::mean),
                          of(row.estimate, &Estimate::p05), of(row.estimate, &Estimate::p95)});
  return table;
}

Table clv_table(const Results& results) {
  Table table{.name = "clv",
              .columns = {{"scenario", text},
                          {"segment", text},
                          {"customers", text},
                          {"measure", text},
                          {"unit", text},
                          {"mean", number},
                          {"p05", number},
                          {"p95", number}},
              .rows = {}};
  for (const auto& row : results.clv)
    table.rows.push_back({row.scenario, row.segment, row.customers, row.measure,
                          unit_in(results.currency, row.unit), number_cell(row.estimate.mean),
                          number_cell(row.estimate.p05), number_cell(row.estimate.p95)});
  return table;
}

Table comparison_table(const Results& results) {
  Table table{
      .name = "comparison", .columns = {{"scenario", text}, {"metric", text}, {"unit", text}}, .rows = {}};
  for (const char* name :
       {"baseline", "value", "difference", "difference_p05", "difference_p95", "p_higher", "p_better",
        "p_best", "p_loss", "worst_5pct", "regret", "mc_error", "pairing_gain", "payback"})
    table.columns.push_back({name, number});
  const auto odd = [](const std::optional<OptionVerdict>& odds, Measured OptionVerdict::*member) {
    return odds ? number_cell(((*odds).*member).value) : Cell();
  };
  for (const auto& row : results.comparison)
    table.rows.push_back(
        {row.scenario, row.metric, unit_in(results.currency, row.unit), of(row.baseline, &Estimate::mean),
         of(row.value, &Estimate::mean), of(row.difference, &Estimate::mean),
         of(row.difference, &Estimate::p05), of(row.difference, &Estimate::p95),
         row.higher ? number_cell(row.higher->value) : Cell(), odd(row.odds, &OptionVerdict::better),
         odd(row.odds, &OptionVerdict::best), odd(row.odds, &OptionVerdict::loss),
         odd(row.odds, &OptionVerdict::worst), odd(row.odds, &OptionVerdict::regret),
         known_from_two(results, row.difference, &Estimate::mc_error), number_cell(row.pairing_gain),
         row.payback ? number_cell(*row.payback) : Cell()});
  return table;
}

Table equity_table(const Results& results) {
  Table table{.name = "equity",
              .columns = {{"scenario", text},
                          {"of", text},
                          {"part", text},
                          {"unit", text},
                          {"value", number},
                          {"mc_error", number}},
              .rows = {}};
  for (const auto& row : results.equity)
    table.rows.push_back({row.scenario, row.of, row.part, unit_in(results.currency, row.unit),
                          number_cell(row.value), number_cell(row.mc_error)});
  return table;
}

Table draws_table(const Results& results) {
  Table table{.name = "draws",
              .columns = {{"draw", integer},
                          {"replication", integer},
                          {"scenario", text},
                          {"customer_equity", number},
                          {"net_value", number}},
              .rows = {}};
  for (const Unknown& unknown : results.unknowns) table.columns.push_back({unknown.path, number});
  for (const auto& row : results.samples) {
    auto& cells = table.rows.emplace_back(
        std::vector<Cell>{std::int64_t{row.draw}, std::int64_t{row.replication}, row.scenario,
                          number_cell(row.customer_equity), number_cell(row.net_value)});
    for (const Unknown& unknown : results.unknowns)
      cells.push_back(number_cell(unknown.by_draw[static_cast<std::size_t>(row.draw - 1)]));
  }
  return table;
}

Table switching_table(const Results& results) {
  Table table{.name = "switching",
              .columns = {{"scenario", text},
                          {"from", text},
                          {"to", text},
                          {"mean", number},
                          {"p05", number},
                          {"p95", number},
                          {"mc_error", number}},
              .rows = {}};
  for (const auto& row : results.switching)
    table.rows.push_back({row.scenario, row.from, row.to, of(row.share, &Estimate::mean),
                          of(row.share, &Estimate::p05), of(row.share, &Estimate::p95),
                          known_from_two(results, row.share, &Estimate::mc_error)});
  return table;
}

Table churn_table(const Results& results) {
  Table table{.name = "churn",
              .columns = {{"scenario", text},
                          {"brand", text},
                          {"period", integer},
                          {"reason", text},
                          {"destination", text},
                          {"people", number},
                          {"p05", number},
                          {"p95", number}},
              .rows = {}};
  for (const auto& row : results.churn)
    table.rows.push_back({row.scenario, row.brand, std::int64_t{row.period}, row.reason, row.destination,
                          number_cell(row.people.mean), number_cell(row.people.p05),
                          number_cell(row.people.p95)});
  return table;
}

Table last_brand_table(const Results& results) {
  Table table{.name = "by_last_brand",
              .columns = {{"scenario", text},
                          {"segment", text},
                          {"last_brand", text},
                          {"people", number},
                          {"value_each", number},
                          {"p05", number},
                          {"p95", number},
                          {"mc_error", number},
                          {"value", number}},
              .rows = {}};
  for (const auto& row : results.by_last_brand)
    table.rows.push_back({row.scenario, row.segment, row.last_brand, number_cell(row.people),
                          of(row.value_each, &Estimate::mean), of(row.value_each, &Estimate::p05),
                          of(row.value_each, &Estimate::p95),
                          known_from_two(results, row.value_each, &Estimate::mc_error),
                          number_cell(row.value.mean)});
  return table;
}

Table counts_table(const Results& results) {
  Table table{.name = "counts",
              .columns = {{"scenario", text},
                          {"purchases", text},
                          {"people", number},
                          {"p05", number},
                          {"p95", number},
                          {"mc_error", number}},
              .rows = {}};
  for (const auto& row : results.counts)
    table.rows.push_back({row.scenario, row.purchases, of(row.people, &Estimate::mean),
                          of(row.people, &Estimate::p05), of(row.people, &Estimate::p95),
                          known_from_two(results, row.people, &Estimate::mc_error)});
  return table;
}

Table profile_table(const Results& results) {
  Table table{.name = "profile",
              .columns = {{"scenario", text},
                          {"customers", text},
                          {"decile", text},
                          {"characteristic", text},
                          {"unit", text},
                          {"mean", number},
                          {"p05", number},
                          {"p95", number}},
              .rows = {}};
  for (const auto& row : results.profile)
    table.rows.push_back({row.scenario, row.customers, row.decile, row.characteristic,
                          unit_in(results.currency, row.unit), number_cell(row.estimate.mean),
                          number_cell(row.estimate.p05), number_cell(row.estimate.p95)});
  return table;
}

Table cash_table(const Results& results) {
  Table table{.name = "cash",
              .columns = {{"scenario", text},
                          {"brand", text},
                          {"year", integer},
                          {"item", text},
                          {"unit", text},
                          {"mean", number},
                          {"p05", number},
                          {"p95", number}},
              .rows = {}};
  for (const auto& row : results.cash)
    table.rows.push_back({row.scenario, row.brand, std::int64_t{row.year}, row.item, results.currency,
                          of(row.amount, &Estimate::mean), of(row.amount, &Estimate::p05),
                          of(row.amount, &Estimate::p95)});
  return table;
}

Table channels_table(const Results& results) {
  Table table{.name = "channels",
              .columns = {{"scenario", text},
                          {"channel", text},
                          {"brand", text},
                          {"period", text},
                          {"metric", text},
                          {"unit", text},
                          {"mean", number},
                          {"p05", number},
                          {"p95", number},
                          {"mc_error", number}},
              .rows = {}};
  for (const auto& row : results.channels)
    table.rows.push_back({row.scenario, row.channel, row.brand, row.period, row.metric,
                          unit_in(results.currency, row.unit), of(row.estimate, &Estimate::mean),
                          of(row.estimate, &Estimate::p05), of(row.estimate, &Estimate::p95),
                          known_from_two(results, row.estimate, &Estimate::mc_error)});
  return table;
}

std::vector<Table> tables_of(const Results& results) {
  std::vector<Table> tables = {summary_table(results),   periods_table(results), clv_table(results),
                               switching_table(results), churn_table(results),   last_brand_table(results),
                               counts_table(results),    profile_table(results), cash_table(results),
                               draws_table(results)};
  if (!results.comparison.empty()) tables.push_back(comparison_table(results));
  if (!results.equity.empty()) tables.push_back(equity_table(results));
  if (!results.channels.empty()) tables.push_back(channels_table(results));
  return tables;
}

}  // namespace clientele
