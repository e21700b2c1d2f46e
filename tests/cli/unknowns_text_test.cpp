// SPDX-License-Identifier: MIT
#include "sim/cli/unknowns_text.hpp"

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("what is not known is listed with its law and where it acts") {
  const Study study = test::study_of_scenario(
      "changes:\n  - {change: brands.them.price, by: -15% to -5%, probability: 60%}\n",
      test::head +
          "brands:\n"
          "  us: {price: 3.20, unit_cost: 1.10, share: 40%}\n"
          "  them: {price: 3, share: 60%}\n"
          "  late: {enters: month 12 to month 18, entry_probability: 50%, appeal: 0}\n"
          "choice: {inertia: normal(0.8, 0.1), price_sensitivity: 2 to 3}\n"
          "segments: {young: {share: 30%, choice: {inertia: 1}}, old: {share: 70%}}\n"
          "correlations: [{between: [choice.inertia, choice.price_sensitivity], is: 0.3}]\n");
  CHECK(unknowns_in_words(study) ==
        "Not known exactly:\n"
        "  brands.late.enters         month 12 to month 18  lognormal, median month\n"
        "                                                   14.69, sigma 0.128\n"
        "  choice.price_sensitivity   2 to 3                lognormal, median 2.449,\n"
        "                                                   sigma 0.123; also of young\n"
        "                                                   and old\n"
        "  choice.inertia             normal(0.8, 0.1)      normal, mean 0.8, sd 0.1: 90%\n"
        "                                                   from 0.6355 to 0.9645; also\n"
        "                                                   of old\n"
        "  changes.brands.them.price  -15% to -5%           normal, mean -10%, sd 3.04%\n"
        "  brands.late.enters         happens with probability 50%\n"
        "  changes.brands.them.price  happens with probability 60%\n"
        "Correlated:\n"
        "  choice.inertia with choice.price_sensitivity  0.3\n");
  CHECK(unknowns_in_words(test::study_of(test::head + test::brands)).empty());
}
