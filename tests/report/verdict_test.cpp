// SPDX-License-Identifier: MIT
#include "sim/report/verdict.hpp"

#include "tests/report/fixed_results.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
std::string verdict_of(const Results& results) { return verdict(results, results.headlines[1]); }
}  // namespace

TEST_CASE("A loss is said in a sentence, with customers who do not make up for it") {
  CHECK(verdict_of(fixed_scenario(-1.2e6, 12e3, 250e3)) ==
        "'Ten per cent off' costs 1.20M EUR of customer equity before investments; more customers at the end "
        "(+4.4 %) "
        "do not make up for what each of them brings less. The investment of 250k EUR comes on top: -1.45M "
        "EUR in all.");
}

TEST_CASE("A gain that does not pay for its investment is said to do so") {
  CHECK(verdict_of(fixed_scenario(1e6, 12e3, 1.5e6)) ==
        "'Ten per cent off' gains 1.00M EUR of customer equity before investments; there are more customers "
        "at the end "
        "(+4.4 %). That does not pay for the investment of 1.50M EUR: -500k EUR in all.");
  CHECK(verdict_of(fixed_scenario(1e6, 12e3, 250e3))
            .find("pays for the investment of 250k EUR and leaves 750k EUR") != std::string::npos);
}

TEST_CASE(
    "A difference below two Monte Carlo errors cannot be told from zero, and how many customers would tell") {
  // (2.5 x 12k / 8k)^2 = 14.06 times 10,000 customers, rounded up to one digit; 12k x sqrt(1 / 20) = 2.7k.
  CHECK(verdict_of(fixed_scenario(8e3, 12e3, 0)) ==
        "The difference in customer equity, +8.00k, cannot be told from zero: its Monte Carlo error is ± "
        "12k. The error "
        "falls with the square root of the customers: --customers 200k would bring it to about ± 2.7k.");
  CHECK(verdict_of(fixed_scenario(1, 12e3, 0)).find("take it as none") != std::string::npos);
}

TEST_CASE("An investment that is surely lost is told although its effect cannot be told from zero") {
  // 8k less 250k is -242k, twenty errors of 12k below zero.
  CHECK(verdict_of(fixed_scenario(8e3, 12e3, 250e3))
            .starts_with("'Ten per cent off' costs 242k EUR in all: its investment of 250k EUR is not earned "
                         "back. The difference in customer equity, +8.00k, cannot be told from zero: "));
  // 8k less 31k is within two errors of zero: neither is sure.
  CHECK(verdict_of(fixed_scenario(8e3, 12e3, 31e3)).starts_with("The difference in customer equity"));
  CHECK(verdict_of(fixed_scenario(8e3, 12e3, 33e3)).starts_with("'Ten per cent off' costs 25.0k EUR in all"));
}

TEST_CASE("A change in customers within its own error is not mentioned") {
  Results results = fixed_scenario(-1.2e6, 12e3, 0);
  results.headlines[1].against->customers_end = 100;
  CHECK(verdict_of(results) == "'Ten per cent off' costs 1.20M EUR of customer equity before investments.");
}

TEST_CASE("A scenario that changes nothing makes no difference") {
  CHECK(verdict_of(fixed_scenario(0, 0, 0)) == "'Ten per cent off' makes no difference to customer equity.");
}

TEST_CASE("With one replication the error is said to be unknown") {
  Results results = fixed_scenario(-1.2e6, 0, 0);
  results.replications = 1;
  CHECK(verdict_of(results).find("the Monte Carlo error is not known: use --replications 8") !=
        std::string::npos);
}
