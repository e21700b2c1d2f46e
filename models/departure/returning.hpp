// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Whether somebody who has left the category comes back in this period: u < r, r being the chance and u a
/// uniform number. With the same luck nobody comes back later at a higher chance.
template <class F>
auto comes_back(F luck, F chance) {
  return luck < chance;
}

/// Part of the people who are in the category in the long run, at the end of a period, if everybody who is
/// out comes back with chance r at its beginning and everybody who is in leaves with chance d at its end:
///   A' = (A + r (1 − A)) (1 − d),   A* = r (1 − d) / (r (1 − d) + d)
/// r, d: 0..1, not both 0. A chain of two states at rest.
inline double part_active_at_rest(double back, double leave) {
  return back * (1 - leave) / (back * (1 - leave) + leave);
}

/// The part so many periods after a part A: A* + (A − A*) ((1 − r)(1 − d))^t.
inline double part_active_after(double part, double back, double leave, int periods) {
  const double rest = part_active_at_rest(back, leave);
  double apart = part - rest;
  for (int t = 0; t < periods; ++t) apart *= (1 - back) * (1 - leave);
  return rest + apart;
}

}  // namespace clientele
