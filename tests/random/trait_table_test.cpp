// SPDX-License-Identifier: MIT
#include "sim/random/trait_table.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/inverse_gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <cmath>
#include <vector>

#include "sim/random/address.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

namespace bm = boost::math;

/// The largest z that the engine's 23-bit uniforms reach is 5.29; between the knots there, and between them.
constexpr double reach = 5.3, step = 0.00317;

double below(double z) { return bm::cdf(bm::normal(), z); }

/// The quantile of a distribution at Φ(z), taken from the nearer tail.
template <class D>
double quantile_at(const D& distribution, double z) {
  return z > 0 ? bm::quantile(bm::complement(distribution, below(-z))) : bm::quantile(distribution, below(z));
}

Trait trait(Distribution distribution, double first, double second = 0) {
  return {distribution, {first}, {second}};
}

/// The largest relative error of a table within reach.
template <class F>
double worst(const TraitTable& table, F exact) {
  double largest = 0;
  for (double z = -reach; z <= reach; z += step)
    largest = std::max(largest, std::abs(table.at(z) / exact(z) - 1));
  return largest;
}

/// Mean over a standard normal z by the trapezoid rule in steps that fall beside the knots.
template <class F>
double over_normal(F of) {
  double sum = 0;
  for (double z = -5.6; z < 5.6; z += 0.001) sum += of(z) * (below(z + 0.0005) - below(z - 0.0005));
  return sum;
}

const std::vector<Trait> all_kinds = {
    trait(Distribution::same_for_all, 2.5),  trait(Distribution::normal, 1, 0.4),
    trait(Distribution::lognormal, 2, 0.5),  trait(Distribution::gamma, 5, 0.3),
    trait(Distribution::gamma, 1, 2),        trait(Distribution::gamma, 5, 50),
    trait(Distribution::uniform, 1, 3),      trait(Distribution::dirichlet, 1.3),
    trait(Distribution::beta, 0.704, 1.182), trait(Distribution::beta, 3.8, 15.2),
};

/// Persons' standard normal numbers: the middle of the 23-bit part in which their word lies.
std::vector<double> persons(int count, std::uint64_t seed) {
  std::vector<double> z;
  for (std::uint32_t person = 0; person < static_cast<std::uint32_t>(count); ++person) {
    const std::uint32_t word = words_at(seed, {.person = person, .what = at_path("need.purchases")})[0];
    z.push_back(bm::quantile(bm::normal(), ((word >> 9) + 0.5) * 0x1p-23));
  }
  return z;
}

/// Largest distance between the distribution functions of two samples of one size (Kolmogorov & Smirnov).
double distance(std::vector<double> a, std::vector<double> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  double largest = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    while (j < b.size() && b[j] <= a[i]) ++j;
    largest = std::max(largest, std::abs(static_cast<double>(i + 1) - static_cast<double>(j)) /
                                    static_cast<double>(a.size()));
  }
  return largest;
}

}  // namespace

TEST_CASE("a trait that is the same for all is the same for all") {
  const TraitTable table = table_of(trait(Distribution::same_for_all, 2.5));
  for (const double z : {-5.0, 0.0, 5.0}) CHECK(table.at(z) == 2.5);
}

TEST_CASE("normal and lognormal traits are exact") {
  const TraitTable normal = table_of(trait(Distribution::normal, 1, 0.4));
  CHECK(normal.at(2) == Approx(1.8));
  CHECK(normal.at(-5) == Approx(-1));
  const bm::lognormal_distribution<double> exact(std::log(2.01), 0.5);
  CHECK(worst(table_of(trait(Distribution::lognormal, 2.01, 0.5)),
              [&](double z) { return quantile_at(exact, z); }) < 1e-9);
}

TEST_CASE("a uniform trait is its quantile to a part in a million") {
  CHECK(worst(table_of(trait(Distribution::uniform, 1, 3)), [](double z) { return 1 + 2 * below(z); }) <
        3e-6);
}

TEST_CASE("a gamma trait is the quantile of Boost.Math, to its interpolation") {
  // Between knots log2 x is a line: its error is h²/8 of the second derivative of log2 x by z, h = 1/128, at
  // most about 1/shape · log2 e. A knot is a 32-bit float, off by 2^-24 of log2 x.
  struct Row {
    double shape, error;
  };
  for (const Row& row : {Row{0.3, 4e-5}, Row{0.7788, 2e-5}, Row{1.4, 1e-5}, Row{3, 1e-5}, Row{50, 1e-5}}) {
    CAPTURE(row.shape);
    const bm::gamma_distribution<double> exact(row.shape, 5 / row.shape);
    CHECK(worst(table_of(trait(Distribution::gamma, 5, row.shape)),
                [&](double z) { return quantile_at(exact, z); }) < row.error);
  }
}

TEST_CASE("a gamma of mean one and shape one is the exponential distribution") {
  // Its quantile is -ln(1 - p); at z = 0 the median ln 2.
  const TraitTable table = table_of(trait(Distribution::gamma, 1, 1));
  CHECK(table.at(0) == Approx(std::log(2)).epsilon(1e-6));
  CHECK(worst(table, [](double z) { return z > 0 ? -std::log(below(-z)) : -std::log1p(-below(z)); }) < 2e-5);
}

TEST_CASE("a gamma trait has the mean and the variance asked for") {
  // The mean of shape k at mean m is m, the variance m²/k. Φ beyond 5.6 holds 1e-8.
  for (const double shape : {0.3, 0.7788, 1.4, 3.0, 50.0}) {
    CAPTURE(shape);
    const TraitTable table = table_of(trait(Distribution::gamma, 5, shape));
    CHECK(over_normal([&](double z) { return table.at(z); }) == Approx(5).epsilon(1e-4));
    CHECK(over_normal([&](double z) { return std::pow(table.at(z) - 5, 2); }) ==
          Approx(25 / shape).epsilon(1e-3));
  }
}

TEST_CASE("a beta trait is the quantile of Boost.Math, to its interpolation") {
  // Between knots x is a line: its error is h²/8 = 7.6e-6 of the second derivative of x by z, h = 1/128. That
  // is below 1, but for a beta of .05 and .05, which turns from 0 to 1 within a few hundredths of z:
  // about 30.
  struct Row {
    double alpha, beta;
  };
  for (const Row& row : {Row{0.704077, 1.182043}, Row{3.8, 15.2}, Row{0.793, 2.426}, Row{15.2, 3.8},
                         Row{0.05, 0.05}, Row{1, 1}, Row{200, 300}}) {
    CAPTURE(row.alpha, row.beta);
    const TraitTable table = table_of(trait(Distribution::beta, row.alpha, row.beta));
    const bm::beta_distribution<double> exact(row.alpha, row.beta);
    double largest = 0;
    for (double z = -reach; z <= reach; z += step)
      largest = std::max(largest, std::abs(table.at(z) - quantile_at(exact, z)));
    CHECK(largest < (row.alpha < 0.1 ? 3e-4 : 8e-6));
  }
}

TEST_CASE(
    "a beta trait of one and one is uniform, and its mirror image has the parameters the other way round") {
  // To the same interpolation: 7.6e-6 of a second derivative of at most .24 for the uniform, .4 for the
  // other.
  const TraitTable flat = table_of(trait(Distribution::beta, 1, 1)),
                   few = table_of(trait(Distribution::beta, 3.8, 15.2)),
                   many = table_of(trait(Distribution::beta, 15.2, 3.8));
  for (double z = -5; z <= 5; z += 0.37) {
    CHECK(flat.at(z) == Approx(below(z)).margin(3e-6));
    CHECK(few.at(z) == Approx(1 - many.at(-z)).margin(3e-6));
  }
}

TEST_CASE("a beta trait has the mean and the variance asked for, and is a share") {
  // α / (α + β), and α β / (α + β)² / (α + β + 1). By hand for 3.8 and 15.2: .2 and .16 / 20 = .008.
  for (const auto& [alpha, beta] : {std::pair(0.704077, 1.182043), {3.8, 15.2}, {0.05, 0.05}}) {
    CAPTURE(alpha, beta);
    const TraitTable table = table_of(trait(Distribution::beta, alpha, beta));
    const double sum = alpha + beta, mean = alpha / sum;
    CHECK(over_normal([&](double z) { return table.at(z); }) == Approx(mean).epsilon(1e-4));
    CHECK(over_normal([&](double z) { return std::pow(table.at(z) - mean, 2); }) ==
          Approx(alpha * beta / (sum * sum * (sum + 1))).epsilon(1e-3));
    for (double z = -reach; z <= reach; z += 0.01) CHECK((table.at(z) >= 0 && table.at(z) <= 1));
  }
}

TEST_CASE("customers' scales in the gamma-gamma model are the inverse gamma of Boost.Math") {
  // log2 x is a line between knots, as for the gamma itself.
  for (const auto& [shape, scale] : {std::pair(3.74, 15.44), {1.2, 1.0}, {3.0, 1.0}, {50.0, 2.0}}) {
    CAPTURE(shape, scale);
    const bm::inverse_gamma_distribution<double> exact(shape, scale);
    CHECK(worst(inverse_gamma_table(shape, scale), [&](double z) { return quantile_at(exact, z); }) < 2e-5);
  }
}

TEST_CASE("customers' scales in the gamma-gamma model have the mean γ / (q − 1)") {
  // CDNOW, q = 3.74, γ = 15.44: 5.635036, and times p = 6.25 the mean of all, 35.2190. The mean of a square
  // is γ² / (q − 1) / (q − 2) = 50.0029, of which Φ beyond 5.6 holds P^(1 − 2 / 3.74), 2e-4.
  const TraitTable table = inverse_gamma_table(3.74, 15.44);
  CHECK(over_normal([&](double z) { return table.at(z); }) == Approx(15.44 / 2.74).epsilon(1e-4));
  CHECK(over_normal([&](double z) { return 6.25 * table.at(z); }) == Approx(35.2190).epsilon(1e-4));
  CHECK(over_normal([&](double z) { return std::pow(table.at(z), 2); }) == Approx(50.0029).epsilon(1e-3));
}

TEST_CASE("customers' scales rise with luck and in proportion to the scale of all, and are never nought") {
  for (const double shape : {1.01, 3.74, 1000.0}) {
    CAPTURE(shape);
    const TraitTable one = inverse_gamma_table(shape, 1), two = inverse_gamma_table(shape, 2);
    int wrong = 0;
    for (double z = -reach; z <= reach; z += step)
      wrong += !(one.at(z) > 0) || one.log2_at(z + step) < one.log2_at(z) ||
               std::abs(two.at(z) / one.at(z) - 2) > 1e-5;
    CHECK(wrong == 0);
  }
}

TEST_CASE("a brand with a tiny share has the logarithm of a gamma with a tiny shape, far into its tail") {
  // Shape 1.3 · .02 = .026. For x → 0 the distribution function is x^k / Γ(k + 1), so
  // log2 x = (ln p + ln Γ(k + 1)) / k · log2 e; at z = -5 that is about -835: no double underflows here.
  const double shape = 0.026;
  const TraitTable table = table_of(trait(Distribution::dirichlet, 1.3), 0.02);
  const bm::gamma_distribution<double> exact(shape, 1.0);
  double worst = 0;
  for (double z = -reach; z <= reach; z += step) {
    const double leading = (std::log(below(z)) + std::lgamma(shape + 1)) / shape * std::log2(std::exp(1.0));
    const double quantile = leading < -60 ? leading : std::log2(quantile_at(exact, z));
    worst = std::max(worst, std::abs(table.log2_at(z) - quantile));
  }
  // As above: h²/8 · log2 e / .026 = 4.2e-4, and half a unit of a 32-bit float of 800, 3e-5.
  CAPTURE(worst);
  CHECK(worst < 5e-4);
  CHECK(table.log2_at(-5) == Approx((std::log(2.866516e-7) + std::lgamma(1.026)) / 0.026 * 1.4426950409));
}

TEST_CASE("traits never fall as luck rises") {
  for (const Trait& kind : all_kinds) {
    const TraitTable table = table_of(kind, 0.02);
    int falls = 0;
    for (double z = -reach; z <= reach; z += step) falls += table.log2_at(z + step) < table.log2_at(z);
    CHECK(falls == 0);
  }
}

TEST_CASE("the logarithm of a trait is its logarithm where it has one") {
  for (const Trait& kind : {all_kinds[2], all_kinds[3], all_kinds[4]}) {
    const TraitTable table = table_of(kind);
    for (const double z : {-2.0, 0.1, 3.0}) CHECK(std::exp2(table.log2_at(z)) == Approx(table.at(z)));
  }
  CHECK(table_of(all_kinds[6]).log2_at(1) == table_of(all_kinds[6]).at(1));
}

TEST_CASE("a higher mean moves everybody up and keeps their rank") {
  const TraitTable low = table_of(trait(Distribution::gamma, 5, 1.4)),
                   high = table_of(trait(Distribution::gamma, 6, 1.4));
  for (double z = -5; z <= 5; z += 0.37) CHECK(high.at(z) / low.at(z) == Approx(1.2).epsilon(1e-5));
}

TEST_CASE("people drawn through a table are distributed as an independent sampler draws them") {
  // Two samples of 20,000, ours from the counter, the other by Boost.Random's rejection from a Mersenne
  // Twister. The distance has a scale of √(2/n) = .01; the limit 2.2252 · .01 is passed once in 10,000 seeds
  // (2 exp(-2 · 2.2252²) = 1e-4), by one of these four once in 2,500. Seeds fixed.
  for (const double shape : {0.3, 0.7788, 1.4, 50.0}) {
    CAPTURE(shape);
    const TraitTable table = table_of(trait(Distribution::gamma, 5, shape));
    boost::random::mt19937 twister(20240619);
    boost::random::gamma_distribution<double> gamma(shape, 5 / shape);
    std::vector<double> ours, theirs;
    for (const double z : persons(20000, 20240619)) {
      ours.push_back(table.at(z));
      theirs.push_back(gamma(twister));
    }
    CHECK(distance(ours, theirs) < 0.02225);
    // The test sees a shape that is off by a tenth; the distance of the distributions is then about .03 or
    // more for the small shapes.
    if (shape < 1) {
      std::vector<double> wrong;
      const TraitTable other = table_of(trait(Distribution::gamma, 5, shape * 1.3));
      for (const double z : persons(20000, 20240619)) wrong.push_back(other.at(z));
      CHECK(distance(wrong, theirs) > 0.02225);
    }
  }
}

TEST_CASE("brands' gammas make Dirichlet choice probabilities") {
  // Goodhardt, Ehrenberg & Chatfield (1984): a probability with share s has mean s and variance s (1 - s) /
  // (S + 1). 40,000 customers: standard error of a mean √(s (1 - s) / (S + 1) / n) ≤ .0017, of a variance
  // about 1 %. Bounds of four standard errors: six together are passed by chance once in 2,500 seeds. Seed
  // fixed.
  const double S = 1.3, share[] = {0.5, 0.3, 0.2};
  constexpr int customers = 40000;
  std::vector<TraitTable> tables;
  for (const double s : share) tables.push_back(table_of(trait(Distribution::dirichlet, S), s));
  double mean[3] = {}, square[3] = {};
  for (std::uint32_t person = 0; person < customers; ++person) {
    double gamma[3], sum = 0;
    const auto words = words_at(20240620, {.person = person});
    for (int j = 0; j < 3; ++j)
      sum += gamma[j] = tables[j].at(bm::quantile(bm::normal(), ((words[j] >> 9) + 0.5) * 0x1p-23));
    for (int j = 0; j < 3; ++j) {
      mean[j] += gamma[j] / sum / customers;
      square[j] += std::pow(gamma[j] / sum - share[j], 2) / customers;
    }
  }
  for (int j = 0; j < 3; ++j) {
    const double variance = share[j] * (1 - share[j]) / (S + 1);
    CHECK(mean[j] == Approx(share[j]).margin(4 * std::sqrt(variance / customers)));
    CHECK(square[j] == Approx(variance).epsilon(0.04));
  }
}
