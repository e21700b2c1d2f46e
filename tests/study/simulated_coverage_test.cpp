// SPDX-License-Identifier: MIT
// Whether the intervals that whole runs tell cover the truth as often as they say: 90 ± 4 %. 200 runs with
// other seeds, so that the coverage of a 90 % interval has a standard error of √(.9 · .1 / 200) = 2.1 %,
// which is added to the margin. (Of 800 runs with 256 draws 87 to 90 % covered, whichever part of the
// spread.)
#include <cmath>

#include "sim/statistics/interval.hpp"
#include "sim/study/run.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// Every customer pays m L at t = 0, 1 … 20 until he leaves: one retention r ~ Beta(80, 20) for all, a margin
/// m = 100 − cost of all, a size L of his own.
constexpr char market[] = R"yaml(market: A hundred customers of one brand
period: year
horizon: 20 years
discount_rate: 10% per year
cash_flow: start
people: 100
focal: us
brands:
  us:
    price: 100
    unit_cost: uniform(20, 40)
need: {model: regular}
purchase: {model: lognormal, units: {lognormal: {median: 1, sigma: 0.5}}, variation: 0}
departure: {rate: beta(20, 80) per year, when: end}
)yaml";
constexpr char cheaper[] = R"yaml(scenario: Cheaper to make
world: market.yaml
changes:
  - change: brands.us.unit_cost
    by: uniform(-15, -5)
)yaml";

constexpr int repetitions = 200, periods = 20, people = 100;
constexpr double allowed = 0.04 + 0.021;

/// E[r^t] of a Beta(80, 20).
double moment(int t) {
  double product = 1;
  for (int i = 0; i < t; ++i) product *= (80.0 + i) / (100.0 + i);
  return product;
}

/// By hand. With N = Σ d^t over the periods lived, A = E[N | r] = Σ (d r)^t.
struct Truth {
  double a = 0, a_squared = 0, n_squared = 0;  // E A, E A², E N²
  const double size = std::exp(0.125), size_squared = std::exp(0.5);

  Truth() {
    for (int s = 0; s <= periods; ++s) {
      a += std::pow(1.1, -s) * moment(s);
      for (int t = 0; t <= periods; ++t) {
        a_squared += std::pow(1.1, -s - t) * moment(s + t);
        n_squared += std::pow(1.1, -s - t) * moment(std::max(s, t));
      }
    }
  }
  double mean(double margin) const { return people * margin * size * a; }
  /// Variances of the equity where the margin has such a mean and lies evenly within ten of it.
  double assumptions(double margin, double variance) const {
    return people * people * size * size *
           ((margin * margin + variance) * a_squared - margin * margin * a * a);
  }
  double mix(double margin, double variance) const {
    return people * (margin * margin + variance) * (size_squared - size * size) * a_squared;
  }
  double chance(double margin, double variance) const {
    return people * (margin * margin + variance) * size_squared * (n_squared - a_squared);
  }
};

struct Coverage {
  double truth;
  int covered = 0;

  void see(Between ends) { covered += ends.from <= truth && truth <= ends.to; }
  double rate() const { return covered / static_cast<double>(repetitions); }
};

Between around(const Estimate& estimate) { return interval_of({estimate.mean, estimate.mc_error}, 0.9); }

}  // namespace

TEST_CASE(
    "known answer: intervals that runs tell cover 90 % of the time: mean, difference, parts of spread") {
  const Truth truth;
  const Study study = study_of_text(market, cheaper);
  const double even = 20.0 * 20 / 12, even_gain = 10.0 * 10 / 12;
  const auto shares = [&](double margin, double variance) {
    const double parts[] = {truth.assumptions(margin, variance), truth.mix(margin, variance),
                            truth.chance(margin, variance)};
    const double all = parts[0] + parts[1] + parts[2];
    return std::vector<Coverage>{{parts[0] / all}, {parts[1] / all}, {parts[2] / all}};
  };
  Coverage mean{truth.mean(70)}, difference{truth.mean(10)};
  auto of_equity = shares(70, even), of_gain = shares(10, even_gain);
  for (int i = 0; i < repetitions; ++i) {
    RunOptions options;
    options.draws = 128;
    options.customers = people;
    options.threads = 2;
    options.explain = 0;
    options.seed = static_cast<std::uint64_t>(1000 + i);
    const Results results = run(study.baseline, study.scenarios, options, {}, {});
    const Against& against = *results.headlines[1].against;
    mean.see(around(results.headlines[0].equity));
    difference.see(around(against.difference));
    const auto see = [](std::vector<Coverage>& parts, const SpreadParts& spread) {
      parts[0].see(interval_of_share(spread.assumptions, 0.9));
      parts[1].see(interval_of_share(spread.mix, 0.9));
      parts[2].see(interval_of_share(spread.chance, 0.9));
    };
    see(of_equity, *results.headlines[0].spread);
    see(of_gain, *against.spread);
  }
  CHECK(mean.rate() == Approx(0.9).margin(allowed));
  CHECK(difference.rate() == Approx(0.9).margin(allowed));
  for (const auto* parts : {&of_equity, &of_gain})
    for (const Coverage& part : *parts) {
      CAPTURE(part.truth);
      CHECK(part.rate() == Approx(0.9).margin(allowed));
    }
}

}  // namespace clientele
