// SPDX-License-Identifier: MIT
// Which brand is bought, and what that makes of its customers.
#include <fmt/format.h>

#include "tests/known_answers/case.hpp"

namespace clientele::known_answers {

Cases toothpaste() {
  Cases all{"toothpaste",
            "Toothpaste in a quarter",
            "Goodhardt, Ehrenberg & Chatfield (1984), NBD-Dirichlet, M = 1.456, K = .7788, S = 1.3. Small "
            "brands have "
            "fewer buyers, who also buy less often: double jeopardy.",
            {}};
  struct Brand {
    const char *name, *share, *penetration, *purchases;
    double exact_penetration, exact_purchases;
  };
  const Run run{.file = "nbd_dirichlet", .customers = "100k"};
  for (const Brand& b : {Brand{"b1", "25 %", "0.2001", "1.8195", .2000510799, 1.819535292},
                         {"b2", "19 %", "0.1569", "1.7631", .1569013176, 1.763146443},
                         {"b3", "10 %", "0.0866", "1.6804", .08664669153, 1.6803873},
                         {"b4", "10 %, another", "0.0866", "1.6804", .08664669153, 1.6803873},
                         {"b5", "9 %", "0.0784", "1.6713", .07840469213, 1.671328545},
                         {"b6", "8 %", "0.0701", "1.6623", .07007169972, 1.662297339},
                         {"b7", "3 %", "0.0270", "1.6176", .02700369443, 1.617556446},
                         {"b8", "2 %", "0.0181", "1.6087", .01810166649, 1.608691664}}) {
    all.cases.push_back({fmt::format("penetration, share {}", b.share),
                         b.penetration,
                         b.exact_penetration,
                         {},
                         run,
                         over_horizon("penetration", b.name)});
    all.cases.push_back({fmt::format("purchases per buyer, share {}", b.share),
                         b.purchases,
                         b.exact_purchases,
                         {},
                         run,
                         over_horizon("purchases_per_buyer", b.name)});
  }
  return all;
}

Cases switching_matrix() {
  const Run seven{"switching_matrix"},
      next{"switching_matrix", {"start.purchase=to_come", "cash_flow=start", "horizon=7 half-years"}},
      always{"switching_matrix", {"horizon=100 years"}};
  return {"switching-matrix",
          "Customers of two brands by a switching matrix",
          "Rust, Lemon & Zeithaml (2004): [[.75, .25], [.20, .80]], 30 per purchase, two a year, 10 % a "
          "year. What a "
          "person is worth to brand one:",
          {{"who bought from it just now, seven purchases with that one",
            "115.929385",
            {},
            {},
            seven,
            by_last("one")},
           {"who bought from the other, the same", "53.538517", {}, {}, seven, by_last("two")},
           {"half of both, the same", "84.733951", {}, {}, seven, value_of_one("one")},
           {"who bought from it last, seven purchases from the next on",
            "100.331668",
            {},
            {},
            next,
            by_last("one")},
           {"who bought from the other, the same", "66.016690", {}, {}, next, by_last("two")},
           {"who bought from it just now, for ever", "321.551626", {}, {}, always, by_last("one")},
           {"who bought from the other, the same", "258.472823", {}, {}, always, by_last("two")}}};
}

Cases loyal_and_switchers() {
  const Run run{"loyal_and_switchers"};
  return {"loyal-and-switchers",
          "What is bought after what, where 40 % are loyal for certain and the others choose alike",
          "Colombo & Morrison (1989): p_ij = α 1[i = j] + (1 − α) π_j, α = .4, π = (.3, .7).",
          {{"a after a", "0.58", {}, {}, run, switched("a", "a")},
           {"b after a", "0.42", {}, {}, run, switched("a", "b")},
           {"a after b", "0.18", {}, {}, run, switched("b", "a")},
           {"b after b", "0.82", {}, {}, run, switched("b", "b")}}};
}

Cases habit() {
  const Run run{"habit"};
  return {"habit",
          "Habit: 1.2 more utility for the brand bought last, beside 0, 0 and .5",
          "Guadagni & Little (1983). e^V / Σ e^V; in the long run shares ∝ e_j (Σ e + (e^1.2 − 1) e_j).",
          {{"share of the first", "0.246035", {}, {}, run, over_horizon("share", "a")},
           {"share of the third", "0.507930", {}, {}, run, over_horizon("share", "c")},
           {"the first again", "0.556242", {}, {}, run, switched("a", "a")},
           {"the third after the first", "0.276221", {}, {}, run, switched("a", "c")},
           {"the third again", "0.732404", {}, {}, run, switched("c", "c")}}};
}

Cases zero_order() {
  Cases all{"zero-order",
            "What is bought after what, Dirichlet tastes and no habit",
            "Goodhardt, Ehrenberg & Chatfield (1984): (I + S · 1s′) / (S + 1), S = 1.3, shares .5, .3, .2. "
            "It looks "
            "like loyalty and is none.",
            {}};
  const char* brands[] = {"large", "middle", "small"};
  const char* published[3][3] = {{"0.717391", "0.169565", "0.113043"},
                                 {"0.282609", "0.604348", "0.113043"},
                                 {"0.282609", "0.169565", "0.547826"}};
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      all.cases.push_back({fmt::format("{} after {}", brands[j], brands[i]),
                           published[i][j],
                           {},
                           {},
                           Run{"dirichlet_switching"},
                           switched(brands[i], brands[j])});
  return all;
}

Cases logit() {
  const Run cut{"logit_price_cut"}, entry{"logit_entry"}, mixed{"mixed_logit"};
  const auto share = [](const std::string& brand, const std::string& scenario) {
    Figure figure = over_horizon("share", brand);
    figure.row["scenario"] = scenario;
    return figure;
  };
  const std::string today = "Three brands by logit", cheap = "The first brand asks 9 instead of 10",
                    entrant = "A fourth brand enters with a utility of .3";
  return {"logit",
          "Shares by the logit",
          "exp(V) / Σ exp(V), V = .5, .2, 0 (Train 2009); price coefficient −.2.",
          {{"today, first", "0.426013", {}, {}, cut, share("first", today)},
           {"today, second", "0.315598", {}, {}, cut, share("second", today)},
           {"today, third", "0.258390", {}, {}, cut, share("third", today)},
           {"price 10 → 9, first", "0.475485", {}, {}, cut, share("first", cheap)},
           {"price 10 → 9, second", "0.288396", {}, {}, cut, share("second", cheap)},
           {"price 10 → 9, third", "0.236119", {}, {}, cut, share("third", cheap)},
           {"a fourth with V = .3, first", "0.315848", {}, {}, entry, share("first", entrant)},
           {"a fourth with V = .3, second", "0.233986", {}, {}, entry, share("second", entrant)},
           {"a fourth with V = .3, third", "0.191572", {}, {}, entry, share("third", entrant)},
           {"a fourth with V = .3, fourth", "0.258594", {}, {}, entry, share("fourth", entrant)},
           {"price 10 → 9, coefficient lognormal with median .2 and sd .8 of its logarithm, first",
            "0.493462",
            {},
            {},
            mixed,
            over_horizon("share", "first")},
           {"the same, second", "0.278512", {}, {}, mixed, over_horizon("share", "second")},
           {"the same, third", "0.228026", {}, {}, mixed, over_horizon("share", "third")}}};
}

Cases buses() {
  const auto share = [](const std::string& brand, const std::string& scenario) {
    Figure figure = over_horizon("share", brand);
    figure.row["scenario"] = scenario;
    return figure;
  };
  const std::string today = "A car and a red bus", entered = "A blue bus beside the red one";
  const Run nested{"red_and_blue_bus"}, alike{"red_and_blue_bus", {"choice.nests.bus=0.05"}},
      plain{"red_and_blue_bus", {"choice.nests.bus=1"}};
  return {"buses",
          "The red bus and the blue bus, by the nested logit",
          "Train (2009), ch. 3 and 4: all equally liked, the car has 1 / (1 + 2^λ). The logit (λ = 1) lets "
          "the blue "
          "bus take as much from the car as from the red bus; of two buses that are the same (λ → 0) it "
          "takes nothing "
          "from the car.",
          {{"the car, before the blue bus", "0.5", {}, {}, nested, share("car", today)},
           {"the car, λ = .3", "0.448200", {}, {}, nested, share("car", entered)},
           {"the red bus, λ = .3", "0.275900", {}, {}, nested, share("red", entered)},
           {"the blue bus, λ = .3", "0.275900", {}, {}, nested, share("blue", entered)},
           {"the car, λ = .05", "0.491337", {}, {}, alike, share("car", entered)},
           {"the red bus, λ = .05", "0.254332", {}, {}, alike, share("red", entered)},
           {"the car, λ = 1", "0.333333", {}, {}, plain, share("car", entered)},
           {"the red bus, λ = 1", "0.333333", {}, {}, plain, share("red", entered)}}};
}

}  // namespace clientele::known_answers
