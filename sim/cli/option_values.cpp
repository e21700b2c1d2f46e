// SPDX-License-Identifier: MIT
#include "sim/cli/option_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

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
}  // namespace

std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t low,
                           std::uint64_t high, Scaled scaled) {
  const auto refuse = [&](std::string_view reason) {
    throw BadUsage(fmt::format("{} '{}': {}. It takes a whole number from {} to {}{}", option, text, reason,
                               with_commas(low), with_commas(high),
                               scaled == Scaled::yes ? ", such as 5000, 10k or 1M" : ""));
  };
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc::result_out_of_range) refuse("it is too large");
  if (error != std::errc()) refuse(text.empty() ? "it is empty" : "it is not such a number");
  std::uint64_t scale = 1;
  if (stop != end) {
    const std::string_view suffix(stop, static_cast<std::size_t>(end - stop));
    if (scaled == Scaled::yes && suffix == "k")
      scale = 1'000;
    else if (scaled == Scaled::yes && suffix == "M")
      scale = 1'000'000;
    else
      refuse("it is not such a number");
  }
  if (number > high / scale) refuse("it is too large");
  if (number * scale < low) refuse("it is too small");
  return number * scale;
}

void validate(boost::any& value, const Texts& texts, Customers*, int) {
  one_of<Customers>(value, texts, "--customers", 1, 16'000'000, Scaled::yes);
}
void validate(boost::any& value, const Texts& texts, Replications*, int) {
  one_of<Replications>(value, texts, "--replications", 1, 1'000'000, Scaled::yes);
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
