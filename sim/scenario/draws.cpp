// SPDX-License-Identifier: MIT
#include "sim/scenario/draws.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/contract.hpp"
#include "sim/random/address.hpp"
#include "sim/random/correlated.hpp"
#include "sim/scenario/correlations.hpp"

namespace clientele {

namespace {

/// The dimensions of what is not known: paths of assumptions, each once, then events, then joint draws.
struct Dimensions {
  std::vector<std::string> names;
  std::vector<std::size_t> of_assumption;  ///< two of one path share a dimension
  std::size_t paths = 0;

  explicit Dimensions(const Unknowns& unknowns) {
    for (const auto& assumption : unknowns.assumptions) of_assumption.push_back(of_path(assumption.path));
    paths = names.size();
    for (const auto& event : unknowns.events) names.push_back("event " + event);
    if (unknowns.joint) names.push_back("joint draws");
  }

  std::size_t of_path(const std::string& path) {
    const auto found = std::find(names.begin(), names.end(), path);
    const auto at = static_cast<std::size_t>(found - names.begin());
    if (found == names.end()) names.push_back(path);
    return at;
  }
};

/// Uniform numbers of the paths, as they are correlated.
struct Copula {
  std::vector<double> factor;  ///< empty: independent

  Copula(const Unknowns& unknowns, std::vector<std::string> names, std::size_t paths) {
    if (unknowns.correlations.empty()) return;
    names.resize(paths);
    const auto found = correlating_factor(names, unknowns.correlations);
    expects(found.has_value());  // the reader has refused others
    factor = *found;
  }
  std::vector<double> operator()(std::vector<double> uniforms) const {
    return factor.empty() ? uniforms : correlated(uniforms, factor);
  }
};

/// How far the uniform number of an event is turned in a replication.
double turn(const std::string& event, int replication, std::uint64_t seed) {
  if (replication == 0) return 0;
  const auto words =
      words_at(seed, {.what = at_path("event " + event), .which = static_cast<std::uint32_t>(replication)});
  return words[0] * 0x1p-32;
}

std::size_t row_of(const JointDraws& joint, double uniform) {
  const auto rows = joint.rows.size();
  return std::min(static_cast<std::size_t>(uniform * static_cast<double>(rows)), rows - 1);
}

}  // namespace

std::vector<std::vector<Drawn>> draws_of(const Unknowns& unknowns, int draws, int replications,
                                         std::uint64_t seed, Period world) {
  if (!unknowns.any()) return {std::vector<Drawn>(static_cast<std::size_t>(replications))};
  Dimensions dimensions(unknowns);
  const auto uniforms = shifted_sobol(draws, dimensions.names, seed);
  const Copula copula(unknowns, dimensions.names, dimensions.paths);
  std::vector<std::vector<Drawn>> all;
  for (int r = 0; r < draws; ++r) {
    const double* point = uniforms.data() + static_cast<std::size_t>(r) * dimensions.names.size();
    const auto parts = copula(std::vector<double>(point, point + dimensions.paths));
    const double* luck = point + dimensions.paths;
    Drawn drawn;
    for (std::size_t k = 0; k < unknowns.assumptions.size(); ++k)
      drawn.values.push_back(value_of(unknowns.assumptions[k], parts[dimensions.of_assumption[k]], world));
    if (unknowns.joint) drawn.row = row_of(*unknowns.joint, luck[unknowns.events.size()]);
    auto& of_draw = all.emplace_back();
    for (int a = 0; a < replications; ++a) {
      Drawn& one = of_draw.emplace_back(drawn);
      for (std::size_t e = 0; e < unknowns.events.size(); ++e) {
        const double turned = luck[e] + turn(unknowns.events[e], a, seed);
        one.luck.push_back(turned - std::floor(turned));
      }
    }
  }
  return all;
}

}  // namespace clientele
