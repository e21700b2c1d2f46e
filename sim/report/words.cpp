// SPDX-License-Identifier: MIT
#include "sim/report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace clientele {

namespace {
/// Place of the first digit: 0 for units, 1 for tens, -1 for tenths.
int leading_place(double size) { return static_cast<int>(std::floor(std::log10(size) + 1e-9)); }

double rounded(double size, int digits) {
  const double unit = std::pow(10, leading_place(size) - digits + 1);
  return std::round(size / unit) * unit;
}

bool shows_zero(const std::string& text) { return text.find_first_of("123456789") == std::string::npos; }

/// Characters as they are seen: bytes that continue a UTF-8 character do not count.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}
}  // namespace

std::string compact(double value, int digits) {
  if (!std::isfinite(value)) return std::string(missing);
  constexpr std::array scales = {"", "k", "M", "bn", "tn"};
  constexpr double too_small_to_tell = 0.0005;
  if (std::abs(value) < too_small_to_tell) return "0";
  double size = rounded(std::abs(value), digits);
  std::size_t scale = 0;
  for (; size >= 1000 && scale + 1 < scales.size(); ++scale) size /= 1000;
  const int decimals = std::max(0, digits - 1 - leading_place(size));
  return fmt::format("{}{:.{}f}{}", value < 0 ? "-" : "", size, decimals, scales[scale]);
}

std::string signed_compact(double value, int digits) {
  const std::string text = compact(value, digits);
  return value > 0 && text != "0" && text != missing ? "+" + text : text;
}

std::string money(double value, std::string_view currency) {
  const std::string text = compact(value);
  return currency.empty() || text == missing ? text : fmt::format("{} {}", text, currency);
}

std::string percent(double share) {
  if (!std::isfinite(share)) return std::string(missing);
  const std::string text = fmt::format("{:.1f} %", 100 * share);
  return shows_zero(text) ? "0.0 %" : text;
}

std::string signed_points(double difference) {
  if (!std::isfinite(difference)) return std::string(missing);
  const std::string text = fmt::format("{:+.1f} points", 100 * difference);
  return shows_zero(text) ? "0.0 points" : text;
}

std::string whole(long long number) {
  std::string text = std::to_string(number);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::string wrapped(std::string_view text, std::string_view indent, std::size_t width) {
  std::string lines, line(indent);
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool starts = line.size() == indent.size();
    if (!starts && width_of(line) + 1 + width_of(word) > width) {
      lines += line + "\n";
      line = indent;
    }
    if (line.size() > indent.size()) line += ' ';
    line += word;
  }
  return lines + line + "\n";
}

}  // namespace clientele
