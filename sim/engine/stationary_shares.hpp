// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "sim/engine/customer_sample.hpp"

namespace clientele {

/// Shares of purchases in the stationary market with these appeals.
std::vector<double> stationary_shares(const std::vector<SampleCustomer>& sample,
                                      const std::vector<double>& appeal);

/// Share of a brand's customers whose next purchase is from it again, in the stationary market.
double stationary_retention(std::span<const SampleCustomer> sample, const std::vector<double>& appeal,
                            std::size_t brand);

/// exp(appeal) of each brand.
std::vector<double> lifts_of(const std::vector<double>& appeal);

/// Weights of the brands in a customer's stationary distribution of the brand bought last; returns their sum.
double stationary_weights(const SampleCustomer& customer, const std::vector<double>& lift,
                          std::vector<double>& weight);
/// Share of his purchases after one from the brand that are from it again, B being this while his habit is
/// whole.
double repurchase_of(const SampleCustomer& customer, const std::vector<double>& lift, std::size_t brand,
                     double bonus);

}  // namespace clientele
