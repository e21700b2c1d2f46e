// SPDX-License-Identifier: MIT
#include "sim/input/scalar.hpp"

#include <algorithm>
#include <cmath>

#include "sim/input/section.hpp"
#include "sim/input/shown.hpp"
#include "sim/input/uncertain.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {
bool has_control_characters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
  });
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}
}  // namespace

std::string kind_text(const Node& node) {
  switch (node.kind) {
    case Node::Kind::nothing:
      return "nothing";
    case Node::Kind::scalar:
      return "one value";
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::mapping:
      return "a group of keys";
  }
  return {};
}

std::optional<std::string> unquoted_text(const Written& written, Problems& problems) {
  const Node& node = written.member.value;
  if (node.kind == Node::Kind::nothing) {
    problems.add(no_value(written.member, written.path));
  } else if (node.kind != Node::Kind::scalar) {
    problems.add({node.place, written.path, "is " + kind_text(node) + ", but one number belongs here",
                  "Write one number."});
  } else if (node.quoted) {
    problems.add({node.place, written.path,
                  "'" + shown(node.text) + "' is in quotes, which makes it text and no number",
                  "Write it without the quotes."});
  } else {
    return node.text;
  }
  return std::nullopt;
}

std::optional<double> number_in(const Written& written, const Parameter& is, Period period,
                                Problems& problems, Edge edge) {
  const auto text = unquoted_text(written, problems);
  if (!text) return std::nullopt;
  const Reading reading = read_quantity(*text, is, period, edge);
  if (reading) return reading.value;
  problems.add({written.place(), written.path, reading.reason, reading.remedy});
  return std::nullopt;
}

std::optional<KnownNumber> known_number_in(const Written& written, const Parameter& is, Period period,
                                           Problems& problems) {
  const auto text = unquoted_text(written, problems);
  if (!text) return std::nullopt;
  const auto refuse = [&](std::string reason, std::string remedy) {
    problems.add({written.place(), written.path, std::move(reason), std::move(remedy)});
    return std::nullopt;
  };
  if (!looks_uncertain(*text)) {
    const Reading reading = read_quantity(*text, is, period);
    if (!reading) return refuse(reading.reason, reading.remedy);
    return KnownNumber{.value = reading.value, .in_percent = reading.in_percent};
  }
  if (!(is.may_be & uncertain)) {
    const Reading refused = refused_as_uncertain(*text, is, period);
    return refuse(refused.reason, refused.remedy);
  }
  UncertainReading reading = read_uncertain(*text, is, period);
  if (!reading) return refuse(reading.reason, reading.remedy);
  reading.assumption.path = written.path;
  reading.assumption.acts_on = {written.path};
  return KnownNumber{reading.middle, reading.in_percent, std::move(reading.assumption)};
}

std::optional<double> whole_duration_in(const Written& written, const Parameter& is, Period period,
                                        Problems& problems) {
  const auto value = number_in(written, is, period, problems);
  return value ? whole_periods(*value, written, period, problems) : value;
}

std::optional<double> whole_periods(double value, const Written& written, Period period, Problems& problems) {
  if (std::abs(value - std::round(value)) < 1e-9 * std::max(1.0, value)) return std::round(value);
  const std::string plural(named(period).plural);
  problems.add(
      {written.place(), written.path,
       "'" + written.member.value.text + "' is no whole number of " + plural + ", the world's period",
       "Write, for example, '" + quantity_text(std::max(1.0, std::round(value)), Quantity::duration, period) +
           "'."});
  return std::nullopt;
}

std::optional<std::string> text_in(const Written& written, Problems& problems) {
  const Node& node = written.member.value;
  const auto refuse = [&](std::string reason, std::string remedy) {
    problems.add({node.place, written.path, std::move(reason), std::move(remedy)});
    return std::nullopt;
  };
  if (node.kind == Node::Kind::nothing) {
    problems.add(no_value(written.member, written.path));
    return std::nullopt;
  }
  if (node.kind != Node::Kind::scalar)
    return refuse("is " + kind_text(node) + ", but one text belongs here", "Write one line of text.");
  if (node.text.empty()) return refuse("is empty", "Write a text, or remove the key.");
  if (has_control_characters(node.text))
    return refuse("holds a line break or a control character", "Write one line of text.");
  if (characters(node.text) > 200) return refuse("is longer than 200 characters", "Write it more briefly.");
  return node.text;
}

bool check_name(const Member& named, const std::string& path, Problems& problems) {
  const std::string& name = named.key;
  const std::string quoted = "'" + shown(name) + "'";
  const auto refuse = [&](std::string reason, std::string remedy) {
    problems.add({named.place, path, std::move(reason), std::move(remedy)});
    return false;
  };
  if (name.empty()) return refuse("a name is empty", "Write a name before the colon.");
  if (has_control_characters(name))
    return refuse("the name " + quoted + " holds a control character", "Write a plain name.");
  if (name.find('.') != std::string::npos)
    return refuse("the name " + quoted + " has a point, which separates the parts of a path",
                  "Write a '-' or '_' instead.");
  if (name.starts_with(' ') || name.ends_with(' '))
    return refuse("the name " + quoted + " begins or ends with a space", "Remove the space.");
  if (characters(name) > 64)
    return refuse("the name " + quoted + " is longer than 64 characters", "Write a shorter one.");
  if (std::string_view("=+-@").find(name.front()) != std::string_view::npos)
    return refuse("the name " + quoted + " begins with '" + name.substr(0, 1) +
                      "', which spreadsheets take for a formula",
                  "Begin it with a letter.");
  return true;
}

}  // namespace clientele
