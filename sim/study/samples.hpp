// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "sim/scenario/realisation.hpp"
#include "sim/study/bridge.hpp"
#include "sim/study/findings.hpp"

namespace clientele {

/// Memory that the long tables of a sample take, and how many samples fit into so much: 64 at least, in
/// eights.
std::size_t bytes_of_long_tables(const Findings& sample);
std::size_t samples_that_fit(const Findings& sample, double bytes);

/// What all samples told, and how they become estimates.
///
/// Samples are `replications` different populations in each of `draws` of what is not known. The first draws
/// were lived twice more: by the people of the first replication with other luck, and by other people. From
/// how these differ follows how much of a spread is the simulation's own.
///
/// What they tell may need more memory than is allowed (RunOptions::table_memory). Then the draws that fit,
/// always the same, are kept in full, and of all of them the long tables in bins.
struct Samples {
  int draws = 1, replications = 1;
  int asked = 1;  ///< draws, or where there is one its replications; fewer are there if it was stopped
  std::vector<Findings> main;         ///< [draw · replications + replication]
  std::vector<Findings> same_people;  ///< [draw] the people of the first replication, other luck
  std::vector<Findings> other_people;
  std::vector<Bridge> bridges;  ///< what explains equity and its differences
  Unknowns unknowns;
  std::vector<Drawn> drawn;  ///< [draw] of the first replication
  double surplus_share = 0;  ///< part of the simulation's noise that a market of so many people does not have

  /// Adds what a draw told, all its replications, or a replication where there is one draw.
  void add(std::vector<Findings> of_draw);
  std::size_t kept_in_full = std::numeric_limits<std::size_t>::max();  ///< of what is added
  /// Whether all that explains equity was worked out.
  bool explained() const {
    return std::none_of(bridges.begin(), bridges.end(), [](const Bridge& b) { return b.worth.empty(); });
  }

  /// A number of a sample; not_known where it has none.
  using Pick = std::function<double(const Findings&)>;

  /// A number whose mean can be known better by what was to be expected than by what happened: it has the
  /// same mean both ways. Its spread is that of what happens.
  struct Quantity {
    Pick expected, realised;
  };

  std::vector<double> by_sample(const Pick& pick) const;
  /// One value a draw, the mean over its replications; where there is one draw, one a replication.
  std::vector<double> by_draw(const Pick& pick) const;
  /// Variance between samples that differ in nothing but people and luck: of one draw, or without draws
  /// between replications. Not a number where there are not two.
  double within(const Pick& pick) const;
  /// Variance between samples of one draw that have other people and other luck; 0 without draws.
  double noise(const Pick& pick) const;
  /// Part of the variance of by_draw that is the simulation's alone, because it has fewer people than the
  /// market.
  double surplus(const Pick& pick) const;
  /// Across by_draw; missing where a sample has no such number.
  std::optional<Estimate> estimate(const Pick& pick) const;
  /// Of a row of a table; from its bins where there are some.
  template <class Row>
  std::optional<Estimate> estimate(Told<Row> Findings::*table, std::size_t row) const {
    const auto& told = main.front().*table;
    const Pick value = [=](const Findings& sample) { return (sample.*table).values[row]; };
    if (told.bins.empty()) return estimate(value);
    return draws == 1 ? told.bins[row].over_replications() : told.bins[row].over_draws(surplus(value));
  }
  /// The same of by_draw of what was to be expected, whose spread is to be that of what happens in the
  /// market.
  double surplus(const Quantity& quantity) const;
  /// Mean and its error by what was to be expected, and how what happens spreads about that.
  std::optional<Estimate> estimate(const Quantity& quantity) const;
  /// Half width of the 90 % interval for the mean of an estimate.
  double margin(const Estimate& estimate) const;

 private:
  void put_into_bins(std::vector<Findings>& of_draw);
};

}  // namespace clientele
