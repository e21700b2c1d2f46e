// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/input/ruler.hpp"

namespace clientele {

/// What a parser's complaint at a mark is really about: a missing space after a colon or a tab in this line
/// or the one before, over which the parser stumbles later; else the complaint itself, with what to do.
Problem slip_behind(const std::string& complaint, std::optional<Ruler::Mark> mark, Ruler& ruler);

/// Whether the quotation that begins at or after the byte is closed before the end of the text; yaml-cpp does
/// not mind.
bool is_quotation_closed(std::string_view text, std::size_t from);

}  // namespace clientele
