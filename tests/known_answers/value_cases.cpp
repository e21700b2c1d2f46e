// SPDX-License-Identifier: MIT
// What one customer is worth who pays while he stays.
#include <fmt/format.h>

#include "models/value/closed_forms.hpp"
#include "models/value/simple_formula.hpp"
#include "tests/known_answers/case.hpp"

namespace clientele::known_answers {

Cases conventions() {
  return {"conventions",
          "A customer who pays 100 a year, retention 80 %, 10 % a year",
          "Fader & Hardie (2012), note 024.",
          {{"first payment today", "366.666667", 1100 / 3., value_paid_today(100, .8, .1),
            Run{"lifetime_value_paid_today"}, value_of_one()},
           {"first payment booked before", "266.666667", 800 / 3., value_after_booked(100, .8, .1),
            Run{"lifetime_value_first_booked"}, value_of_one()},
           {"payments at period ends", "333.333333", 1000 / 3., value_paid_at_end(100, .8, .1),
            Run{"lifetime_value_paid_at_end"}, value_of_one()}}};
}

Cases one_customer() {
  const Run run{"lifetime_value_paid_today"};
  return {"one-customer",
          "The same customer is a distribution, not its mean",
          "First payment today; n payments are worth 1100 (1 − 1.1⁻ⁿ), n geometric with mean 5.",
          {{"mean", "366.666667", 1100 / 3., {}, run, of_existing("mean")},
           {"standard deviation", "229.054851", {}, {}, run, of_existing("sd")},
           {"median", "348.685199", {}, {}, run, of_existing("q500")},
           {"5 % quantile", "100", {}, {}, run, of_existing("q050")},
           {"mean of the worst 5 %", "100", {}, {}, run, of_existing("worst_5pct")}}};
}

Cases simple_formula() {
  return {"simple-formula",
          "A gym at 20 a month for 36 months",
          "The formula of practice S × C × P × t, not discounted.",
          {{"nobody leaves, three years",
            "720",
            {},
            simple_lifetime_value(20, 1, 1, 36),
            Run{"gym"},
            value_of_one()},
           {"one in 36 leaves each month, fifty years",
            "720",
            {},
            simple_lifetime_value(20, 1, 1, 36),
            Run{"gym", {"horizon=600 months", "departure.rate=2.7777777778% per month"}},
            value_of_one()}}};
}

Cases multiples() {
  Cases all{"multiples", "Margin multiples r / (1 + i − r)", "Gupta & Lehmann (2003).", {}};
  const auto run = [](double retention, int discount) {
    return Run{"lifetime_value_first_booked",
               {"brands.us.price=1", fmt::format("discount_rate={}% per year", discount),
                fmt::format("departure.rate={:.6g}% per year", 100 * (1 - retention))}};
  };
  struct Line {
    int discount;
    const char* published[4];
    double exact[4];
  };
  for (const Line& line :
       {Line{10, {"1.20", "1.75", "2.67", "4.50"}, {1.2, 1.75, 2.666666667, 4.5}},
        Line{12, {"1.15", "1.67", "2.50", "4.09"}, {1.153846154, 1.666666667, 2.5, 4.090909091}},
        Line{14, {"1.11", "1.59", "2.35", "3.75"}, {1.111111111, 1.590909091, 2.352941176, 3.75}},
        Line{16, {"1.07", "1.52", "2.22", "3.46"}, {1.071428571, 1.52173913, 2.222222222, 3.461538462}}})
    for (int k = 0; k < 4; ++k) {
      const double retention = .6 + .1 * k;
      all.cases.push_back({fmt::format("discount {} %, retention {:.0f} %", line.discount, 100 * retention),
                           line.published[k], line.exact[k], margin_multiple(retention, line.discount / 100.),
                           run(retention, line.discount), value_of_one()});
    }
  all.cases.push_back({"discount 10 %, retention one per cent of itself higher, 90.9 %",
                       "4.759162304",
                       {},
                       margin_multiple(.909, .1),
                       run(.909, 10),
                       value_of_one()});
  all.cases.push_back({"retention elasticity at 10 % and 90 %", "5.5", {}, retention_elasticity(.9, .1)});
  Run growing = run(.9, 12);
  growing.settings.push_back("purchase.growth=8% per year");
  all.cases.push_back({"discount 12 %, retention 90 %, margin growing by 8 %", "6.081081", 6.081081081,
                       margin_multiple(.9, .12, .08), growing, value_of_one()});
  return all;
}

Cases promotion() {
  return {"promotion",
          "Contributions of 260 and promotion of 50 a year, retention 75 %, 20 % a year, ten years",
          "Berger & Nasr (1998), case 1.",
          {{"value of a customer", "568.78", 568.7830674, {}, Run{"promotion_ends"}, value_of_one()}}};
}

Cases recency() {
  Cases all{
      "recency",
      "Customers by the time since their last purchase",
      "Pfeifer & Carraway (2000): chances .3, .2, .15, .05, then gone; 40 a purchase, 4 for contacts, 20 % a "
      "period.",
      {}};
  const double margin = 40;
  const auto add = [&](const std::string& what, const std::string& file, int recency,
                       const std::string& published, double exact, const std::string& horizon) {
    Run run{file, {"horizon=" + horizon, "need.recency=" + several(recency, "year")}, "100k"};
    all.cases.push_back(
        {fmt::format("recency {}, {}", recency, what), published, exact, {}, run, value_of_one(), margin});
  };
  add("for ever", "recency", 1, "52.319609", 52.31960944, "60 years");
  add("for ever", "recency", 2, "5.553784", 5.553783564, "60 years");
  add("for ever", "recency", 3, "1.250773", 1.250772986, "60 years");
  add("for ever", "recency", 4, "-1.820016", -1.820016273, "60 years");
  add("five periods", "recency", 1, "50.114969", 50.11496914, "4 years");
  add("five periods", "recency", 2, "4.219907", 4.219907407, "4 years");
  add("five periods", "recency", 3, "0.592110", .5921103395, "4 years");
  add("five periods", "recency", 4, "-1.980131", -1.980131173, "4 years");
  add("no contact at recency 4", "recency_stop", 1, "53.149425", 53.14942529, "60 years");
  add("no contact at recency 4", "recency_stop", 2, "6.620690", 6.620689655, "60 years");
  add("no contact at recency 4", "recency_stop", 3, "2.643678", 2.643678161, "60 years");
  add("contacts by a rule", "recency_contacts", 1, "52.319609", 52.31960944, "60 years");
  add("contacts by a rule", "recency_contacts", 2, "5.553784", 5.553783564, "60 years");
  add("contacts by a rule", "recency_contacts", 3, "1.250773", 1.250772986, "60 years");
  add("contacts by a rule", "recency_contacts", 4, "-1.820016", -1.820016273, "60 years");
  add("a rule that stops at recency 4", "recency_contacts_stop", 1, "53.149425", 53.14942529, "60 years");
  add("a rule that stops at recency 4", "recency_contacts_stop", 2, "6.620690", 6.620689655, "60 years");
  add("a rule that stops at recency 4", "recency_contacts_stop", 3, "2.643678", 2.643678161, "60 years");
  return all;
}

}  // namespace clientele::known_answers
