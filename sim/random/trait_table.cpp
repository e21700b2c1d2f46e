// SPDX-License-Identifier: MIT
#include "sim/random/trait_table.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>

#include "models/arithmetic.hpp"
#include "models/value/log_gamma.hpp"
#include "sim/base/contract.hpp"

namespace clientele {

namespace {

/// Knots are stored in single precision: double is exact enough, and several times faster than long double.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

double normal_below(double z) {
  return boost::math::cdf(boost::math::normal_distribution<double, InDouble>{}, z);
}

/// log2 of the gamma quantile at Φ(z), from whichever tail is the more exact.
double log2_gamma_quantile(double shape, double z) {
  const boost::math::gamma_distribution<double, InDouble> gamma(shape, 1.0);
  if (z > 0) return std::log2(boost::math::quantile(boost::math::complement(gamma, normal_below(-z))));
  const double p = normal_below(z);
  const double leading = (std::log(p) + log_gamma(shape + 1)) / shape;  // x → 0: P(x) = x^k / Γ(k + 1)
  if (leading < -100) return leading * log2_e;
  return std::log2(boost::math::quantile(gamma, p));
}

/// The beta quantile at Φ(z), from whichever tail is the more exact.
double beta_quantile(double alpha, double beta, double z) {
  const boost::math::beta_distribution<double, InDouble> distribution(alpha, beta);
  return z > 0 ? boost::math::quantile(boost::math::complement(distribution, normal_below(-z)))
               : boost::math::quantile(distribution, normal_below(z));
}

TraitTable tabulated(TraitTable::Form form, const std::function<double(double)>& of_z) {
  TraitTable table{.form = form};
  for (int k = 0; k <= table_steps; ++k)
    table.knots.push_back(static_cast<float>(of_z(-table_reach + 2 * table_reach * k / table_steps)));
  return table;
}

}  // namespace

double TraitTable::log2_at(double z) const {
  if (form == Form::affine || form == Form::exponential) return offset + slope * z;
  const double position = (z + table_reach) * (table_steps / (2 * table_reach));
  const int knot = std::min(std::max(static_cast<int>(std::floor(position)), 0), table_steps - 1);
  const double below = knots[knot];
  return below + (position - knot) * (knots[knot + 1] - below);
}

double TraitTable::at(double z) const {
  const double y = log2_at(z);
  return form == Form::exponential || form == Form::table_of_log2 ? std::exp2(y) : y;
}

TraitTable table_of(const Trait& trait, double share) {
  const double first = trait.first.value, second = trait.second.value;
  switch (trait.distribution) {
    case Distribution::same_for_all:
      return {.form = TraitTable::Form::affine, .offset = first, .slope = 0, .knots = {}};
    case Distribution::normal:
      return {.form = TraitTable::Form::affine, .offset = first, .slope = second, .knots = {}};
    case Distribution::lognormal:
      return {.form = TraitTable::Form::exponential,
              .offset = std::log2(first),
              .slope = second * log2_e,
              .knots = {}};
    case Distribution::gamma: {
      const double log2_scale = std::log2(first / second);
      return tabulated(TraitTable::Form::table_of_log2,
                       [&](double z) { return log2_gamma_quantile(second, z) + log2_scale; });
    }
    case Distribution::uniform:
      return tabulated(TraitTable::Form::table,
                       [&](double z) { return first + (second - first) * normal_below(z); });
    case Distribution::beta:
      return tabulated(TraitTable::Form::table, [&](double z) { return beta_quantile(first, second, z); });
    case Distribution::dirichlet:
      return tabulated(TraitTable::Form::table_of_log2,
                       [&](double z) { return log2_gamma_quantile(first * share, z); });
  }
  expects(false);
  return {};
}

TraitTable table_given(const TraitTable& prior, const std::function<double(double)>& log_likelihood) {
  constexpr double step = 2 * table_reach / table_steps;
  const auto z_of = [](double knot) { return -table_reach + step * knot; };
  std::vector<double> log_weight;
  for (int k = 0; k <= table_steps; ++k)
    log_weight.push_back(log_likelihood(prior.at(z_of(k))) - z_of(k) * z_of(k) / 2);
  const double largest = *std::max_element(log_weight.begin(), log_weight.end());
  std::vector<double> below = {0}, above(log_weight.size(), 0.0);
  const auto between = [&](std::size_t k) {
    return (std::exp(log_weight[k] - largest) + std::exp(log_weight[k + 1] - largest)) / 2;
  };
  for (std::size_t k = 0; k + 1 < log_weight.size(); ++k) below.push_back(below.back() + between(k));
  for (std::size_t k = log_weight.size() - 1; k-- > 0;) above[k] = above[k + 1] + between(k);
  // From whichever tail is the more exact: the knot at which so much of the weight is passed.
  const auto passed = [&](double part, const std::vector<double>& weight, bool rising) {
    std::size_t k = 0;
    while (k + 2 < weight.size() && (rising ? weight[k + 1] < part : weight[k + 1] > part)) ++k;
    const double width = weight[k + 1] - weight[k];
    return static_cast<double>(k) + (width == 0 ? 0.5 : std::clamp((part - weight[k]) / width, 0.0, 1.0));
  };
  const bool logarithmic =
      prior.form == TraitTable::Form::exponential || prior.form == TraitTable::Form::table_of_log2;
  return tabulated(logarithmic ? TraitTable::Form::table_of_log2 : TraitTable::Form::table, [&](double z) {
    const double knot = z < 0 ? passed(below.back() * normal_below(z), below, true)
                              : passed(above.front() * normal_below(-z), above, false);
    return prior.log2_at(z_of(knot));
  });
}

TraitTable inverse_gamma_table(double shape, double scale) {
  return tabulated(TraitTable::Form::table_of_log2,
                   [&](double z) { return std::log2(scale) - log2_gamma_quantile(shape, -z); });
}

}  // namespace clientele
