// SPDX-License-Identifier: MIT
#include "models/need/poisson.hpp"

#include <boost/math/distributions/poisson.hpp>

#include "sim/engine/lanes/elementary.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Real = one_lane::RealOf<float>;

double purchases(double u, double rate) { return poisson_quantile(u, rate, std::exp(-rate)); }

/// As the engine asks for it, in 32 bits.
float purchases(float u, float rate) {
  return poisson_quantile(Real(u), Real(rate), exp2(Real(rate) * Real(-log2_e))).value;
}

/// The largest numbers that the engine's 24-bit uniforms can be.
constexpr float from_the_top(int k) { return 1 - static_cast<float>(k) * 0x1p-24f; }

}  // namespace

TEST_CASE("the number of purchases is the Poisson quantile of Boost.Math") {
  using namespace boost::math;
  using Discrete = policies::policy<policies::discrete_quantile<policies::integer_round_up>>;
  int different = 0;
  for (const double rate : {0.01, 0.03, 0.1, 0.3, 0.5, 1.0, 2.0, 3.7, 5.0, 8.0, 11.3, 16.0}) {
    const poisson_distribution<double, Discrete> poisson(rate);
    for (int i = 0; i < 2000; ++i) {
      const double u = (i + 0.5) / 2000;
      different += purchases(u, rate) != quantile(poisson, u);
    }
    // The engine's uniforms have 24 bits: the least that is left above one is 6e-8.
    for (const double tail : {1e-4, 1e-6, 0x1p-24}) {
      different += purchases(tail, rate) != quantile(poisson, tail);
      different += purchases(1 - tail, rate) != quantile(poisson, 1 - tail);
    }
  }
  CHECK(different == 0);
}

TEST_CASE("in 32 bits the number of purchases is the same but where u stands beside a step") {
  // A step of the distribution function is off by some units of 2^-24 for each term, at most about 2e-6; the
  // grid of u is 5e-4 wide, so less than one step in a hundred stands that near to a point of it. There are
  // 80 steps or so.
  using namespace boost::math;
  using Discrete = policies::policy<policies::discrete_quantile<policies::integer_round_up>>;
  int different = 0, all = 0;
  for (const float rate : {0.01f, 0.1f, 0.5f, 1.0f, 2.0f, 3.7f, 8.0f, 16.0f}) {
    const poisson_distribution<double, Discrete> poisson(rate);
    for (int i = 0; i < 2000; ++i, ++all) {
      const float u = (static_cast<float>(i) + 0.5f) / 2000;
      different += purchases(u, rate) != static_cast<float>(quantile(poisson, static_cast<double>(u)));
    }
  }
  CHECK(different <= all / 2000);
}

TEST_CASE("better luck and a higher rate never mean fewer purchases") {
  int fewer = 0;
  for (int r = 1; r <= 64; ++r) {
    const double rate = 0.25 * r;
    for (int i = 0; i < 1000; ++i) {
      const double u = i / 1000.0;
      fewer += purchases(u + 0.001, rate) < purchases(u, rate) && i < 999;
      fewer += purchases(u, rate) < purchases(u, rate - 0.25);
    }
  }
  CHECK(fewer == 0);
}

TEST_CASE("a vanishing rate means no purchase") {
  CHECK(purchases(0.999999, 0.0) == 0);
  CHECK(purchases(0.999999, 1e-9) == 0);
  CHECK(purchases(from_the_top(1), 0.0f) == 0);
}

TEST_CASE("the mean number of purchases is the rate") {
  // The middle of 1e5 equal parts of u; what is lost in the upper tail is below 1e-5 · 40.
  for (const double rate : {0.05, 1.0, 4.0, 16.0}) {
    double sum = 0;
    for (int i = 0; i < 100000; ++i) sum += purchases((i + 0.5) / 100000, rate);
    CHECK(sum / 100000 == Approx(rate).margin(4e-4));
  }
}

TEST_CASE("the best luck that there is in 24 bits never means an absurd number of purchases") {
  // A sum of probabilities in 32 bits may stay below the last uniforms for want of bits; it must end all the
  // same. At rate 16 the exact quantile at 1 - 2^-24 is 42 (P(K > 41) = 4.7e-8), and the probability of 46 is
  // below 1e-9.
  using namespace boost::math;
  using Discrete = policies::policy<policies::discrete_quantile<policies::integer_round_up>>;
  double most = 0;
  int absurd = 0;
  for (int r = 1; r <= 1600; ++r) {
    const float rate = static_cast<float>(r) * 0.01f;
    const poisson_distribution<double, Discrete> poisson(rate);
    for (int k = 1; k <= 8; ++k) {
      const double count = purchases(from_the_top(k), rate);
      most = std::max(most, count);
      absurd += count > quantile(poisson, 1 - k * 0x1p-24) + 10;
    }
  }
  CAPTURE(most);
  CHECK(most <= 46);
  CHECK(absurd == 0);
}
