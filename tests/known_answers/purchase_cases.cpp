// SPDX-License-Identifier: MIT
// Customers without a contract, who differ in how often they buy, how long they stay and what they spend.
#include <fmt/format.h>

#include "models/purchase/units.hpp"
#include "models/value/alive.hpp"
#include "models/value/repeat_purchases.hpp"
#include "tests/known_answers/case.hpp"

namespace clientele::known_answers {

namespace {

Run weeks(const std::string& file, int horizon) { return {file, {"horizon=" + several(horizon, "week")}}; }

struct Point {
  int time;
  double value;
};

std::string digits(double value) { return fmt::format("{:.6f}", value); }

}  // namespace

Cases bg_nbd() {
  Cases all{"bg-nbd",
            "Repeat purchases of a customer of an online music shop who may leave after each",
            "Fader, Hardie & Lee (2005), BG/NBD; CDNOW, r = .243, α = 4.414, a = .793, b = 2.426 per week.",
            {}};
  for (const auto [t, mean] : {Point{1, .05326789117},
                               {2, .1033897398},
                               {4, .1960681724},
                               {8, .359152293},
                               {13, .5344395411},
                               {26, .9026369032},
                               {39, 1.196723193},
                               {52, 1.446050595},
                               {78, 1.860519058},
                               {104, 2.202805114}})
    all.cases.push_back({"purchases in " + several(t, "week"), digits(mean), mean,
                         bg_nbd_purchases({.243, 4.414}, .793, 2.426, t), weeks("bg_nbd", t),
                         over_horizon("purchases", "us", 1e6)});
  const double of_39_weeks[] = {.5737863521,  .1993952808,  .08542975954, .04586035385,
                                .02767144934, .01796549387, .01226897672, .008695428804};
  for (int x = 0; x < 8; ++x)
    all.cases.push_back({"part who buy " + several(x, "time") + " in 39 weeks",
                         digits(of_39_weeks[x]),
                         of_39_weeks[x],
                         {},
                         weeks("bg_nbd", 39),
                         bought(std::to_string(x))});
  Run shipped = weeks("scenarios/music/cohort", 39);
  all.cases.push_back({"purchases in 39 weeks, in the world as shipped", digits(1.196723193), 1.196723193,
                       bg_nbd_purchases({.243, 4.414}, .793, 2.426, 39), shipped,
                       over_horizon("purchases", "us", 23570)});
  all.cases.push_back({"value in three years, USD: 30 % of gamma-gamma spending, 15 % a year, as shipped",
                       "25.105953",
                       25.10595283,
                       {},
                       Run{"scenarios/music/cohort"},
                       over_horizon("customer_equity", "us", 23570)});
  return all;
}

Cases pareto_nbd() {
  Cases all{
      "pareto-nbd",
      "Repeat purchases of such a customer who may leave at any moment",
      "Schmittlein, Morrison & Colombo (1987), Pareto/NBD; CDNOW as estimated by Fader, Hardie & Lee (2005), "
      "r = .553, α = 10.578, s = .606, β = 11.669 per week.",
      {}};
  for (const auto [t, mean] : {Point{1, .05097984325},
                               {2, .09957540057},
                               {4, .1906638299},
                               {8, .3536311799},
                               {13, .5311695135},
                               {26, .9085747887},
                               {39, 1.213002844},
                               {52, 1.472996803},
                               {78, 1.909398129},
                               {104, 2.274254221}})
    all.cases.push_back({"purchases in " + several(t, "week"), digits(mean), mean,
                         pareto_nbd_purchases({.553, 10.578}, .606, 11.669, t), weeks("pareto_nbd", t),
                         over_horizon("purchases", "us", 1e6)});
  for (const auto [t, left] :
       {Point{13, .6352995526}, {39, .410722535}, {52, .3576366353}, {104, .2490651106}})
    all.cases.push_back({"still there after " + several(t, "week"), digits(left), left,
                         pareto_survival(.606, 11.669, t), weeks("pareto_nbd", t),
                         over_horizon("active", "market", 1e6)});
  all.cases.push_back({"purchases in ten years, discounted at 15 % a year from mid-week",
                       "3.597934",
                       3.597934377,
                       {},
                       Run{"pareto_nbd_value"},
                       value_of_one()});
  return all;
}

Cases histories() {
  Cases all{
      "histories",
      "Customers whose past is known",
      "Fader, Hardie & Lee (2005), BG/NBD and Pareto/NBD for CDNOW; Fader, Hardie & Shang (2010), BG/BB. x "
      "purchases after the first, the last at tₓ, in the time T: still there, and purchases to come. "
      "1.226 is in the authors' note on the BG/NBD in a spreadsheet, .9979 and 25.46 in the vignette of the "
      "R "
      "package BTYD; .07 and 3.75 are theirs for the BG/BB.",
      {}};
  const auto with_past = [](const std::string& file, int horizon, const std::string& unit, double x,
                            double last, double time) {
    const auto so_long = [&](double t) { return fmt::format("{} {}s", t, unit); };
    return Run{file,
               {"horizon=" + so_long(horizon), fmt::format("history.purchases={}", x),
                "history.last_purchase=" + so_long(last), "history.observed_for=" + so_long(time)},
               "100k"};
  };
  struct Known {
    Seen seen;
    const char *alive, *to_come;
    double exact_alive, exact_to_come;
  };
  const auto add = [&](const std::string& model, const Known& known, const Run& run, double alive,
                       std::optional<double> to_come) {
    const std::string who = fmt::format("{}, x = {}, tₓ = {}, T = {}: ", model, known.seen.purchases,
                                        known.seen.last, known.seen.time);
    all.cases.push_back({who + "still there",
                         known.alive,
                         known.exact_alive,
                         alive,
                         run,
                         {"periods", {{"brand", "market"}, {"metric", "active"}, {"period", "0"}}, 1e6}});
    all.cases.push_back({who + "purchases to come", known.to_come, known.exact_to_come, to_come, run,
                         over_horizon("purchases", "us", 1e6)});
  };
  for (const Known& known : {Known{{2, 30.43, 38.86}, "0.7266", "1.226", .7265785701, 1.226028175},
                             Known{{0, 0, 38.86}, "1", "0.1951", 1, .195098052},
                             Known{{1, 1.71, 38.86}, "0.2121", "0.2032", .2121009854, .2031869871},
                             Known{{7, 29.43, 38.86}, "0.6418", "3.3371", .6417563459, 3.337053275}})
    add("BG/NBD, 39 weeks", known,
        with_past("bg_nbd_history", 39, "week", known.seen.purchases, known.seen.last, known.seen.time),
        bg_nbd_alive({.243, 4.414}, .793, 2.426, known.seen),
        bg_nbd_alive({.243, 4.414}, .793, 2.426, known.seen) *
            bg_nbd_purchases({.243 + known.seen.purchases, 4.414 + known.seen.time}, .793,
                             2.426 + known.seen.purchases, 39));
  for (const Known& known : {Known{{26, 30.86, 31}, "0.9979", "25.46", .9979179911, 25.45724578}})
    add("Pareto/NBD, 52 weeks", known,
        with_past("pareto_nbd_history", 52, "week", known.seen.purchases, known.seen.last, known.seen.time),
        pareto_nbd_alive({.55315, 10.57633}, .60625, 11.6715, known.seen),
        pareto_nbd_alive({.55315, 10.57633}, .60625, 11.6715, known.seen) *
            pareto_nbd_purchases({.55315 + known.seen.purchases, 10.57633 + known.seen.time}, .60625,
                                 11.6715 + known.seen.time, 52));
  for (const Known& known : {Known{{0, 0, 6}, "0.1161", "0.07", .1160966133, .07280287748},
                             Known{{4, 5, 6}, "0.7488", "2.03", .7488168142, 2.029623031},
                             Known{{6, 6, 6}, "1", "3.75", 1, 3.752115608}})
    add("BG/BB, 5 years", known,
        with_past("bg_bb_history", 5, "year", known.seen.purchases, known.seen.last, known.seen.time),
        bg_bb_alive({1.204, .750}, {.657, 2.783}, known.seen), {});
  return all;
}

Cases bg_bb() {
  Cases all{"bg-bb",
            "Donors who give or not once a year, and may have left",
            "Fader, Hardie & Shang (2010), BG/BB, α = 1.204, β = .750, γ = .657, δ = 2.783.",
            {}};
  for (const auto [t, mean] :
       {Point{1, .4984902764}, {2, .9232174645}, {4, 1.631984463}, {6, 2.219631393}, {11, 3.387571111}})
    all.cases.push_back({"gifts in " + several(t, "year"),
                         digits(mean),
                         mean,
                         {},
                         Run{"bg_bb", {"horizon=" + several(t, "year")}},
                         over_horizon("purchases", "us", 1e6)});
  const double of_6_years[] = {.3112177433,  .1701099784,  .1214805138, .100263115,
                               .09165985342, .09248114791, .1127876482};
  for (int x = 0; x < 7; ++x)
    all.cases.push_back({"part who give " + several(x, "time") + " in 6 years",
                         digits(of_6_years[x]),
                         of_6_years[x],
                         {},
                         Run{"bg_bb"},
                         bought(std::to_string(x))});
  return all;
}

Cases spending() {
  return {"spending",
          "Spend at an occasion, USD",
          "Fader & Hardie (2013), gamma-gamma, p = 6.25, q = 3.74, γ = 15.44; CDNOW.",
          {{"mean", "35.218978", 35.2189781, gamma_gamma_mean(6.25, 3.74, 15.44), Run{"gamma_gamma"},
            over_horizon("units", "us", 1e6)}}};
}

Cases growing_penetration() {
  Cases all{"growing-penetration",
            "How the buyers of a category add up",
            "Ehrenberg (1959), negative binomial, M = 1.456 a quarter, K = .7788.",
            {}};
  for (const auto [t, part] : {Point{1, .5599971862}, {2, .7023066937}, {4, .8107489722}, {8, .884347375}})
    all.cases.push_back({"part who have bought in " + several(t, "quarter"),
                         digits(part),
                         part,
                         {},
                         Run{"nbd", {"horizon=" + several(t, "quarter")}},
                         over_horizon("penetration")});
  const double of_a_quarter[] = {.4400028138, .2232564984,  .1293671309,
                                 .078069733,  .04805065607, .02992064041};
  for (int x = 0; x < 6; ++x)
    all.cases.push_back({"part who buy " + several(x, "time") + " in a quarter",
                         digits(of_a_quarter[x]),
                         of_a_quarter[x],
                         {},
                         Run{"nbd"},
                         bought(std::to_string(x))});
  return all;
}

}  // namespace clientele::known_answers
