// SPDX-License-Identifier: MIT
// What people hear of brands moves them.
#include "tests/engine/talk.hpp"

namespace clientele {
using namespace talk;
namespace {

double share(const std::string& market, int people = 20000) {
  const Totals t = whole(lived_through(market, people));
  return t.purchases / t.market_purchases;
}

}  // namespace

TEST_CASE("what is heard counts at the next purchase: praise wins customers, warnings cost some") {
  const std::string world = replaced(rivals, "prospects: 30%\n", "prospects: 0%\n");
  const std::string praise = replaced(replaced(world, "convert: 2%, ", ""), "warn: 1", "warn: 0");
  double before = 0;
  for (const std::string persuasion : {"0", "0.2", "0.5", "1"}) {
    const double ours = share(replaced(praise, "persuasion: 0.5", "persuasion: " + persuasion));
    CHECK(ours > before);
    before = ours;
  }
  const std::string warned = replaced(replaced(world, "convert: 2%, ", ""), "intend: 2", "intend: 0");
  before = 0;
  for (const std::string weight : {"0", "1", "3"}) {
    const double ours =
        share(replaced(warned, "warn: 1 per month", "warn: 1 per month, warning_weight: " + weight));
    CHECK(ours > before);
    before = ours;
  }
}

TEST_CASE("warnings keep prospects from coming to a brand") {
  const auto referred = [&](const std::string& warn) {
    // Everybody is delighted or dissatisfied by chance, so both are said of the same brand.
    const std::string split =
        replaced(replaced(rivals, "disappointment: 0",
                          "disappointment: 0, delighted_above: 4.5, dissatisfied_below: 4.5"),
                 "persuasion: 0.5, warn: 1", "persuasion: 0, warn: " + warn);
    return whole(lived_through(split, 20000)).referred;
  };
  const double none = referred("0"), some = referred("1"), many = referred("4");
  CHECK(none > 150);
  CHECK(some < none);
  CHECK(many < some);
}

TEST_CASE("who hears of a brand from others can choose it") {
  const std::string unknown = replaced(replaced(rivals, "us:    {price: 20, unit_cost: 5, appeal: 0",
                                                "us:    {price: 20, unit_cost: 5, awareness: 10%, appeal: 0"),
                                       "persuasion: 0.5, warn: 1", "persuasion: 0, warn: 0");
  const Lived talking = lived_through(unknown, 10000), silent = lived_through(without(unknown), 10000);
  CHECK(talking.of(0, 24).customers_at_end > 1.2 * silent.of(0, 24).customers_at_end);
}

TEST_CASE("shares that are given are those of a market in which people talk") {
  const std::string shares =
      replaced(replaced(rivals, "appeal: 0, ratings: {quality: 4.5", "share: 30%, ratings: {quality: 4.5"),
               "appeal: 0", "share: 70%");
  const Lived lived = lived_through(shares, 100000);
  Totals t = lived.of(0, 1);
  for (int period = 2; period <= 6; ++period) t = t.followed_by(lived.of(0, period));
  CHECK(t.purchases / t.market_purchases == Approx(0.30).margin(0.01));
}

}  // namespace clientele
