// SPDX-License-Identifier: MIT
// Customers who differ in how long they stay.
#include <fmt/format.h>

#include "models/value/beta_geometric.hpp"
#include "tests/known_answers/case.hpp"

namespace clientele::known_answers {

namespace {

Cases cohort(const std::string& name, const std::string& title, const std::string& file, double alpha,
             double beta, const std::vector<double>& left, const std::vector<double>& retention) {
  Cases all{name,
            title,
            fmt::format(
                "Fader & Hardie (2007), shifted beta-geometric, α = {}, β = {}. Its retention rises, though "
                "nobody's own does.",
                alpha, beta),
            {}};
  for (int t = 1; t <= static_cast<int>(left.size()); ++t)
    all.cases.push_back({"per cent left after " + several(t, "year"), fmt::format("{:.1f}", left[t - 1]),
                         left[t - 1], 100 * beta_survival(alpha, beta, t), Run{file},
                         in_period(t, "active", "market")});
  for (int t = 1; t <= static_cast<int>(retention.size()); ++t)
    all.cases.push_back({fmt::format("retention in year {}", t), fmt::format("{:.4f}", retention[t - 1]),
                         retention[t - 1], beta_survival(alpha, beta, t) / beta_survival(alpha, beta, t - 1),
                         Run{file}, in_period(t, "retention")});
  return all;
}

}  // namespace

Cases regular_customers() {
  return cohort("regular-customers", "A cohort of Regular customers", "shifted_beta_geometric", .704077,
                1.182043,
                {62.670614807, 47.381944044, 38.79740805, 33.206803917, 29.234722668, 26.245594417,
                 23.902373748, 22.008508754, 20.441090513, 19.119030708, 17.986510611, 17.00375642},
                {.6267061481, .7560472191, .8188226303, .8559026385, .8803835124});
}

Cases high_end_customers() {
  return cohort("high-end-customers", "A cohort of High End customers", "high_end", .668, 3.806,
                {85.069289227, 74.688162956, 66.981692018, 60.995102472, 56.186897557, 52.225229036,
                 48.894462089, 46.047895881, 43.581967193, 41.421305617, 39.509641104, 37.804042018},
                {.8506928923, .8779685787, .8968180414, .9106234948, .9211706396});
}

Cases residual_lifetime() {
  Cases all{"residual-lifetime",
            "Lifetime, discounted at 10 % a year, of customers who differ",
            "Fader & Hardie (2010), chance to leave ~ beta(3.80, 15.20).",
            {}};
  const char* published[] = {"3.3098", "3.4510", "3.5865", "3.7168", "3.8421"};
  const double exact[] = {3.309818421, 3.451000329, 3.586543657, 3.716811539, 3.842134024};
  for (int n = 0; n < 5; ++n)
    all.cases.push_back(
        {several(n, "renewal") + " behind him, the next one due", published[n], exact[n],
         discounted_residual_lifetime(3.8, 15.2, .1, n),
         Run{"residual_lifetime", {fmt::format("departure.chance.beta.beta={:.1f}", 15.2 + n)}},
         value_of_one()});
  all.cases.push_back({"not yet acquired, pays at once", "4.008926", 4.008925837,
                       discounted_lifetime(3.8, 15.2, .1), Run{"residual_lifetime", {"departure.when=end"}},
                       value_of_one()});
  all.cases.push_back({"the same, paying 100 a year (366.67 if all were like their mean)", "400.892584",
                       400.8925837, 100 * discounted_lifetime(3.8, 15.2, .1), Run{"lifetime_value_of_a_mix"},
                       value_of_one()});
  return all;
}

}  // namespace clientele::known_answers
