// SPDX-License-Identifier: MIT
#include "sim/input/change_time.hpp"

#include <algorithm>

#include "sim/input/moments.hpp"
#include "sim/input/scalar.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

/// How a change comes again. What is said of `each` rests on a span that was read.
struct RepeatReader {
  Section& section;
  const World& world;
  Problems& problems;
  const Member* each = section.take("each");
  const Member* times = section.take("times");

  std::string text(double value, Quantity quantity) const {
    return quantity_text(value, quantity, world.market.period);
  }
  void refuse(const Member& member, std::string_view key, std::string reason, std::string remedy) {
    problems.add({member.value.place, section.path_of(key), std::move(reason), std::move(remedy)});
  }

  std::optional<int> periods_between() {
    const Parameter is{.name = "each", .quantity = Quantity::duration, .range = above(0)};
    const auto value = whole_duration_in({*each, section.path_of("each")}, is, world.market.period, problems);
    if (!value) return std::nullopt;
    return static_cast<int>(std::min(*value, 1e9));
  }

  std::optional<int> how_often() {
    const Parameter is{.name = "times", .unit = "times", .range = at_least(1)};
    const auto value = number_in({*times, section.path_of("times")}, is, world.market.period, problems);
    if (!value) return std::nullopt;
    return static_cast<int>(std::min(*value, 1e9));
  }

  void check(const Change& change) {
    const double horizon = world.market.horizon.value;
    const int length = change.until ? *change.until - change.from + 1 : 0;
    if (!change.until)
      refuse(*each, "each", "is given, but the change has no end after which it could come again",
             "Write 'until', the last " + std::string(named(world.market.period).name) +
                 " of the first time, such as 'until: " + text(change.from, Quantity::moment) + "'.");
    else if (length > *change.each)
      refuse(*each, "each",
             shown(each->value.text) + " is shorter than the change, which lasts " +
                 text(length, Quantity::duration),
             "Write " + text(length, Quantity::duration) + " or more, or an earlier 'until'.");
    else if (horizon >= 1 && change.times != 1 && change.from + static_cast<double>(*change.each) > horizon)
      refuse(
          *each, "each",
          "the second time would be beyond the horizon, which ends with " + text(horizon, Quantity::moment),
          "Write a shorter time, leave 'each' out, or lengthen the horizon.");
  }

  void read(Change& change, bool span_is_sound) {
    if (times) change.times = how_often();
    if (each) change.each = periods_between();
    if (times && !each)
      refuse(*times, "times", "stands without 'each', the time from one beginning to the next",
             "Write, for example, 'each: " + text(12, Quantity::duration) + "', or leave 'times' out.");
    if (change.each && span_is_sound) check(change);
  }
};

}  // namespace

void read_change_time(Change& change, Section& section, const World& world, Problems& problems) {
  const std::size_t known_before = problems.found().size();
  const Span span = read_span(section, world, problems);
  const bool span_is_sound = problems.found().size() == known_before;
  change.from = span.from.value_or(1);
  change.until = span.until;
  if (const Member* over = section.take("over")) {
    const Parameter is{.name = "over", .quantity = Quantity::duration, .range = above(0)};
    if (const auto value = number_in({*over, section.path_of("over")}, is, world.market.period, problems))
      change.over = *value;
  }
  RepeatReader{section, world, problems}.read(change, span_is_sound);
}

void refuse_change_time(Section& section, Problems& problems) {
  for (const std::string_view key : {"from", "until", "over", "each", "times"})
    if (const Member* found = section.take(key))
      problems.add({found->place, section.path_of(key), "a moment does not change in time",
                    "Leave '" + std::string(key) + "' out; 'to' alone says when."});
}

}  // namespace clientele
