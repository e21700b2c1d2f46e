// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace clientele {

/// Where something was written: lines and columns count from 1; 0 means that there is none.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;

  auto operator<=>(const Place&) const = default;
};

/// A mistake in what the user wrote: where, of what, why it is one, and what to write instead.
struct Problem {
  Place place;
  std::string path;  ///< `choice.inertia`; empty: the file as a whole
  std::string reason;
  std::string remedy;  ///< a sentence; may be empty

  auto operator<=>(const Problem&) const = default;
};

/// `market.yaml:41:7: choice.intertia: unknown key (…). Did you mean 'inertia'?`
std::string to_text(const Problem& problem);

/// What is wrong with a scenario, all of it, in the order of the file.
class BadScenario : public std::runtime_error {
 public:
  explicit BadScenario(std::vector<Problem> problems);
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// A command that was typed wrongly.
struct BadUsage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A run that could not be finished, with what to do about it.
struct RunFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Collects problems so that all of a file are told at once.
class Problems {
 public:
  void add(Problem problem) { found_.push_back(std::move(problem)); }
  bool any() const { return !found_.empty(); }
  const std::vector<Problem>& found() const { return found_; }
  /// Throws BadScenario, sorted by place and without repetitions, if there is any problem.
  void raise() const;

 private:
  std::vector<Problem> found_;
};

/// Where each path of a world or scenario was written.
class Places {
 public:
  void remember(const std::string& path, const Place& place) { places_.try_emplace(path, place); }
  bool knows(const std::string& path) const { return places_.contains(path); }
  /// The place of the path, or of the nearest part of it that was written.
  Place of(std::string path) const;

 private:
  std::map<std::string, Place> places_;
};

}  // namespace clientele
