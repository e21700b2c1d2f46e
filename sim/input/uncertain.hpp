// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "sim/input/figure.hpp"

namespace clientele {

/// Uncertain numbers, `0.3 to 0.5` or `normal(0.4, 0.1)`, are part of the language but not read yet: says so,
/// with the middle to write instead. Nothing, if the text is not one.
std::optional<Reading> refused_as_uncertain(std::string_view text);

}  // namespace clientele
