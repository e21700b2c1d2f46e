// SPDX-License-Identifier: MIT
// By what a difference in equity comes about, of whole runs.
#include "tests/study/explained.hpp"

namespace clientele {
using namespace explained;

TEST_CASE("what movers have of a difference sums to it") {
  const std::string scenario =
      "scenario: Much\nworld: market.yaml\nchanges:\n"
      "  - {change: brands.us.price, by: -10%, from: month 3}\n"
      "  - {change: contacts.mail.frequency, to: 2 per month, from: month 6}\n";
  const Results results = run_text(rich, scenario, few());
  const Against& against = *results.headlines[1].against;
  CHECK(sum_of(results, "Much", "difference by mechanism") == Approx(against.difference.mean).epsilon(1e-9));
  REQUIRE(against.why);
  double sum = 0, before = INFINITY;
  for (const auto& part : against.why->parts) {
    sum += part.value;
    CHECK(std::abs(part.value) <= before);  // the largest first
    before = std::abs(part.value);
  }
  CHECK(sum == Approx(against.difference.mean).epsilon(1e-9));
}

TEST_CASE("fewer who leave are retention, and a higher price is margin") {
  const auto moved = [](const Results& results, const std::string& part) {
    const EquityRow* row = row_of(results, "difference by mechanism", part);
    return row ? row->value : 0;
  };
  const Results stay = run_text(alone, changed("departure.rate, by: -50%"), few());
  const double gain = stay.headlines[1].against->difference.mean;
  CHECK(gain > 1000);
  CHECK(moved(stay, "retention") == Approx(gain).epsilon(1e-9));

  const Results dearer = run_text(alone, changed("brands.us.price, by: 20%"), few());
  CHECK(moved(dearer, "revenue per customer") ==
        Approx(dearer.headlines[1].against->difference.mean).epsilon(1e-6));
}

}  // namespace clientele
