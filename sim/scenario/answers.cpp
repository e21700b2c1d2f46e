// SPDX-License-Identifier: MIT
#include "sim/scenario/answers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "models/competition/reaction.hpp"
#include "sim/scenario/moment_checks.hpp"

namespace clientele {

namespace {

using Rows = std::vector<double>;

/// A lever as it is planned, and as it comes out.
struct Line {
  std::string path;
  Rows planned, actual;

  Planned at(int row) const { return {planned[static_cast<std::size_t>(row)], planned.front()}; }
};

/// A brand while the others watch it.
struct Player {
  const Brand& brand;
  Presence presence;
  bool answers = false;
  std::vector<std::size_t> watched = {};
  std::optional<Line> price = {};
  std::optional<Rows> unit_cost = {};
  std::vector<Named<Line>> ratings = {};
  Rows share = {};

  bool is_there(int period) const { return period >= presence.enters && period < presence.leaves; }
};

class Contest {
 public:
  Contest(const Scenario& scenario, const Answering& answering)
      : scenario_(scenario), periods_(static_cast<int>(std::lround(scenario.world.market.horizon.value))) {
    const auto& brands = scenario.world.brands;
    for (std::size_t b = 0; b < brands.size(); ++b) {
      Player& player = players_.emplace_back(Player{brands[b].is, presence_of(brands[b], scenario)});
      const auto& reaction = player.brand.reaction;
      const std::string path = "brands." + brands[b].name + ".";
      player.answers =
          reacts(player.brand) && (b < answering.size() ? answering[b] : reaction->probability.value > 0);
      if (player.brand.price) player.price = line(*player.brand.price, path + "price");
      if (player.brand.unit_cost) player.unit_cost = rows(*player.brand.unit_cost, path + "unit_cost");
      for (const auto& rating : player.brand.ratings)
        player.ratings.push_back({rating.name, line(rating.is, path + "ratings." + rating.name)});
      if (!player.answers) continue;
      player.share = rows(reaction->share, path + "reaction.share");
      player.watched = watched_by(b, reaction->watches);
    }
  }

  Course played() {
    for (int period = 1; period <= periods_; ++period)
      for (Player& player : players_)
        if (player.answers && player.is_there(period)) answer(player, period);
    Course course;
    for (Player& player : players_) {
      if (!player.answers) continue;
      if (player.price && player.brand.reaction->matches_prices())
        course.emplace(player.price->path, std::move(player.price->actual));
      if (player.brand.reaction->imitates())
        for (auto& rating : player.ratings) course.emplace(rating.is.path, std::move(rating.is.actual));
    }
    return course;
  }

 private:
  Rows rows(const Lever& lever, const std::string& path) const {
    const auto changes = changes_of(scenario_, path);
    Rows all = {lever.today.value};
    for (int period = 1; period <= periods_; ++period)
      all.push_back(lever_at(lever.today.value, changes, period));
    return all;
  }
  Line line(const Lever& lever, const std::string& path) const {
    const Rows planned = rows(lever, path);
    return {path, planned, planned};
  }

  std::vector<std::size_t> watched_by(std::size_t watcher, const std::string& watches) const {
    const auto& brands = scenario_.world.brands;
    const std::string& one = watches.empty() ? scenario_.world.market.focal : watches;
    std::vector<std::size_t> watched;
    for (std::size_t b = 0; b < brands.size(); ++b)
      if (b != watcher && (watches == watches_all || brands[b].name == one)) watched.push_back(b);
    return watched;
  }

  /// What a player does in a period about what it saw a lag before.
  void answer(Player& player, int period) {
    const Reaction& reaction = *player.brand.reaction;
    const int seen = period - static_cast<int>(std::lround(reaction.lag.value));
    if (seen < 1) return;
    const double share = player.share[static_cast<std::size_t>(period)];
    const auto now = static_cast<std::size_t>(period);
    if (player.price && player.unit_cost && reaction.matches_prices())
      player.price->actual[now] = answered_price(player.price->at(period), deepest_cut(player, seen), share,
                                                 (*player.unit_cost)[now] + reaction.least_margin.value);
    if (reaction.imitates())
      for (auto& rating : player.ratings)
        rating.is.actual[now] =
            imitated_rating(rating.is.at(period), largest_gain(player, rating.name, seen), share);
  }

  double deepest_cut(const Player& watcher, int seen) const {
    double cut = 0;
    for (const std::size_t b : watcher.watched) {
      const Player& other = players_[b];
      if (other.price && other.is_there(seen))
        cut = std::max(
            cut, price_cut(other.price->actual[static_cast<std::size_t>(seen)], other.price->planned[0]));
    }
    return cut;
  }

  double largest_gain(const Player& watcher, const std::string& driver, int seen) const {
    double gain = 0;
    for (const std::size_t b : watcher.watched) {
      const Line* rating = find(players_[b].ratings, driver);
      if (rating && players_[b].is_there(seen))
        gain = std::max(gain, rating->actual[static_cast<std::size_t>(seen)] - rating->planned[0]);
    }
    return gain;
  }

  const Scenario& scenario_;
  int periods_;
  std::vector<Player> players_;
};

}  // namespace

bool reacts(const Brand& brand) { return brand.reaction && brand.reaction->model != Reaction::Model::hold; }

bool reacts_by_chance(const Brand& brand) {
  return reacts(brand) && brand.reaction->probability.value > 0 && brand.reaction->probability.value < 1;
}

Course answers_to(const Scenario& scenario, const Answering& answering) {
  const auto& brands = scenario.world.brands;
  if (std::none_of(brands.begin(), brands.end(), [](const auto& brand) { return reacts(brand.is); }))
    return {};
  return Contest(scenario, answering).played();
}

}  // namespace clientele
