// SPDX-License-Identifier: MIT
#include "sim/scenario/season_checks.hpp"

#include <algorithm>
#include <cmath>

#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

constexpr double tolerance_of_mean = 0.005;  // twelve factors with two decimals

struct SeasonChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  /// The largest chance to buy that is the same for many: what a factor must not lift above 1.
  static double largest_chance(const Need& need) {
    double largest = 0;
    if (need.model == Need::Model::regular && need.probability.distribution == Distribution::same_for_all)
      largest = need.probability.first.value;
    if (need.model == Need::Model::recency)
      for (const Lever& chance : need.chances) largest = std::max(largest, chance.today.value);
    return largest;
  }

  /// Whether a segment without contracts takes the world's season.
  bool used_by_a_segment() const {
    return std::any_of(world.segments.begin(), world.segments.end(), [&](const auto& segment) {
      return segment.is.behaviours.need.model != Need::Model::contract &&
             !places.knows("segments." + segment.name + ".need.season");
    });
  }

  /// `prefix` is empty for the world and `segments.students.` for a segment.
  void check(const Need& need, const std::string& prefix) const {
    const std::string path = prefix + "need.season";
    if (need.season.empty()) return;
    const bool own = prefix.empty() || places.knows(path);
    if (need.model == Need::Model::contract) {
      if (places.knows(path) && !(prefix.empty() && used_by_a_segment()))
        refuse(path, "is unused: the bills of contracts know no season", "Remove it.");
      return;
    }
    if (!own && !places.knows(prefix + "need")) return;
    const auto year = static_cast<std::size_t>(in_a_year(world.market.period));
    const std::string period(named(world.market.period).name);
    if (need.season.size() > year)
      return refuse(path,
                    "has " + std::to_string(need.season.size()) + " factors, but a year has " +
                        std::to_string(year) + " " +
                        (year == 1 ? period : std::string(named(world.market.period).plural)),
                    "Write a factor for each, or fewer for longer parts of the year.");
    double sum = 0, most = 0;
    for (const Lever& factor : need.season) {
      sum += factor.today.value;
      most = std::max(most, factor.today.value);
    }
    const double mean = sum / static_cast<double>(need.season.size());
    if (own && std::abs(mean - 1) > tolerance_of_mean)
      refuse(path, "factors have a mean of " + number_text(mean, 4) + ", not of 1",
             mean > 0 ? "Divide each by " + number_text(mean, 4) + "." : "Write some above 0.");
    const double chance = largest_chance(need);
    if (most * chance > 1 + tolerance_of_mean)
      refuse(own ? path : prefix + "need",
             "a chance to buy of " + quantity_text(chance, Quantity::share, world.market.period) + " times " +
                 number_text(most) + " is above 100%",
             "Write a lower chance or factor, or need by poisson_gamma.");
  }
};

}  // namespace

void check_seasons(const World& world, const Places& places, Problems& problems) {
  const SeasonChecks checks{world, places, problems};
  checks.check(world.behaviours.need, "");
  bool some = !world.behaviours.need.season.empty();
  for (const auto& segment : world.segments) {
    checks.check(segment.is.behaviours.need, "segments." + segment.name + ".");
    some = some || !segment.is.behaviours.need.season.empty();
  }
  if (!places.knows("starts_in")) return;
  const double year = in_a_year(world.market.period);
  if (!some)
    checks.refuse("starts_in", "is unused, because need has no season",
                  "Write 'season: […]' in need, or remove it.");
  else if (world.market.starts_in.value > year)
    checks.refuse("starts_in",
                  "a year ends with " + quantity_text(year, Quantity::moment, world.market.period),
                  "Write the period of the year in which the first one falls.");
}

}  // namespace clientele
