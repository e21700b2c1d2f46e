// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace clientele {

/// What stands where a value is missing.
inline constexpr std::string_view missing = "–";

/// A number as people say it: 1.23M, 410k, 96.0, 3.20; k, M, bn and tn are thousand, million, 10⁹ and 10¹².
std::string compact(double value, int digits = 3);

/// The same with its sign, for a difference: +1.23M, -410k, 0.
std::string signed_compact(double value, int digits = 3);

/// `1.23M EUR`
std::string money(double value, std::string_view currency);

/// `24.0 %` for a share of 0.24.
std::string percent(double share);

/// `+1.3 points`: a difference between two shares.
std::string signed_points(double difference);

/// `10,000`
std::string whole(long long number);

/// The text in lines of at most `width` characters, each begun with `indent`.
std::string wrapped(std::string_view text, std::string_view indent, std::size_t width = 80);

}  // namespace clientele
