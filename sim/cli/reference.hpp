// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clientele {

/// What `describe` tells of a parameter or a metric.
struct Described {
  enum class What { parameter, metric };

  What what = What::parameter;
  std::string path;  ///< `brands.<brand>.price`, `metrics.share`
  std::string meaning;
  std::string kind, unit, permitted, standard, may_be, source;  ///< empty: does not apply
};

/// All parameters, then all metrics, in the order of the descriptions in models/.
std::vector<Described> reference();

/// The one that a path means. Names that users give stand for their placeholders (`brands.us.price`), a
/// segment's own parameter for the world's (`segments.students.choice.inertia`), a distribution's for its
/// trait
/// (`choice.inertia.mean`), and the name of a metric for the metric.
std::optional<Described> look_up(const std::vector<Described>& all, const std::string& path);

/// All within a path that is a group: `choice`, `brands.us`, `metrics`; none if it is no group.
std::vector<Described> group_of(const std::vector<Described>& all, const std::string& path);

/// The path that lacks only the names of the user's own: of `brands.price` it is `brands.<brand>.price`;
/// empty if there is none.
std::string completed_path(const std::vector<Described>& all, const std::string& path);

/// What was probably meant by a path that means nothing; empty if nothing is near.
std::string nearest_path(const std::vector<Described>& all, const std::string& path);

/// The reference page, in Markdown.
std::string reference_page(const std::vector<Described>& all);

}  // namespace clientele
