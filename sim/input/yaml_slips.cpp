// SPDX-License-Identifier: MIT
#include "sim/input/yaml_slips.hpp"

#include <utility>

#include "sim/input/shown.hpp"

namespace clientele {

namespace {

/// What to do about the complaints of yaml-cpp that people meet.
std::string remedy_for(const std::string& complaint) {
  static constexpr std::pair<std::string_view, std::string_view> remedies[] = {
      {"illegal map value", "If the text itself holds ': ', put it in quotes."},
      {"end of map not found", "Check the indentation here, and that a space follows each colon."},
      {"end of map flow not found",
       "Check that the brace '{' is closed by '}', with a comma between its entries."},
      {"end of sequence flow not found", "Check that the bracket '[' is closed by ']'."},
      {"end of sequence not found", "Check the indentation here, and that a space follows each dash."},
      {"illegal EOF in scalar", "A quotation mark is opened and never closed."},
      {"illegal tab", "Indent with spaces."},
      {"the referenced anchor is not defined",
       "Write the value itself; if the text begins with '*', put it in quotes."},
      {"unknown token", "If a text begins with '%', '@' or '`', put it in quotes."},
      {"illegal block entry", "A '-' of a list needs a line of its own."},
      {"map keys must be indented", "Check the indentation here."},
      {"illegal map key", "Check the indentation here."},
  };
  for (const auto& [words, remedy] : remedies)
    if (complaint.find(words) != std::string::npos) return std::string(remedy);
  return "Check the spelling and the indentation here.";
}

/// `horizon:5 years` as `horizon: 5 years`, or empty if there is a space after the colon.
std::string with_space(std::string_view line) {
  const auto start = line.find_first_not_of(' ');
  if (start == std::string_view::npos) return {};
  const auto colon =
      line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", start);
  if (colon == std::string_view::npos || colon == start || line[colon] != ':') return {};
  if (colon + 1 >= line.size() || line[colon + 1] == ' ') return {};
  const std::string_view value = line.substr(colon + 1, line.find(" #") - colon - 1);
  return std::string(line.substr(start, colon - start)) + ": " + std::string(value);
}

std::optional<Problem> common_slip(std::size_t line, const Ruler& ruler) {
  const std::string_view text = ruler.text_of_line(line);
  if (text.substr(0, text.find_first_not_of(" \t")).find('\t') != std::string_view::npos)
    return Problem{ruler.start_of_line(line), "", "the line is indented with a tab", "Indent with spaces."};
  if (const std::string better = with_space(text); !better.empty())
    return Problem{ruler.start_of_line(line), "", "a space is missing after the colon",
                   "Write '" + shown(better) + "'."};
  return std::nullopt;
}

}  // namespace

Problem slip_behind(const std::string& complaint, std::optional<Ruler::Mark> mark, Ruler& ruler) {
  if (mark) {
    const std::size_t last = ruler.line(*mark);
    for (std::size_t line = last == 0 ? 0 : last - 1; line <= last; ++line)
      if (auto slip = common_slip(line, ruler)) return *slip;
  }
  const Place place = mark ? ruler.place(*mark) : ruler.nowhere();
  return {place, "", "this is no YAML (" + shown(complaint) + ")", remedy_for(complaint)};
}

bool is_quotation_closed(std::string_view text, std::size_t from) {
  const std::size_t start = text.find_first_of("\"'", from);
  if (start == std::string_view::npos) return true;
  const char quote = text[start];
  for (std::size_t i = start + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return true;
      ++i;
    }
  }
  return false;
}

}  // namespace clientele
