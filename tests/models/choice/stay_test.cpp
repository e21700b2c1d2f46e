// SPDX-License-Identifier: MIT
#include "models/choice/stay.hpp"

#include <numeric>
#include <vector>

#include "models/choice/stationary.hpp"
#include "sim/engine/lanes/elementary.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Row = std::vector<double>;

const Row e = {1.0, 0.3, 2.5, 0.05}, bond = {0, 0.4, -0.3, 1.1};  // base 2
constexpr double habit = 2.2;

/// Habit that lasts and does not grow.
HabitCourse<double> constant() {
  HabitCourse<double> course;
  course.left[0] = course.chance[0] = course.grown[0] = 1;
  return course;
}

/// Times of 1 and 4 half-lives between purchases, and growth by 80 % at most.
HabitCourse<double> lively() {
  HabitCourse<double> course = constant();
  course.gaps = 2;
  course.chance[0] = 0.7, course.chance[1] = 0.3;
  course.left[0] = 0.5, course.left[1] = 0.0625;
  course.steps = habit_steps;
  for (int step = 0; step < habit_steps; ++step)
    course.grown[step] = habit_grown<double>(step_middle[step], 0.8, 1.0 / 2);
  return course;
}

double total(const Row& row) { return std::accumulate(row.begin(), row.end(), 0.0); }

Row stationary(const HabitCourse<double>& course) {
  Row weights;
  for (std::size_t j = 0; j < e.size(); ++j)
    weights.push_back(
        stationary_weight(e[j], stay_with(AmongAll<double>{e[j], total(e)}, habit, bond[j], course)));
  const double all = total(weights);
  for (double& w : weights) w /= all;
  return weights;
}

/// People by brand bought last and purchases in a row (up to 200), after very many purchases.
std::vector<Row> after_many_purchases(const HabitCourse<double>& course) {
  constexpr std::size_t most = 200;
  std::vector<Row> people(e.size(), Row(most + 1));
  for (auto& of_brand : people) of_brand[1] = 1.0 / static_cast<double>(e.size());
  for (int purchase = 0; purchase < 1000; ++purchase) {
    std::vector<Row> next(e.size(), Row(most + 1));
    for (std::size_t j = 0; j < e.size(); ++j)
      for (std::size_t n = 1; n <= most; ++n)
        for (int gap = 0; gap < course.gaps; ++gap) {
          const double grown = course.steps > 1 ? habit_grown<double>(n, 0.8, 1.0 / 2) : 1;
          const double bonus = std::exp2(habit * grown * course.left[gap] + bond[j]);
          const double d = total(e) + (bonus - 1) * e[j], they = people[j][n] * course.chance[gap];
          for (std::size_t k = 0; k < e.size(); ++k)
            next[k][k == j ? std::min(n + 1, most) : 1] += they * (k == j ? bonus : 1) * e[k] / d;
        }
    people = std::move(next);
  }
  return people;
}

}  // namespace

TEST_CASE("with a habit that stays as it is the stationary weights are those of constant inertia") {
  Row plain;
  for (std::size_t j = 0; j < e.size(); ++j)
    plain.push_back(stationary_weight(e[j], total(e), std::exp2(habit + bond[j])));
  const Row weights = stationary(constant());
  for (std::size_t j = 0; j < e.size(); ++j) {
    CHECK(weights[j] == Approx(plain[j] / total(plain)).epsilon(1e-12));
    const Stay<double> stay = stay_with(AmongAll<double>{e[j], total(e)}, habit, bond[j], constant());
    CHECK(1 - stay.leaving ==
          Approx(repurchase_probability(e[j], total(e), std::exp2(habit + bond[j]))).epsilon(1e-12));
  }
}

TEST_CASE("where habit fades the stationary weights are what choosing again and again leads to") {
  HabitCourse<double> fading = lively();
  fading.steps = 1;
  const Row weights = stationary(fading);
  const auto people = after_many_purchases(fading);
  for (std::size_t j = 0; j < e.size(); ++j) CHECK(weights[j] == Approx(total(people[j])).epsilon(1e-9));
}

TEST_CASE("where it also grows they are so to the width of the steps of purchases in a row") {
  const Row weights = stationary(lively());
  const auto people = after_many_purchases(lively());
  for (std::size_t j = 0; j < e.size(); ++j) {
    CHECK(weights[j] == Approx(total(people[j])).epsilon(2e-3));
    const Stay<double> stay = stay_with(AmongAll<double>{e[j], total(e)}, habit, bond[j], lively());
    CHECK(stay.leaving == Approx(people[j][1] / total(people[j])).epsilon(5e-3));
  }
}

TEST_CASE("purchases in a row are drawn as they are spread among a brand's customers") {
  const auto people = after_many_purchases(lively());
  for (std::size_t j = 0; j < e.size(); ++j) {
    const Stay<double> stay = stay_with(AmongAll<double>{e[j], total(e)}, habit, bond[j], lively());
    double once = 0, up_to_four = 0;
    constexpr int draws = 20000;
    for (int i = 0; i < draws; ++i) {
      const double row = purchases_in_a_row(stay, habit_steps, (i + 0.5) / draws);
      once += row == 1, up_to_four += row <= 4;
    }
    const double all = total(people[j]);
    CHECK(once / draws == Approx(people[j][1] / all).margin(3e-3));
    CHECK(up_to_four / draws ==
          Approx((people[j][1] + people[j][2] + people[j][3] + people[j][4]) / all).margin(3e-3));
  }
}

TEST_CASE("of a brand alone nobody leaves") {
  const Stay<double> stay = stay_with(AmongAll<double>{1.0, 1.0}, habit, 0.0, lively());
  CHECK(stay.leaving < 1e-20);
  CHECK(purchases_in_a_row(stay, habit_steps, 0.5) == step_middle[habit_steps - 1]);
}

TEST_CASE("nodes stand for all times between purchases and all steps, to 3e-5 within their reach") {
  HabitCourse<double> course = lively();
  course.gaps = gap_parts;
  for (int gap = 0; gap < gap_parts; ++gap)
    course.chance[gap] = 1.0 / gap_parts, course.left[gap] = std::exp2(-0.4 * (gap + 1));
  const HabitNodes<double> nodes = habit_nodes_of(course);
  CHECK(nodes.reach == Approx((std::exp2(-0.4) * course.grown[habit_steps - 1] - std::exp2(-3.2)) / 2));
  for (int step = 0; step < habit_steps; ++step) {
    double sum = 0, mean = 0, their = 0;
    for (int k = 0; k < habit_nodes; ++k)
      sum += nodes.weight[step][k], mean += nodes.weight[step][k] * std::pow(nodes.part[k], 8);
    for (int gap = 0; gap < course.gaps; ++gap)
      their += course.chance[gap] * std::pow(course.left[gap] * course.grown[step], 8);
    CHECK(sum == Approx(1).epsilon(1e-6));
    CHECK(mean == Approx(their).margin(1e-6));  // as high as polynomials through nine nodes go
  }
  for (const auto& [part, error] : {std::pair(-1.0, 3e-5), std::pair(-2.0 / 3, 1e-6), std::pair(0.01, 1e-6),
                                    std::pair(2.0 / 3, 1e-6), std::pair(1.0, 3e-5)})
    for (std::size_t j = 0; j < e.size(); ++j) {
      const double his = part * habit_within_nodes / nodes.reach;
      const AmongAll<double> among{e[j], total(e)};
      const auto full = stay_with(among, his, bond[j], course), few = stay_with(among, his, bond[j], nodes);
      CHECK(few.leaving == Approx(full.leaving).epsilon(error));
      CHECK(few.away == Approx(full.away).epsilon(error));
      for (int step = 0; step < habit_steps; ++step)
        CHECK(few.through[step] == Approx(full.through[step]).epsilon(error));
    }
}

TEST_CASE("nodes worked out in 32 bits are as good, for habits that time changes much or hardly") {
  using Real = one_lane::RealOf<float>;
  for (const double fading : {0.02, 0.4}) {
    HabitCourse<double> course = lively();
    HabitCourse<Real> his;
    course.gaps = his.gaps = gap_parts, his.steps = course.steps;
    for (int gap = 0; gap < gap_parts; ++gap) {
      course.chance[gap] = 1.0 / gap_parts, course.left[gap] = std::exp2(-fading * (gap + 1));
      his.chance[gap] = Real(course.chance[gap]), his.left[gap] = Real(course.left[gap]);
    }
    for (int step = 0; step < habit_steps; ++step) his.grown[step] = Real(course.grown[step]);
    const HabitNodes<Real> nodes = habit_nodes_of(his);
    for (std::size_t j = 0; j < e.size(); ++j) {
      const auto full = stay_with(AmongAll<double>{e[j], total(e)}, habit, bond[j], course);
      const auto few =
          stay_with(AmongAll<Real>{Real(e[j]), Real(total(e))}, Real(habit), Real(bond[j]), nodes);
      CHECK(few.leaving.value == Approx(full.leaving).epsilon(3e-5));
      CHECK(few.away.value == Approx(full.away).epsilon(3e-5));
    }
  }
}

TEST_CASE("nodes stand for a habit that is always the same") {
  const HabitNodes<double> nodes = habit_nodes_of(constant());
  const AmongAll<double> among{e[0], total(e)};
  CHECK(stay_with(among, habit, bond[0], nodes).leaving ==
        Approx(stay_with(among, habit, bond[0], constant()).leaving).epsilon(1e-5));
}
