// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "models/parameter.hpp"
#include "sim/base/period.hpp"
#include "sim/input/quantity.hpp"
#include "sim/input/yaml_tree.hpp"
#include "sim/scenario/assumption.hpp"

namespace clientele {

/// What stands behind a key: the node, and the path by which messages call it.
struct Written {
  const Member& member;
  std::string path;

  const Place& place() const { return member.value.place; }
};

/// The text of a plain scalar that must be a number; nothing, with a problem, if it is quoted, missing, a
/// list or a mapping.
std::optional<std::string> unquoted_text(const Written& written, Problems& problems);

/// The number, in the world's period; nothing, with a problem, if it cannot be read.
std::optional<double> number_in(const Written& written, const Parameter& is, Period period,
                                Problems& problems, Edge edge = Edge::first);

/// A number of a world or scenario, as far as it is known.
struct KnownNumber {
  double value = 0;                       ///< in the world's period; of an uncertain one its middle
  bool in_percent = false;                ///< it was written with a percent sign
  std::optional<Assumption> uncertain{};  ///< how it may lie, with the path at which it is written
};

/// Reads a number that may be uncertain if the parameter may; nothing, with a problem, if it cannot be read.
std::optional<KnownNumber> known_number_in(const Written& written, const Parameter& is, Period period,
                                           Problems& problems);

/// A length of time that is a whole number of the world's periods.
std::optional<double> whole_duration_in(const Written& written, const Parameter& is, Period period,
                                        Problems& problems);

/// The length of time as a whole number of periods; nothing, with a problem, if it is none.
std::optional<double> whole_periods(double value, const Written& written, Period period, Problems& problems);

/// A line of text such as the name of a market.
std::optional<std::string> text_in(const Written& written, Problems& problems);

/// Whether the user may give this name to a brand, driver or segment; if not, adds the problem.
bool check_name(const Member& named, const std::string& path, Problems& problems);

/// `, but must be …` for a node of the wrong kind: `a list`, `a group of keys`.
std::string kind_text(const Node& node);

}  // namespace clientele
