// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "sim/input/read.hpp"
#include "sim/scenario/advice.hpp"
#include "sim/scenario/realisation.hpp"

namespace {

using namespace clientele;

/// A market with every part of the language, for scenarios to change.
constexpr char market[] = R"(market: Two bakeries
horizon: 5 years
discount_rate: 10% per year
people: 1000
focal: us
brands:
  us: {price: 3.20, unit_cost: 1.10, share: 40%, ratings: {quality: 4, service: 4}}
  them: {price: 3, share: 60%, leaves: month 50}
  late: {price: 3, appeal: 0, enters: never}
segments:
  young: {share: 30%, departure: {rate: 2% per month}}
  old: {share: 70%}
choice: {inertia: {normal: {mean: 0.6 to 1, sd: 0.3}}, drivers: {quality: {weight: uniform(0.3, 0.5)}}}
experience: {}
departure: {rate: 1% per month}
correlations: [{between: [choice.inertia.mean, choice.drivers.quality.weight], is: 0.5}]
)";

/// A market with draws in a file.
constexpr char drawn[] = R"(market: Drawn
horizon: 5 years
discount_rate: 10% per year
people: 1000
focal: us
draws: fuzz.csv
brands: {us: {price: 3.20, unit_cost: 1.10, share: 40%}, them: {share: 60%}}
choice: {price_sensitivity: 2, inertia: {normal: {mean: 0.8, sd: 0.3}}}
segments: {old: {share: 50%}, young: {share: 50%, choice: {price_sensitivity: 3}}}
)";

/// A market whose customers stand in a file.
constexpr char listed[] = R"(market: Listed
period: week
horizon: 39 weeks
discount_rate: 10% per year
focal: us
brands: {us: {price: 1, unit_cost: 0}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 0.06 per week, shape: 0.243}}}
departure: {model: beta_geometric, per: purchase, chance: {beta: {alpha: 0.793, beta: 2.426}}}
history: fuzz.csv
segments: {old: {share: 50%}, young: {share: 50%, history: {tenure: 3 weeks, purchases: 2}}}
)";

/// Files that exist only here. What the file names is not looked for on the disk.
ReadFile files(const std::string& bytes, const std::string& given) {
  return [&bytes, &given](const std::filesystem::path& file) -> std::string {
    if (file == given) return bytes;
    if (file == "listed.yaml") return listed;
    if (file == "drawn.yaml") return drawn;
    if (file == "market.yaml" || file == "worlds/market.yaml") return market;
    throw BadScenario({{{file.generic_string()}, "", "there is no such file", "Check its name."}});
  };
}

/// Whatever was read can be drawn, here at three places of every law.
void realise(const Study& study) {
  const auto scenarios = study.all();
  const Unknowns unknowns = unknowns_of(scenarios);
  for (const double p : {1e-9, 0.5, 1 - 1e-9}) {
    Drawn drawn;
    for (const auto& one : unknowns.assumptions)
      drawn.values.push_back(value_of(one, p, study.baseline.world.market.period));
    if (unknowns.joint) drawn.row = 0;
    drawn.luck.assign(unknowns.events.size(), p);
    for (const double value : drawn.values)
      if (!std::isfinite(value)) __builtin_trap();
    realised(scenarios, unknowns, drawn);
  }
}

/// Whatever the bytes are, they are read, or refused with at least one problem; nothing else may be thrown.
void read(const std::string& bytes, const std::string& name, const std::vector<Setting>& settings) {
  try {
    const Study study = read_study({name}, settings, files(bytes, name));
    advice_on(study.scenarios.empty() ? study.baseline : study.scenarios.front());
    realise(study);
  } catch (const BadScenario& bad) {
    if (bad.problems().empty()) __builtin_trap();
  }
}

}  // namespace

/// The bytes as a market or scenario; as a file of customers and one of draws; as the changes of a scenario
/// of the market above; and, where they are a `path=value`, as a setting of that market.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  read(text, "fuzz.yaml", {});
  for (const char* market_of_file : {"listed.yaml", "drawn.yaml"}) {
    try {
      realise(read_study({market_of_file}, {}, files(text, "fuzz.csv")));
    } catch (const BadScenario& bad) {
      if (bad.problems().empty()) __builtin_trap();
    }
  }
  read("scenario: Fuzz\nworld: market.yaml\nchanges:\n" + text, "change.yaml", {});
  if (const auto equals = text.find('='); equals < 100)
    read(market, "set.yaml", {{text.substr(0, equals), text.substr(equals + 1)}});
  return 0;
}
