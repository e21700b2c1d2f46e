// SPDX-License-Identifier: MIT
#include "sim/engine/tables/worth.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/purchase/units.hpp"
#include "sim/random/sobol_normals.hpp"
#include "sim/random/trait_table.hpp"

namespace clientele {

namespace {

constexpr int points = 4096;  // of each segment: the share that gets a contact is good to about .001

struct Weighed {
  double log2_need, weight;
};

/// Mean units over those of which the kernel keeps the level: with gamma_gamma it keeps what one unit of
/// shape stands for.
double units_of_level(const Purchase& purchase) {
  return purchase.model == Purchase::Model::gamma_gamma ? purchase.within_shape.value : 1;
}

/// Purchases a period that people expect where they differ in it, and else the same for all.
TraitTable pace_of(const Need& need) {
  if (need.model == Need::Model::poisson_gamma) return table_of(need.purchases);
  if (need.model == Need::Model::regular) return table_of(need.probability);
  return table_of({});
}

/// Purchases a period of a segment in which all buy equally often, as far as it goes: a recency or a
/// contract.
double pace_beside(const Need& need) {
  return need.model == Need::Model::contract ? 1 / need.billing.value : 1;
}

std::vector<Weighed> needs_of(const World& world) {
  const auto normals = sobol_normals(points, 2);
  std::vector<Weighed> needs;
  for (const auto& segment : segments_of(world)) {
    const Behaviours& b = segment.is.behaviours;
    const TraitTable pace = pace_of(b.need);
    const Purchase& p = b.purchase;
    const TraitTable units = p.model == Purchase::Model::gamma_gamma
                                 ? inverse_gamma_table(p.between_shape.value, p.scale.value)
                                 : table_of(p.units);
    const bool varies = b.need.model == Need::Model::poisson_gamma || b.need.model == Need::Model::regular;
    for (int i = 0; i < points; ++i) {
      const double rate = varies ? std::max(pace.at(normals[2 * i]), 0x1p-60) : pace_beside(b.need);
      needs.push_back({std::log2(rate * units.at(normals[2 * i + 1]) * units_of_level(p)),
                       segment.is.share.value / points});
    }
  }
  std::sort(needs.begin(), needs.end(),
            [](const Weighed& a, const Weighed& b) { return a.log2_need > b.log2_need; });
  return needs;
}

}  // namespace

namespace {
/// log2 of what the kernel does not have of the need of this segment, as it is the same for all.
double beside_of(const Layout& l) {
  const Need& need = l.behaviours.need;
  const bool paced = need.model == Need::Model::poisson_gamma || need.model == Need::Model::regular;
  return std::log2(units_of_level(l.behaviours.purchase) * (paced ? 1 : pace_beside(need)));
}
}  // namespace

const float* lay_best(Layout& l, const Lever& share, const std::string& path) {
  const auto needs = needs_of(l.world);
  double all = 0;
  for (const auto& one : needs) all += one.weight;
  const double beside = beside_of(l);
  auto& table = l.tables.floats.emplace_back();
  constexpr double ulps = 1e-5;  // of those who need as much as each other all are in, however it is rounded
  for (int row = 0; row < l.rows; ++row) {
    const double best = l.at(share, path, row);
    double left = best * all;
    std::size_t at = 0;
    while (at + 1 < needs.size() && left > needs[at].weight) left -= needs[at++].weight;
    table.push_back(best >= 1 ? std::numeric_limits<float>::lowest()
                              : static_cast<float>(needs[at].log2_need - beside - ulps));
  }
  return table.data();
}

float mean_need(const Layout& l) {
  double sum = 0, weight = 0;
  for (const auto& one : needs_of(l.world)) {
    sum += one.weight * std::exp2(one.log2_need);
    weight += one.weight;
  }
  return static_cast<float>(std::log2(sum / weight) - beside_of(l));
}

}  // namespace clientele
