// SPDX-License-Identifier: MIT
// Published results for customers who differ in how often they buy, how long they stay and how much they
// spend; how they are compared: answers.hpp. Each truth is computed here from its closed form, which is held
// against the digits given.
#include "tests/known_answers/answers.hpp"

namespace clientele {
namespace {

/// The part of a cohort with chances to leave ~ beta(α, β) that is left after t periods: B(α, β + t) / B(α,
/// β).
double survivors(double alpha, double beta, int t) {
  const auto log_beta = [](double a, double b) {
    return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
  };
  return std::exp(log_beta(alpha, beta + t) - log_beta(alpha, beta));
}

/// Discounted sum Σ S(t) / (1 + d)^t over t = 0, 1, …; 3,000 terms leave nothing.
double discounted_lifetime(double alpha, double beta, double d) {
  double sum = 0;
  for (int t = 0; t < 3000; ++t) sum += survivors(alpha, beta, t) * std::pow(1 + d, -t);
  return sum;
}

/// Gauss's ₂F₁(a, b; c; z) by its power series, 0 ≤ z < 1.
double hypergeometric(double a, double b, double c, double z) {
  double term = 1, sum = 1;
  for (int n = 0; n < 10000; ++n) sum += term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
  return sum;
}

/// Expected repeat purchases in t weeks, Fader, Hardie & Lee (2005), equation 9.
double bg_nbd_purchases(double r, double alpha, double a, double b, double t) {
  const double f = hypergeometric(r, b, a + b - 1, t / (alpha + t));
  return (a + b - 1) / (a - 1) * (1 - std::pow(alpha / (alpha + t), r) * f);
}

/// Expected purchases in t weeks, Schmittlein, Morrison & Colombo (1987), equation 17.
double pareto_nbd_purchases(double r, double alpha, double s, double beta, double t) {
  return r * beta / (alpha * (s - 1)) * (1 - std::pow(beta / (beta + t), s - 1));
}

/// Part of all people who buy a brand with share s at least once: 1 − Σ P(n) P(none of n), the number of
/// purchases n negative binomial with mean M and exponent K, the brand's among them beta-binomial (Goodhardt,
/// Ehrenberg & Chatfield).
double nbd_dirichlet_penetration(double M, double K, double S, double s) {
  double purchases = std::pow(1 + M / K, -K), none = 1, non_buyers = 0;
  for (int n = 0; n < 2000; ++n) {
    non_buyers += purchases * none;
    purchases *= (K + n) / (n + 1) * M / (M + K);
    none *= (S * (1 - s) + n) / (S + n);
  }
  return 1 - non_buyers;
}

double active(const std::filesystem::path& results, int period) {
  const Row where = {{"metric", "active"}, {"brand", "market"}, {"period", std::to_string(period)}};
  return number(the_row(rows_of(results / "periods.csv"), where), "mean");
}

constexpr int simulated = 30 * 20000;  ///< people of a run with 20k customers

/// A part of the simulated people against the truth S, with the binomial standard error √(S (1 − S) / n).
void check_part(double part, double truth) {
  check_mean(part, std::sqrt(truth * (1 - truth) / simulated), truth);
}

}  // namespace

TEST_CASE(
    "known answer: a cohort whose customers differ shrinks as Fader and Hardie tabulate it, and its "
    "retention rises") {
  // Fader & Hardie (2007), Regular customers: α = .704077, β = 1.182043; per cent left, recomputed by another
  // program. 100 people: `active` is in per cent.
  const double alpha = .704077, beta = 1.182043;
  const double recomputed[] = {62.7, 47.4, 38.8, 33.2, 29.2, 26.2, 23.9, 22.0, 20.4, 19.1, 18.0, 17.0};
  const TestFolder folder;
  const auto results = ran(folder, "shifted_beta_geometric", "20k");
  CHECK(active(results, 0) == Approx(100));
  for (int t = 1; t <= 12; ++t) {
    CAPTURE(t);
    const double exact = survivors(alpha, beta, t);
    CHECK(std::abs(100 * exact - recomputed[t - 1]) < 0.05);  // rounded
    check_part(active(results, t) / 100, exact);
  }
  // r(t) = (β + t − 1) / (α + β + t − 1): those at most risk leave first.
  const double retention[] = {.6267, .7561, .8188, .8559, .8804};
  double before = 0;
  for (int t = 1; t <= 5; ++t) {
    CAPTURE(t);
    const double kept = active(results, t) / active(results, t - 1);
    // Of n S(t − 1) people, at least 175,000, with r about .8: a standard error of at most .001.
    CHECK(kept == Approx(retention[t - 1]).margin(4 * .001));
    CHECK(kept > before);
    before = kept;
  }
}

TEST_CASE(
    "known answer: the longer a customer has stayed, the longer his residual lifetime, as Fader and Hardie "
    "give it") {
  // Fader & Hardie (2010): chance to leave ~ beta(3.80, 15.20), 10 % a year. After n renewals β is 15.20 + n,
  // and the next payment is due at once, if he renews: Σ S(t) / S(0) / 1.1^(t − 1) over t ≥ 1.
  const double published[] = {3.3098, 3.4510, 3.5865, 3.7168, 3.8421};
  for (int n = 0; n < 5; ++n) {
    CAPTURE(n);
    const double exact = 1.1 * (discounted_lifetime(3.80, 15.20 + n, .1) - 1);
    CHECK(std::abs(exact - published[n]) < 0.00005 + 1e-6);
    const TestFolder folder;
    check_lifetime_value(
        ran(folder, "residual_lifetime", "20k", {"departure.chance.beta.beta=" + std::to_string(15.20 + n)}),
        exact);
  }
  // One who is yet to be acquired pays at once: Σ S(t) / 1.1^t = 4.008926.
  CHECK(discounted_lifetime(3.80, 15.20, .1) == Approx(4.008926).epsilon(1e-6));
  const TestFolder folder;
  check_lifetime_value(ran(folder, "residual_lifetime", "20k", {"departure.when=end"}), 4.008926);
}

TEST_CASE("known answer: customers who differ are worth more than as many of their mean") {
  // Retention ~ beta(15.2, 3.8), mean .8: 400.892584. At .8 for all it is 366.666667, 9 % less.
  const TestFolder folder;
  const double exact = 100 * discounted_lifetime(3.8, 15.2, .1);
  CHECK(exact == Approx(400.892584).epsilon(1e-8));
  check_lifetime_value(ran(folder, "lifetime_value_of_a_mix", "20k"), exact);
}

TEST_CASE("known answer: penetration and purchases per buyer come out as the NBD-Dirichlet has them") {
  // Goodhardt, Ehrenberg & Chatfield (1984), M = 1.456, K = .7788, S = 1.3: double jeopardy.
  struct Brand {
    std::string name;
    double share, penetration, purchases;
  };
  const TestFolder folder;
  const auto results = ran(folder, "nbd_dirichlet", "100k");
  for (const Brand& brand : {Brand{"b1", .25, .2001, 1.8195},
                             {"b2", .19, .1569, 1.7631},
                             {"b3", .10, .0866, 1.6804},
                             {"b4", .10, .0866, 1.6804},
                             {"b5", .09, .0784, 1.6713},
                             {"b6", .08, .0701, 1.6623},
                             {"b7", .03, .0270, 1.6176},
                             {"b8", .02, .0181, 1.6087}}) {
    const double penetration = nbd_dirichlet_penetration(1.456, .7788, 1.3, brand.share);
    const double purchases = 1.456 * brand.share / penetration;
    CHECK(std::abs(penetration - brand.penetration) < 0.00005 + 1e-6);
    CHECK(std::abs(purchases - brand.purchases) < 0.00005 + 1e-6);
    check_metric(results, brand.name, "penetration", penetration);
    check_metric(results, brand.name, "purchases_per_buyer", purchases);
  }
}

TEST_CASE("known answer: repeat purchases where customers leave after purchases follow the BG/NBD") {
  // Fader, Hardie & Lee (2005), CDNOW: r = .243, α = 4.414 weeks, a = .793, b = 2.426.
  const std::map<int, double> truth = {{39, 1.196723}, {52, 1.446051}};
  for (const auto& [weeks, purchases] : truth) {
    CAPTURE(weeks);
    CHECK(bg_nbd_purchases(.243, 4.414, .793, 2.426, weeks) == Approx(purchases).epsilon(1e-6));
    const TestFolder folder;
    check_metric(ran(folder, "bg_nbd", "20k", {"horizon=" + std::to_string(weeks) + " weeks"}), "us",
                 "purchases", purchases, 1e6);
  }
}

TEST_CASE("known answer: purchases where customers leave at any moment follow the Pareto/NBD") {
  // Schmittlein, Morrison & Colombo (1987); CDNOW: r = .553, α = 10.578, s = .606, β = 11.669 weeks.
  const std::map<int, double> truth = {{39, 1.213003}, {52, 1.472997}};
  for (const auto& [weeks, purchases] : truth) {
    CAPTURE(weeks);
    CHECK(pareto_nbd_purchases(.553, 10.578, .606, 11.669, weeks) == Approx(purchases).epsilon(1e-6));
    const TestFolder folder;
    const auto results = ran(folder, "pareto_nbd", "20k", {"horizon=" + std::to_string(weeks) + " weeks"});
    check_metric(results, "us", "purchases", purchases, 1e6);
    check_part(active(results, weeks) / 1e6,
               std::pow(11.669 / (11.669 + weeks), .606));  // still there: Pareto
  }
}

TEST_CASE("known answer: mean spending at an occasion is what the gamma-gamma model says") {
  // p γ / (q − 1) = 6.25 · 15.44 / 2.74 = 35.2190; every one of a million people buys once.
  const TestFolder folder;
  check_metric(ran(folder, "gamma_gamma", "20k"), "us", "units", 6.25 * 15.44 / 2.74, 1e6);
}

}  // namespace clientele
