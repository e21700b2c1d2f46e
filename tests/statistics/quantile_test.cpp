// SPDX-License-Identifier: MIT
#include "sim/statistics/quantile.hpp"

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("quantiles lie between neighbours in proportion") {
  // Hyndman & Fan (1996), type 7: at position p (n - 1). By hand for 1, 2, 4, 8, 16.
  const std::vector<double> x = {1, 2, 4, 8, 16};
  CHECK(quantile(x, 0) == 1);
  CHECK(quantile(x, 0.25) == 2);
  CHECK(quantile(x, 0.5) == 4);
  CHECK(quantile(x, 1) == 16);
  CHECK(quantile(x, 0.05) == Approx(1.2));  // position .2
  CHECK(quantile(x, 0.9) == Approx(12.8));  // position 3.6
  CHECK(quantile({1, 3}, 0.5) == 2);
  CHECK(quantile({7}, 0.3) == 7);
}

TEST_CASE("a quantile needs a value and a probability") {
  CHECK_THROWS_AS(quantile(std::vector<double>{}, 0.5), BrokenContract);
  CHECK_THROWS_AS(quantile({1, 2}, 1.1), BrokenContract);
  CHECK_THROWS_AS(quantile({1, 2}, -0.1), BrokenContract);
}

TEST_CASE("quantiles rise with the probability") {
  const std::vector<double> x = {-3, -1, 0, 0, 2, 5, 90};
  double before = -10;
  for (int i = 0; i <= 100; ++i) {
    const double q = quantile(x, i / 100.0);
    CHECK(q >= before);
    before = q;
  }
}

TEST_CASE("each customer counts by the people he stands for") {
  // By hand: 1 three times, 5 once, 10 six times: mean (3 + 5 + 60) / 10, variance
  // (3 · 5.8² + 1.8² + 6 · 3.2²) / 10 = 16.56.
  const Spread spread({{10, 6}, {1, 3}, {5, 1}});
  CHECK(spread.mean() == Approx(6.8));
  CHECK(spread.sd() == Approx(std::sqrt(16.56)));
  CHECK(spread.quantile(0) == 1);
  CHECK(spread.quantile(0.3) == 1);
  CHECK(spread.quantile(0.31) == 5);
  CHECK(spread.quantile(0.4) == 5);
  CHECK(spread.quantile(0.41) == 10);
  CHECK(spread.quantile(1) == 10);
}

TEST_CASE("a customer of weight three is three customers") {
  const Spread heavy({{1, 3}, {5, 1}}), many({{5, 1}, {1, 1}, {1, 1}, {1, 1}});
  for (const double p : {0.0, 0.2, 0.5, 0.75, 0.76, 1.0}) CHECK(heavy.quantile(p) == many.quantile(p));
  CHECK(heavy.mean() == many.mean());
  CHECK(heavy.sd() == Approx(many.sd()));
}

TEST_CASE("the worst part has the mean of its people, split where a customer stands across its edge") {
  // By hand on 1, 2, 3, 4: the worst quarter is 1, the worst three eighths (1 + ½ · 2) / 1.5.
  const Spread spread({{4, 1}, {3, 1}, {2, 1}, {1, 1}});
  CHECK(spread.mean_between(0, 0.25) == Approx(1));
  CHECK(spread.mean_between(0, 0.375) == Approx(2 / 1.5));
  CHECK(spread.mean_between(0, 0.1) == Approx(1));
  CHECK(spread.mean_between(0, 1) == Approx(2.5));
}

TEST_CASE("the shares of tenths sum to one and rise") {
  std::vector<Weighted> values;
  for (int i = 0; i < 37; ++i) values.push_back({1.0 + (i * 17) % 37, 1.0 + i % 3});
  const Spread spread(values);
  double sum = 0, before = 0;
  for (int tenth = 0; tenth < 10; ++tenth) {
    const double share = spread.share_between(tenth / 10.0, (tenth + 1) / 10.0);
    CHECK(share > before);
    before = share;
    sum += share;
  }
  CHECK(sum == Approx(1).epsilon(1e-12));
  // By hand on 1, 2, 3, 4: the upper half has 7 of 10.
  CHECK(Spread({{1, 1}, {2, 1}, {3, 1}, {4, 1}}).share_between(0.5, 1) == Approx(0.7));
}

TEST_CASE("nobody has no quantile") {
  CHECK(Spread({}).empty());
  CHECK_THROWS_AS(Spread({}).quantile(0.5), BrokenContract);
}
