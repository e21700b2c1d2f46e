// SPDX-License-Identifier: MIT
#include "sim/statistics/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "sim/base/contract.hpp"
#include "sim/random/address.hpp"

namespace clientele {
namespace {

constexpr int most_exact = 8;

Coalition all_of(int causes) { return (Coalition{1} << causes) - 1; }

/// Causes sorted by random words, always the same ones.
std::vector<int> drawn_order(int causes, std::uint32_t number) {
  std::vector<std::pair<std::uint32_t, int>> words;
  for (int i = 0; i < causes; ++i)
    words.emplace_back(words_at(0, {.person = static_cast<std::uint32_t>(i),
                                    .what = at_path("order of causes"),
                                    .which = number})[0],
                       i);
  std::sort(words.begin(), words.end());
  std::vector<int> order;
  for (const auto& [word, cause] : words) order.push_back(cause);
  return order;
}

/// Coalitions on the way from none to all.
std::vector<Coalition> way_of(const std::vector<int>& order) {
  std::vector<Coalition> way = {0};
  for (const int cause : order) way.push_back(way.back() | Coalition{1} << cause);
  return way;
}

/// Orders with their reverses, and what they pass, as long as that is no more than allowed.
void draw_orders(ShapleyPlan& plan, int most_coalitions) {
  constexpr std::uint32_t most_pairs = 4096;
  std::set<Coalition> passed;
  for (std::uint32_t pair = 0; pair < most_pairs; ++pair) {
    const auto order = drawn_order(plan.causes, pair);
    const std::vector<int> reverse(order.rbegin(), order.rend());
    std::set<Coalition> more;
    for (const auto& one : {order, reverse})
      for (const Coalition c : way_of(one))
        if (!passed.contains(c)) more.insert(c);
    if (pair > 0 && static_cast<int>(passed.size() + more.size()) > most_coalitions) break;
    passed.merge(more);
    plan.orders.push_back(order);
    plan.orders.push_back(reverse);
  }
  plan.coalitions.assign(passed.begin(), passed.end());
}

/// |S|! (n − |S| − 1)! / n! by the size of S.
std::vector<double> weights_of_sizes(int causes) {
  std::vector<double> weights(causes);
  weights[0] = 1.0 / causes;
  for (int size = 1; size < causes; ++size) weights[size] = weights[size - 1] * size / (causes - size);
  return weights;
}

class Values {
 public:
  Values(const ShapleyPlan& plan, const std::vector<std::vector<double>>& values) {
    expects(values.size() == plan.coalitions.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      expects(values[i].size() == values[0].size());
      of_[plan.coalitions[i]] = &values[i];
    }
  }
  std::size_t size() const { return of_.begin()->second->size(); }
  void add_effect(std::vector<double>& part, double weight, Coalition before, Coalition after) const {
    const auto &low = *of_.at(before), &high = *of_.at(after);
    for (std::size_t i = 0; i < part.size(); ++i) part[i] += weight * (high[i] - low[i]);
  }

 private:
  std::map<Coalition, const std::vector<double>*> of_;
};

using Matrix = std::vector<std::vector<double>>;

void add_all_orders(const ShapleyPlan& plan, const Values& values, Matrix& part) {
  const auto weights = weights_of_sizes(plan.causes);
  for (const Coalition without : plan.coalitions)
    for (int cause = 0; cause < plan.causes; ++cause) {
      const Coalition with = without | Coalition{1} << cause;
      if (with != without) values.add_effect(part[cause], weights[std::popcount(without)], without, with);
    }
}

/// Parts of one pair of orders.
Matrix parts_of_pair(const ShapleyPlan& plan, const Values& values, std::size_t pair) {
  Matrix part(plan.causes, std::vector<double>(values.size()));
  for (const std::size_t which : {2 * pair, 2 * pair + 1}) {
    const auto& order = plan.orders[which];
    const auto way = way_of(order);
    for (int i = 0; i < plan.causes; ++i) values.add_effect(part[order[i]], 0.5, way[i], way[i + 1]);
  }
  return part;
}

void add_drawn_orders(const ShapleyPlan& plan, const Values& values, ShapleyParts& parts) {
  const std::size_t pairs = plan.orders.size() / 2;
  std::vector<Matrix> each;
  for (std::size_t pair = 0; pair < pairs; ++pair) each.push_back(parts_of_pair(plan, values, pair));
  const auto n = static_cast<double>(pairs);
  for (int cause = 0; cause < plan.causes; ++cause)
    for (std::size_t i = 0; i < values.size(); ++i) {
      double mean = 0, squares = 0;
      for (const auto& part : each) mean += part[cause][i] / n;
      for (const auto& part : each) squares += (part[cause][i] - mean) * (part[cause][i] - mean);
      parts.part[cause][i] = mean;
      if (pairs > 1) parts.order_error[cause][i] = std::sqrt(squares / (n - 1) / n);
    }
}

}  // namespace

ShapleyPlan shapley_plan(int causes, int most_coalitions) {
  expects(causes >= 1 && causes <= 63);
  ShapleyPlan plan{.causes = causes};
  if (causes > most_exact) {
    draw_orders(plan, most_coalitions);
  } else {
    plan.coalitions.resize(all_of(causes) + 1);
    std::iota(plan.coalitions.begin(), plan.coalitions.end(), Coalition{0});
  }
  return plan;
}

ShapleyParts shapley_parts(const ShapleyPlan& plan, const std::vector<std::vector<double>>& values) {
  const Values of(plan, values);
  const Matrix zero(plan.causes, std::vector<double>(of.size()));
  ShapleyParts parts{zero, zero};
  if (plan.orders.empty())
    add_all_orders(plan, of, parts.part);
  else
    add_drawn_orders(plan, of, parts);
  return parts;
}

ShapleyParts shapley_parts(const ShapleyPlan& plan,
                           const std::function<std::vector<double>(Coalition)>& value) {
  std::vector<std::vector<double>> values;
  for (const Coalition coalition : plan.coalitions) values.push_back(value(coalition));
  return shapley_parts(plan, values);
}

}  // namespace clientele
