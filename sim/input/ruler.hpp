// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/problem.hpp"

namespace clientele {

/// Turns marks of a parser, which count lines and bytes from 0, into places, which count lines and characters
/// from 1. The text must outlive the ruler.
class Ruler {
 public:
  struct Mark {
    std::size_t line = 0;
    std::size_t column = 0;
  };

  Ruler(const std::string& text, std::string name);

  std::string_view text() const { return text_; }
  std::string_view text_of_line(std::size_t line) const;
  std::size_t line(Mark mark) const;
  std::size_t byte(Mark mark) const;
  Place place(Mark mark);
  Place start_of_line(std::size_t line) const { return {name_, static_cast<int>(line) + 1, 1}; }
  /// The file as a whole.
  Place nowhere() const { return {name_}; }

 private:
  const std::string& text_;
  std::string name_;
  std::vector<std::size_t> starts_;
  std::size_t line_ = 0;  // the last place, from which the next one on the same line is counted on
  std::size_t byte_ = 0;
  int column_ = 1;
};

}  // namespace clientele
