// SPDX-License-Identifier: MIT
#include "sim/random/trait_table.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>

#include "models/arithmetic.hpp"
#include "sim/base/contract.hpp"

namespace clientele {

namespace {

double normal_below(double z) { return boost::math::cdf(boost::math::normal{}, z); }

/// log2 of the gamma quantile at Φ(z), from whichever tail is the more exact.
double log2_gamma_quantile(double shape, double z) {
  const boost::math::gamma_distribution<double> gamma(shape, 1.0);
  if (z > 0) return std::log2(boost::math::quantile(boost::math::complement(gamma, normal_below(-z))));
  const double p = normal_below(z);
  const double leading = (std::log(p) + std::lgamma(shape + 1)) / shape;  // x → 0: P(x) = x^k / Γ(k + 1)
  if (leading < -100) return leading * log2_e;
  return std::log2(boost::math::quantile(gamma, p));
}

/// The beta quantile at Φ(z), from whichever tail is the more exact.
double beta_quantile(double alpha, double beta, double z) {
  const boost::math::beta_distribution<double> distribution(alpha, beta);
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

TraitTable inverse_gamma_table(double shape, double scale) {
  return tabulated(TraitTable::Form::table_of_log2,
                   [&](double z) { return std::log2(scale) - log2_gamma_quantile(shape, -z); });
}

}  // namespace clientele
