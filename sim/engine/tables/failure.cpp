// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "models/experience/failure.hpp"
#include "models/experience/failure_moments.hpp"
#include "models/experience/satisfaction.hpp"
#include "sim/engine/tables/layout.hpp"

namespace clientele {

namespace {

/// The part of the causes of failures that what a brand learned from complaints has left, by row.
std::vector<double> causes_by_row(const Layout& l, const Experience& e, std::size_t brand) {
  std::vector<double> left(static_cast<std::size_t>(l.rows), 1.0);
  const double today = l.world.brands[brand].is.response.today.value;
  for (int row = 1; row + 1 < l.rows; ++row)
    left[row + 1] = causes_left(left[row], e.learning.value, e.voice.value,
                                l.of_brand(&Brand::response, brand, "response", row), today);
  return left;
}

}  // namespace

void lay_failures(Layout& l, const Experience& e) {
  std::vector<std::vector<double>> causes;
  for (std::size_t b = 0; b < l.world.brands.size(); ++b) causes.push_back(causes_by_row(l, e, b));
  const float* failure = l.by_brand([&](int row, std::size_t b) {
    return std::min(1.0, causes[b][row] * l.of_brand(&Brand::failure, b, "failure", row));
  });
  const float* response =
      l.by_brand([&](int row, std::size_t b) { return l.of_brand(&Brand::response, b, "response", row); });
  auto& rest = l.tables.floats.emplace_back();
  auto& spread = l.tables.floats.emplace_back();
  for (std::size_t j = 0; j < l.order.brands.size(); ++j) {
    const std::size_t b = l.order.brands[j];
    const MeanAndSpread one = experience_at(l.rating_at(0, b, "service"), e.service_noise.value,
                                            {.failure = l.world.brands[b].is.failure.today.value,
                                             .voice = e.voice.value,
                                             .response = l.world.brands[b].is.response.today.value,
                                             .recovery = e.recovery.value,
                                             .rating = e.failure_rating.value});
    rest.push_back(static_cast<float>(one.mean));
    spread.push_back(static_cast<float>(memory_spread(one.spread, e.lasting_weight.value)));
  }
  l.view.service_rest = rest.data();
  l.view.service_spread = spread.data();
  const auto cells = static_cast<std::size_t>(l.rows) * l.order.brands.size();
  if (std::all_of(failure, failure + cells, [](float f) { return f == 0; })) return;
  l.view.failure = failure;
  l.view.response = response;
  l.view.failure_rating = static_cast<float>(e.failure_rating.value);
  l.view.voice = static_cast<float>(e.voice.value);
  l.view.harm_after_answer = static_cast<float>(1 - e.recovery.value);
  for (int row = 0; row < l.rows; ++row)
    for (const std::size_t b : l.order.brands) {
      l.tables.complaints.push_back(
          l.fixed(l.of_brand(&Brand::cost_per_complaint, b, "cost_per_complaint", row), row));
      l.tables.answers.push_back(l.fixed(l.of_brand(&Brand::cost_of_answer, b, "cost_of_answer", row), row));
    }
  l.view.complaint_cost = l.tables.complaints.data();
  l.view.answer_cost = l.tables.answers.data();
}

}  // namespace clientele
