// SPDX-License-Identifier: MIT
#include "sim/report/screen.hpp"

#include <algorithm>
#include <sstream>

#include "tests/report/fixed_results.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
const ScreenFrame frame{.title = "Coffee shops of one city",
                        .folder = "output/coffee",
                        .files = {"summary.csv", "run.json"},
                        .colour = Colour::off};

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);)
    widest = std::max(widest, static_cast<std::size_t>(std::count_if(
                                  line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; })));
  return widest;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
}  // namespace

TEST_CASE("The screen of a world says what its customers are worth") {
  CHECK(closing_screen(fixed_world(), frame) ==
        R"(Coffee shops of one city
400k people, 60 months ahead; our brand is us; 8 replications of 10,000
simulated people

Customer equity                        12.3M EUR  ± 30k Monte Carlo error
  5 % to 95 % of replications       12.2M to 12.5M EUR
  of today's customers                 9.00M EUR
  of customers to come                 3.34M EUR
Customers today                            96.0k
Customers after 60 months                  91.0k
Share of purchases                        24.0 %
Retention per month                       93.1 %
Lifetime value of today's customers     93.7 EUR
  lower quartile                        20.0 EUR
  median                                61.0 EUR
  upper quartile                         130 EUR
  in the best 20 % of them                52.0 %
  simple formula S x C x P x t           186 EUR
                                                  S 4.20 EUR a purchase, C 3.10 a month,
                                                  P 65.0 % margin, t 22.0 months

Files in output/coffee: summary.csv and run.json
48.0M customer-months simulated in 0.50 s (96.0 million per second, AVX-512, 16
lanes, 2 threads)
)");
}

TEST_CASE("The screen of a scenario sets it beside today and names its Monte Carlo error") {
  const std::string screen = closing_screen(fixed_scenario(-1.2e6, 12e3, 250e3), frame);
  CHECK(has(screen, "Ten per cent off\n"));
  CHECK(has(screen,
            "                                             today      scenario     difference\n"
            "Customer equity                          12.3M EUR     11.1M EUR         -1.20M\n"));
  CHECK(has(screen, "Customers after 60 months                    91.0k         95.0k         +4.00k\n"));
  CHECK(has(screen,
            "Difference in equity  -1.20M ± 12k Monte Carlo error (paired, 8 replications)\n"
            "  90 % interval       -1.22M to -1.18M of the mean difference\n"
            "Investment            250k EUR (value today)\n"
            "Net value             -1.45M EUR\n"
            "Return on investment  none: it loses more than the investment\n"));
  CHECK(widest_line(screen) <= 80);
}

TEST_CASE("Without an investment there is nothing to say of one") {
  const std::string screen = closing_screen(fixed_scenario(1e6, 12e3, 0), frame);
  for (const char* line : {"Investment", "Net value", "Return on investment"}) CHECK_FALSE(has(screen, line));
}

TEST_CASE("A return is told where the difference is no loss") {
  CHECK(has(closing_screen(fixed_scenario(1e6, 12e3, 500e3), frame), "Return on investment  100.0 %\n"));
  CHECK(has(closing_screen(fixed_scenario(1e5, 12e3, 500e3), frame), "Return on investment  -80.0 %\n"));
}

TEST_CASE("There is no part of a person, and no part of a sum that is not positive") {
  Results results = fixed_scenario(1e6, 12e3, 0);
  results.headlines[1].customers_end.mean = 0.7;
  results.headlines[1].best_fifth.mean = 0;
  const std::string screen = closing_screen(results, frame);
  CHECK(has(screen, "Customers after 60 months                    91.0k             0         -91.0k\n"));
  CHECK(has(screen, "  in the best 20 % of them" + std::string(18, ' ') + "52.0 %" + std::string(13, ' ') +
                        "–" + std::string(14, ' ') + "–\n"));
}

TEST_CASE("One replication shows neither spread nor error") {
  Results results = fixed_world();
  results.replications = results.replications_asked = 1;
  const std::string screen = closing_screen(results, frame);
  CHECK(has(screen, "one replication: error unknown"));
  CHECK_FALSE(has(screen, "±"));
  CHECK_FALSE(has(screen, "of replications"));
}

TEST_CASE("An interruption and the limits of a run are told") {
  Results results = fixed_world();
  results.interrupted = true;
  results.replications = 3;
  results.warnings = {"Few people."};
  const std::string screen = closing_screen(results, frame);
  CHECK(has(screen, "Interrupted: these are 3 of 8 replications."));
  CHECK(has(screen, "Note: Few people."));
}

TEST_CASE("Escape sequences come only with colour, and long names keep the width") {
  Results results = fixed_scenario(-1.2e6, 12e3, 0);
  results.headlines[1].scenario = std::string(200, 'x');
  ScreenFrame wide = frame;
  wide.title = std::string(200, 'y');
  const std::string plain = closing_screen(results, wide);
  CHECK_FALSE(has(plain, "\033"));
  CHECK(has(plain, std::string(79, 'y') + "…\n"));
  wide.colour = Colour::on;
  CHECK(has(closing_screen(results, wide), "\033[1m"));
}

TEST_CASE("The other brands of our owner are told, and what they take from his") {
  Results results = fixed_scenario(-1.2e6, 12e3, 0);
  for (auto& headline : results.headlines) headline.owner_equity = estimate(20e6, 40e3);
  results.headlines[0].siblings = {{"fighter", std::nullopt}};
  results.headlines[1].siblings = {{"fighter", estimate(.625, .01)}};
  const std::string screen = closing_screen(results, frame);
  CHECK(has(screen, "Equity of all brands of our owner        20.0M EUR     20.0M EUR"));
  CHECK(has(screen, "  won by fighter from our brands                 –        62.5 %              –\n"));
  CHECK(!has(closing_screen(fixed_scenario(-1.2e6, 12e3, 0), frame), "owner"));
}

TEST_CASE("Advertising is told below what customers bring, where there is any") {
  Results results = fixed_scenario(-1.2e6, 12e3, 0);
  CHECK(!has(closing_screen(results, frame), "advertising"));
  results.headlines[1].advertising = estimate(500e3, 0);
  CHECK(has(closing_screen(results, frame),
            "  less advertising                           0 EUR      500k EUR          +500k\n"));
  CHECK(!has(closing_screen(results, frame), "channels"));
  results.headlines[1].channel_spend = estimate(200e3, 0);
  CHECK(has(closing_screen(results, frame),
            "  less channels                              0 EUR      200k EUR          +200k\n"));
}

namespace {
EquityParts fixed_sources() {
  return {{{"value", 4e6, 20e3},
           {"brand", -1e6, 10e3},
           {"retention", 3.34e6, 30e3},
           {"none of these", 6e6, 40e3}},
          12.34e6,
          8};
}
}  // namespace

TEST_CASE("The screen says where equity comes from, where that is known") {
  Results results = fixed_world();
  CHECK_FALSE(has(closing_screen(results, frame), "comes from"));
  results.headlines[0].sources = fixed_sources();
  CHECK(has(closing_screen(results, frame),
            "Where our equity of 12.3M EUR comes from (8 replications)\n"
            "  value: price, what one gets for it  +4.00M EUR  ± 20k Monte Carlo error\n"
            "  brand: image, liking, awareness     -1.00M EUR  ± 10k Monte Carlo error\n"
            "  retention: habit, memory, bonds     +3.34M EUR  ± 30k Monte Carlo error\n"
            "  without any of these                 6.00M EUR  ± 40k Monte Carlo error\n"));
}

TEST_CASE("A scenario tells why it differs, by mechanism and by change") {
  Results results = fixed_scenario(900e3, 12e3, 250e3);
  results.headlines[0].sources = fixed_sources();
  Against& against = *results.headlines[1].against;
  against.why = EquityParts{{{"retention", 1.1e6, 1e3}, {"margin", -200e3, 1e3}}, 900e3, 8};
  against.changes = EquityParts{{{"brands.us.price", 900e3, 1e3}}, 900e3, 8};
  against.payback = 1;
  const std::string screen = closing_screen(results, frame);
  CHECK(has(screen, "Why                   +900k: retention +1.10M, margin -200k\n"));
  CHECK_FALSE(has(screen, "Of which"));  // one change is all of it
  CHECK(has(screen, "Payback               after 1 month\n"));
  CHECK(has(screen,
            "Where today's equity of 12.3M EUR comes from (8 replications): value +4.00M,\n"
            "brand -1.00M, retention +3.34M; without any of these 6.00M.\n"));
  against.changes =
      EquityParts{{{"brands.us.price", 500e3, 1e3}, {"brands.us.ratings.service", 400e3, 1e3}}, 900e3, 8};
  CHECK(has(closing_screen(results, frame),
            "Of which              brands.us.price +500k, brands.us.ratings.service +400k\n"));
  CHECK(widest_line(closing_screen(results, frame)) <= 80);
}
