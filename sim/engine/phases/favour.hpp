// SPDX-License-Identifier: MIT
#pragma once

#include "models/programme/enrolment.hpp"
#include "sim/engine/phases/offers.hpp"

namespace clientele {

/// What contacts, programmes and add-ons have left with people in favour of brands, the way to a reward, and
/// the offers of channels. Which columns hold it for which brand is looked up once for all people.
template <class Lane>
class Favours {
 public:
  using Real = typename Lane::Real;

  explicit Favours(const Moment& now) : now_(now) {
    const KernelMarket& m = now.market;
    for (int j = 0; j < m.brands; ++j) {
      first_[j] = parts_;
      if (m.unbound && j == 0 && now.row > 0) continue;
      for (int k = 0; k < m.contacts; ++k)
        if (m.contact[k].brand == j && m.contact[k].lift) add(now.people.favour[k], 1.0f);
      for (int a = 0; a < m.add_ons; ++a)
        if (m.add_on[a].brand == j) add(now.people.has[a], m.add_on[a].bond);
      for (int p = 0; p < m.programmes; ++p) {
        const ProgrammeTable& programme = m.programme[p];
        if (programme.brand != j) continue;
        if (programme.lifts) add(now.people.perk[p], 1.0f);
        if (programme.pressure != 0)
          part_[parts_++] = {now.people.card[p], programme.pressure, 1.0f / programme.threshold[now.row]};
      }
    }
    first_[m.brands] = parts_;
  }

  /// Whether anything may speak for a brand.
  bool any(int brand) const { return now_.market.offers > 0 || first_[brand] < first_[brand + 1]; }

  /// The utility of it for each person.
  [[gnu::always_inline]] Real of(int i, int brand) const {
    Real sum(0.0f);
    for (int n = first_[brand]; n < first_[brand + 1]; ++n) {
      const Part& part = part_[n];
      const Real held = Lane::load(part.column + i);
      if (part.a_point == 0)
        sum = fma(held, Real(part.times), sum);
      else
        sum =
            sum + points_pressure(Real(part.times), max(held - Real(1.0f), Real(0.0f)) * Real(part.a_point));
    }
    return now_.market.offers > 0 ? sum + bonus_of<Lane>(now_, i, brand) : sum;
  }

 private:
  struct Part {
    const float* column;
    float times;    ///< utility of one, or of the way to a reward just before it
    float a_point;  ///< part of that way; 0: it is none
  };
  void add(const float* column, float times) { part_[parts_++] = {column, times, 0}; }

  const Moment& now_;
  int first_[most_brands + 1], parts_ = 0;
  Part part_[most_contacts + most_add_ons + 2 * most_programmes];
};

}  // namespace clientele
