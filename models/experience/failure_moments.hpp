// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace clientele {

/// What may go wrong at a purchase, and what is done about it. Chances and shares are 0..1.
struct FailureChances {
  double failure = 0;   ///< f, of a purchase
  double voice = 0;     ///< of a failed customer to complain
  double response = 0;  ///< of a complaint to be answered in time
  double recovery = 0;  ///< ρ
  double rating = 0;    ///< x_f
};

struct MeanAndSpread {
  double mean = 0, spread = 0;
};

/// Mean and standard deviation of experiences with failures (failure.hpp), of x_n ~ N(μ, σ²). With D = max(0,
/// x_n − x_f), b = (μ − x_f) / σ, a = voice · response and the harm's moments h̄ = 1 − a ρ, h̄₂ = 1 − a + a (1
/// − ρ)²,
///   E x = μ − f h̄ E D
///   E (x − μ)² = σ² − 2 f h̄ σ² Φ(b) + f h̄₂ E D²
///   E D = (μ − x_f) Φ(b) + σ φ(b),  E D² = ((μ − x_f)² + σ²) Φ(b) + (μ − x_f) σ φ(b)
/// (derived here; E (x_n − μ) D = σ² Φ(b) is Stein's identity). Without failure they are μ and σ.
inline MeanAndSpread experience_at(double service, double noise, const FailureChances& chances) {
  const double above = service - chances.rating;
  const double phi =
      noise > 0 ? std::exp(-above * above / (2 * noise * noise)) / std::sqrt(2 * std::numbers::pi) : 0;
  const double part = noise > 0 ? std::erfc(-above / noise / std::numbers::sqrt2) / 2 : above > 0 ? 1 : 0;
  const double fall = above * part + noise * phi;
  const double fall_squared = (above * above + noise * noise) * part + above * noise * phi;
  const double answered = chances.voice * chances.response, left = 1 - chances.recovery;
  const double harm = 1 - answered * chances.recovery, harm_squared = 1 - answered + answered * left * left;
  const double down = chances.failure * harm * fall;
  const double around_service = noise * noise - 2 * chances.failure * harm * noise * noise * part +
                                chances.failure * harm_squared * fall_squared;
  return {service - down, std::sqrt(std::max(0.0, around_service - down * down))};
}

}  // namespace clientele
