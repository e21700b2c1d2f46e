// SPDX-License-Identifier: MIT
#include "sim/report/options_table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/report/equity_lines.hpp"
#include "sim/report/words.hpp"

namespace clientele {

namespace {

std::string chance(const std::optional<OptionVerdict>& odds, Measured OptionVerdict::*which) {
  return odds ? fmt::format("{:.0f} %", 100 * ((*odds).*which).value) : std::string(missing);
}

std::string row(const std::string& equity, const std::string& net, const std::string& range,
                const std::string& better, const std::string& best, const std::string& worst) {
  std::string line =
      fmt::format("  {:>9}{:>10}{:>20}{:>9}{:>7}{:>10}", equity, net, range, better, best, worst);
  return line.erase(line.find_last_not_of(' ') + 1) + "\n";
}

std::string row_of(const Headline& headline) {
  const Against& against = *headline.against;
  const std::string worst = against.odds ? signed_compact(against.odds->worst.value) : std::string(missing);
  return row(compact(headline.equity.mean), signed_compact(against.net.mean),
             fmt::format("{} to {}", signed_compact(against.net.p05), signed_compact(against.net.p95)),
             chance(against.odds, &OptionVerdict::better), chance(against.odds, &OptionVerdict::best), worst);
}

/// Why an option is worth what it is, and when it pays back.
std::string beneath(const Results& results, const Against& against) {
  std::string text;
  if (const auto reason = reason_after_investment(against); !reason.empty())
    text += wrapped("why " + reason, "    ");
  if (const auto changes = changes_in_a_line(against); !changes.empty())
    text += wrapped("of which " + changes, "    ");
  if (const auto payback = payback_in_words(results, against); !payback.empty())
    text += wrapped("payback " + payback, "    ");
  return text;
}

std::string closing_words(const Results& results) {
  if (!results.best) return "None of them is better than doing nothing.";
  const Headline* best = &results.headlines[*results.best];
  std::string text = fmt::format("'{}' is the best of them by its mean: {} after investments", best->scenario,
                                 money(best->against->net.mean, results.currency));
  if (const auto& odds = best->against->odds)
    text += fmt::format(", better than today in {:.0f} % of draws and the best of all in {:.0f} %",
                        100 * odds->better.value, 100 * odds->best.value);
  text += ".";
  if (results.perfect_information && results.perfect_information->value > 0)
    text += fmt::format(" To know everything uncertain before choosing would be worth {} at most.",
                        money(results.perfect_information->value, results.currency));
  const double error = best->against->net.mc_error, size = std::abs(best->against->net.mean);
  if (results.draws > 1 && size > 0 && 1.9 * error > 0.1 * size)
    text += fmt::format(
        " The Monte Carlo error of its gain is ± {:.0f} %: --draws {} would bring it to about half.",
        100 * 1.9 * error / size, 4 * results.draws);
  return text;
}

}  // namespace

std::string options_table(const Results& results, Colour colour) {
  const auto bold = [&](const std::string& text) {
    return colour == Colour::on ? "\033[1m" + text + "\033[0m" : text;
  };
  std::string text = row("equity", "gain", "90 % of draws", "better", "best", "worst 5 %");
  if (results.draws == 1) text = row("equity", "gain", "5 % to 95 %", "better", "best", "worst 5 %");
  text += "today\n" + row(compact(results.headlines.front().equity.mean), "0", "", "",
                          chance(results.staying, &OptionVerdict::best), "");
  for (std::size_t i = 1; i < results.headlines.size(); ++i)
    text += results.headlines[i].scenario + "\n" + row_of(results.headlines[i]) +
            beneath(results, *results.headlines[i].against);
  text += "\n" +
          wrapped(
              "Gains are in customer equity after investments. better: part of the draws in which a scenario "
              "gains; best: in which it gains most of all, doing nothing included.",
              "") +
          "\n";
  return text + bold(wrapped(closing_words(results), ""));
}

}  // namespace clientele
