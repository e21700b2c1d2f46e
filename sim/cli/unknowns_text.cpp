// SPDX-License-Identifier: MIT
#include "sim/cli/unknowns_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/spelling.hpp"
#include "sim/cli/columns.hpp"
#include "sim/report/words.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/realisation.hpp"

namespace clientele {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Four significant digits of what was computed; what is written has as many as it has.
std::string rounded_text(double x, const Assumption& one, Quantity quantity) {
  const double size = std::pow(10, 3 - std::floor(std::log10(std::max(std::abs(x), 1e-300))));
  const double rounded = x == 0 || !std::isfinite(size) ? x : std::round(x * size) / size;
  return quantity_text(rounded, quantity, one.per);
}

/// The law of the number as it is written.
std::string in_words(const Assumption& one) {
  const Law& law = one.law;
  const auto text = [&](double x) { return rounded_text(x, one, one.quantity); };
  const auto spread = [&](double x) {
    return rounded_text(x, one, one.quantity == Quantity::moment ? Quantity::duration : one.quantity);
  };
  const auto plain = [](double x) { return number_text(x, 3); };
  const auto ends = [&] { return fmt::format("from {} to {}", text(law.low), text(law.high)); };
  switch (law.family) {
    case Law::Family::normal:
      return fmt::format("normal, mean {}, sd {}", text(law.first), spread(law.second));
    case Law::Family::lognormal:
      return fmt::format("lognormal, median {}, sigma {}", text(law.first), plain(law.second));
    case Law::Family::logit_normal:
      return "logit-normal " + ends();
    case Law::Family::uniform:
      return "uniform " + ends();
    case Law::Family::triangular:
      return fmt::format("triangular {}, most likely {}", ends(), text(law.first));
    case Law::Family::pert:
      return fmt::format("pert {}, most likely {}", ends(), text(law.first));
    case Law::Family::beta:
      return fmt::format("beta, alpha {}, beta {}", plain(law.first), plain(law.second));
  }
  return {};
}

std::string also_of(const Assumption& one) {
  constexpr std::string_view prefix = "segments.";
  std::vector<std::string> segments;
  for (const auto& path : one.acts_on)
    if (path != one.path && path.starts_with(prefix))
      segments.push_back(path.substr(prefix.size(), path.find('.', prefix.size()) - prefix.size()));
  return segments.empty() ? "" : "; also of " + listed(segments);
}

/// `normal, mean 0.4, sd 0.1: 90% from 0.2355 to 0.5645; also of students`; what is written as an interval
/// says the 90 % itself.
std::string what_it_means(const Assumption& one) {
  const auto text = [&](double x) { return rounded_text(x, one, one.quantity); };
  std::string meaning = in_words(one);
  if (one.written.find('(') != std::string::npos)
    meaning += fmt::format(": 90% from {} to {}", text(value_of(one, 0.05, one.per)),
                           text(value_of(one, 0.95, one.per)));
  return meaning + also_of(one);
}

Rows assumption_rows(const Unknowns& unknowns) {
  Rows rows;
  for (const auto& one : unknowns.assumptions) rows.push_back({one.path, one.written, what_it_means(one)});
  return rows;
}

double probability_of(const std::string& event, const Scenario& scenario) {
  for (const auto& brand : scenario.world.brands)
    if (event == "brands." + brand.name + ".enters" && brand.is.entry_probability)
      return brand.is.entry_probability->value;
  const auto keys = keys_of_changes(scenario);
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] == event) return scenario.changes[i].probability;
  return 1;
}

Rows event_rows(const Unknowns& unknowns, const std::vector<Scenario>& scenarios) {
  Rows rows;
  for (const auto& event : unknowns.events)
    for (const auto& scenario : scenarios) {
      const double probability = probability_of(event, scenario);
      if (probability >= 1) continue;
      rows.push_back(
          {event, "happens with probability " + quantity_text(probability, Quantity::share, Period::month)});
      break;
    }
  return rows;
}

}  // namespace

std::string unknowns_in_words(const Study& study) {
  const auto scenarios = study.all();
  const Unknowns unknowns = unknowns_of(scenarios);
  if (!unknowns.any()) return {};
  std::string text = "Not known exactly:\n" + in_columns(assumption_rows(unknowns));
  if (unknowns.joint)
    text += wrapped(fmt::format("{} draws from {}, of {}", unknowns.joint->rows.size(), unknowns.joint->file,
                                listed(unknowns.joint->paths)),
                    "  ");
  text += in_columns(event_rows(unknowns, scenarios));
  if (unknowns.correlations.empty()) return text;
  Rows rows;
  for (const auto& one : unknowns.correlations)
    rows.push_back({one.one + " with " + one.other, number_text(one.is, 3)});
  return text + "Correlated:\n" + in_columns(rows);
}

}  // namespace clientele
