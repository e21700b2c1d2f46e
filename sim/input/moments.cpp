// SPDX-License-Identifier: MIT
#include "sim/input/moments.hpp"

#include "sim/input/scalar.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

std::optional<int> read_moment_key(Section& section, std::string_view key, Edge edge, const World& world,
                                   Problems& problems) {
  const Member* found = section.take(key);
  if (!found) return std::nullopt;
  const Parameter is{.name = key, .quantity = Quantity::moment, .range = between(1, 1e9)};
  const auto value = number_in({*found, section.path_of(key)}, is, world.market.period, problems, edge);
  if (!value) return std::nullopt;
  return static_cast<int>(*value);
}

void check_within_horizon(std::optional<int> moment, Section& section, std::string_view key,
                          const World& world, Problems& problems) {
  if (!moment || world.market.horizon.value < 1 || *moment <= world.market.horizon.value) return;
  const Member* written = section.take(key);
  const std::string last = quantity_text(world.market.horizon.value, Quantity::moment, world.market.period);
  problems.add({written->value.place, section.path_of(key),
                shown(written->value.text) + " is beyond the horizon, which ends with " + last,
                "Write " + last + " or earlier, or lengthen the horizon."});
}

Span read_span(Section& section, const World& world, Problems& problems) {
  const Span span{.from = read_moment_key(section, "from", Edge::first, world, problems),
                  .until = read_moment_key(section, "until", Edge::last, world, problems)};
  check_within_horizon(span.from, section, "from", world, problems);
  check_within_horizon(span.until, section, "until", world, problems);
  if (span.until && *span.until < span.from.value_or(1)) {
    const Member* until = section.take("until");
    problems.add({until->value.place, section.path_of("until"),
                  shown(until->value.text) + " is before it begins",
                  "Write a moment that is not before 'from'."});
  }
  return span;
}

}  // namespace clientele
