// SPDX-License-Identifier: MIT
#include "sim/engine/stationary_shares.hpp"

#include <array>
#include <cmath>

#include "models/choice/nested_logit.hpp"
#include "models/choice/stationary.hpp"
#include "sim/engine/kernel_market.hpp"

namespace clientele {

namespace {
double sum_of(const SampleCustomer& customer, const std::vector<double>& lift) {
  double sum = 0;
  for (std::size_t j = 0; j < lift.size(); ++j) sum += customer.e[j] * lift[j];
  return sum;
}

/// His stay with each brand, and its weight, where habit varies or brands are nested.
struct Standing {
  std::array<Stay<double>, most_brands> stay;
  std::array<double, most_brands> weight;
};

Standing standing_of(const SampleCustomer& customer, const std::vector<double>& lift,
                     const std::vector<double>& bonus) {
  Standing standing;
  const double habit = customer.habit * log2_e, sum = sum_of(customer, lift);
  std::array<double, most_brands> utility, bond;
  for (std::size_t j = 0; j < lift.size(); ++j) {
    const double e = customer.e[j] * lift[j];
    bond[j] = std::log2(bonus[j]) - habit;
    if (customer.nests) {
      utility[j] = e > 0 ? std::log2(e) : unavailable;
    } else {
      standing.stay[j] = stay_with(AmongAll<double>{e, sum}, habit, bond[j], *customer.course);
      standing.weight[j] = stationary_weight(e, standing.stay[j]);
    }
  }
  if (!customer.nests) return standing;
  const Nests nests{static_cast<int>(customer.nests->similarity.size()), customer.nests->of.data(),
                    customer.nests->similarity.data()};
  stationary_among_nests(nests, utility.data(), bond.data(), habit, *customer.course,
                         static_cast<int>(lift.size()), standing.stay.data(), standing.weight.data());
  return standing;
}
}  // namespace

double stationary_weights(const SampleCustomer& customer, const std::vector<double>& lift,
                          std::vector<double>& weight) {
  double all = 0;
  if (customer.course) {
    const Standing standing = standing_of(customer, lift, customer.bonus);
    for (std::size_t j = 0; j < lift.size(); ++j) all += weight[j] = standing.weight[j];
    return all;
  }
  const double sum = sum_of(customer, lift);
  for (std::size_t j = 0; j < lift.size(); ++j)
    all += weight[j] = stationary_weight(customer.e[j] * lift[j], sum, customer.bonus[j]);
  return all;
}

double repurchase_of(const SampleCustomer& customer, const std::vector<double>& lift, std::size_t brand,
                     double bonus) {
  if (!customer.course)
    return repurchase_probability(customer.e[brand] * lift[brand], sum_of(customer, lift), bonus);
  std::vector<double> bonuses = customer.bonus;
  bonuses[brand] = bonus;
  return 1 - standing_of(customer, lift, bonuses).stay[brand].leaving;
}

std::vector<double> lifts_of(const std::vector<double>& appeal) {
  std::vector<double> lift;
  for (const double a : appeal) lift.push_back(std::exp(a));
  return lift;
}

std::vector<double> stationary_shares(const std::vector<SampleCustomer>& sample,
                                      const std::vector<double>& appeal) {
  const auto lift = lifts_of(appeal);
  std::vector<double> shares(appeal.size()), weight(appeal.size());
  for (const auto& customer : sample) {
    const double all = stationary_weights(customer, lift, weight);
    for (std::size_t j = 0; j < appeal.size(); ++j) shares[j] += customer.weight * weight[j] / all;
  }
  return shares;
}

double stationary_retention(std::span<const SampleCustomer> sample, const std::vector<double>& appeal,
                            std::size_t brand) {
  const auto lift = lifts_of(appeal);
  std::vector<double> weights(appeal.size());
  double stays = 0, weight = 0;
  for (const auto& customer : sample) {
    const double all = stationary_weights(customer, lift, weights);
    const double his = customer.weight * weights[brand] / all;
    stays += his * repurchase_of(customer, lift, brand, customer.bonus[brand]);
    weight += his;
  }
  return stays / weight;
}

}  // namespace clientele
