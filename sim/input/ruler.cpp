// SPDX-License-Identifier: MIT
#include "sim/input/ruler.hpp"

#include <algorithm>

namespace clientele {

Ruler::Ruler(const std::string& text, std::string name) : text_(text), name_(std::move(name)) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts_.push_back(i + 1);
}

std::size_t Ruler::line(Mark mark) const { return std::min(mark.line, starts_.size() - 1); }

std::size_t Ruler::byte(Mark mark) const { return std::min(starts_[line(mark)] + mark.column, text_.size()); }

std::string_view Ruler::text_of_line(std::size_t line) const {
  const std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] - 1 : text_.size();
  return text().substr(starts_[line], end - starts_[line]);
}

Place Ruler::place(Mark mark) {
  const std::size_t line = this->line(mark), byte = this->byte(mark);
  if (line != line_ || byte < byte_) {
    line_ = line;
    byte_ = starts_[line];
    column_ = 1;
  }
  for (; byte_ < byte; ++byte_)
    if ((static_cast<unsigned char>(text_[byte_]) & 0xc0) != 0x80) ++column_;
  return {name_, static_cast<int>(line) + 1, column_};
}

}  // namespace clientele
