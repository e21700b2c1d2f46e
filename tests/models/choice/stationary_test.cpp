// SPDX-License-Identifier: MIT
#include "models/choice/stationary.hpp"

#include <numeric>
#include <vector>

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Row = std::vector<double>;

Row stationary(const Row& e, const Row& bonus) {
  const double sum = std::accumulate(e.begin(), e.end(), 0.0);
  Row weights;
  for (std::size_t j = 0; j < e.size(); ++j) weights.push_back(stationary_weight(e[j], sum, bonus[j]));
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& w : weights) w /= all;
  return weights;
}

/// The distribution of the last brand a purchase later: stay with repurchase_probability, else go by the
/// logit among the others.
Row after_a_purchase(const Row& before, const Row& e, const Row& bonus) {
  const double sum = std::accumulate(e.begin(), e.end(), 0.0);
  Row after(e.size());
  for (std::size_t j = 0; j < e.size(); ++j) {
    const double stay = repurchase_probability(e[j], sum, bonus[j]);
    for (std::size_t k = 0; k < e.size(); ++k)
      after[k] += before[j] * (k == j ? stay : (1 - stay) * e[k] / (sum - e[j]));
  }
  return after;
}

}  // namespace

TEST_CASE("the stationary weights are what choosing again and again leads to") {
  const Row e = {1.0, 0.3, 2.5, 0.05}, bonus = {4.4817, 1.0, 2.0, 0.5};  // 4.4817 = e^1.5
  Row power(e.size(), 0.25);
  for (int purchase = 0; purchase < 2000; ++purchase) power = after_a_purchase(power, e, bonus);
  const Row weights = stationary(e, bonus), next = after_a_purchase(weights, e, bonus);
  for (std::size_t j = 0; j < e.size(); ++j) {
    CHECK(weights[j] == Approx(power[j]).epsilon(1e-10));
    CHECK(weights[j] == Approx(next[j]).epsilon(1e-12));
  }
}

TEST_CASE("flows between any two brands are equal at rest") {
  const Row e = {1.0, 0.3, 2.5}, bonus = {3.0, 1.5, 8.0};
  const double sum = 3.8;
  const Row weights = stationary(e, bonus);
  for (std::size_t j = 0; j < 3; ++j)
    for (std::size_t k = 0; k < 3; ++k) {
      if (j == k) continue;
      const auto flow = [&](std::size_t from, std::size_t to) {
        return weights[from] * (1 - repurchase_probability(e[from], sum, bonus[from])) * e[to] /
               (sum - e[from]);
      };
      CHECK(flow(j, k) == Approx(flow(k, j)).epsilon(1e-12));
    }
}

TEST_CASE("without inertia the stationary distribution is the logit itself") {
  const Row e = {1.648721, 1.221403, 1.0}, weights = stationary(e, {1, 1, 1});
  // Shares of utilities .5, .2, 0, as in the test of the logit.
  CHECK(weights[0] == Approx(0.426013).epsilon(1e-5));
  CHECK(weights[1] == Approx(0.315598).epsilon(1e-5));
  CHECK(weights[2] == Approx(0.258390).epsilon(1e-5));
  CHECK(repurchase_probability(1.648721, 3.870124, 1.0) == Approx(0.426013).epsilon(1e-5));
}

TEST_CASE("two equal brands with a bonus of three repeat three times of four") {
  // By hand: e = 1, Σ = 2, B = 3: 3 / (2 + 2) = .75; the shares stay a half each.
  CHECK(repurchase_probability(1.0, 2.0, 3.0) == 0.75);
  CHECK(stationary({1, 1}, {3, 3})[0] == 0.5);
}

TEST_CASE("inertia makes strong brands stronger, and repurchase rises with it") {
  double before_share = 0, before_repeat = 0;
  for (const double bonus : {1.0, 2.0, 5.0, 50.0}) {
    const double share = stationary({2, 1}, {bonus, bonus})[0],
                 repeat = repurchase_probability(2.0, 3.0, bonus);
    CHECK(share > before_share);
    CHECK(repeat > before_repeat);
    before_share = share;
    before_repeat = repeat;
  }
  // B → ∞: shares tend to e² / Σ e².
  CHECK(stationary({2, 1}, {1e12, 1e12})[0] == Approx(0.8));
  CHECK(repurchase_probability(2.0, 3.0, 1e12) == Approx(1));
}
