// SPDX-License-Identifier: MIT
#include <cmath>
#include <map>

#include "models/arithmetic.hpp"
#include "sim/base/contract.hpp"
#include "sim/base/problem.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/scenario/history.hpp"

namespace clientele {

namespace {

constexpr std::size_t most_tables = (1u << 24) / (knot_steps + 1);  // a float holds where each begins

/// Tables of one trait for the customers of a segment, one after the other: who has the same past shares one,
/// and a gamma distribution needs one for each shape, whatever its scale.
class OwnTables {
 public:
  /// Adds a customer's table, or finds it again by its key.
  void add(const std::vector<double>& key, double shift, const std::function<TraitTable()>& make) {
    const auto [known, fresh] = numbers_.try_emplace(key, numbers_.size());
    if (fresh) {
      if (numbers_.size() > most_tables)
        throw RunFailed("history holds too many different pasts. Round their times, or list fewer customers");
      const TraitTable table = make();
      form_ = table.form == TraitTable::Form::table ? TraitDraw::table : TraitDraw::table_of_log2;
      knots_.insert(knots_.end(), table.knots.begin(), table.knots.end());
    }
    which_.push_back(static_cast<float>(known->second));
    shift_.push_back(static_cast<float>(shift));
  }

  /// Lets people k of n draw from the table of their own: row ⌊k R / n⌋ of R.
  void use(Layout& l, TraitDraw& draw) const {
    auto& which = l.tables.floats.emplace_back();
    auto& shift = l.tables.floats.emplace_back();
    for (int k = 0; k < l.request.people; ++k) {
      const std::size_t row = row_of(k, l.request.people, which_.size());
      which.push_back(which_[row]);
      shift.push_back(shift_[row]);
    }
    draw.form = form_;
    draw.knots = l.tables.floats.emplace_back(knots_).data();
    draw.own_table = which.data();
    draw.own_shift = shift.data();
    for (NamedTrait& trait : l.tables.traits)
      if (trait.draw.address == draw.address) trait.draw = draw;
  }

  static std::size_t row_of(int k, int people, std::size_t rows) {
    return static_cast<std::size_t>(static_cast<double>(k) * static_cast<double>(rows) / people);
  }

 private:
  std::map<std::vector<double>, std::size_t> numbers_;
  std::vector<float> knots_, which_, shift_;
  TraitDraw::Form form_ = TraitDraw::table;
};

double log2_scale(const Trait& gamma) { return std::log2(gamma.first.value / gamma.second.value); }

/// A rate after what was seen, as a table: of the standard gamma of its shape where it stays a gamma.
void add_rate(OwnTables& tables, const Trait& rate, Evidence seen) {
  const auto after = rate_after(rate, seen);
  if (after && after->distribution == Distribution::gamma) {
    const double shape = after->second.value;
    tables.add({shape}, log2_scale(*after), [&] {
      return table_of({Distribution::gamma, {shape}, {shape}});
    });
  } else {
    tables.add({seen.events, seen.exposure}, 0, [&] {
      return table_given(table_of(rate), [&](double x) { return log_likelihood_of_rate(x, seen); });
    });
  }
}

void add_chance(OwnTables& tables, const Trait& chance, Evidence seen) {
  const auto after = chance_after(chance, seen);
  if (after && after->distribution == Distribution::beta)
    tables.add({after->first.value, after->second.value}, 0, [&] { return table_of(*after); });
  else
    tables.add({seen.events, seen.exposure}, 0, [&] {
      return table_given(table_of(chance), [&](double x) { return log_likelihood_of_chance(x, seen); });
    });
}

}  // namespace

void lay_history(Layout& l) {
  const Behaviours& b = l.behaviours;
  if (!b.history) return;
  expects(l.request.people > 0 && !b.history->customers.empty());
  const bool rates = b.need.model == Need::Model::poisson_gamma,
             leaving_rates = b.departure.model == Departure::Model::gamma_rate;
  const Trait &buying = rates ? b.need.purchases : b.need.probability,
              &leaving = leaving_rates ? b.departure.hazard : b.departure.chance;
  const bool own_buying = !is_constant(buying) && (rates || b.need.model == Need::Model::regular),
             own_leaving = !is_constant(leaving) && b.departure.model != Departure::Model::geometric,
             own_units = b.purchase.model == Purchase::Model::gamma_gamma;
  OwnTables buys, leaves, spends;
  std::vector<float> alive_by_row;
  bool all_alive = true;
  for (const Past& past : b.history->customers) {
    const Judgement judged = judge(b, past);
    alive_by_row.push_back(static_cast<float>(judged.alive));
    all_alive = all_alive && judged.alive == 1;
    if (own_buying)
      rates ? add_rate(buys, buying, judged.pace) : add_chance(buys, buying, judged.probability);
    if (own_leaving)
      leaving_rates ? add_rate(leaves, leaving, judged.hazard) : add_chance(leaves, leaving, judged.leaving);
    if (own_units)
      spends.add({judged.units->shape}, std::log2(judged.units->scale),
                 [&] { return inverse_gamma_table(judged.units->shape, 1); });
  }
  if (own_buying) buys.use(l, l.view.purchases);
  if (own_leaving) leaves.use(l, l.view.chance);
  if (own_units) spends.use(l, l.view.units);
  if (all_alive) return;
  auto& alive = l.tables.floats.emplace_back();
  for (int k = 0; k < l.request.people; ++k)
    alive.push_back(alive_by_row[OwnTables::row_of(k, l.request.people, alive_by_row.size())]);
  l.view.alive = alive.data();
}

}  // namespace clientele
