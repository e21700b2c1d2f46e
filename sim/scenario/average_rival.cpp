// SPDX-License-Identifier: MIT
#include "sim/scenario/average_rival.hpp"

#include <cmath>
#include <functional>

#include "sim/scenario/lever_reader.hpp"

namespace clientele {

namespace {

/// A lever that brands may have.
struct BrandLever {
  std::string name;  ///< within the brand, `ratings.quality`
  std::function<const Lever*(const Brand&)> of;
};

struct Replacing {
  const Without& without;
  const World& world;
  const LeverReader& at;
  const std::size_t ours = focal_index(world);
  const int periods = static_cast<int>(std::lround(world.market.horizon.value));
  Course course = {};

  std::string path(std::size_t brand, const std::string& name) const {
    return "brands." + world.brands[brand].name + "." + name;
  }

  /// Lets a lever of ours be the mean of the rivals'.
  void by_mean(const BrandLever& lever) {
    const Lever* own = lever.of(world.brands[ours].is);
    if (!own) return;
    auto& rows = course[path(ours, lever.name)];
    for (int row = 0; row <= periods; ++row) {
      std::vector<std::optional<double>> of_brand;
      for (std::size_t b = 0; b < world.brands.size(); ++b) {
        const Lever* theirs = lever.of(world.brands[b].is);
        of_brand.push_back(theirs ? std::optional(at(*theirs, path(b, lever.name), row)) : std::nullopt);
      }
      rows.push_back(row == 0 ? *of_brand[ours] : mean_of_rivals(without, *of_brand[ours], of_brand));
    }
  }

  /// Leaves a lever nothing after today.
  void by_nothing(const Lever& lever, const std::string& path) {
    auto& rows = course[path];
    rows.assign(static_cast<std::size_t>(periods) + 1, 0.0);
    rows.front() = at(lever, path, 0);
  }

  void drop_bonds() {
    const Named<Brand>& us = world.brands[ours];
    by_nothing(us.is.exit_fee, path(ours, "exit_fee"));
    for (const auto& [name, kind] : world.contacts)
      if (sender_of(world, kind) == us.name) by_nothing(kind.frequency, "contacts." + name + ".frequency");
    if (!us.is.programme) return;
    const Programme& programme = *us.is.programme;
    const std::string of = path(ours, "programme.");
    by_nothing(programme.enrolment, of + "enrolment");
    by_nothing(programme.points, of + "points");
    by_nothing(programme.reward_cost, of + "reward_cost");
    by_nothing(programme.cost_per_member, of + "cost_per_member");
  }
};

bool is_taken(const Without& without, Driver::Equity equity) {
  switch (equity) {
    case Driver::Equity::value:
      return without.value;
    case Driver::Equity::brand:
      return without.brand;
    case Driver::Equity::retention:
      return without.retention;
  }
  return false;
}

}  // namespace

double mean_of_rivals(const Without& without, double ours,
                      const std::vector<std::optional<double>>& of_brand) {
  double above = 0, weights = 0;
  for (std::size_t b = 0; b < of_brand.size() && b < without.rivals.size(); ++b) {
    if (!of_brand[b]) continue;
    above += without.rivals[b] * (*of_brand[b] - ours);
    weights += without.rivals[b];
  }
  return weights > 0 ? ours + above / weights : ours;
}

Course course_without(const Without& without, const World& world, const std::vector<Named<Driver>>& drivers,
                      const LeverReader& at) {
  Replacing replacing{without, world, at};
  if (without.value)
    replacing.by_mean({"price", [](const Brand& brand) { return brand.price ? &*brand.price : nullptr; }});
  if (without.brand) replacing.by_mean({"awareness", [](const Brand& brand) { return &brand.awareness; }});
  for (const auto& rating : world.brands[replacing.ours].is.ratings) {
    const Driver* driver = find(drivers, rating.name);
    if (is_taken(without, driver ? driver->equity : Driver::Equity::value))
      replacing.by_mean(
          {"ratings." + rating.name, [&](const Brand& brand) { return find(brand.ratings, rating.name); }});
  }
  if (without.retention) replacing.drop_bonds();
  return std::move(replacing.course);
}

}  // namespace clientele
