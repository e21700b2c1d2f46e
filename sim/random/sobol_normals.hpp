// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace clientele {

/// The first `points` points of a Sobol sequence in `dimensions` dimensions, as standard normal numbers:
/// result[i · dimensions + k]. Each dimension is shifted by half a step of a 2^32 grid, so that none is
/// infinite. 1 ≤ dimensions ≤ 3,667. Source of the sequence: Boost.Random (Joe & Kuo 2008).
std::vector<double> sobol_normals(int points, int dimensions);

}  // namespace clientele
