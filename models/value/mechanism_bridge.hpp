// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace clientele {

/// A brand's customers and what they bring, period by period:
///   C_t = ρ_t C_{t−1} + Σ_s A_st,   value = Σ_t δ_t C_t Σ_p m_pt
/// C_t: customers that period t counts, C_0 today's; ρ_t: part of those of t − 1 who are still customers;
/// A_st: acquired in t by source s and counted in it; m_pt: part p of the margin per customer counted
/// [currency per customer and period], costs below 0; δ_t: what money of period t is worth today
/// (discount.hpp). Which moment of a period counts its customers is the caller's choice; it has to be the
/// same for all, and with C_t = 0 nothing may be earned. Costs that hang on no customer, such as advertising,
/// have no place here.
struct CustomerFlow {
  std::vector<std::vector<double>> acquired;  ///< [source][period]
  std::vector<double> retention;              ///< [period]
  std::vector<std::vector<double>> margin;    ///< [part][period]
};

/// What each series has of the difference of two values; they sum to it.
struct MechanismBridge {
  std::vector<double> acquired;  ///< [source]
  double retention = 0;
  std::vector<double> margin;  ///< [part]
  double before = 0, after = 0;
};

/// C_t from period 1 on.
inline std::vector<double> customers_over_time(double today, const std::vector<double>& retention,
                                               const std::vector<double>& acquired) {
  std::vector<double> customers;
  for (std::size_t t = 0; t < retention.size(); ++t)
    customers.push_back(today = retention[t] * today + acquired[t]);
  return customers;
}

/// Shapley values of the series as causes of the difference in value: each source, retention, each part of
/// the margin, however many. The value is linear in what is acquired and in the margin, so with Δ for after −
/// before it is a sum of terms with one source or the start (a) and one part or the margin before (p):
///   f_ap(ρ) = Σ_t δ_t m_pt C_t(a; ρ)
/// and each term is shared equally among those it needs: f_ap(ρ_before) among a and p, what retention changes
/// of it among a, p and retention, none of it for the start and the margin before, which no series brings
/// about. discount: δ [period]; all series have its length, both flows the same sources and parts in the same
/// order.
inline MechanismBridge mechanism_bridge(double customers_today, const std::vector<double>& discount,
                                        const CustomerFlow& before, const CustomerFlow& after) {
  const std::size_t periods = discount.size(), sources = before.acquired.size(), parts = before.margin.size();
  const auto sum_of = [&](const std::vector<std::vector<double>>& series) {
    std::vector<double> sum(periods);
    for (const auto& one : series)
      for (std::size_t t = 0; t < periods; ++t) sum[t] += one[t];
    return sum;
  };
  const auto change = [&](const std::vector<double>& from, const std::vector<double>& to) {
    std::vector<double> difference(periods);
    for (std::size_t t = 0; t < periods; ++t) difference[t] = to[t] - from[t];
    return difference;
  };
  const auto value = [&](const std::vector<double>& customers, const std::vector<double>& margin) {
    double sum = 0;
    for (std::size_t t = 0; t < periods; ++t) sum += discount[t] * margin[t] * customers[t];
    return sum;
  };

  MechanismBridge bridge;
  bridge.acquired.resize(sources);
  bridge.margin.resize(parts);
  std::vector<std::vector<double>> margins = {sum_of(before.margin)};  // before, then what each part changes
  for (std::size_t p = 0; p < parts; ++p) margins.push_back(change(before.margin[p], after.margin[p]));

  for (std::size_t a = 0; a <= sources; ++a) {  // the start, then what each source changes
    const auto acquired =
        a == 0 ? sum_of(before.acquired) : change(before.acquired[a - 1], after.acquired[a - 1]);
    const double start = a == 0 ? customers_today : 0;
    const auto kept_as_before = customers_over_time(start, before.retention, acquired);
    const auto kept_as_after = customers_over_time(start, after.retention, acquired);
    for (std::size_t p = 0; p <= parts; ++p) {
      const double without = value(kept_as_before, margins[p]), with = value(kept_as_after, margins[p]);
      const double causes = (a > 0) + (p > 0);
      const double each = (causes > 0 ? without / causes : 0) + (with - without) / (causes + 1);
      if (a > 0) bridge.acquired[a - 1] += each;
      if (p > 0) bridge.margin[p - 1] += each;
      bridge.retention += (with - without) / (causes + 1);
      if (a == 0 && p == 0) bridge.before = without;
      bridge.after += with;
    }
  }
  return bridge;
}

}  // namespace clientele
