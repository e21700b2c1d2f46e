// SPDX-License-Identifier: MIT
#include "sim/statistics/binned.hpp"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "sim/statistics/draws.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

std::vector<double> lognormal_draws(int draws) {
  auto values = shifted_sobol(draws, {"value"}, 5);
  for (double& x : values) x = 1000 + std::exp(quantile(boost::math::normal(), x) / 2);
  return values;
}

Binned binned(const std::vector<double>& values, std::size_t first) {
  Binned all({values.begin(), values.begin() + static_cast<long>(first)});
  for (std::size_t i = first; i < values.size(); ++i) all.add(values[i]);
  return all;
}

void check_alike(const Estimate& found, const Estimate& exact, double bin) {
  CHECK(found.mean == Approx(exact.mean).epsilon(1e-12));
  CHECK(found.sd == Approx(exact.sd).epsilon(1e-9));
  CHECK(found.mc_error == Approx(exact.mc_error).epsilon(1e-6));
  CHECK(found.p05 == Approx(exact.p05).margin(bin));
  CHECK(found.p25 == Approx(exact.p25).margin(bin));
  CHECK(found.p50 == Approx(exact.p50).margin(bin));
  CHECK(found.p75 == Approx(exact.p75).margin(bin));
  CHECK(found.p95 == Approx(exact.p95).margin(bin));
}

}  // namespace

TEST_CASE("bins tell of draws what the draws themselves do, up to a bin") {
  const auto values = lognormal_draws(4096);
  const std::vector<double> first(values.begin(), values.begin() + 64);
  const auto [least, most] = std::minmax_element(first.begin(), first.end());
  const double bin = (*most - *least) / 64;
  for (const double noise : {0.0, 0.1, -0.2})
    check_alike(*binned(values, 64).over_draws(noise), estimate_over_draws(values, noise), bin);
  check_alike(*binned(values, 64).over_replications(), estimate_of(values), bin);
}

TEST_CASE("what lies far beyond the first values is counted, and reached by quantiles") {
  std::vector<double> values(64);
  for (int i = 0; i < 64; ++i) values[static_cast<std::size_t>(i)] = i / 63.0;  // bins from −0.5 to 1.5
  for (int i = 0; i < 64; ++i) values.push_back(1000);
  const auto e = binned(values, 64).over_replications();
  CHECK(e->mean == Approx((32.0 + 64000) / 128));
  CHECK(e->p95 == Approx(1000));
  CHECK(e->p25 == Approx(0.5).margin(1.0 / 64));
}

TEST_CASE("values that are all the same have neither spread nor error, and may still come to differ") {
  const std::vector<double> same(16, 3.25);
  const Estimate e = *binned(same, 8).over_draws(0.5);
  CHECK(e.mean == 3.25);
  CHECK(e.p05 == 3.25);
  CHECK(e.sd == 0);
  CHECK(e.mc_error == 0);
  std::vector<double> late = same;
  for (int i = 0; i < 16; ++i) late.push_back(4.25);
  const Estimate other = *binned(late, 8).over_replications();
  CHECK(other.mean == Approx(3.75));
  CHECK(other.sd == Approx(estimate_of(late).sd));
  CHECK(other.p25 == Approx(3.25).margin(1e-12));
  CHECK(other.p75 == Approx(4.25).margin(1e-12));
}

TEST_CASE("a number that some sample has not is known of none") {
  Binned all({1, 2, 3, 4, 5, 6, 7, 8});
  all.add(std::numeric_limits<double>::quiet_NaN());
  CHECK_FALSE(all.over_draws(0));
  CHECK_FALSE(all.over_replications());
}
