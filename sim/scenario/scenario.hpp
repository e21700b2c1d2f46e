// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/world.hpp"

namespace clientele {

/// What a scenario does to a lever.
struct Change {
  enum class How { by_share, by_amount, to };  ///< times (1 + amount); plus amount; becomes amount

  std::string path;
  How how = How::to;
  double amount = 0;         ///< in the unit of the lever
  int from = 1;              ///< first period in which it holds
  std::optional<int> until;  ///< last period in which it holds; then the lever goes back
  double over = 0;           ///< periods of a ramp; the full change holds from period from + over
  std::optional<int> each;   ///< periods from one beginning to the next, at least until − from + 1
  std::optional<int> times;  ///< how often it comes; absent: as often as it begins within the horizon
  double probability = 1;    ///< that it happens at all
  std::optional<Assumption> uncertain;  ///< where the amount is not known exactly
  int place = 0;  ///< among the changes of its scenario as it is written; for the study, which sets it
};

/// Money spent to bring a scenario about. It stays outside equity and stands against its gain.
struct Investment {
  std::string name;
  double amount = 0;                    ///< [currency], at once or in every period from..until
  int from = 1;                         ///< period at whose start it is spent
  std::optional<int> until;             ///< absent: spent once
  std::optional<Assumption> uncertain;  ///< where the amount is not known exactly
};

/// A world and what changes in it. The baseline has neither changes nor investments.
struct Scenario {
  std::string name;
  World world;
  std::vector<Change> changes;
  std::vector<Investment> investments;
};

/// Share of a change that is in force in a period: 0 before `from`, rising linearly over `over` periods, then
/// 1; 0 after `until`. A change over 3 months from month 7 stands at 1/3 in month 7, 2/3 in month 8, 1 from
/// month 9. With `each` all of this, ramp and end, comes again every so many periods, `times` times.
double in_force(const Change& change, int period);

/// How often a change ends within the horizon; a change without an end never does.
int times_completed(const Change& change, int horizon);

/// A lever's value in a period: today's value with the changes of its path, in the order of the file.
double lever_at(double today, const std::vector<const Change*>& changes, int period);

/// The changes that act on a path. A change of `departure.rate` also acts on a segment that has no rate of
/// its own: pass the path within the world as `inherited`.
std::vector<const Change*> changes_of(const Scenario& scenario, const std::string& path,
                                      const std::string& inherited = {});

/// Names of the changes and investments by which what is not known of them is drawn: `changes.<path changed>`
/// and `investments.<name>`, of a second one of the same with `.2`.
std::vector<std::string> keys_of_changes(const Scenario& scenario);
std::vector<std::string> keys_of_investments(const Scenario& scenario);

/// Value today of all that is invested: Σ amount (1 + d)^−(period − 1).
double investment_today(const Scenario& scenario);

}  // namespace clientele
