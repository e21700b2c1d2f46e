// SPDX-License-Identifier: MIT
#include "sim/report/equity_lines.hpp"

#include <fmt/format.h>

#include "sim/report/words.hpp"

namespace clientele {

namespace {

std::string in_words(const std::string& source) {
  if (source == "value") return "  value: price, what one gets for it";
  if (source == "brand") return "  brand: image, liking, awareness";
  if (source == "retention") return "  retention: habit, memory, bonds";
  return "  without any of these";
}

std::string samples_of(const Results& results, const EquityParts& parts) {
  return fmt::format("{} {}{}", parts.samples, results.draws > 1 ? "draw" : "replication",
                     parts.samples == 1 ? "" : "s");
}

std::string listed(const EquityParts& parts) {
  std::string text;
  for (const auto& part : parts.parts)
    text += (text.empty() ? "" : ", ") + part.name + " " + signed_compact(part.value);
  return text;
}

}  // namespace

std::string source_lines(const Results& results, std::size_t label_width) {
  const auto& sources = results.headlines.front().sources;
  if (!sources) return "";
  std::string text = fmt::format("Where our equity of {} comes from ({})\n",
                                 money(sources->whole, results.currency), samples_of(results, *sources));
  for (const auto& part : sources->parts) {
    const bool is_rest = &part == &sources->parts.back();
    const std::string value = is_rest ? money(part.value, results.currency)
                                      : fmt::format("{} {}", signed_compact(part.value), results.currency);
    text += fmt::format("{:<{}}{:>12}", in_words(part.name), label_width, value);
    text += part.mc_error ? fmt::format("  ± {} Monte Carlo error\n", compact(*part.mc_error, 2)) : "\n";
  }
  return text;
}

std::string sources_in_a_sentence(const Results& results) {
  const auto& sources = results.headlines.front().sources;
  if (!sources) return "";
  EquityParts parts = *sources;
  const EquityPart rest = parts.parts.back();
  parts.parts.pop_back();
  return fmt::format("Where today's equity of {} comes from ({}): {}; without any of these {}.",
                     money(sources->whole, results.currency), samples_of(results, *sources), listed(parts),
                     compact(rest.value));
}

std::string reason_in_a_line(const Against& against) {
  if (!against.why || against.why->parts.empty()) return "";
  return fmt::format("{}: {}", signed_compact(against.difference.mean), listed(*against.why));
}

std::string reason_after_investment(const Against& against) {
  if (!against.why || (against.why->parts.empty() && !(against.investment > 0))) return "";
  EquityParts parts = *against.why;
  if (against.investment > 0) parts.parts.push_back({"investment", -against.investment, {}});
  return fmt::format("{}: {}", signed_compact(against.net_value), listed(parts));
}

std::string changes_in_a_line(const Against& against) {
  return against.changes && against.changes->parts.size() > 1 ? listed(*against.changes) : "";
}

std::string payback_in_words(const Results& results, const Against& against) {
  if (!(against.investment > 0)) return "";
  if (!against.payback) return fmt::format("not within {} {}s", results.periods, results.period);
  if (*against.payback == 0) return "at once";
  return fmt::format("after {} {}{}", *against.payback, results.period, *against.payback == 1 ? "" : "s");
}

}  // namespace clientele
