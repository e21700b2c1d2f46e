// SPDX-License-Identifier: MIT
// Published and exactly derived results for value, choice and switching; how they are compared: answers.hpp.
#include "tests/known_answers/answers.hpp"

namespace clientele {
namespace {

double of_existing(const std::filesystem::path& results, const std::string& measure) {
  return number(the_row(rows_of(results / "clv.csv"),
                        {{"segment", "all"}, {"customers", "existing"}, {"measure", measure}}),
                "mean");
}

}  // namespace

TEST_CASE(
    "known answer: the three conventions of a customer's lifetime value come out as Fader and Hardie give "
    "them") {
  // Fader & Hardie (2012), note 024; m = 100, r = .8, d = .1.
  const TestFolder folder;
  check_lifetime_value(ran(folder, "lifetime_value_paid_today", "20k"), 366.666667);
  check_lifetime_value(ran(folder, "lifetime_value_first_booked", "20k"), 266.666667);
  check_lifetime_value(ran(folder, "lifetime_value_paid_at_end", "20k"), 333.333333);
}

TEST_CASE("known answer: one customer's lifetime value is a distribution, not its mean") {
  // Exact: the value of n payments is 1100 (1 − 1.1^−n), n geometric with mean 5; recomputed.
  const TestFolder folder;
  const auto results = ran(folder, "lifetime_value_paid_today", "20k");
  CHECK(of_existing(results, "q500") == Approx(348.685199).epsilon(1e-6));
  CHECK(of_existing(results, "q050") == Approx(100).epsilon(1e-6));
  CHECK(of_existing(results, "worst_5pct") == Approx(100).epsilon(1e-6));
  // 600,000 customers; the standard error of a standard deviation is about 229 √((κ − 1) / 4n) = .2 with
  // kurtosis κ = 2.9.
  CHECK(of_existing(results, "sd") == Approx(229.054851).margin(0.8));
}

TEST_CASE("known answer: margin multiples come out as Gupta and Lehmann tabulate them") {
  // Gupta & Lehmann (2003): r / (1 + i − r), here exactly. Their table rounds to 1.20 1.75 2.67 4.50
  // and 1.07 1.52 2.22 3.46.
  struct Case {
    int discount, retention;
    double multiple;
  };
  for (const Case c : {Case{10, 60, .6 / .5},
                       {10, 70, .7 / .4},
                       {10, 80, .8 / .3},
                       {10, 90, .9 / .2},
                       {16, 60, .6 / .56},
                       {16, 70, .7 / .46},
                       {16, 80, .8 / .36},
                       {16, 90, .9 / .26}}) {
    const TestFolder folder;
    const auto results =
        ran(folder, "lifetime_value_first_booked", "20k",
            {"brands.us.price=1", "discount_rate=" + std::to_string(c.discount) + "% per year",
             "departure.rate=" + std::to_string(100 - c.retention) + "% per year"});
    check_lifetime_value(results, c.multiple);
  }
}

TEST_CASE("known answer: a price cut moves shares as the logit says") {
  // V = (.5, .2, 0), price coefficient −.2, price of the first 10 → 9; recomputed from exp(V) / Σ exp(V).
  const TestFolder folder;
  const auto summary = rows_of(ran(folder, "logit_price_cut", "20k") / "summary.csv");
  const auto check_share = [&](const std::string& scenario, const std::string& brand, double truth) {
    const Row row =
        the_row(summary, {{"scenario", scenario}, {"brand", brand}, {"segment", "all"}, {"metric", "share"}});
    check_mean(number(row, "mean"), number(row, "mc_error"), truth);
  };
  check_share("Three brands by logit", "first", .426013);
  check_share("Three brands by logit", "second", .315598);
  check_share("Three brands by logit", "third", .258390);
  check_share("The first brand asks 9 instead of 10", "first", .475485);
  check_share("The first brand asks 9 instead of 10", "second", .288396);
  check_share("The first brand asks 9 instead of 10", "third", .236119);
}

TEST_CASE("known answer: an entrant takes from all in proportion, as the logit says") {
  const TestFolder folder;
  const auto summary = rows_of(ran(folder, "logit_entry", "20k") / "summary.csv");
  const std::map<std::string, double> truth = {
      {"first", .315848}, {"second", .233986}, {"third", .191572}, {"fourth", .258594}};
  for (const auto& [brand, share] : truth) {
    const Row row = the_row(summary, {{"scenario", "A fourth brand enters with a utility of .3"},
                                      {"brand", brand},
                                      {"segment", "all"},
                                      {"metric", "share"}});
    check_mean(number(row, "mean"), number(row, "mc_error"), share);
  }
}

TEST_CASE(
    "known answer: zero-order customers with Dirichlet tastes show the switching matrix of loyal ones") {
  // Goodhardt, Ehrenberg & Chatfield (1984): (I + S · 1s′) / (S + 1), S = 1.3, s = (.5, .3, .2).
  const TestFolder folder;
  const auto switching = rows_of(ran(folder, "dirichlet_switching", "20k") / "switching.csv");
  const std::map<std::string, double> share = {{"large", .5}, {"middle", .3}, {"small", .2}};
  for (const auto& [from, unused] : share)
    for (const auto& [to, s] : share) {
      const Row row = the_row(switching, {{"from", from}, {"to", to}});
      check_mean(number(row, "mean"), number(row, "mc_error"), ((from == to ? 1 : 0) + 1.3 * s) / 2.3);
    }
}

TEST_CASE(
    "known answer: customers of two brands are worth what the switching matrix of Rust, Lemon and Zeithaml "
    "says") {
  // Rust, Lemon & Zeithaml (2004): 115.929385 for those who bought from us last; with 53.538517 for those of
  // the other brand, half of the people each, 84.733951 on average. Today's purchase counted, discounted from
  // 10 % a year.
  const TestFolder folder;
  const auto results = ran(folder, "switching_matrix", "20k");
  check_lifetime_value(results, 84.733951, "one");
  CHECK(of_existing(results, "mean") == Approx(115.929385).epsilon(0.005));
}

}  // namespace clientele
