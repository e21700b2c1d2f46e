// SPDX-License-Identifier: MIT
#include "sim/base/problem.hpp"

#include <algorithm>

namespace clientele {

std::string to_text(const Problem& problem) {
  std::string text = problem.place.file;
  if (problem.place.line > 0)
    text += ":" + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column);
  if (!text.empty()) text += ": ";
  if (!problem.path.empty()) text += problem.path + ": ";
  text += problem.reason;
  if (!problem.remedy.empty()) text += ". " + problem.remedy;
  return text;
}

namespace {
std::vector<Problem> in_order(std::vector<Problem> problems) {
  std::sort(problems.begin(), problems.end());
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
  return problems;
}

std::string all_text(const std::vector<Problem>& problems) {
  std::string text;
  for (const auto& problem : problems) text += to_text(problem) + "\n";
  return text;
}
}  // namespace

BadScenario::BadScenario(std::vector<Problem> problems)
    : std::runtime_error(all_text(in_order(problems))), problems_(in_order(std::move(problems))) {}

void Problems::raise() const {
  if (any()) throw BadScenario(found_);
}

Place Places::of(std::string path) const {
  while (true) {
    if (const auto found = places_.find(path); found != places_.end()) return found->second;
    if (path.empty()) return {};
    const auto dot = path.rfind('.');
    path = dot == std::string::npos ? "" : path.substr(0, dot);
  }
}

}  // namespace clientele
