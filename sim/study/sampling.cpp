// SPDX-License-Identifier: MIT
#include "sim/study/sampling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "sim/base/problem.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/engine/settle.hpp"
#include "sim/scenario/draws.hpp"
#include "sim/study/equity.hpp"
#include "sim/study/staging.hpp"

namespace clientele {

namespace {

constexpr int people_at_once = 1'000'000;

Workplace workplace_of(const RunOptions& options) {
  return {.threads = options.threads, .lanes = options.lanes, .block = options.block};
}

/// The scenarios as they are in a draw, laid out, with shares solved into appeals.
struct Laid {
  std::vector<Scenario> scenarios;
  Stage stage;
};

Laid lay_out(std::vector<Scenario> scenarios, const Settled& today, const RunOptions& options, PlanOf of) {
  for (Scenario& scenario : scenarios) scenario.world = today.world;
  std::vector<const Scenario*> all;
  for (const Scenario& scenario : scenarios) all.push_back(&scenario);
  Stage stage = set_stage(all, today.appeal, options, of);
  return {std::move(scenarios), std::move(stage)};
}

/// Lives the replications of a plan.
std::vector<Findings> live(const Laid& laid, const Plan& plan, Keys keys, const Progress& progress,
                           std::stop_token stop) {
  const Books books{plan, laid.stage.scales, laid.stage.brands};
  std::vector<Findings> found;
  const auto began = std::chrono::steady_clock::now();
  const Outcome outcome = simulate(plan, progress, stop);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  for (std::size_t r = 0; r < outcome.size(); ++r)
    found.push_back(
        findings_of(books, outcome[r], static_cast<int>(r), laid.scenarios, r == 0 ? keys : Keys::known));
  if (!found.empty()) found.front().seconds = took.count();
  return found;
}

/// What one draw tells: all its replications and, of those that are doubled, the two more.
struct DrawFindings {
  std::vector<Findings> main;
  std::optional<Findings> same_people, other_people;
  std::vector<std::vector<Worth>> worth;  ///< [bridge][coalition]; none of a bridge for which it is too late
};

struct Sampler {
  const std::vector<Scenario>& scenarios;
  const RunOptions& options;
  const Unknowns unknowns = unknowns_of(scenarios);
  std::vector<std::vector<Drawn>> draws = {};  ///< [draw][replication]
  Settled middle = {};                         ///< the baseline where everything is at its middle
  std::vector<Bridge> bridges = bridges_of(scenarios, options);

  std::vector<Scenario> in_draw(const Drawn& drawn) const {
    return unknowns.any() ? realised(scenarios, unknowns, drawn) : scenarios;
  }

  /// The plan of one more replication of a draw.
  static Plan once_more(const Laid& laid, int replication, int again) {
    Plan plan = laid.stage.plan;
    plan.first_replication = replication;
    plan.replications = 1;
    plan.again = again;
    return plan;
  }

  /// The worlds of all bridges in the first replication of a draw.
  std::vector<std::vector<Worth>> explain_draw(int draw, const Laid& laid, const std::vector<Findings>& told,
                                               std::stop_token stop) const {
    std::vector<std::vector<Worth>> worth;
    for (const Bridge& bridge : bridges) {
      worth.emplace_back();
      if (draw >= bridge.samples) continue;
      auto first = worth_in(bridge, {laid.stage, laid.scenarios, told}, 1, stop);
      if (!first.empty()) worth.back() = std::move(first.front());
    }
    return worth;
  }

  /// Everything of one draw, on one thread.
  DrawFindings live_draw(int draw, std::stop_token stop) const {
    RunOptions alone = options;
    alone.threads = 1;
    const bool alike = unknowns.events.empty();  // all replications are of one world
    alone.replications = alike ? options.replications : 1;
    const auto& drawn = draws[static_cast<std::size_t>(draw)];
    const Keys keys = draw == 0 ? Keys::kept : Keys::known;
    DrawFindings found;
    for (int first = 0; first < options.replications && !stop.stop_requested(); first += alone.replications) {
      auto these = in_draw(drawn[static_cast<std::size_t>(first)]);
      const Settled today = settle_near(these.front().world, middle);
      const Laid laid = lay_out(std::move(these), today, alone, {draw, first});
      for (Findings& one : live(laid, laid.stage.plan, first == 0 ? keys : Keys::known, {}, stop))
        found.main.push_back(std::move(one));
      if (first == 0 && !stop.stop_requested()) found.worth = explain_draw(draw, laid, found.main, stop);
      if (first > 0 || draw >= doubled_draws || stop.stop_requested()) continue;
      auto same = live(laid, once_more(laid, 0, 1), Keys::known, {}, stop);
      auto other = live(laid, once_more(laid, options.replications, 0), Keys::known, {}, stop);
      if (!same.empty()) found.same_people = std::move(same.front());
      if (!other.empty()) found.other_people = std::move(other.front());
    }
    return found;
  }

  /// Whether a draw was finished before a stop.
  bool is_whole(const DrawFindings& found, int draw) const {
    return static_cast<int>(found.main.size()) == options.replications &&
           (draw >= doubled_draws || (found.same_people && found.other_people)) && is_explained(found, draw);
  }

  bool is_explained(const DrawFindings& found, int draw) const {
    for (std::size_t b = 0; b < bridges.size(); ++b)
      if (draw < bridges[b].samples && (b >= found.worth.size() || found.worth[b].empty())) return false;
    return true;
  }

  DrawFindings live_or_say_where(int draw, std::stop_token stop) const {
    try {
      return live_draw(draw, stop);
    } catch (const RunFailed& failed) {
      if (stop.stop_requested()) return {};
      std::string text = fmt::format("in draw {}", draw + 1);
      for (std::size_t k = 0; k < unknowns.assumptions.size() && k < 5; ++k)
        text += fmt::format("{}{} = {:.4g}", k == 0 ? " (" : ", ", unknowns.assumptions[k].path,
                            draws[static_cast<std::size_t>(draw)].front().values[k]);
      throw RunFailed(text + (unknowns.assumptions.empty() ? ": " : "): ") + failed.what());
    }
  }

  /// As many draws, or replications of one, as the first of them says fit into memory.
  std::size_t kept_in_full(const Findings& sample, const Samples& samples) const {
    if (!samples.main.empty()) return samples.kept_in_full;
    const int together = unknowns.any() ? options.replications : 1;
    return samples_that_fit(sample, options.table_memory / together);
  }

  /// Lives further draws, up to so many.
  void add_draws(int to, Samples& samples, const Progress& progress, std::stop_token stop) {
    draws = draws_of(unknowns, to, options.replications, options.seed, scenarios.front().world.market.period);
    const int threads = threads_for(options.threads);
    const int wave = shifts * ((threads + 3) / 4);
    for (int begin = samples.draws; begin < to && !stop.stop_requested(); begin += wave) {
      const int end = std::min(begin + wave, to);
      std::vector<DrawFindings> found(static_cast<std::size_t>(end - begin));
      in_parallel(threads, found.size(), [&](std::size_t i) {
        if (!stop.stop_requested()) found[i] = live_or_say_where(begin + static_cast<int>(i), stop);
      });
      for (int draw = begin; draw < end; ++draw)
        if (!is_whole(found[static_cast<std::size_t>(draw - begin)], draw)) return;
      for (DrawFindings& draw : found) {
        samples.kept_in_full = kept_in_full(draw.main.front(), samples);
        samples.add(std::move(draw.main));
        if (draw.same_people) samples.same_people.push_back(std::move(*draw.same_people));
        if (draw.other_people) samples.other_people.push_back(std::move(*draw.other_people));
        for (std::size_t b = 0; b < bridges.size(); ++b)
          if (!draw.worth[b].empty()) samples.bridges[b].worth.push_back(std::move(draw.worth[b]));
      }
      samples.draws = end;
      if (progress) progress(static_cast<double>(end) / to);
    }
  }

  /// Lives further replications of the one draw there is, up to so many.
  void add_replications(int to, Samples& samples, const Progress& progress, std::stop_token stop) const {
    const int begin = static_cast<int>(samples.main.size()), wave = replications_at_once(options);
    for (int done = begin; done < to && !stop.stop_requested(); done += wave) {
      RunOptions more = options;
      more.replications = std::min(wave, to - done);
      const Laid laid = lay_out(scenarios, middle, more, {0, done});
      const Progress part = [&](double of_wave) {
        if (progress) progress((done - begin + of_wave * more.replications) / (to - begin));
      };
      for (Findings& one : live(laid, laid.stage.plan, done == 0 ? Keys::kept : Keys::known, part, stop)) {
        samples.kept_in_full = kept_in_full(one, samples);
        samples.add({std::move(one)});
      }
    }
    samples.replications = static_cast<int>(samples.main.size());
  }

  /// The worlds of all bridges in the first replications of the one draw there is.
  void explain_replications(Samples& samples, const Progress& progress, std::stop_token stop) const {
    const int done = static_cast<int>(samples.main.size());
    if (bridges.empty() || done == 0) return;
    RunOptions these = options;
    these.replications = done;
    const Laid laid = lay_out(scenarios, middle, these, {0, 0});
    for (std::size_t b = 0; b < bridges.size() && !stop.stop_requested(); ++b) {
      samples.bridges[b].worth = worth_in(bridges[b], {laid.stage, laid.scenarios, samples.main},
                                          std::min(done, bridges[b].samples), stop);
      if (progress) progress(static_cast<double>(b + 1) / static_cast<double>(bridges.size()));
    }
  }

  /// Part of the work on so many replications that is the study's own and not for the bridges.
  double own_part(int replications) const {
    const double own = static_cast<double>(replications) * static_cast<double>(scenarios.size());
    double more = 0;
    for (const Bridge& bridge : bridges)
      more += static_cast<double>(std::min(replications, bridge.samples)) * bridge.worlds();
    return own / (own + more);
  }

  /// Whether the differences, or the equity of a world alone, are as exact as was asked.
  bool is_exact(const Samples& samples) const {
    for (std::size_t s = scenarios.size() > 1 ? 1 : 0; s < scenarios.size(); ++s) {
      const int scenario = static_cast<int>(s);
      const auto estimate = *samples.estimate(s > 0 ? gain_of(scenario) : equity_of(scenario));
      if (!(samples.margin(estimate) <= options.precision->of(estimate.mean))) return false;
    }
    return true;
  }
};

/// Part of the noise of simulating so few people that a market of so many does not have. Where people hear
/// from each other it does not fall so with their number, and nothing is taken off.
double surplus_share(const std::vector<Scenario>& scenarios, const RunOptions& options) {
  for (const auto& segment : segments_of(scenarios.front().world))
    if (segment.is.behaviours.advocacy) return 0;
  return 1 - options.customers / scenarios.front().world.market.people.value;
}

}  // namespace

int replications_at_once(const RunOptions& options) {
  return std::max(64, people_at_once / options.customers);
}

Samples take_samples(const std::vector<Scenario>& scenarios, const RunOptions& options,
                     const Progress& progress, std::stop_token stop) {
  Sampler sampler{scenarios, options};
  sampler.middle = settle(scenarios.front().world, options.seed, workplace_of(options), stop);
  Samples samples;
  const bool by_draws = sampler.unknowns.any();
  samples.draws = by_draws ? 0 : 1;
  samples.replications = options.replications;
  int to = by_draws ? options.draws : options.replications;
  samples.bridges = sampler.bridges;
  const double own = sampler.own_part(options.replications);
  const auto part_from = [&](double before, double part) -> Progress {
    if (!progress) return {};
    return [&progress, before, part](double done) { progress(before + part * done); };
  };
  const auto done = [&] { return by_draws ? samples.draws : static_cast<int>(samples.main.size()); };
  const auto add = [&] {
    if (by_draws)
      sampler.add_draws(to, samples, progress, stop);
    else
      sampler.add_replications(to, samples, part_from(0, own), stop);
  };
  samples.surplus_share = surplus_share(scenarios, options);
  add();
  while (options.precision && done() == to && to < most_samples && !stop.stop_requested() &&
         !sampler.is_exact(samples)) {
    to = std::min(2 * to, most_samples);
    add();
  }
  if (!by_draws && done() == to) sampler.explain_replications(samples, part_from(own, 1 - own), stop);
  samples.asked = to;
  samples.unknowns = sampler.unknowns;
  for (int draw = 0; by_draws && draw < samples.draws; ++draw)
    samples.drawn.push_back(sampler.draws[static_cast<std::size_t>(draw)].front());
  return samples;
}

}  // namespace clientele
