// SPDX-License-Identifier: MIT
#include "sim/study/formulas.hpp"
#include "places.hpp"

#include "sim/input/read.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
World known(const std::string& name, const std::vector<Setting>& settings = {}) {
  const auto file = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "tests/known_answers" / (name + ".yaml");
  return read_study({file}, settings).baseline.world;
}
}  // namespace

TEST_CASE("the value by formula is that of the published cases, whoever leaves and when") {
  // Sources: docs/validation.md. Horizons are finite but long.
  CHECK(value_by_formula(known("lifetime_value_paid_today")) == Approx(366.666667).epsilon(1e-8));
  CHECK(value_by_formula(known("lifetime_value_first_booked")) == Approx(266.666667).epsilon(1e-8));
  CHECK(value_by_formula(known("lifetime_value_paid_at_end")) == Approx(333.333333).epsilon(1e-8));
  CHECK(value_by_formula(known("residual_lifetime")) == Approx(3.309818421).epsilon(1e-8));
  CHECK(value_by_formula(known("lifetime_value_of_a_mix")) == Approx(400.8925837).epsilon(1e-8));
  CHECK(value_by_formula(known("gamma_gamma")) == Approx(35.2189781).epsilon(1e-8));
  CHECK(value_by_formula(known("bg_bb")) == Approx(2.219631393).epsilon(1e-8));
}

TEST_CASE("two reasons to leave and a cost to serve lower the value by formula") {
  // By hand: .8 · .9 = .72 stay; 90 · 1.1 / (1.1 − .72).
  CHECK(value_by_formula(known("lifetime_value_paid_today", {{"departure.involuntary", "10% per year"},
                                                             {"brands.us.cost_to_serve", "10"}})) ==
        Approx(90 * 1.1 / .38).epsilon(1e-8));
}

TEST_CASE("purchases by formula are those of the published cases") {
  CHECK(purchases_by_formula(known("bg_nbd")) == Approx(1.446050595).epsilon(1e-8));
  CHECK(purchases_by_formula(known("pareto_nbd")) == Approx(1.472996803).epsilon(1e-8));
}

TEST_CASE("where no formula holds there is none") {
  CHECK_FALSE(value_by_formula(known("bg_nbd")));
  CHECK_FALSE(value_by_formula(known("switching_matrix")));
  CHECK_FALSE(purchases_by_formula(known("gamma_gamma")));
  CHECK_FALSE(purchases_by_formula(known("nbd")));
  CHECK_FALSE(value_by_formula(known("lifetime_value_paid_at_end", {{"start", "{purchase: just_made}"}})));
}
