// SPDX-License-Identifier: MIT
#include "sim/report/screen.hpp"

#include <fmt/format.h>

#include "sim/base/contract.hpp"
#include "sim/base/spelling.hpp"
#include "sim/report/equity_lines.hpp"
#include "sim/report/options_table.hpp"
#include "sim/report/screen_lines.hpp"
#include "sim/report/verdict.hpp"
#include "sim/report/words.hpp"

namespace clientele {

namespace {
constexpr std::size_t label_width = 36;

std::string bold(const std::string& text, Colour colour) {
  return colour == Colour::on ? "\033[1m" + text + "\033[0m" : text;
}

std::string trimmed(std::string line) { return line.erase(line.find_last_not_of(' ') + 1) + "\n"; }

/// At most so many characters, with an ellipsis for what is left out.
std::string shortened(const std::string& text, std::size_t width) {
  std::size_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts_character = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (starts_character && ++seen == width && text.size() - at > 1) return text.substr(0, at) + "…";
  }
  return text;
}

std::string counted(int count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string samples_in_words(const Results& results) {
  if (results.draws == 1) return counted(results.replications, "replication");
  std::string text = counted(results.draws, "draw") + " of " +
                     counted(static_cast<int>(results.unknowns.size()), "uncertain number");
  return results.replications == 1 ? text : text + ", each " + counted(results.replications, "replication");
}

std::string heading(const Results& results, const ScreenFrame& frame) {
  return bold(shortened(frame.title, 80), frame.colour) + "\n" +
         wrapped(fmt::format("{} people, {} {}s ahead; our brand is {}; {} of {} simulated people",
                             compact(results.people), results.periods, results.period, results.focal,
                             samples_in_words(results), whole(results.simulated_people)),
                 "") +
         "\n";
}

std::string world_alone(const Results& results) {
  std::string text;
  for (const auto& line : lines_of(results, results.headlines.front()))
    text += trimmed(fmt::format("{:<{}}{:>12}  {}", line.label, label_width, line.values.front(),
                                line.values.size() > 1 ? line.values[1] : ""));
  const std::string sources = source_lines(results, label_width);
  return sources.empty() ? text : text + "\n" + sources;
}

std::string difference_in_detail(const Results& results, const Against& against) {
  const auto line = [](std::string_view label, const std::string& value) {
    return fmt::format("{:<22}{}\n", label, value);
  };
  const auto told = [](std::string_view label, const std::string& text) {
    const std::string indent(22, ' ');
    return fmt::format("{:<22}", label) + wrapped(text, indent).substr(indent.size());
  };
  std::string difference = signed_compact(against.difference.mean);
  if (results.several())
    difference += fmt::format(
        " ± {} Monte Carlo error (paired, {})", compact(against.difference.mc_error, 2),
        results.draws > 1 ? counted(results.draws, "draw") : counted(results.replications, "replication"));
  std::string text = line("Difference in equity", difference);
  if (results.several())
    text += line("  90 % interval", fmt::format("{} to {} of the mean difference",
                                                signed_compact(against.low), signed_compact(against.high)));
  if (results.draws > 1)
    text += line("  90 % of draws", fmt::format("{} to {}", signed_compact(against.difference.p05),
                                                signed_compact(against.difference.p95)));
  if (const auto reason = reason_in_a_line(against); !reason.empty()) text += told("Why", reason);
  if (const auto changes = changes_in_a_line(against); !changes.empty()) text += told("Of which", changes);
  if (against.odds) {
    text += line("Better than today",
                 fmt::format("in {} of draws, after investments", percent(against.odds->better.value)));
    text += line("Worst 5 % of draws",
                 fmt::format("{} on average, after investments", signed_compact(against.odds->worst.value)));
  }
  if (against.spread)
    text += line("Of its spread", fmt::format("{} is what we do not know, {} who the customers are,",
                                              percent(against.spread->assumptions.value),
                                              percent(against.spread->mix.value))) +
            line("", fmt::format("{} chance", percent(against.spread->chance.value)));
  if (!(against.investment > 0)) return text;
  text += line("Investment", fmt::format("{} (value today)", money(against.investment, results.currency)));
  text += line("Net value", money(against.net_value, results.currency));
  if (against.difference.mean < 0)
    text += line("Return on investment", "none: it loses more than the investment");
  else if (against.return_on_investment)
    text += line("Return on investment", percent(*against.return_on_investment));
  return text + line("Payback", payback_in_words(results, against));
}

std::string beside_today(const Results& results, const Headline& scenario, Colour colour) {
  const auto row = [](const std::string& label, const std::vector<std::string>& values) {
    return trimmed(
        fmt::format("{:<{}}{:>14}{:>14}{:>15}", label, label_width, values[0], values[1], values[2]));
  };
  std::string text =
      bold(shortened(scenario.scenario, 80), colour) + "\n\n" + row("", {"today", "scenario", "difference"});
  for (const auto& line : lines_beside(results, results.headlines.front(), scenario))
    text += row(line.label, line.values);
  return text + "\n" + difference_in_detail(results, *scenario.against) + "\n" +
         bold(wrapped(verdict(results, scenario), ""), colour);
}
}  // namespace

std::string speed_line(const Results& results) {
  return fmt::format("{} customer-{}s simulated in {:.2f} s ({:.1f} million per second, {}, {} thread{})",
                     compact(results.customer_months), results.period, results.simulation_seconds,
                     results.customer_months_per_second() / 1e6, results.kernel, results.threads,
                     results.threads == 1 ? "" : "s");
}

std::string closing_screen(const Results& results, const ScreenFrame& frame) {
  expects(!results.headlines.empty());
  std::string text = heading(results, frame);
  if (results.headlines.size() == 1) text += world_alone(results);
  if (results.headlines.size() > 2) text += options_table(results, frame.colour);
  for (std::size_t i = 1; results.headlines.size() == 2 && i < results.headlines.size(); ++i)
    text += (i > 1 ? "\n" : "") + beside_today(results, results.headlines[i], frame.colour);
  if (const auto sources = sources_in_a_sentence(results); results.headlines.size() > 1 && !sources.empty())
    text += "\n" + wrapped(sources, "");
  if (results.interrupted)
    text += "\n" + wrapped(results.draws_asked > 1
                               ? fmt::format("Interrupted: these are {} of {} draws.", results.draws,
                                             results.draws_asked)
                               : fmt::format("Interrupted: these are {} of {} replications.",
                                             results.replications, results.replications_asked),
                           "");
  if (!results.warnings.empty()) text += "\n";
  for (const auto& warning : results.warnings) text += wrapped("Note: " + warning, "");
  text += "\n";
  if (!frame.folder.empty())
    text += wrapped(fmt::format("Files in {}: {}", frame.folder, listed(frame.files)), "");
  return text + wrapped(speed_line(results), "");
}

}  // namespace clientele
