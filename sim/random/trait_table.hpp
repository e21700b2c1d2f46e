// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

#include "models/number.hpp"

namespace clientele {

/// A trait as a monotone function of a standard normal number z, so that the same person has the same rank in
/// every scenario, whatever happens to mean or spread. In one of three forms:
///   affine: x = offset + slope z                       (same_for_all, normal)
///   exponential: x = 2^(offset + slope z)              (lognormal)
///   table: x = y or 2^y, y linear between knots of z   (gamma and dirichlet in logarithms, uniform and beta
///   plainly)
/// Knots lie from −table_reach to table_reach in equal steps; beyond them the last line goes on.
struct TraitTable {
  enum class Form { affine, exponential, table, table_of_log2 };

  Form form = Form::affine;
  double offset = 0;
  double slope = 0;
  std::vector<float> knots;

  /// Whether people differ in it at all.
  bool varies() const { return form == Form::table || form == Form::table_of_log2 || slope != 0; }
  /// The trait of a person with this z, in plain double arithmetic. Reference of what the engine does over
  /// lanes.
  double at(double z) const;
  /// log2 of the trait where the form is a logarithmic one; else at(z).
  double log2_at(double z) const;
};

inline constexpr double table_reach = 5.625;  ///< 24-bit uniforms reach |z| = 5.42
inline constexpr int table_steps = 1440;      ///< 128 knots per unit of z

/// Tables of the quantile function of a trait. For `dirichlet`, `share` is the share of the brand.
/// Quantiles of gamma: Boost.Math; below a probability of 1e-280 its leading term, ln x = (ln p + ln Γ(k +
/// 1)) / k.
TraitTable table_of(const Trait& trait, double share = 0);

/// A trait given something that was seen, from the logarithm of the likelihood of each value: its quantile
/// function is that of the density before, times the likelihood. Found by the trapezoidal rule on the knots
/// of z. `prior` varies.
TraitTable table_given(const TraitTable& prior, const std::function<double(double)>& log_likelihood);

/// scale / G, G gamma distributed with mean and variance `shape`: how the customers' own scales spread in the
/// gamma-gamma model.
TraitTable inverse_gamma_table(double shape, double scale);

}  // namespace clientele
