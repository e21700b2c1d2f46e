// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "sim/scenario/answers.hpp"
#include "sim/scenario/awareness_course.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// The levers of one scenario, row by row: row 0 is today, before any change. What follows from other levers,
/// such as the price of a brand that answers a cut, is read here as it comes out; nobody else works it out.
class LeverReader {
 public:
  explicit LeverReader(const Scenario& scenario, const Answering& answering = {})
      : scenario_(scenario), course_(answers_to(scenario, answering)) {
    course_.merge(awareness_followed(scenario));
  }

  double operator()(const Lever& lever, const std::string& path, int row,
                    const std::string& inherited = {}) const {
    if (!course_.empty())
      if (const auto found = course_.find(path); found != course_.end())
        return found->second[static_cast<std::size_t>(row)];
    return row == 0 ? lever.today.value
                    : lever_at(lever.today.value, changes_of(scenario_, path, inherited), row);
  }
  /// A period named by a lever that may be absent; a change names it once for all.
  double moment(const std::optional<Lever>& lever, const std::string& path, double absent, int row) const {
    const double today = lever ? lever->today.value : absent;
    const auto changes = changes_of(scenario_, path);
    return row == 0 || changes.empty() ? today : changes.back()->amount;
  }

  /// Lets levers take another course than they would.
  void replace(Course course) {
    course.merge(course_);
    course_ = std::move(course);
  }

  /// The levers that follow from others.
  const Course& course() const { return course_; }

 private:
  const Scenario& scenario_;
  Course course_;
};

}  // namespace clientele
