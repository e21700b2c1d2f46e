// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clientele {

/// The candidate that is most like the word, or empty if none is near enough to be what was meant.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `price, share and ratings`
std::string listed(const std::vector<std::string>& words, std::string_view last = "and");

}  // namespace clientele
