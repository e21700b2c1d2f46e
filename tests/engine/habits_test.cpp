// SPDX-License-Identifier: MIT
#include "sim/engine/habits.hpp"

#include <cmath>

#include "sim/base/problem.hpp"
#include "sim/engine/appeals.hpp"
#include "sim/engine/customer_sample.hpp"
#include "sim/engine/stationary_shares.hpp"
#include "sim/study/run.hpp"
#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {

const std::string frame =
    "market: Bakeries\nhorizon: 12 months\ndiscount_rate: 1% per month\npeople: 1000\nfocal: us\n";
const std::string halves = "brands:\n  us: {share: 50%, price: 3, unit_cost: 1}\n  them: {share: 50%}\n";
const std::string four =
    "brands:\n  us: {share: 15%, price: 3, unit_cost: 1}\n  b: {share: 5%, price: 2.5}\n"
    "  c: {share: 30%, price: 2}\n  d: {share: 50%, price: 1.8}\n";

World solved(const std::string& world) { return with_habits(world_of(world), 1, {}); }
double inertia_of(const World& world) { return world.behaviours.choice.inertia.first.value; }

struct Reached {
  double retention = 0;
  std::vector<double> shares;
};
Reached reached_by(const World& world) {
  const auto sample = customer_sample(world, sample_points);
  const auto appeal = appeals_of(world, 1, {});
  return {stationary_retention(sample, appeal, focal_index(world)), stationary_shares(sample, appeal)};
}

std::string refusal(const std::string& world) {
  try {
    solved(world);
  } catch (const RunFailed& failed) {
    return failed.what();
  }
  return {};
}

}  // namespace

TEST_CASE("two equal brands keep 80 % of their customers by an inertia of ln 4") {
  // By hand: e^b / (e^b + 1) = .8.
  const World world = solved(frame + halves + "choice: {retention: 80%}\n");
  CHECK(inertia_of(world) == Approx(std::log(4.0)).epsilon(1e-6));
  CHECK_FALSE(world.behaviours.choice.retention);
}

TEST_CASE("a brand of a fifth keeps two thirds of its customers by an inertia of ln 4.69") {
  // By hand, with e = 1 for us and x for the other: B / (B + x) = 2/3, so B = 2x. As many go as come,
  // 1/5 · 1/3 = 4/5 / (1 + x B), so 1 + 2x² = 12 and B = 2 √5.5 = 4.6904.
  const World world = solved(frame +
                             "brands:\n  us: {share: 20%, price: 3, unit_cost: 1}\n  them: {share: 80%}\n"
                             "choice: {retention: 66.66666667%}\n");
  CHECK(inertia_of(world) == Approx(std::log(2 * std::sqrt(5.5))).epsilon(1e-6));
}

TEST_CASE("a retention that inertia made is answered with this inertia") {
  const std::string rest =
      "price_sensitivity: {lognormal: {median: 2, sigma: 0.5}}, taste: {normal: {sd: 1.5}}}\n";
  const World given = world_of(frame + four + "choice: {inertia: 1.3, " + rest);
  const double retention = reached_by(given).retention;
  const World found = solved(frame + four + "choice: {retention: " + std::to_string(retention) + ", " + rest);
  CHECK(inertia_of(found) == Approx(1.3).margin(1e-4));  // six decimals of the retention
}

TEST_CASE("retention and shares come out together, however rare the brand and strong the habit") {
  for (const std::string asked : {"30%", "70%", "99%"}) {
    const World world =
        solved(frame + four + "choice: {taste: {normal: {sd: 1}}, retention: " + asked + "}\n");
    const Reached reached = reached_by(world);
    INFO(asked);
    CHECK(reached.retention == Approx(std::stod(asked) / 100).epsilon(1e-5));
    CHECK(reached.shares[0] == Approx(0.15).epsilon(1e-5));
    CHECK(reached.shares[3] == Approx(0.50).epsilon(1e-5));
  }
}

TEST_CASE("inertia rises with the retention that it is to make") {
  double before = -1;
  for (const std::string asked : {"40%", "60%", "80%", "90%"}) {
    const double inertia = inertia_of(solved(frame + four + "choice: {retention: " + asked + "}\n"));
    CHECK(inertia > before);
    before = inertia;
  }
}

TEST_CASE("a retention below what taste and share alone make is refused with where it begins") {
  // Without habit and taste the next purchase is ours by our share, .15.
  CHECK(
      refusal(frame + four + "choice: {retention: 10%}\n") ==
      "choice.retention: a retention of 10 % cannot be reached. Without any habit 15 % of our customers come "
      "back for their tastes and our share alone: write a retention above that, less taste, or instead of it "
      "an "
      "inertia below 0");
  CHECK(refusal(frame + four + "choice: {retention: 15.1%}\n").empty());
  // Goodhardt, Ehrenberg & Chatfield (1984): (1 + S s) / (1 + S) = (1 + .195) / 2.3 = .5196
  const std::string dirichlet =
      refusal(frame + four + "choice: {retention: 50%, taste: {dirichlet: {S: 1.3}}}\n");
  CHECK(dirichlet.find("Without any habit 51.") != std::string::npos);
}

TEST_CASE("a segment's retention or inertia stands before the world's") {
  const World world =
      solved(frame + halves +
             "choice: {retention: 80%}\nsegments:\n  a: {share: 30%}\n"
             "  b: {share: 30%, choice: {inertia: 0.5}}\n  c: {share: 40%, choice: {retention: 60%}}\n");
  const auto inertia = [&](std::size_t s) {
    return world.segments[s].is.behaviours.choice.inertia.first.value;
  };
  CHECK(inertia(0) == Approx(std::log(4.0)).epsilon(1e-6));
  CHECK(inertia(1) == 0.5);
  CHECK(inertia(2) == Approx(std::log(1.5)).epsilon(1e-6));
}

TEST_CASE("the retention asked for is what the simulation shows, with memories of experiences too") {
  const std::string brands =
      "brands:\n  us: {share: 30%, price: 3, unit_cost: 1, ratings: {quality: 4, service: 3}}\n"
      "  b: {share: 50%, ratings: {quality: 3.5, service: 3.5}}\n  c: {share: 20%, ratings: {quality: 2.5, "
      "service: 2}}\n";
  const std::string choice =
      "choice: {retention: 65%, taste: {normal: {sd: 1}}, drivers: {quality: {weight: 0.5}, service: "
      "{weight: 0.5}}}\n";
  for (const std::string experience : {"", "experience: {disappointment: 1.5}\n"}) {
    const Study study = study_of(frame + brands + choice + experience);
    const Results results = run(
        study.baseline, {}, {.customers = 20000, .replications = 10, .explain = 0, .seed = 20240623}, {}, {});
    for (const auto& cell : results.switching) {
      if (cell.from != "us" || cell.to != "us") continue;
      INFO(experience << cell.share->mean << " ± " << cell.share->mc_error);
      // Four standard errors; with memories the rehearsal adds about .001 of its own.
      CHECK(cell.share->mean ==
            Approx(0.65).margin(4 * cell.share->mc_error + (experience.empty() ? 0 : 0.002)));
    }
  }
}
