// SPDX-License-Identifier: MIT
#include "models/choice/nested_logit.hpp"

#include <numeric>
#include <vector>

#include "models/choice/stationary.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Row = std::vector<double>;

/// Which nest each brand is of, and the λ of each nest.
struct NestedMarket {
  std::vector<std::uint8_t> of;
  std::vector<float> similarity;

  Nests nests() const { return {static_cast<int>(similarity.size()), of.data(), similarity.data()}; }
};

double total(const Row& row) { return std::accumulate(row.begin(), row.end(), 0.0); }

Row in_base_2(Row utilities) {
  for (double& v : utilities) v *= log2_e;
  return utilities;
}

/// Shares of brands with these utilities (natural).
Row shares(const NestedMarket& market, const Row& utilities) {
  Row weights(utilities.size());
  const Row v = in_base_2(utilities);
  const auto values = nest_values(market.nests(), v.data(), static_cast<int>(v.size()), weights.data());
  for (std::size_t j = 0; j < v.size(); ++j) weights[j] *= nest_factor(market.nests(), values, market.of[j]);
  const double all = total(weights);
  for (double& w : weights) w /= all;
  return weights;
}

/// The same by the textbook: P(j | n) P(n), without care for large powers.
Row by_the_book(const NestedMarket& market, const Row& utilities) {
  Row inclusive(market.similarity.size()), shares;
  for (std::size_t j = 0; j < utilities.size(); ++j)
    inclusive[market.of[j]] += std::exp(utilities[j] / market.similarity[market.of[j]]);
  double all = 0;
  for (std::size_t n = 0; n < inclusive.size(); ++n) all += std::pow(inclusive[n], market.similarity[n]);
  for (std::size_t j = 0; j < utilities.size(); ++j) {
    const std::size_t n = market.of[j];
    shares.push_back(std::exp(utilities[j] / market.similarity[n]) / inclusive[n] *
                     std::pow(inclusive[n], market.similarity[n]) / all);
  }
  return shares;
}

const NestedMarket three_nests{{0, 0, 1, 1, 2}, {0.3f, 0.6f, 1.0f}};
const Row some_utilities = {0.4, -0.7, 1.1, 0.2, 0.9}, bonds = {0.1, 0.9, 0.4, 0.0, 0.6};
constexpr double habit = 1.7;

HabitCourse<double> lively() {
  HabitCourse<double> course;
  course.gaps = 2;
  course.chance[0] = 0.6, course.chance[1] = 0.4;
  course.left[0] = 0.8, course.left[1] = 0.2;
  course.steps = habit_steps;
  for (int step = 0; step < habit_steps; ++step)
    course.grown[step] = habit_grown<double>(step_middle[step], 0.5, 1.0);
  return course;
}

HabitCourse<double> constant() {
  HabitCourse<double> course;
  course.left[0] = course.chance[0] = course.grown[0] = 1;
  return course;
}

template <class Course>
Row stationary(const NestedMarket& market, const Row& utilities, const Course& course,
               double of_habit = habit) {
  const Row v = in_base_2(utilities);
  Row weights(v.size());
  std::vector<Stay<double>> stay(v.size());
  stationary_among_nests(market.nests(), v.data(), bonds.data(), of_habit, course, static_cast<int>(v.size()),
                         stay.data(), weights.data());
  const double all = total(weights);
  for (double& w : weights) w /= all;
  return weights;
}

/// Brands bought last after very many purchases, by the textbook's probabilities at each.
Row after_many_purchases(const NestedMarket& market, const Row& utilities,
                         const HabitCourse<double>& course) {
  constexpr std::size_t most = 120;
  const std::size_t brands = utilities.size();
  std::vector<Row> people(brands, Row(most + 1)), chances;
  for (auto& row : people) row[1] = 1.0 / static_cast<double>(brands);
  for (std::size_t j = 0; j < brands; ++j)
    for (std::size_t n = 1; n <= most; ++n) {
      Row mean(brands);
      for (int gap = 0; gap < course.gaps; ++gap) {
        const double grown = course.steps > 1 ? habit_grown<double>(static_cast<double>(n), 0.5, 1.0) : 1;
        Row with = utilities;
        with[j] += (habit * grown * course.left[gap] + bonds[j]) / log2_e;
        const Row one = by_the_book(market, with);
        for (std::size_t k = 0; k < brands; ++k) mean[k] += course.chance[gap] * one[k];
      }
      chances.push_back(mean);
    }
  for (int purchase = 0; purchase < 600; ++purchase) {
    std::vector<Row> next(brands, Row(most + 1));
    for (std::size_t j = 0; j < brands; ++j)
      for (std::size_t n = 1; n <= most; ++n)
        for (std::size_t k = 0; k < brands; ++k)
          next[k][k == j ? std::min(n + 1, most) : 1] += people[j][n] * chances[j * most + n - 1][k];
    people = std::move(next);
  }
  Row by_brand;
  for (const Row& row : people) by_brand.push_back(total(row));
  return by_brand;
}

}  // namespace

TEST_CASE("a blue bus beside a red one takes from the red one, and little from the car") {
  // By hand, all utilities 0: the buses have w = 2^(λ − 1), the car 1, so the car has 1 / (1 + 2^λ).
  const Row buses = shares({{0, 1, 1}, {1, 0.3f}}, {0, 0, 0});
  CHECK(buses[0] == Approx(0.448201).epsilon(2e-6));
  CHECK(buses[1] == Approx(0.275900).epsilon(2e-6));
  CHECK(buses[2] == buses[1]);
}

TEST_CASE("nests whose brands are as unlike as any are the plain logit") {
  // Utilities .5, .2, 0 as in the test of the logit.
  const Row alone = shares({{0, 1, 1}, {1, 1}}, {0.5, 0.2, 0});
  CHECK(alone[0] == Approx(0.426013).epsilon(2e-6));
  CHECK(alone[1] == Approx(0.315598).epsilon(2e-6));
  CHECK(alone[2] == Approx(0.258390).epsilon(2e-6));
}

TEST_CASE("shares are those of the textbook") {
  const Row ours = shares(three_nests, some_utilities), book = by_the_book(three_nests, some_utilities);
  for (std::size_t j = 0; j < ours.size(); ++j) CHECK(ours[j] == Approx(book[j]).epsilon(1e-6));
}

TEST_CASE("as lambda goes to 0 the best of a nest takes all of what the nest gets") {
  const Row best = shares({{0, 1, 1}, {1, 0.001f}}, {0, 0.3, 0.2});
  CHECK(best[2] < 1e-30);
  CHECK(best[1] == Approx(std::exp(0.3) / (1 + std::exp(0.3))).epsilon(1e-6));
}

TEST_CASE("an entrant leaves ratios alone within nests, and between nests that it is not in") {
  const NestedMarket before{{0, 0, 1, 2}, {0.4f, 0.4f, 1}}, after{{0, 0, 1, 2, 0}, {0.4f, 0.4f, 1}};
  const Row today = shares(before, {0.5, 0.2, 0, 0.1}), entered = shares(after, {0.5, 0.2, 0, 0.1, 0.3});
  CHECK(entered[0] / entered[1] == Approx(today[0] / today[1]).epsilon(1e-6));
  CHECK(entered[2] / entered[3] == Approx(today[2] / today[3]).epsilon(1e-6));
  // To a brand of another nest it falls by (S' / S)^(lambda - 1); in the logit it would stay.
  const double grown = 1 + std::exp(0.3 / 0.4) / (std::exp(0.5 / 0.4) + std::exp(0.2 / 0.4));
  CHECK(entered[0] / entered[2] == Approx(std::pow(grown, 0.4 - 1) * today[0] / today[2]).epsilon(1e-5));
}

TEST_CASE("the nearer the brands of a nest, the more an entrant takes from its own") {
  double before = 0;
  for (const float similarity : {1.0f, 0.7f, 0.4f, 0.1f}) {
    const Row entered = shares({{0, 1, 1}, {1, similarity}}, {0, 0, 0});
    const double from_its_own = (0.5 - entered[1]) / entered[2];
    CHECK(from_its_own > before);
    before = from_its_own;
  }
  CHECK(before < 1);
}

TEST_CASE("utilities far apart and small lambdas keep powers in reach") {
  const Row far = shares({{0, 0, 1}, {0.01f, 0.01f}}, {60, 59, -60});
  CHECK(far[0] == Approx(1));
  CHECK(far[1] < 1e-30);
  CHECK(far[2] >= 0);
}

TEST_CASE("of a nest whose brands cannot be bought nothing is bought") {
  Row v = {0, unavailable, unavailable}, weights(3);
  const NestedMarket market{{0, 1, 1}, {1, 0.5f}};
  const auto values = nest_values(market.nests(), v.data(), 3, weights.data());
  CHECK(weights[0] * nest_factor(market.nests(), values, 0) == Approx(1));
  CHECK(weights[1] * nest_factor(market.nests(), values, 1) == 0);
}

TEST_CASE("among nests, too, the stationary weights are what choosing again and again leads to") {
  const Row weights = stationary(three_nests, some_utilities, constant()),
            power = after_many_purchases(three_nests, some_utilities, constant());
  for (std::size_t j = 0; j < weights.size(); ++j) CHECK(weights[j] == Approx(power[j]).epsilon(1e-6));
}

TEST_CASE("they are where habits fade and grow as well") {
  const Row weights = stationary(three_nests, some_utilities, lively()),
            power = after_many_purchases(three_nests, some_utilities, lively());
  for (std::size_t j = 0; j < weights.size(); ++j) CHECK(weights[j] == Approx(power[j]).epsilon(2e-3));
}

TEST_CASE("with all lambdas 1 they are those of constant inertia without nests") {
  const Row weights = stationary({{0, 0, 1, 1, 2}, {1, 1, 1}}, some_utilities, constant());
  Row plain, e;
  for (const double v : some_utilities) e.push_back(std::exp(v));
  for (std::size_t j = 0; j < e.size(); ++j)
    plain.push_back(stationary_weight(e[j], total(e), std::exp2(habit + bonds[j])));
  for (std::size_t j = 0; j < e.size(); ++j)
    CHECK(weights[j] == Approx(plain[j] / total(plain)).epsilon(1e-9));
}

TEST_CASE("nodes of the habit give the same weights where it is within their reach for the least lambda") {
  const HabitNodes<double> nodes = habit_nodes_of(lively());
  const double most = habit_within_nodes * 0.3 / nodes.reach;
  for (const auto& [part, error] : {std::pair(0.1, 2e-6), std::pair(2.0 / 3, 2e-6), std::pair(1.0, 6e-5)}) {
    const double of_habit = part * most;
    const Row few = stationary(three_nests, some_utilities, nodes, of_habit),
              full = stationary(three_nests, some_utilities, lively(), of_habit);
    for (std::size_t j = 0; j < few.size(); ++j) CHECK(few[j] == Approx(full[j]).epsilon(error));
  }
}

TEST_CASE("weights nest by nest are those of all brands at once, and the textbook's") {
  Row v = in_base_2(some_utilities);
  const auto nests = three_nests.nests();
  const int brands = static_cast<int>(v.size());
  const auto at_once = [&] {
    Row weights(v.size());
    const auto values = nest_values(nests, v.data(), brands, weights.data());
    for (std::size_t j = 0; j < v.size(); ++j) weights[j] *= nest_factor(nests, values, three_nests.of[j]);
    return weights;
  };
  const auto by_nest = [&] {
    Row weights(v.size());
    nested_weights(nests, sizes_of<double>(nests, brands), brands, v.data(), weights.data());
    return weights;
  };
  const Row weights = by_nest(), others = at_once(), book = by_the_book(three_nests, some_utilities);
  for (std::size_t j = 0; j < v.size(); ++j) {
    CHECK(weights[j] == Approx(others[j]).epsilon(1e-6));  // 1 / λ is a float
    CHECK(weights[j] / total(weights) == Approx(book[j]).epsilon(1e-6));
  }
  for (const std::size_t gone :
       {std::size_t{1}, std::size_t{4}}) {  // beside another one, and alone in its nest
    v[gone] = unavailable;
    const Row left = by_nest(), as_before = at_once();
    CHECK(left[gone] == 0);
    for (std::size_t j = 0; j < v.size(); ++j)
      CHECK(left[j] == Approx(as_before[j]).epsilon(1e-6).margin(1e-12));
  }
}
