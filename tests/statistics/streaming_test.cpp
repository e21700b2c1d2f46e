// SPDX-License-Identifier: MIT
#include "sim/statistics/streaming.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

std::vector<double> draws_of(int draws, const std::function<double(double)>& value) {
  auto values = shifted_sobol(draws, {"x"}, 2);
  for (double& x : values) x = value(quantile(boost::math::normal(), x));
  return values;
}

StreamedDraws streamed(const std::vector<double>& values, int first = 256) {
  StreamedDraws draws({values.begin(), values.begin() + first});
  for (std::size_t r = first; r < values.size(); ++r) draws.add(values[r]);
  return draws;
}

/// 1 / 512 of the range of the first 256.
double part_of(const std::vector<double>& values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.begin() + 256);
  return (*most - *least) / 512;
}

void check_as_kept(const std::vector<double>& values, double noise) {
  const Estimate kept = estimate_over_draws(values, noise), counted = streamed(values).estimate(noise);
  CHECK(counted.mean == Approx(kept.mean).epsilon(1e-12));
  CHECK(counted.mc_error == Approx(kept.mc_error).epsilon(1e-9));
  CHECK(counted.sd == Approx(kept.sd).epsilon(1e-9));
  for (const auto q : {&Estimate::p05, &Estimate::p25, &Estimate::p50, &Estimate::p75, &Estimate::p95})
    CHECK(std::abs(counted.*q - kept.*q) <= part_of(values) * (1 + 1e-9));
}

}  // namespace

TEST_CASE("draws that are counted say what draws that are kept say, to a part of the range") {
  check_as_kept(draws_of(8192, [](double z) { return 5 + 2 * z; }), 0);
  check_as_kept(draws_of(8192, [](double z) { return 5 + 2 * z; }), 3);
  check_as_kept(draws_of(8192, [](double z) { return 5 + 2 * z; }), -3);
  check_as_kept(draws_of(8192, [](double z) { return 1e6 * std::exp(z); }), 0);      // skewed
  check_as_kept(draws_of(8192, [](double z) { return 0.3 + 0.0001 * z; }), 0);       // a share, well known
  check_as_kept(draws_of(8192, [](double z) { return std::max(0.0, z); }), 0);       // half of them 0
  check_as_kept(draws_of(8192, [](double z) { return z > 0.3 ? 10.0 : -1.0; }), 0);  // two values
  check_as_kept(draws_of(256, [](double z) { return 7 - z * z * z; }), 0);           // the first alone
}

TEST_CASE("a part of the range is small beside the error of a quantile") {
  // Normal: 256 draws range over some 5.6 sd, a part is .011 sd; the .95 quantile of 8,192 plain draws has a
  // standard error of √(.95 · .05 / 8192) / φ(1.645) = .023 sd.
  const auto values = draws_of(8192, [](double z) { return z; });
  CHECK(part_of(values) < 0.0125);
  CHECK(streamed(values).estimate(0).p95 == Approx(1.644854).margin(0.0125));
}

TEST_CASE("values beyond the ranges of the first draws are counted and bounded") {
  std::vector<double> values = draws_of(256, [](double z) { return z; });
  for (int i = 0; i < 64; ++i) values.push_back(i % 2 ? 1000 : -2000);
  const Estimate e = streamed(values).estimate(0);
  CHECK(e.mean == Approx(estimate_over_draws(values, 0).mean));
  CHECK(e.p05 >= -2000);  // a tenth of all lies beyond each end
  CHECK(e.p05 < -10);
  CHECK(e.p95 > 10);
  CHECK(e.p95 <= 1000);
  CHECK(e.p50 == Approx(0).margin(0.05));
}

TEST_CASE("draws that are all the same have no spread") {
  const Estimate e = streamed(std::vector<double>(512, 42.0)).estimate(0);
  CHECK(e.mean == 42);
  CHECK(e.sd == 0);
  CHECK(e.p05 == 42);
  CHECK(e.p95 == 42);
  CHECK(e.mc_error == 0);
}

TEST_CASE("counted draws begin in eights, are estimated in eights, and are numbers") {
  CHECK_THROWS_AS(StreamedDraws({}), BrokenContract);
  CHECK_THROWS_AS(StreamedDraws({1, 2, 3}), BrokenContract);
  StreamedDraws draws(std::vector<double>(8, 1.0));
  CHECK_THROWS_AS(draws.add(std::nan("")), BrokenContract);
  draws.add(2);
  CHECK(draws.draws() == 9);
  CHECK_THROWS_AS(draws.estimate(0), BrokenContract);
}
