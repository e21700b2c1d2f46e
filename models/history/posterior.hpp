// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "models/number.hpp"

namespace clientele {

/// What a past tells of one trait. Of a rate λ (purchases a period, departures a period): so many events in
/// so much time, likelihood λ^x e^{−λ T}. Of a chance p: so many times it came true of so many trials,
/// likelihood p^x (1 − p)^{n − x}.
struct Evidence {
  double events = 0;
  double exposure = 0;  ///< T [periods] or n, at least `events`

  bool any() const { return exposure > 0 || events > 0; }
};

/// Logarithm of the likelihood of a rate, and of a chance; a value of 0 or 1 that the past rules out has −∞.
inline double log_likelihood_of_rate(double rate, Evidence seen) {
  return (seen.events > 0 ? seen.events * std::log(rate) : 0) - rate * seen.exposure;
}
inline double log_likelihood_of_chance(double chance, Evidence seen) {
  const double failures = seen.exposure - seen.events;
  return (seen.events > 0 ? seen.events * std::log(chance) : 0) +
         (failures > 0 ? failures * std::log1p(-chance) : 0);
}

/// A gamma distributed rate after what was seen: gamma with shape r + x and rate α + T, r being the shape and
/// r / α the mean before. (Conjugate to the Poisson process.)
inline Trait gamma_after(Trait rate, Evidence seen) {
  const double shape = rate.second.value, alpha = shape / rate.first.value;
  rate.second.value = shape + seen.events;
  rate.first.value = rate.second.value / (alpha + seen.exposure);
  return rate;
}

/// A beta distributed chance after what was seen: beta(a + x, b + n − x). (Conjugate to Bernoulli trials.)
inline Trait beta_after(Trait chance, Evidence seen) {
  chance.first.value += seen.events;
  chance.second.value += seen.exposure - seen.events;
  return chance;
}

/// Shape and scale of the customers' own scales in the gamma-gamma model after x purchases of m units on
/// average:  ν ~ gamma(q + p x, γ + x m).  Source: Fader & Hardie (2013), "The Gamma-Gamma Model".
struct UnitsScale {
  double shape, scale;
};
inline UnitsScale units_scale_after(double within_shape, UnitsScale before, double purchases, double mean) {
  return {before.shape + within_shape * purchases, before.scale + purchases * mean};
}

}  // namespace clientele
