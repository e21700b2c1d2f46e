// SPDX-License-Identifier: MIT
// Known answers: YAML files of this folder are run by the program itself, and what it writes is compared with
// the truth. A simulated mean must lie within 4 of its own standard errors of the truth (false alarm: 6 in
// 100,000 for each number if the error were known exactly; it is estimated from 30 replications, which makes
// it 4 in 10,000), and that error must be below 0.5 % of the truth (of the margin where the truth is near 0),
// or .0005. The seed is the program's default, so each check either always passes or never does. Each table
// must also stand in docs/validation.md as it comes out.
#include <algorithm>
#include <filesystem>

#include "models/advocacy/branching.hpp"
#include "places.hpp"
#include "tests/end_to_end/program.hpp"
#include "tests/known_answers/page.hpp"
#include "tests/support/catch.hpp"

namespace clientele::known_answers {
namespace {

/// Half a unit of the last digit of a number as it is written.
double rounding(const std::string& number) {
  const auto point = number.find('.');
  return .5 *
         std::pow(10., point == std::string::npos ? 0. : -static_cast<double>(number.size() - point - 1));
}

void check(const Cases& cases) {
  const auto found = measured(cases);
  for (std::size_t i = 0; i < cases.cases.size(); ++i) {
    const Case& one = cases.cases[i];
    CAPTURE(one.what);
    const double truth = one.truth();
    CHECK(std::abs(truth - std::stod(one.published)) < rounding(one.published) + 1e-9);
    if (one.formula) CHECK(*one.formula == Approx(truth).epsilon(1e-9));
    if (!found[i]) continue;
    INFO("found " << found[i]->mean << " ± " << found[i]->error << ", truth " << truth);
    CHECK(std::abs(found[i]->mean - truth) <= 4 * found[i]->error + 1e-7 * std::abs(truth) + one.grain);
    CHECK(found[i]->error < std::max(0.005 * std::max(std::abs(truth), one.scale), 0.0005));
  }
  INFO("If the change is meant: cmake --build build/release --target validation_page");
  CHECK(table_in(validation_page(), cases.name) == table_of(cases, found));
}

}  // namespace

TEST_CASE(
    "known answer: the three conventions of a customer's lifetime value come out as Fader and Hardie give "
    "them") {
  check(conventions());
}
TEST_CASE("known answer: one customer's lifetime value is a distribution, not its mean") {
  check(one_customer());
}
TEST_CASE("known answer: a gym's customer is worth what the formula of practice says") {
  check(simple_formula());
}
TEST_CASE("known answer: margin multiples come out as Gupta and Lehmann tabulate them") {
  check(multiples());
}
TEST_CASE("known answer: contributions less promotion are worth what Berger and Nasr say") {
  check(promotion());
}
TEST_CASE(
    "known answer: a cohort whose customers differ shrinks as Fader and Hardie tabulate it, and its "
    "retention rises") {
  check(regular_customers());
}
TEST_CASE("known answer: a cohort of better customers shrinks more slowly, and its retention rises too") {
  check(high_end_customers());
}
TEST_CASE(
    "known answer: the longer a customer has stayed, the longer his residual lifetime, as Fader and Hardie "
    "give it") {
  check(residual_lifetime());
}
TEST_CASE("known answer: repeat purchases where customers leave after purchases follow the BG/NBD") {
  check(bg_nbd());
}
TEST_CASE("known answer: purchases where customers leave at any moment follow the Pareto/NBD") {
  check(pareto_nbd());
}
TEST_CASE("known answer: customers with a past are there and buy as the models expect of them") {
  check(histories());
}
TEST_CASE("known answer: gifts of donors who may have left follow the BG/BB") { check(bg_bb()); }
TEST_CASE("known answer: mean spending at an occasion is what the gamma-gamma model says") {
  check(spending());
}
TEST_CASE("known answer: penetration and purchases per buyer come out as the NBD-Dirichlet has them") {
  check(toothpaste());
}
TEST_CASE("known answer: the buyers of a category add up as the negative binomial says") {
  check(growing_penetration());
}
TEST_CASE(
    "known answer: customers of two brands are worth what the switching matrix of Rust, Lemon and Zeithaml "
    "says") {
  check(switching_matrix());
}
TEST_CASE(
    "known answer: zero-order customers with Dirichlet tastes show the switching matrix of loyal ones") {
  check(zero_order());
}
TEST_CASE(
    "known answer: a price cut moves shares as the logit says, and an entrant takes from all in proportion") {
  check(logit());
}

TEST_CASE("known answer: something new spreads as Bass has it") { check(diffusion()); }
TEST_CASE("known answer: the next customer costs what he is worth where Blattberg and Deighton spend best") {
  check(acquisition());
}
TEST_CASE("known answer: customers who bring in others have families as large as a branching process") {
  check(referrals());
}
TEST_CASE("known answer: such families differ as the branching process says") {
  // 5 founders among 5,000 people in each of 4,000 replications: a variance of 5 · 4 of their number. Its
  // standard error by the fourth moment of the process is 4.2 % (κ₄ / κ₂² = 26 / 5, so √((2 + 5.2) / 4,000)),
  // and the few who are told and have come already take less than 1 % off.
  const TestFolder folder;
  const auto file = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "tests/known_answers/referrals.yaml";
  const auto done = folder.run({"run", file.string(), "--customers", "5000", "--replications", "4000",
                                "--set", "arrivals.1=1000", "--quiet", "--out", "families"});
  REQUIRE(done.exit_code == 0);
  const Figure family{"summary", {{"brand", "market"}, {"metric", "arrived"}, {"segment", "all"}}, 200, "sd"};
  const double sd = figure_in(folder.path("families"), family).mean;
  CHECK(sd * sd / 5 == Approx(family_variance(.5)).epsilon(4 * 0.042));
}
TEST_CASE("known answer: the page of validation has room for all tables and no other") {
  std::vector<std::string> expected;
  for (const Cases& cases : all_cases()) expected.push_back(cases.name);
  CHECK(tables_in(validation_page()) == expected);
}

}  // namespace clientele::known_answers
