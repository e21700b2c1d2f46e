// SPDX-License-Identifier: MIT
// Recommendations beside channels and people who come back.
#include "tests/engine/tables_of_run.hpp"
#include "tests/engine/talk.hpp"

namespace clientele {
using namespace talk;

TEST_CASE("channels that spend nothing change nothing beside recommendations, to the last bit") {
  for (const std::string& market : {std::string(rivals), with_return(rivals)}) {
    const Lived with = lived_through(with_channel(market, "0 per month"), 3000),
                without = lived_through(market, 3000);
    for (int period = 0; period <= 24; ++period)
      for (int brand = 0; brand < 2; ++brand) {
        const Totals one = with.of(brand, period), other = without.of(brand, period);
        CHECK(one.purchases == other.purchases);
        CHECK(one.value == other.value);
        CHECK(one.satisfaction == other.satisfaction);
        CHECK(one.referred == other.referred);
        CHECK(one.came_back == other.came_back);
      }
    CHECK(whole(with).referred > 50);
  }
}

TEST_CASE("words that move nobody and bring in nobody change nothing beside channels and who comes back") {
  const std::string idle =
      replaced(replaced(rivals, "persuasion: 0.5", "persuasion: 0"), "convert: 2%", "convert: 0%");
  for (const std::string& market : {with_channel(idle), with_return(idle), with_channel(with_return(idle)),
                                    with_channel(replaced(idle, "us:    {price: 20, unit_cost: 5, appeal: 0",
                                                          "us:    {price: 20, unit_cost: 5, awareness: 10%, "
                                                          "appeal: 0"))}) {
    // A recommendation makes its brand known: with 10 % awareness nobody may make any.
    const bool gated = market.find("awareness") != std::string::npos;
    const std::string quiet = gated ? replaced(market, "intend: 2", "intend: 0") : market;
    const Lived talking = lived_through(quiet, 3000), silent = lived_through(without(market), 3000);
    for (int period = 0; period <= 24; ++period)
      for (int brand = 0; brand < 2; ++brand) {
        const Totals one = talking.of(brand, period), other = silent.of(brand, period);
        CHECK(one.purchases == other.purchases);
        CHECK(one.value == other.value);
        CHECK(one.discounts == other.discounts);
        CHECK(one.newcomers == other.newcomers);
        CHECK(one.came_back == other.came_back);
        CHECK(one.satisfaction == other.satisfaction);
      }
  }
}

TEST_CASE(
    "who comes by a recommendation is not credited to a channel, and all ways add up to those who came") {
  const std::string market = with_channel(
      replaced(with_return(rivals), "focal: us",
               "focal: us\narrivals: [100, 100, 0, 50]\ndiffusion: {innovation: 0.005 per month}"));
  const Lived lived = lived_through(market, 20000);
  double newcomers = 0, referred = 0, others = 0, discounts = 0;
  for (int period = 1; period <= 24; ++period) {
    double by_channel = 0, by_word = 0;
    for (int brand = 0; brand < 2; ++brand) {
      by_channel += lived.of(brand, period).newcomers;
      by_word += lived.of(brand, period).referred;
    }
    const double rest = lived.of(0, period).arrived - by_channel - by_word;
    CHECK(rest > -1e-9);
    newcomers += by_channel, referred += by_word, others += rest;
    // Only who came by the channel gets its discount: a fifth of 20.
    CHECK(lived.of(0, period).discounts == Approx(4 * by_channel).epsilon(1e-5));
    discounts += lived.of(0, period).discounts;
  }
  CHECK(newcomers > 200);
  CHECK(referred > 100);
  CHECK(others > 200);
  CHECK(discounts > 0);
}

TEST_CASE("who came by a recommendation and left is no newcomer when he comes back, by whatever way") {
  // All are prospects; those whom the list would bring later are mostly there already, or were.
  const std::string market = replaced(replaced(with_return(rivals), "prospects: 30%", "prospects: 90%"),
                                      "convert: 2%", "convert: 60%");
  const Lived lived = lived_through(with_channel(market, "20k per month"), 20000);
  const SegmentOutcome& outcome = lived.scenarios[0][0];
  std::int64_t arrived = 0, came_back = 0;
  for (int period = 1; period <= 24; ++period)
    arrived += outcome.tally.arrived(period), came_back += outcome.tally.came_back(period);
  std::int64_t prospects = 0;
  for (const Life& life : outcome.lives)
    if (life.start == 2) ++prospects;
  CHECK(prospects == 18000);
  CHECK(arrived <= prospects);  // each at most once
  CHECK(arrived > .8 * static_cast<double>(prospects));
  CHECK(came_back > 500);
}

TEST_CASE("channels and recommendations give the same bytes for any size of block, threads and lanes") {
  // Where nobody comes back those who have left are taken out of a block, and the others move up.
  const std::string for_good =
      replaced(rivals, "departure: {rate: 1% per month}", "departure: {rate: 8% per month}");
  for (const std::string& market : {with_channel(with_return(rivals)), with_channel(for_good)}) {
    const auto text = [&](int block, int threads, int lanes) {
      return tables_of_run(
          market, "  - {change: channels.post.spend, to: 0, from: month 9}\n",
          {.customers = 2000, .replications = 2, .threads = threads, .lanes = lanes, .block = block});
    };
    const std::string once = text(4096, 1, 0);
    CHECK(text(500, 1, 0) == once);
    CHECK(text(1024, 2, 1) == once);
  }
}

}  // namespace clientele
