// SPDX-License-Identifier: MIT
// People who come by channels: how many, which, from whom they buy and at what price.
#include "models/arrival/bass.hpp"
#include "models/arrival/channel.hpp"
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// Nobody buys yet; everybody who comes stays and buys one unit a month, which leaves 10.
constexpr char shop[] = R"(market: A new shop
period: month
horizon: 12 months
discount_rate: 10% per year
people: 1000
focal: us
brands: {us: {price: 15, unit_cost: 5, appeal: 0}, rival: {price: 12, unit_cost: 5, appeal: 1}}
prospects: 100%
channels:
  post: {ceiling: 40% per month, rate: 0.1, spend: 10k per month}
)";

std::string with_second(const std::string& second) { return std::string(shop) + "  " + second + "\n"; }

/// Simulated newcomers of a channel in a period, over all segments, as people of the market.
double newcomers(const Lived& lived, int channel, int period, int scenario = 0) {
  double people = 0;
  for (std::size_t s = 0; s < lived.scenarios[scenario].size(); ++s)
    people += lived.stage.plan.population[s].weight *
              static_cast<double>(lived.scenarios[scenario][s].tally.newcomers(channel, period));
  return people;
}

const SegmentTables& tables(const Lived& lived, int scenario = 0) {
  return *lived.stage.plan.scenarios[scenario].courses.front().front();
}

}  // namespace

TEST_CASE("a channel brings as many as its equation says, of those who are left") {
  // By hand: of 1,000 at 10 each .252848 come; the 747.15 who are left are worth 13.3842 each.
  const Lived lived = lived_through(shop, 20000);
  const double expected[] = {0, 252.848224, 220.481285, 179.118500};
  for (int period = 1; period <= 3; ++period) {
    CHECK(newcomers(lived, 0, period) == Approx(expected[period]).margin(1.01 * 1000 / 20000));
    CHECK(lived.of(0, period).arrived == Approx(newcomers(lived, 0, period)));
    CHECK(lived.of(0, period).newcomers == Approx(newcomers(lived, 0, period)));
    CHECK(lived.of(1, period).newcomers == 0);
  }
  CHECK(1 / tables(lived).channel_gain[2] == Approx(95.32498699779354));
}

TEST_CASE("who comes by a channel buys first from the brand that pays for it, and then as he likes") {
  const Lived lived = lived_through(shop, 20000);
  CHECK(lived.of(0, 1).purchases == Approx(lived.of(0, 1).arrived));
  CHECK(lived.of(1, 1).purchases == 0);
  CHECK(lived.of(1, 2).purchases > 0);
  const Lived theirs = lived_through(replaced(shop, "post: {", "post: {brand: rival, "), 20000);
  CHECK(theirs.of(1, 1).purchases == Approx(theirs.of(0, 1).arrived));
  CHECK(theirs.of(0, 1).purchases == 0);
  CHECK(theirs.of(0, 1).channel_spend == 0);
  CHECK(theirs.of(1, 1).channel_spend == 10000);
}

TEST_CASE("two channels combine, and newcomers are shared out in proportion to their chances") {
  // By hand: p = .252848 and .1 (1 − e^−.5) = .0393469 come to 1 − .747152 · .960653 = .282246.
  const Lived lived =
      lived_through(with_second("search: {ceiling: 10% per month, rate: 0.5, spend: 1k per month}"), 20000);
  const double all = 1000 * (1 - .747151776 * .960653066), part = .252848224 / (.252848224 + .039346934);
  CHECK(lived.of(0, 1).arrived == Approx(all).margin(.05));
  CHECK(newcomers(lived, 0, 1) == Approx(all * part).margin(4 * .05));
  for (int period = 1; period <= 12; ++period)
    CHECK(newcomers(lived, 0, period) + newcomers(lived, 1, period) == Approx(lived.of(0, period).arrived));
  // What one more unit brings is the slope of all who come.
  CHECK(tables(lived).channel_gain[2] == Approx(.960653066 * .4 * .1 * std::exp(-1)));
  CHECK(tables(lived).channel_gain[3] == Approx(.747151776 * .1 * .5 * std::exp(-.5)));
}

TEST_CASE("a channel that leaves a segment out brings nobody of it, and spends on the others alone") {
  const std::string market = replaced(shop, "rate: 0.1,", "rate: 0.1, segments: {young: 3, poor: 0},") +
                             "segments: {young: {share: 25%}, old: {share: 25%}, poor: {share: 50%}}\n";
  const Lived lived = lived_through(market, 20000);
  // By hand: 250 · 3 + 250 · 1 = 1,000 shares of 10: 30 on each of the young, 10 on each of the old.
  const auto came = [&](std::size_t s) {
    return lived.stage.plan.population[s].weight *
           static_cast<double>(lived.scenarios[0][s].tally.newcomers(0, 1));
  };
  CHECK(came(0) == Approx(250 * .4 * (1 - std::exp(-3))).margin(.06));
  CHECK(came(1) == Approx(250 * .4 * (1 - std::exp(-1))).margin(.06));
  CHECK(came(2) == 0);
}

TEST_CASE("channels stand beside a list and diffusion") {
  const std::string market =
      std::string(shop) +
      "arrivals: [100]\ndiffusion: {innovation: 0.05 per month, imitation: 0.2 per month}\n";
  const Lived lived = lived_through(market, 20000);
  const double spread = (part_after_a_period(.1, {.05, .2}) - .1) / .9, post = .252848224;
  const double come = 900 * (1 - (1 - spread) * (1 - post));
  CHECK(lived.of(0, 1).arrived == Approx(100 + come).margin(.06));
  CHECK(newcomers(lived, 0, 1) == Approx(come * post / (post + spread)).margin(4 * .05));
}

TEST_CASE("a discount on the first purchase is taken off it and no other") {
  const Lived lived = lived_through(replaced(shop, "spend:", "first_purchase_discount: 40%, spend:"), 20000);
  for (int period = 1; period <= 12; ++period) {
    const Totals t = lived.of(0, period);
    CHECK(t.discounts == Approx(6 * t.arrived).epsilon(1e-5));  // by hand: 40 % of 15
    CHECK(t.revenue == Approx(15 * t.units - t.discounts));
    CHECK(t.contribution == Approx(10 * t.purchases - t.discounts - 10000).epsilon(1e-5));
  }
}

TEST_CASE("one choice for several purchases is discounted for the first of them alone") {
  const std::string market = replaced(shop, "spend:", "first_purchase_discount: 40%, spend:") +
                             "need: {model: poisson_gamma, per: period, purchases: 2 per month}\n";
  const Lived lived = lived_through(market, 20000);
  for (int period = 1; period <= 3; ++period)
    CHECK(lived.of(0, period).discounts == Approx(6 * lived.of(0, period).arrived).epsilon(1e-5));
}

TEST_CASE("those who come by a channel may cling less to a brand and look more at the price") {
  // The rival is cheaper: of those who are free of habit and mind the price more, more leave.
  const std::string market = std::string(shop) + "choice: {price_sensitivity: 1.5, inertia: 2}\n";
  const auto retained = [](const std::string& m) {
    const Lived lived = lived_through(m, 20000);
    return lived.of(0, 2).retained / lived.of(0, 2).customers_at_start;
  };
  const double plain = retained(market);
  CHECK(retained(replaced(market, "spend:", "newcomers: {inertia: -2}, spend:")) < plain - .1);
  CHECK(retained(replaced(market, "spend:", "newcomers: {price_sensitivity: 3}, spend:")) < plain - .1);
  // By hand: without habit they come back with the share of the utilities, 1 / (1 + e^(1 + 1.5 ln 15/12)).
  const double share = 1 / (1 + std::exp(1 + 1.5 * std::log(15 / 12.)));
  CHECK(retained(replaced(market, "spend:", "newcomers: {inertia: -2}, spend:")) ==
        Approx(share).margin(4 * std::sqrt(share * (1 - share) / 5000)));
}

TEST_CASE("a shift of traits leaves those who come otherwise as they are") {
  const std::string market = std::string(shop) + "arrivals: [1000]\nchoice: {inertia: 1}\n";
  const Lived plain = lived_through(market, 5000);
  const Lived shifted = lived_through(replaced(market, "spend:", "newcomers: {inertia: -1}, spend:"), 5000);
  for (int period = 1; period <= 12; ++period)
    CHECK(plain.of(0, period).purchases == shifted.of(0, period).purchases);
}

TEST_CASE("a brand that is not there spends nothing on its channels and wins nobody") {
  const std::string market = replaced(replaced(shop, "appeal: 1}", "appeal: 1, enters: month 4}"), "post: {",
                                      "post: {brand: rival, ");
  const Lived lived = lived_through(market, 5000);
  for (const int period : {1, 3, 4, 12}) {
    CHECK(lived.of(1, period).channel_spend == (period < 4 ? 0 : 10000));
    CHECK((newcomers(lived, 0, period) > 0) == (period >= 4));
  }
}

TEST_CASE("more spent brings more people, and never anybody later") {
  const Lived lived =
      lived_through(shop, 5000, "  - {change: channels.post.spend, by: 50%, from: month 3}\n");
  double before = 0, after = 0;
  for (int period = 1; period <= 12; ++period) {
    before += newcomers(lived, 0, period), after += newcomers(lived, 0, period, 1);
    CHECK((period < 3 ? after == before : after > before));
  }
  const float *joins = tables(lived, 0).view.joins, *sooner = tables(lived, 1).view.joins;
  for (int k = 0; k < 5000; ++k)
    if (joins[k] > 0) CHECK((sooner[k] > 0 && sooner[k] <= joins[k]));
}

TEST_CASE("a channel that spends nothing brings nobody and costs nothing") {
  const Lived lived = lived_through(replaced(shop, "spend: 10k per month", "spend: 0 per month"), 1000);
  for (int period = 1; period <= 12; ++period) {
    CHECK(lived.of(0, period).arrived == 0);
    CHECK(lived.of(0, period).channel_spend == 0);
  }
}

TEST_CASE("channels give the same bytes for any size of block, threads and lanes") {
  const std::string market =
      replaced(
          with_second(
              "search: {ceiling: 10% per month, rate: 0.5, spend: 1k per month, newcomers: {inertia: -0.5}}"),
          "spend: 10k", "first_purchase_discount: 20%, spend: 10k") +
      "choice: {inertia: {normal: {mean: 1, sd: 0.3}}}\ndeparture: {rate: 3% per month}\n"
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 2}}}\n"
      "segments: {young: {share: 40%}, old: {share: 60%}}\n";
  const auto text = [&](int block, int threads, int lanes) {
    return tables_of_run(
        market, "",
        {.customers = 3000, .replications = 2, .threads = threads, .lanes = lanes, .block = block});
  };
  const std::string once = text(4096, 1, 0);
  CHECK(text(500, 1, 0) == once);
  CHECK(text(1024, 2, 0) == once);
  CHECK(text(4096, 1, 1) == once);
}

}  // namespace clientele
