// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "tests/known_answers/measure.hpp"

namespace clientele::known_answers {

/// The cases of one source as a table in Markdown.
std::string table_of(const Cases& cases, const std::vector<std::optional<Measured>>& found);

/// docs/validation.md keeps each table between `<!-- table: NAME -->` and `<!-- end -->`; what stands around
/// them is written by hand.
std::string validation_page();
/// The names of the tables that the page has room for.
std::vector<std::string> tables_in(const std::string& page);
/// The text of a table in the page. Throws std::runtime_error if it has no room for it.
std::string table_in(const std::string& page, const std::string& name);
/// The page with another text of that table.
std::string with_table(const std::string& page, const std::string& name, const std::string& text);

}  // namespace clientele::known_answers
