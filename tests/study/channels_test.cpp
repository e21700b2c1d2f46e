// SPDX-License-Identifier: MIT
// What channels cost, by channel and period; what their newcomers are worth; and that the books close.
#include "sim/study/channels.hpp"

#include "models/arrival/channel.hpp"
#include "sim/study/cash.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char shop[] = R"(market: A new shop
period: month
horizon: 12 months
discount_rate: 0% per year
window: 6 months
people: 1000
focal: us
brands: {us: {price: 15, unit_cost: 5}}
prospects: 100%
channels:
  post: {ceiling: 40% per month, rate: 0.1, spend: 10k per month}
)";

Results results_of(const std::string& market, const std::string& changes, int customers, int replications) {
  const Study study = study_of_text(
      market, "scenario: Changed\nworld: market.yaml\n" + (changes.empty() ? "" : "changes:\n" + changes));
  RunOptions options;
  options.customers = customers;
  options.estimator = Estimator::realised;  // so that all tables tell the same
  options.replications = replications;
  options.explain = 0;
  return run(study.baseline, study.scenarios, options, {}, {});
}

std::optional<double> told(const Results& results, const std::string& scenario, const std::string& channel,
                           const std::string& period, const std::string& metric) {
  for (const auto& row : results.channels)
    if (row.scenario == scenario && row.channel == channel && row.period == period && row.metric == metric)
      return row.estimate ? std::optional(row.estimate->mean) : std::nullopt;
  FAIL("no such row");
  return std::nullopt;
}

}  // namespace

TEST_CASE("a channel's cost, value and payback are those worked out by hand") {
  // 252.848 come in month 1 for 10,000. Each brings 10 a month, from the month in which he comes.
  const Results results = results_of(shop, "", 20000, 2);
  const auto of = [&](const std::string& period, const std::string& metric) {
    return told(results, "A new shop", "post", period, metric);
  };
  CHECK(*of("1", "newcomers") == Approx(252.848224).margin(.06));
  CHECK(*of("1", "spend") == 10000);
  CHECK(*of("1", "acquisition_cost") == Approx(39.54941768).epsilon(3e-4));
  CHECK(*of("1", "marginal_acquisition_cost") == Approx(67.95704571));
  CHECK(*of("2", "marginal_acquisition_cost") == Approx(95.32498700));
  CHECK(*of("1", "clv") == Approx(60).epsilon(1e-6));
  CHECK(*of("1", "clv_to_acquisition_cost") == Approx(60 / 39.54941768).epsilon(3e-4));
  CHECK(*of("1", "payback") == Approx(3.954941768).epsilon(3e-4));
  CHECK(*of("all", "spend") == 120000);
  CHECK(*of("all", "acquisition_cost") == Approx(120000 / *of("all", "newcomers")));
  CHECK(*of("7", "clv") == Approx(60).epsilon(1e-6));  // months 7 to 12
  CHECK_FALSE(of("8", "clv"));                         // its window ends after the horizon
  CHECK_FALSE(of("12", "payback"));
  CHECK(*told(results, "A new shop", "none", "all", "newcomers") == 0);
}

TEST_CASE("what is not earned back within the window is never paid back") {
  const Results results = results_of(replaced(shop, "spend: 10k", "spend: 40k"), "", 5000, 1);
  // By hand: at 40 a person .392674 come, at 101.9 each, and a window brings 60.
  CHECK(*told(results, "A new shop", "post", "1", "acquisition_cost") == Approx(101.866).epsilon(1e-3));
  CHECK_FALSE(told(results, "A new shop", "post", "1", "payback"));
}

TEST_CASE("a world without channels tells of none") {
  const std::string market = replaced(
      replaced(shop, "channels:\n  post: {ceiling: 40% per month, rate: 0.1, spend: 10k per month}\n", ""),
      "prospects: 100%", "arrivals: [100]");
  const Results results = results_of(market, "", 1000, 1);
  CHECK(results.channels.empty());
  CHECK(results.headlines[0].channel_spend.mean == 0);
  CHECK(results.headlines[0].channels.empty());
}

TEST_CASE("what channels cost is in equity, contribution and cash, once") {
  const std::string market =
      replaced(replaced(shop, "0% per year", "10% per year"), "prospects: 100%", "prospects: 60%") +
      "segments: {many: {share: 70%}, few: {share: 30%}}\n";
  const Results results = results_of(
      market, "  - {change: channels.post.spend, by: 50%, from: month 4, until: month 6}\n", 3000, 3);
  double paid = 0;
  for (int period = 1; period <= 12; ++period)
    paid += (period >= 4 && period <= 6 ? 15000 : 10000) * std::pow(1.1, -(period - .5) / 12);
  const Headline& headline = results.headlines[1];
  CHECK(headline.channel_spend.mean == Approx(paid));
  CHECK(headline.equity.mean == Approx(headline.equity_today.mean + headline.equity_future.mean - paid));
  const auto summed = [&](const std::string& metric, const std::string& segment) -> std::optional<double> {
    for (const auto& row : results.summary)
      if (row.scenario == "Changed" && row.brand == "us" && row.metric == metric && row.segment == segment)
        return row.estimate ? std::optional(row.estimate->mean) : std::nullopt;
    return std::nullopt;
  };
  CHECK(*summed("channel_spend", "all") == Approx(135000));
  CHECK(*summed("customer_equity", "all") ==
        Approx(*summed("customer_equity", "many") + *summed("customer_equity", "few") - paid));
  CHECK(*summed("acquisition_cost", "all") == Approx(135000 / *summed("newcomers", "all")));
  double cash = 0, channels = 0, by_period = 0, drawn = 0;
  for (const auto& row : results.cash)
    if (row.scenario == "Changed" && row.brand == "us")
      (row.item == "contribution" ? cash : channels) +=
          row.item == "contribution" || row.item == "channels" ? row.amount->mean : 0;
  for (const auto& row : results.by_period)
    if (row.scenario == "Changed" && row.brand == "us" && row.metric == "customer_equity")
      by_period += row.estimate->mean;
  for (const auto& row : results.samples)
    if (row.scenario == "Changed") drawn += row.customer_equity / 3;
  CHECK(channels == Approx(135000));
  CHECK(cash == Approx(*summed("contribution", "all")));
  CHECK(by_period == Approx(headline.equity.mean));
  CHECK(drawn == Approx(headline.equity.mean));
}

TEST_CASE("what newcomers by channel are worth adds up to what those people are worth, to the last unit") {
  const std::string market =
      std::string(shop) +
      "  search: {ceiling: 20% per month, rate: 0.3, spend: 2k per month, "
      "first_purchase_discount: 50%}\n"
      "arrivals: [50, 50]\ndeparture: {rate: 5% per month}\n"
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 2}}}\n";
  const Lived lived =
      lived_through(replaced(market, "unit_cost: 5}", "unit_cost: 5, cost_to_keep: 1}"), 4000);
  const SegmentOutcome& outcome = lived.scenarios[0][0];
  const KernelMarket& m = lived.stage.plan.scenarios[0].courses.front().front()->view;
  for (int c = 0; c < 2; ++c) {
    std::int64_t by_cohort = 0, by_person = 0, people = 0, counted = 0;
    for (int came = 0; came <= 12; ++came) {
      counted += outcome.tally.newcomers(c, came);
      for (int since = 0; since < m.window; ++since) by_cohort += outcome.tally.channel_value(c, came, since);
    }
    for (const Life& life : outcome.lives)
      if (m.channel[life.person & 0xffffff] == static_cast<float>(c)) by_person += life.value, ++people;
    CHECK(by_cohort == by_person);
    CHECK(counted == people);
    CHECK(people > 500);
  }
}

TEST_CASE(
    "at the spending at which the next newcomer costs what he is worth equity is highest, pair by pair") {
  // One month of spending; each who comes is worth 60 within the horizon, without chance.
  const double best = best_spent({.4, .1}, 60), people = 1000;
  const auto equity = [&](double factor) {
    const std::string market = replaced(replaced(shop, "horizon: 12", "horizon: 6"), "spend: 10k",
                                        "spend: " + std::to_string(best * people * factor));
    return results_of(market, "  - {change: channels.post.spend, to: 0, from: month 2}\n", 20000, 3);
  };
  const Results at_best = equity(1), less = equity(.8), more = equity(1.2);
  CHECK(*told(at_best, "Changed", "post", "1", "marginal_acquisition_cost") == Approx(60).epsilon(1e-6));
  CHECK(*told(at_best, "Changed", "post", "1", "clv") == Approx(60).epsilon(1e-6));
  for (std::size_t i = 0; i < at_best.samples.size(); ++i) {
    if (at_best.samples[i].scenario != "Changed") continue;
    CHECK(at_best.samples[i].customer_equity > less.samples[i].customer_equity);
    CHECK(at_best.samples[i].customer_equity > more.samples[i].customer_equity);
  }
}

/// Everybody buys already, from us or a rival of whom seven in ten are customers.
constexpr char poaching[] = R"(market: Two shops
period: month
horizon: 6 months
discount_rate: 0% per year
window: 3 months
people: 1000
focal: us
brands: {us: {price: 15, unit_cost: 5, appeal: -0.8472978604}, rival: {price: 12, unit_cost: 5, appeal: 0}}
channels:
  poach: {reaches: rivals, ceiling: 40% per month, rate: 0.1, spend: 7k per month, bonus: 0.6931471806}
)";

TEST_CASE("those won from rivals are among those whom a channel brought, in cost, value and payback") {
  const Results results = results_of(poaching, "", 20000, 2);
  const auto of = [&](const std::string& period, const std::string& metric) {
    return told(results, "Two shops", "poach", period, metric);
  };
  CHECK(*of("all", "newcomers") == 0);
  CHECK(*of("1", "won_from_rivals") > 70);
  CHECK(*of("all", "acquisition_cost") == Approx(42000 / *of("all", "won_from_rivals")));
  // By hand: without habit each brings 10 when he comes and .3 of it a month later. In the third month .3 of
  // those who stayed, and of those who went back .3 of the .747152 whom no further offer reached: who is won
  // again counts anew. 10 (1 + .3 + .3 · .3 + .7 · .747152 · .3) = 15.469.
  CHECK(*of("all", "clv") == Approx(15.469).margin(.25));
  CHECK(*of("all", "clv_to_acquisition_cost") == Approx(*of("all", "clv") / *of("all", "acquisition_cost")));
  CHECK_FALSE(of("all", "payback"));
  // The next one: the slope of the chance by what is spent on each, of those who can be reached, times the
  // part of them who come.
  const double part = *of("all", "won_from_rivals") / *of("all", "rivals_reached");
  CHECK(*of("1", "marginal_acquisition_cost") ==
        Approx(1 / (chance_gained({.4, .1}, 10) * part)).epsilon(.01));
  double people = 0;
  for (int period = 1; period <= 6; ++period) people += *of(std::to_string(period), "won_from_rivals");
  CHECK(people == Approx(*of("all", "won_from_rivals")));
  for (const auto& row : results.summary)
    if (row.scenario == "Two shops" && row.brand == "us" && row.segment == "all" &&
        row.metric == "acquisition_cost")
      CHECK(row.estimate->mean == Approx(*of("all", "acquisition_cost")).epsilon(1e-3));
}

TEST_CASE("a channel that reaches prospects alone tells nothing of rivals") {
  const Results results = results_of(shop, "", 1000, 1);
  for (const auto& row : results.channels) {
    CHECK(row.metric != "won_from_rivals");
    CHECK(row.metric != "referred");
  }
}

TEST_CASE("newcomers by channel, by recommendation and others add up to those who arrived") {
  const std::string market = replaced(shop, "prospects: 100%", "prospects: 80%\narrivals: [20, 30]") +
                             "advocacy: {intend: 1 per month, convert: 20%}\n";
  const Results results = results_of(replaced(market, "spend: 10k", "spend: 1k"), "", 5000, 2);
  for (int period = 1; period <= 12; ++period) {
    const auto of = [&](const std::string& channel, const std::string& metric) {
      return *told(results, "A new shop", channel, std::to_string(period), metric);
    };
    double arrived = 0;
    for (const auto& row : results.by_period)
      if (row.scenario == "A new shop" && row.metric == "arrived" && row.period == period)
        arrived = row.estimate->mean;
    CHECK(of("post", "newcomers") + of("none", "newcomers") == Approx(arrived));
    const double others = of("none", "newcomers") - of("none", "referred");
    CHECK(others == Approx(period == 1 ? 20 : period == 2 ? 30 : 0).margin(2));
    if (period > 1) CHECK(of("none", "referred") > 1);
  }
}

}  // namespace clientele
