// SPDX-License-Identifier: MIT
#include "sim/random/law.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/base/contract.hpp"

namespace clientele {

namespace {

using namespace boost::math::policies;
using Plain = policy<promote_double<false>>;
using Normal = boost::math::normal_distribution<double, Plain>;
using Beta = boost::math::beta_distribution<double, Plain>;
using Family = Law::Family;

constexpr double middle_end = 1.6448536269514722;  // the 95 % quantile of a standard normal

double normal_at(double p) { return boost::math::quantile(Normal(), p); }
double part_of_normal(double z) { return boost::math::cdf(Normal(), z); }

Beta beta_of(const Law& law) {
  if (law.family == Family::beta) return Beta(law.first, law.second);
  const double alpha = 1 + 4 * (law.first - law.low) / (law.high - law.low);
  return Beta(alpha, 6 - alpha);
}

bool falls_from_high(const Law& law) { return !std::isfinite(law.low) && std::isfinite(law.high); }
double foot_of(const Law& law) { return std::isfinite(law.low) ? law.low : 0; }

/// Rounding must not reach the ends.
double inside(const Law& law, double x) {
  return std::clamp(x, std::nextafter(law.low, law.high), std::nextafter(law.high, law.low));
}

double lognormal_at(const Law& law, double p) {
  if (falls_from_high(law)) return law.high - (law.high - law.first) * std::exp(-law.second * normal_at(p));
  return foot_of(law) + (law.first - foot_of(law)) * std::exp(law.second * normal_at(p));
}

double logit_normal_at(const Law& law, double p) {
  const double odds = std::exp(law.first + law.second * normal_at(p));
  return inside(law, std::isinf(odds) ? law.high : law.low + (law.high - law.low) * (odds / (1 + odds)));
}

double triangular_at(const Law& law, double p) {
  const double width = law.high - law.low, left = (law.first - law.low) / width;
  return p < left ? law.low + width * std::sqrt(p * left)
                  : law.high - width * std::sqrt((1 - p) * (1 - left));
}

double part_of_triangular(const Law& law, double x) {
  const double width = law.high - law.low, at = (x - law.low) / width, left = (law.first - law.low) / width;
  return at < left ? at * at / left : 1 - (1 - at) * (1 - at) / (1 - left);
}

/// The part below a distance from an end, with the logarithm normal.
double part_of_logarithm(double ratio, double sd) {
  if (ratio <= 0) return 0;
  return sd > 0 ? part_of_normal(std::log(ratio) / sd) : ratio < 1 ? 0 : 1;
}

double mean_of_logit_normal(const Law& law) {
  constexpr int steps = 1600;
  double sum = 0, weights = 0;
  for (int i = -steps / 2; i <= steps / 2; ++i) {
    const double z = i * 0.01, weight = std::exp(-z * z / 2);
    sum += weight / (1 + std::exp(-law.first - law.second * z));
    weights += weight;
  }
  return law.low + (law.high - law.low) * sum / weights;
}

}  // namespace

double quantile(const Law& law, double p) {
  expects(p > 0 && p < 1);
  switch (law.family) {
    case Family::normal:
      return law.first + law.second * normal_at(p);
    case Family::lognormal:
      return lognormal_at(law, p);
    case Family::logit_normal:
      return logit_normal_at(law, p);
    case Family::uniform:
      return law.low + (law.high - law.low) * p;
    case Family::triangular:
      return triangular_at(law, p);
    case Family::pert:
      return law.low + (law.high - law.low) * boost::math::quantile(beta_of(law), p);
    case Family::beta:
      return boost::math::quantile(beta_of(law), p);
  }
  return law.first;
}

double part_up_to(const Law& law, double x) {
  if (law.family == Family::beta) return x <= 0 ? 0 : x >= 1 ? 1 : boost::math::cdf(beta_of(law), x);
  if (x <= law.low) return 0;
  if (x >= law.high) return 1;
  switch (law.family) {
    case Family::normal:
      return law.second > 0 ? part_of_normal((x - law.first) / law.second) : x < law.first ? 0 : 1;
    case Family::lognormal:
      if (falls_from_high(law))
        return 1 - part_of_logarithm((law.high - x) / (law.high - law.first), law.second);
      return part_of_logarithm((x - foot_of(law)) / (law.first - foot_of(law)), law.second);
    case Family::logit_normal:
      return part_of_logarithm((x - law.low) / (law.high - x) * std::exp(-law.first), law.second);
    case Family::uniform:
      return (x - law.low) / (law.high - law.low);
    case Family::triangular:
      return part_of_triangular(law, x);
    case Family::pert:
      return boost::math::cdf(beta_of(law), (x - law.low) / (law.high - law.low));
    case Family::beta:
      break;
  }
  return 0;
}

double middle(const Law& law) { return quantile(law, 0.5); }

double mean(const Law& law) {
  switch (law.family) {
    case Family::normal:
      return law.first;
    case Family::lognormal: {
      const double growth = std::exp(law.second * law.second / 2);
      if (falls_from_high(law)) return law.high - (law.high - law.first) * growth;
      return foot_of(law) + (law.first - foot_of(law)) * growth;
    }
    case Family::logit_normal:
      return mean_of_logit_normal(law);
    case Family::uniform:
      return (law.low + law.high) / 2;
    case Family::triangular:
      return (law.low + law.first + law.high) / 3;
    case Family::pert:
      return (law.low + 4 * law.first + law.high) / 6;
    case Family::beta:
      return law.first / (law.first + law.second);
  }
  return law.first;
}

Law middle_ninety(double from, double to, double least, double greatest) {
  expects(least < from && from < to && to < greatest);
  const bool has_least = std::isfinite(least), has_greatest = std::isfinite(greatest);
  if (has_least && has_greatest) {
    const auto logit = [&](double x) { return std::log((x - least) / (greatest - x)); };
    return {.family = Family::logit_normal,
            .first = (logit(from) + logit(to)) / 2,
            .second = (logit(to) - logit(from)) / (2 * middle_end),
            .low = least,
            .high = greatest};
  }
  if (has_least)
    return {.family = Family::lognormal,
            .first = least + std::sqrt(from - least) * std::sqrt(to - least),
            .second = std::log((to - least) / (from - least)) / (2 * middle_end),
            .low = least};
  if (has_greatest)
    return {.family = Family::lognormal,
            .first = greatest - std::sqrt(greatest - from) * std::sqrt(greatest - to),
            .second = std::log((greatest - from) / (greatest - to)) / (2 * middle_end),
            .high = greatest};
  return {.family = Family::normal, .first = (from + to) / 2, .second = (to - from) / (2 * middle_end)};
}

}  // namespace clientele
