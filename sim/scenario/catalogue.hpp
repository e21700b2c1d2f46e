// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/world.hpp"

namespace clientele {

/// One parameter of a world, for `describe`, the reference page and messages.
struct CatalogueEntry {
  std::string path;  ///< of a trait: the path of the trait, not of its parameters
  std::string_view meaning, unit, source, standard_text;
  Quantity quantity = Quantity::number;
  Range range;
  std::optional<double> standard;
  unsigned may_be = fixed;
  std::string kind;                      ///< number, lever, trait, word, text or note
  std::vector<Word> words;               ///< of a word
  std::vector<Distribution> may_follow;  ///< of a trait
  bool required = false;
  std::optional<double> today;  ///< of a number or lever: its value in the world; none: not given
  std::string value_text;       ///< today's value as a scenario writes it; empty: not given
  /// Where the model of its part leaves it unread: its own path, or that of the group in it that is unread as
  /// a whole. Empty: it acts.
  std::string unread;
  OnlyWith only_with;  ///< the models of its part with which it acts, or would
};

/// The parameters of a world, in the order in which they are best read.
std::vector<CatalogueEntry> catalogue_of(const World& world);

/// Every parameter that a world may have, with `<brand>`, `<driver>` and `<segment>` for what users name.
std::vector<CatalogueEntry> full_catalogue();

/// Paths that a scenario may change in this world: its levers that are given, and `enters` and `leaves` of
/// its brands.
std::vector<std::string> lever_paths(const World& world);

/// Whether a lever says when something begins or ends; it need not be in the world to be changed.
bool is_moment(const CatalogueEntry& entry);

}  // namespace clientele
