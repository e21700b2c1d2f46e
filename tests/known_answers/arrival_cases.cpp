// SPDX-License-Identifier: MIT
// People who come into a category.
#include "models/arrival/bass.hpp"
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

}  // namespace clientele::known_answers
