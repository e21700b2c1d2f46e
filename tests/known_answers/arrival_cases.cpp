// SPDX-License-Identifier: MIT
// People who come into a category.
#include <fmt/format.h>

#include "models/arrival/bass.hpp"
#include "models/arrival/channel.hpp"
#include "tests/known_answers/case.hpp"

namespace clientele::known_answers {

Cases diffusion() {
  Cases all{"diffusion",
            "Part of the people who have taken up something new",
            "Bass (1969), p = .03, q = .38 a year. As exact as half a simulated person, without chance.",
            {}};
  const char* published[] = {".0358", ".0851", ".1505", ".2332", ".3312",
                             ".4392", ".5490", ".6517", ".7407", ".8128"};
  const double exact[] = {.035758164256, .085056281402, .150500071964, .233150471732, .331198642491,
                          .439235217873, .549009741658, .651737585959, .740727106336, .812803221221};
  double part = 0;
  for (int year = 1; year <= 10; ++year) {
    part = part_after_a_period(part, {.03, .38});
    Case one{"after " + several(year, "year"),
             published[year - 1],
             exact[year - 1],
             part,
             Run{"bass"},
             {"periods", {{"brand", "market"}, {"metric", "active"}, {"period", std::to_string(year)}}, 1e6}};
    one.grain = 0.5 / 20000;
    all.cases.push_back(one);
  }
  return all;
}

Cases acquisition() {
  // Worth of a newcomer: 10 at once and then .9 (1.1)^(−1/12) times as much each month, for 36 months.
  constexpr double worth = 91.77320113972311, best = 9.967958420583965;
  constexpr ChannelResponse post{.4, .2};
  const auto run = [&](double factor) {
    return Run{"acquisition", {fmt::format("channels.post.spend={:.9f}M per month", best * factor)}};
  };
  const auto equity = [&](std::string what, std::string published, double exact, double factor) {
    const double spent = best_spent(post, worth) * factor;
    Case one{std::move(what), std::move(published), exact, chance_by_channel(post, spent) * worth - spent,
             run(factor),     value_of_one()};
    one.grain = 0.5 / 20000 * worth;
    return one;
  };
  const auto of_channel = [](const std::string& metric) {
    return Figure{"channels", {{"channel", "post"}, {"period", "1"}, {"metric", metric}}};
  };
  const Case next{
      "cost of the next newcomer at the best spending", "91.773201", worth,
      1 / chance_gained(post, best_spent(post, worth)), run(1),      of_channel("marginal_acquisition_cost")};
  const Case value{"lifetime value of those who came", "91.773201", worth, {}, run(1), of_channel("clv")};
  return {
      "acquisition",
      "The best spending on acquisition",
      "The rule of Blattberg & Deighton (1996): spend until the next customer costs what he is worth; "
      "p = 40 % (1 − e^(−.2 s)), lifetime value 91.773. By their equation, recomputed; equity is for each "
      "prospect.",
      {next, value,
       equity("equity at the best spending, 9.968 a prospect", "21.741322", 21.741322035305284, 1),
       equity("equity at 80 % of it", "21.285344", 21.28534419133332, .8),
       equity("equity at 120 % of it", "21.391832", 21.391831744465385, 1.2)}};
}

Cases referrals() {
  // In a market with an end, where a part f begins, the part z that has come in the end is the root of
  // z = 1 − (1 − f) e^{−μ z}, and a family z / f; without end, f → 0, it is 1 / (1 − μ).
  return {
      "referrals",
      "The family of a customer: himself, those whom he brings in, those whom they bring in, …",
      "A branching process, a Poisson number of mean μ = .5 for each: mean 1 / (1 − μ), in a market without "
      "end. Of this market's million people 4,800 begin, and as some whom customers tell have come already, "
      "the exact mean is 1.98577. That the variance is μ / (1 − μ)³ = 4 is a test without a table.",
      {{"size of a family",
        "2",
        1.985766583,
        {},
        Run{"referrals", {}, "500k"},
        {"summary", {{"brand", "market"}, {"metric", "arrived"}, {"segment", "all"}}, 4800}}}};
}

}  // namespace clientele::known_answers
