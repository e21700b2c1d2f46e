// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace clientele {

/// Causes that act together, by bits: bit i is set if cause i is in force.
using Coalition = std::uint64_t;

/// What has to be worked out to share an effect among its causes.
struct ShapleyPlan {
  int causes = 0;
  std::vector<std::vector<int>> orders;  ///< in which causes come into force; none if all orders count
  std::vector<Coalition> coalitions;     ///< each once, none first, all last
};

/// The plan for 1 to 63 causes. Up to 8 count exactly: all 2^n coalitions. For more, orders are drawn, the
/// same each time, each with its reverse, as many pairs as need no more than `most_coalitions`, at least one
/// pair (2 n coalitions).
ShapleyPlan shapley_plan(int causes, int most_coalitions = 256);

/// What each cause has of v(all) − v(none): its effect when it comes into force, averaged over the orders in
/// which causes may (Shapley 1953):
///   φ_i = Σ_S |S|! (n − |S| − 1)! / n! [v(S ∪ i) − v(S)]
/// The parts sum to v(all) − v(none) up to rounding, also with drawn orders, because they do in each. A pair
/// of an order and its reverse is exact where no more than two causes act on each other at once.
struct ShapleyParts {
  std::vector<std::vector<double>> part;  ///< [cause][of the values]
  std::vector<std::vector<double>>
      order_error;  ///< of each part, for want of orders: sd over pairs / √pairs;
                    ///< 0 if exact, and with one pair, where it is unknown
};

/// values[coalition of the plan][…]: any numbers of each coalition, such as equity by draw, each shared for
/// itself; then estimate_over_draws of a part has the error for want of draws.
ShapleyParts shapley_parts(const ShapleyPlan& plan, const std::vector<std::vector<double>>& values);

/// The same for a function of coalitions, which is called once for each of the plan.
ShapleyParts shapley_parts(const ShapleyPlan& plan,
                           const std::function<std::vector<double>(Coalition)>& value);

}  // namespace clientele
