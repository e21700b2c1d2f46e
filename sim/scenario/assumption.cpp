// SPDX-License-Identifier: MIT
#include "sim/scenario/assumption.hpp"

#include <cmath>

namespace clientele {

double value_of(const Assumption& assumption, double p, Period world) {
  const double x = quantile(assumption.law, p);
  const double value = in_world(x, assumption.quantity, assumption.per, world);
  return assumption.whole ? std::round(value) : value;
}

double in_world(double x, Quantity quantity, Period written, Period world) {
  if (written == world) return x;
  switch (quantity) {
    case Quantity::number:
    case Quantity::share:
    case Quantity::money:
      return x;
    case Quantity::frequency:
      return x * how_many(written, world);
    case Quantity::chance:
      return chance_per(x, written, world);
    case Quantity::growth:
      return growth_per(x, written, world);
    case Quantity::duration:
      return x * how_many(world, written);
    case Quantity::moment:
      return (x - 1) * how_many(world, written) + 1;
  }
  return x;
}

double as_written(double value, Quantity quantity, Period written, Period world) {
  if (quantity == Quantity::moment) return (value - 1) * how_many(written, world) + 1;
  if (quantity == Quantity::duration) return value * how_many(written, world);
  return in_world(value, quantity, world, written);
}

}  // namespace clientele
