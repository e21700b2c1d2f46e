// SPDX-License-Identifier: MIT
#include "sim/scenario/correlations.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "sim/base/contract.hpp"

namespace clientele {

namespace {

using Matrix = Eigen::MatrixXd;
using Values = std::vector<double>;

constexpr std::size_t most_tried_alone = 50;
constexpr double least_eigenvalue_kept = 1e-6, least_eigenvalue_proposed = 1e-3;

Eigen::Index index_of(const std::vector<std::string>& paths, const std::string& path) {
  const auto at = std::find(paths.begin(), paths.end(), path);
  expects(at != paths.end());
  return at - paths.begin();
}

/// The pairs as indices into the paths, and their matrices.
struct Pairs {
  std::vector<std::string> paths;
  std::vector<std::pair<Eigen::Index, Eigen::Index>> cells;

  Pairs(std::vector<std::string> known, const std::vector<Correlation>& correlations)
      : paths(std::move(known)) {
    for (const auto& one : correlations)
      cells.emplace_back(index_of(paths, one.one), index_of(paths, one.other));
  }

  Matrix matrix(const Values& values) const {
    const auto size = static_cast<Eigen::Index>(paths.size());
    Matrix matrix = Matrix::Identity(size, size);
    for (std::size_t i = 0; i < cells.size(); ++i)
      matrix(cells[i].first, cells[i].second) = matrix(cells[i].second, cells[i].first) = values[i];
    return matrix;
  }
  Values values(const Matrix& matrix) const {
    Values values;
    for (const auto& [row, column] : cells) values.push_back(matrix(row, column));
    return values;
  }
  double least_eigenvalue(const Values& values) const {
    return Eigen::SelfAdjointEigenSolver<Matrix>(matrix(values), Eigen::EigenvaluesOnly).eigenvalues()(0);
  }
};

Matrix without_negative_eigenvalues(const Matrix& matrix) {
  const Eigen::SelfAdjointEigenSolver<Matrix> solved(matrix);
  return solved.eigenvectors() * solved.eigenvalues().cwiseMax(least_eigenvalue_proposed).asDiagonal() *
         solved.eigenvectors().transpose();
}

double towards_zero(double value) { return std::trunc(100 * value) / 100 + 0.0; }

Values nearest_together(const Pairs& pairs, const Values& given) {
  Matrix nearest = pairs.matrix(given), correction = Matrix::Zero(nearest.rows(), nearest.cols());
  for (int step = 0; step < 200; ++step) {
    const Matrix shifted = nearest - correction;
    const Matrix positive = without_negative_eigenvalues(shifted);
    correction = positive - shifted;
    nearest = pairs.matrix(pairs.values(positive));
  }
  Values found = pairs.values(nearest);
  for (double& value : found) value = towards_zero(value);
  while (pairs.least_eigenvalue(found) < least_eigenvalue_proposed)
    for (double& value : found) value = towards_zero(value * 0.99);
  return found;
}

/// The value between 0 and the given one, in hundredths, that is enough if the others stay; none if no value
/// is.
std::optional<double> enough_alone(const Pairs& pairs, Values values, std::size_t pair) {
  const double given = values[pair];
  for (double value = towards_zero(given);; value = std::round(100 * value - std::copysign(1, given)) / 100) {
    values[pair] = value;
    if (pairs.least_eigenvalue(values) >= least_eigenvalue_proposed) return value + 0.0;
    if (value * given <= 0) return std::nullopt;
  }
}

}  // namespace

std::optional<Values> correlating_factor(const std::vector<std::string>& paths,
                                         const std::vector<Correlation>& correlations) {
  Values given;
  for (const auto& one : correlations) given.push_back(one.is);
  const Pairs pairs(paths, correlations);
  if (pairs.least_eigenvalue(given) < least_eigenvalue_kept) return std::nullopt;
  const Matrix lower = pairs.matrix(given).llt().matrixL();
  Values rows;
  for (Eigen::Index i = 0; i < lower.rows(); ++i)
    for (Eigen::Index k = 0; k < lower.cols(); ++k) rows.push_back(lower(i, k));
  return rows;
}

Remedy nearest_correlations(const std::vector<Correlation>& correlations) {
  std::vector<std::string> paths;
  Values given;
  for (const auto& one : correlations) {
    given.push_back(one.is);
    for (const auto& path : {one.one, one.other})
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
  }
  const Pairs pairs(paths, correlations);
  Remedy remedy{.pair = std::nullopt, .together = nearest_together(pairs, given)};
  if (given.size() > most_tried_alone) return remedy;
  double least = 0;
  for (std::size_t i = 0; i < given.size(); ++i)
    if (const auto value = enough_alone(pairs, given, i)) {
      const double moved = std::abs(*value - given[i]);
      if (remedy.pair && moved >= least) continue;
      remedy.pair = i;
      remedy.alone = *value;
      least = moved;
    }
  return remedy;
}

}  // namespace clientele
