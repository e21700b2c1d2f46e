// SPDX-License-Identifier: MIT
#include "sim/input/figure.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "sim/input/shown.hpp"

namespace clientele {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Parts {
  std::string mantissa;
  int exponent = 0;
  char suffix = 0;
};

/// Splits text by the grammar  -? (0 | [1-9][0-9]*) (. [0-9]+)? (e [+-]? [0-9]{1,4})? [kM%]?
std::optional<Parts> parts_of(std::string_view text) {
  std::size_t i = 0;
  const auto at = [&](std::size_t k) { return k < text.size() ? text[k] : '\0'; };
  const auto digits = [&] {
    const std::size_t start = i;
    while (is_digit(at(i))) ++i;
    return i - start;
  };
  if (at(i) == '-') ++i;
  const bool zero_first = at(i) == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (zero_first && whole > 1)) return std::nullopt;
  if (at(i) == '.') {
    ++i;
    if (digits() == 0) return std::nullopt;
  }
  Parts parts{.mantissa = std::string(text.substr(0, i))};
  if (at(i) == 'e' || at(i) == 'E') {
    const bool negative = at(++i) == '-';
    if (at(i) == '-' || at(i) == '+') ++i;
    const std::size_t start = i, count = digits();
    if (count == 0 || count > 4) return std::nullopt;
    std::from_chars(text.data() + start, text.data() + i, parts.exponent);
    if (negative) parts.exponent = -parts.exponent;
  }
  if (const char c = at(i); c == 'k' || c == 'M' || c == '%') {
    parts.suffix = c;
    ++i;
  }
  if (i != text.size()) return std::nullopt;
  return parts;
}

/// The suffix goes into the exponent, so that 3.3k is the number 3300 and not a product rounded twice.
Reading value_of(const Parts& parts, std::string_view text) {
  const int shift = parts.suffix == 'k' ? 3 : parts.suffix == 'M' ? 6 : parts.suffix == '%' ? -2 : 0;
  const std::string whole = parts.mantissa + "e" + std::to_string(parts.exponent + shift);
  Reading reading{.in_percent = parts.suffix == '%'};
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), reading.value);
  const bool is_zero = parts.mantissa.find_first_of("123456789") == std::string::npos;
  const bool vanished = reading.value == 0 && !is_zero;
  if (error != std::errc{} || end != whole.data() + whole.size() || vanished)
    return {.reason = "'" + shown(text) + "' is too large or too small for a number",
            .remedy = "Check its exponent."};
  reading.value += 0.0;  // no negative zero
  return reading;
}

std::string without(std::string_view text, std::string_view unwanted) {
  std::string kept;
  for (const char c : text)
    if (unwanted.find(c) == std::string_view::npos) kept += c;
  return kept;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
  return text;
}

bool groups_thousands(std::string_view text) {
  const auto first = text.find(',');
  if (first == 0 || first > 4 || text.front() == '0') return false;
  for (auto comma = first; comma != std::string_view::npos; comma = text.find(',', comma + 1))
    for (std::size_t k = 1; k <= 3; ++k)
      if (comma + k >= text.size() || !is_digit(text[comma + k])) return false;
  return true;
}

std::string without_leading_zeros(std::string_view text) {
  std::string rest(text);
  const std::size_t sign = rest.starts_with('-') ? 1 : 0;
  while (rest.size() > sign + 1 && rest[sign] == '0' && is_digit(rest[sign + 1])) rest.erase(sign, 1);
  return rest;
}

/// From the first digit or minus to the last digit or suffix: of `€3.20 each` the `3.20`.
std::string core(std::string_view text) {
  const auto first = text.find_first_of("-0123456789");
  if (first == std::string_view::npos) return {};
  auto last = text.find_last_of("0123456789");
  if (last == std::string_view::npos || last < first) return {};
  if (last + 1 < text.size() && std::string_view("kM%").find(text[last + 1]) != std::string_view::npos)
    ++last;
  return std::string(text.substr(first, last - first + 1));
}

/// The mistakes people make, each with its reason and what they may have meant.
Reading diagnosis(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  const std::string quoted = "'" + shown(text) + "'";
  for (const std::string_view odd : {".nan", "nan", ".inf", "inf", "-.inf", "-inf", "+.inf", "infinity"})
    if (lower == odd) return {.reason = quoted + " is no finite number"};
  for (const std::string_view prefix : {"0x", "0o", "0b", "-0x"})
    if (lower.starts_with(prefix)) return {.reason = quoted + " is not written in decimal digits"};

  const std::string plain(text);
  const auto comma = text.find(','), point = text.find('.');
  std::vector<std::pair<std::string, std::string>> guesses;
  if (comma != std::string_view::npos) {
    const std::string because = " has a comma (numbers have a decimal point and no separators)";
    if (point != std::string_view::npos && point < comma)
      guesses.push_back({because, replaced(without(plain, "."), ",", ".")});
    if (groups_thousands(text)) guesses.push_back({because, without(plain, ",")});
    guesses.push_back({because, replaced(plain, ",", ".")});
  }
  if (std::count(text.begin(), text.end(), '.') > 1)
    guesses.push_back({" has more than one point (numbers have no separators)", without(plain, ".")});
  guesses.push_back({" has separators between its digits", without(plain, "_'")});
  guesses.push_back({" begins with a plus sign", text.starts_with('+') ? plain.substr(1) : ""});
  guesses.push_back(
      {" begins with a zero (some programs would count it in eights)", without_leading_zeros(text)});
  guesses.push_back(
      {" has no digit before the point", text.starts_with('.') ? "0" + plain : replaced(plain, "-.", "-0.")});
  guesses.push_back(
      {" has no digit after the point", text.ends_with('.') ? plain.substr(0, plain.size() - 1) : ""});
  guesses.push_back({" has a typographic minus sign", replaced(plain, "\xe2\x88\x92", "-")});
  guesses.push_back({" has a space in it", without(plain, " ")});
  guesses.push_back({" has an unknown suffix (k is a thousand)", replaced(plain, "K", "k")});
  guesses.push_back(
      {" has an unknown suffix (M is a million)", text.ends_with('m') ? replaced(plain, "m", "M") : ""});
  guesses.push_back({" is more than a number", core(text)});
  for (const auto& [because, guess] : guesses)
    if (guess != text && parts_of(guess))
      return {.reason = quoted + because, .remedy = "Write '" + guess + "'."};
  return {.reason = quoted + " is no number"};
}

}  // namespace

Reading read_figure(std::string_view text) {
  if (const auto parts = parts_of(text)) return value_of(*parts, text);
  return diagnosis(text);
}

}  // namespace clientele
