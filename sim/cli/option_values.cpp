// SPDX-License-Identifier: MIT
#include "sim/cli/option_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "sim/base/problem.hpp"
#include "sim/report/words.hpp"

namespace clientele {

namespace {
std::string with_commas(std::uint64_t number) {
  return number > std::uint64_t(std::numeric_limits<long long>::max())
             ? std::to_string(number)
             : whole(static_cast<long long>(number));
}

/// Takes the only text given; an option given twice is a mistake, since one of the two would be ignored.
template <class Value>
const std::string& only_text(const boost::any& value, const Texts& texts, const std::string& option) {
  if (!value.empty()) throw BadUsage(fmt::format("{} is given more than once. Give it once", option));
  if (texts.size() != 1) throw BadUsage(fmt::format("{} takes one value", option));
  return texts.front();
}

template <class Value>
void one_of(boost::any& value, const Texts& texts, const std::string& option, std::uint64_t low,
            std::uint64_t high, Scaled scaled = Scaled::no) {
  const auto number = whole_number(option, only_text<Value>(value, texts, option), low, high, scaled);
  value = Value{static_cast<decltype(Value::value)>(number)};
}
/// What follows the whole digits of a number: of `1.5k` the scale 1000 and the rest 500.
struct Tail {
  std::uint64_t scale = 1, rest = 0;
};

/// Nothing if the text is no suffix, or leaves a part of one: `1.5`, `1.2345k`.
std::optional<Tail> tail_of(std::string_view text) {
  Tail tail;
  if (text.ends_with('k')) tail.scale = 1'000;
  if (text.ends_with('M')) tail.scale = 1'000'000;
  if (tail.scale > 1) text.remove_suffix(1);
  if (text.empty()) return tail;
  if (text.front() != '.' || text.size() == 1) return std::nullopt;
  std::uint64_t unit = tail.scale;
  for (const char c : text.substr(1)) {
    if (c < '0' || c > '9' || (unit < 10 && c != '0')) return std::nullopt;
    unit /= 10;
    tail.rest += unit * static_cast<std::uint64_t>(c - '0');
  }
  return tail.scale > 1 ? std::optional(tail) : std::nullopt;
}
}  // namespace

std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t low,
                           std::uint64_t high, Scaled scaled) {
  const auto refuse = [&](std::string_view reason) {
    throw BadUsage(fmt::format("{} '{}': {}. It takes a whole number from {} to {}{}", option, text, reason,
                               with_commas(low), with_commas(high),
                               scaled == Scaled::yes ? ", such as 5000, 10k or 1.5M" : ""));
  };
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc::result_out_of_range) refuse("it is too large");
  if (error != std::errc()) refuse(text.empty() ? "it is empty" : "it is not such a number");
  const auto tail = tail_of({stop, static_cast<std::size_t>(end - stop)});
  if (!tail || (scaled == Scaled::no && stop != end)) refuse("it is not such a number");
  if (number > high / tail->scale) refuse("it is too large");
  const std::uint64_t whole = number * tail->scale + tail->rest;
  if (whole > high) refuse("it is too large");
  if (whole < low) refuse("it is too small");
  return whole;
}

void validate(boost::any& value, const Texts& texts, Customers*, int) {
  one_of<Customers>(value, texts, "--customers", 1, 16'000'000, Scaled::yes);
}
void validate(boost::any& value, const Texts& texts, Replications*, int) {
  one_of<Replications>(value, texts, "--replications", 1, 1'000'000, Scaled::yes);
}
void validate(boost::any& value, const Texts& texts, Draws*, int) {
  one_of<Draws>(value, texts, "--draws", 8, 1'000'000, Scaled::yes);
}

void validate(boost::any& value, const Texts& texts, ExplainDraws*, int) {
  one_of<ExplainDraws>(value, texts, "--explain-draws", 0, 1'000'000, Scaled::yes);
}

/// `5%` of the difference, or an amount such as `50k`.
void validate(boost::any& value, const Texts& texts, Exactness*, int) {
  const std::string& text = only_text<Exactness>(value, texts, "--precision");
  Precision precision;
  if (text.ends_with('%')) {
    double percent = 0;
    const char* const end = text.data() + text.size() - 1;
    const auto [stop, error] = std::from_chars(text.data(), end, percent);
    if (error != std::errc() || stop != end || !(percent > 0 && percent <= 100))
      throw BadUsage(fmt::format("--precision '{}': it takes a part of the difference, such as 5%", text));
    precision.share = percent / 100;
  } else {
    precision.amount =
        static_cast<double>(whole_number("--precision", text, 1, 1'000'000'000'000'000, Scaled::yes));
  }
  value = Exactness{precision};
}

/// `90s`, `10min` or `2h`.
void validate(boost::any& value, const Texts& texts, TimeLimit*, int) {
  const std::string& text = only_text<TimeLimit>(value, texts, "--time-limit");
  const auto unit = text.find_first_not_of("0123456789");
  for (const auto& [name, seconds] : {std::pair{"s", 1}, {"min", 60}, {"h", 3600}}) {
    if (unit == 0 || unit == std::string::npos || text.substr(unit) != name) continue;
    const auto number = whole_number("--time-limit", text.substr(0, unit), 1, 1'000'000);
    value = TimeLimit{std::chrono::seconds(number * static_cast<std::uint64_t>(seconds))};
    return;
  }
  throw BadUsage(fmt::format("--time-limit '{}': it takes a time such as 90s, 10min or 2h", text));
}

void validate(boost::any& value, const Texts& texts, MeansBy*, int) {
  const std::string& text = only_text<MeansBy>(value, texts, "--estimator");
  if (text == "auto")
    value = MeansBy{};
  else if (text == "expected" || text == "realised")
    value = MeansBy{text == "expected" ? Estimator::expected : Estimator::realised};
  else
    throw BadUsage(fmt::format("--estimator '{}': it takes auto, expected or realised", text));
}

void validate(boost::any& value, const Texts& texts, Seed*, int) {
  one_of<Seed>(value, texts, "--seed", 0, std::numeric_limits<std::uint64_t>::max());
}
void validate(boost::any& value, const Texts& texts, Threads*, int) {
  one_of<Threads>(value, texts, "--threads", 1, 1024);
}

void validate(boost::any& value, const Texts& texts, Lanes*, int) {
  const std::string& text = only_text<Lanes>(value, texts, "--lanes");
  const std::vector<std::pair<std::string, int>> known = {
      {"auto", 0}, {"1", 1}, {"4", 4}, {"8", 8}, {"16", 16}};
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first == text; });
  if (found == known.end()) throw BadUsage(fmt::format("--lanes '{}': it takes auto, 1, 4, 8 or 16", text));
  value = Lanes{found->second};
}

void validate(boost::any& value, const Texts& texts, Style*, int) {
  const std::string& text = only_text<Style>(value, texts, "--csv-style");
  if (text != "standard" && text != "european")
    throw BadUsage(
        fmt::format("--csv-style '{}': it takes standard (comma, decimal point) or european (semicolon, "
                    "decimal comma)",
                    text));
  value = Style{text == "european" ? CsvStyle::european : CsvStyle::standard};
}

void validate(boost::any& value, const Texts& texts, Format*, int) {
  const std::string& text = only_text<Format>(value, texts, "--format");
  if (text == "xlsx" || text == "html")
    throw BadUsage(fmt::format("--format {}: it is not written yet. Use csv", text));
  if (text != "csv") throw BadUsage(fmt::format("--format '{}': it takes csv", text));
  value = Format{};
}

void validate(boost::any& value, const Texts& texts, OutFolder*, int) {
  const std::string& text = only_text<OutFolder>(value, texts, "--out");
  if (text.empty()) throw BadUsage("--out '': it takes the name of a folder");
  value = OutFolder{text};
}

PathAndValue setting_in(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw BadUsage(fmt::format("--set '{}': it takes path=value, such as --set choice.inertia=0.8", text));
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace clientele
