// SPDX-License-Identifier: MIT
#include "sim/input/file_text.hpp"

#include "sim/base/problem.hpp"

namespace clientele {

namespace {
/// Length of the well-formed UTF-8 sequence at the start of the bytes (Unicode 15, table 3-7), or 0.
std::size_t utf8_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  const auto follows = [&](std::size_t i) { return (at(i) & 0xc0) == 0x80; };
  const unsigned first = at(0), second = at(1);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const bool allowed = !(first == 0xe0 && second < 0xa0) && !(first == 0xed && second > 0x9f);
    return allowed && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const bool allowed = !(first == 0xf0 && second < 0x90) && !(first == 0xf4 && second > 0x8f);
    return allowed && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

[[noreturn]] void refuse_text(Place place, std::string reason, std::string remedy) {
  throw BadScenario({{std::move(place), "", std::move(reason), std::move(remedy)}});
}
}  // namespace

std::string checked_text(std::string_view bytes, const std::string& name) {
  if (bytes.size() > most_bytes_of_a_file)
    refuse_text({name}, "is larger than 10 MB, which no scenario needs",
                "Check that this is the file you meant.");
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
    refuse_text({name}, "is written in UTF-16, not in UTF-8", "Save it again with the encoding UTF-8.");
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);

  std::string text;
  text.reserve(bytes.size());
  Place place{name, 1, 1};
  while (!bytes.empty()) {
    const std::size_t length = utf8_length(bytes);
    if (length == 0)
      refuse_text(place, "the text is not in UTF-8", "Save the file again with the encoding UTF-8.");
    const char c = bytes.front();
    const bool control =
        (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
    if (control)
      refuse_text(place, "a control character stands here, so this may be no text file",
                  "Remove it, or name another file.");
    if (!bytes.starts_with("\r\n")) text.append(bytes.substr(0, length));
    bytes.remove_prefix(length);
    place.column += 1;
    if (c == '\n') place = {name, place.line + 1, 1};
  }
  return text;
}

}  // namespace clientele
