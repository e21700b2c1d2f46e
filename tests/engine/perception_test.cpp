// SPDX-License-Identifier: MIT
// Ratings that become known bit by bit.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

constexpr char rated[] = R"(market: Rated
period: month
horizon: 8 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 10, unit_cost: 4, appeal: 0, ratings: {quality: 3}}
  rival: {price: 10, unit_cost: 4, appeal: 0, ratings: {quality: 3}}
choice: {inertia: 0.5, drivers: {quality: {weight: 0.8}}}
)";
constexpr char better[] = "  - {change: brands.us.ratings.quality, to: 4, from: month 3}\n";

std::string perceived(const std::string& how) {
  return replaced(rated, "choice: {", "choice: {perception: {" + how + "}, ");
}

}  // namespace

TEST_CASE("a change that is seen at once, or no change at all, is the same bytes as without perception") {
  CHECK(tables_of_run(perceived("visibility: 100% per month, lag: 0 months"), better) ==
        tables_of_run(rated, better));
  CHECK(tables_of_run(perceived("visibility: 20% per month, lag: 3 months"), "") == tables_of_run(rated, ""));
  const std::string remembering = "experience: {}\n";
  const auto with_service = [&](const std::string& market) {
    return replaced(replaced(market, "quality: 3}", "quality: 3, service: 3.4}"),
                    "choice:", remembering + "choice:");
  };
  CHECK(tables_of_run(with_service(perceived("visibility: 100% per month")), better) ==
        tables_of_run(with_service(rated), better));
}

TEST_CASE("a rating that becomes known by halves is a rating that rises by halves") {
  const std::string by_halves =
      "  - {change: brands.us.ratings.quality, to: 3.5, from: month 5}\n"
      "  - {change: brands.us.ratings.quality, to: 3.75, from: month 6}\n"
      "  - {change: brands.us.ratings.quality, to: 3.875, from: month 7}\n"
      "  - {change: brands.us.ratings.quality, to: 3.9375, from: month 8}\n";
  CHECK(tables_of_run(perceived("visibility: 50% per month, lag: 2 months"), better) ==
        tables_of_run(rated, by_halves));
}

TEST_CASE("our customers remember what the brand is, and newcomers begin with what was thought of it") {
  // Memories that never move after the switch, and act on nothing: the mean over our customers lies above 3
  // by those who came since, at 4 if they knew at once and at 3.5 in the first month if by halves.
  const std::string memory =
      "experience: {product_weight: 100%, first_weight: 0, lasting_weight: 0, product_noise: 0, "
      "disappointment: "
      "0}\nstart: {warm_up: 0 months}\nchoice: {inertia: 0.5}\n";
  const auto at_once =
      replaced(replaced(rated, "choice: {inertia: 0.5, drivers: {quality: {weight: 0.8}}}\n", memory),
               "ratings: {quality: 3}", "ratings: {quality: 3, service: 3}");
  const auto by_halves = replaced(at_once, "choice: {", "choice: {perception: {visibility: 50% per month}, ");
  const Lived sharp = lived_through(at_once, 20000, better), slow = lived_through(by_halves, 20000, better);
  const auto above = [](const Lived& lived, int period) {
    const Totals t = lived.of(0, period, 1);
    return t.satisfaction / t.satisfied - 3;
  };
  CHECK(above(sharp, 2) == Approx(0).margin(1e-4));
  CHECK(above(sharp, 3) > 0.3);
  CHECK(above(slow, 3) == Approx(above(sharp, 3) / 2).epsilon(1e-3));
  CHECK(sharp.of(0, 3, 1).purchases == slow.of(0, 3, 1).purchases);
}

TEST_CASE("those who buy the brand notice before those who do not") {
  const auto with_memory = [](const std::string& market) {
    return replaced(replaced(market, "ratings: {quality: 3}", "ratings: {quality: 3, service: 3}"),
                    "choice:", "experience: {product_noise: 0.2, service_noise: 0.2}\nchoice:");
  };
  const Lived known = lived_through(with_memory(rated), 20000, better),
              unseen = lived_through(with_memory(perceived("visibility: 1% per month")), 20000, better),
              before = lived_through(with_memory(rated), 20000);
  const auto came = [](const Lived& lived, int scenario) {
    const Totals t = lived.of(0, 6, scenario);
    return t.customers_at_end - t.retained;
  };
  const auto stays = [](const Lived& lived, int scenario) {
    const Totals t = lived.of(0, 6, scenario);
    return t.retained / t.customer_periods;
  };
  CHECK(stays(unseen, 1) > stays(before, 0) + 0.05);
  CHECK(came(known, 1) > 1.1 * came(before, 0) * (1 - known.of(0, 6, 1).customers_at_start / 10000) /
                             (1 - before.of(0, 6, 0).customers_at_start / 10000));
  CHECK(came(unseen, 1) < 1.05 * came(before, 0));
}

}  // namespace clientele
