// SPDX-License-Identifier: MIT
// Plain markets have phases compiled for them. What comes out is that of the phases for all markets.
#include "sim/engine/plain_market.hpp"

#include <algorithm>

#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char plain[] = R"(market: Plain
period: month
horizon: 18 months
discount_rate: 1% per month
people: 10k
focal: ours
brands:
  ours:  {appeal: 0, price: 1.10, unit_cost: 0.70, ratings: {quality: 3, image: 3.5, service: 3.4}}
  alder: {appeal: 0.1, price: 1.00, unit_cost: 0.65, ratings: {quality: 3, image: 3.3, service: 3.2}}
  birch: {appeal: -0.1, price: 0.95, unit_cost: 0.60, ratings: {quality: 3, image: 3.4, service: 3.1}}
need: {model: poisson_gamma, per: period, purchases: {gamma: {mean: 1 per month, shape: 2}}}
choice:
  price_sensitivity: {lognormal: {median: 2, sigma: 0.5}}
  inertia: {normal: {mean: 1.0, sd: 0.4}}
  drivers:
    image:   {equity: brand, weight: {lognormal: {median: 0.8, sigma: 0.5}}}
    service: {equity: value, weight: {lognormal: {median: 0.6, sigma: 0.5}}}
purchase: {model: lognormal, units: {lognormal: {median: 30, sigma: 0.5}}, variation: 0.25}
experience: {product_weight: 0%, service_noise: 0.8}
departure: {rate: 3% per month, when: end}
start: {warm_up: 0 months}
)";

/// Lives one replication, with phases for plain markets or for all. To tell periods since the last purchase
/// asks for the latter and changes nothing where nobody minds them.
std::vector<SegmentOutcome> lived(const std::string& market, bool as_plain, int lanes) {
  Lived lived = lived_through(market, 3000);
  lived.stage.plan.workplace.lanes = lanes;
  for (const auto& tables : lived.stage.plan.scenarios[0].courses[0]) {
    KernelMarket& view = const_cast<SegmentTables&>(*tables).view;
    REQUIRE(is_plain(view));
    if (!as_plain) view.contact_recency = 1;
    REQUIRE(is_plain(view) == as_plain);
  }
  auto segments = std::move(simulate(lived.stage.plan, {}, {})[0][0]);
  for (SegmentOutcome& segment : segments)
    std::sort(segment.lives.begin(), segment.lives.end(),
              [](const Life& a, const Life& b) { return a.person < b.person; });
  return segments;
}

/// How many counts and lives differ.
int differences(const SegmentOutcome& a, const SegmentOutcome& b) {
  int different = a.lives.size() != b.lives.size() || a.tally.lived() != b.tally.lived();
  for (int period = 0; period <= a.tally.periods(); ++period)
    for (int brand = 0; brand <= a.tally.brands(); ++brand) {
      for (int row = 0; row < Tally::kinds && brand < a.tally.brands(); ++row)
        different += a.tally.of(Tally::Row(row), period, brand) != b.tally.of(Tally::Row(row), period, brand);
      for (int why = 0; why < all_reasons; ++why)
        different +=
            a.tally.lost_by_us(Reason(why), period, brand) !=
                b.tally.lost_by_us(Reason(why), period, brand) ||
            a.tally.won_by_us(Reason(why), period, brand) != b.tally.won_by_us(Reason(why), period, brand);
    }
  for (int from = 0; from < a.tally.brands(); ++from)
    for (int to = 0; to < a.tally.brands(); ++to)
      different += a.tally.switches(from, to) != b.tally.switches(from, to);
  for (std::size_t i = 0; i < std::min(a.lives.size(), b.lives.size()); ++i) {
    const Life &x = a.lives[i], &y = b.lives[i];
    different += x.person != y.person || x.start != y.start || x.first != y.first ||
                 x.purchases != y.purchases || x.value != y.value;
  }
  return different;
}

}  // namespace

TEST_CASE("phases compiled for plain markets count what those for all markets count") {
  const std::string by_period = plain;
  const std::string by_purchase = replaced(by_period, "per: period, ", "");
  const std::string with_thresholds =
      replaced(by_purchase, "product_weight: 0%, ", "product_weight: 40%, disappointment: 0.8, ");
  const std::string with_tastes =
      replaced(by_period, "  drivers:", "  taste: {normal: {sd: 0.6}}\n  drivers:");
  const std::string at_start = replaced(by_purchase, "when: end", "when: start");
  const std::string any_moment =
      replaced(by_period, "{rate: 3% per month, when: end}",
               "{model: gamma_rate, hazard: {gamma: {mean: 0.03 per month, shape: 2}}}");
  for (const std::string& market :
       {by_period, by_purchase, with_thresholds, with_tastes, at_start, any_moment})
    for (const int lanes : {0, 1}) {
      INFO(market << lanes);
      const auto fast = lived(market, true, lanes), general = lived(market, false, lanes);
      REQUIRE(fast.size() == general.size());
      for (std::size_t s = 0; s < fast.size(); ++s) CHECK(differences(fast[s], general[s]) == 0);
      CHECK(fast[0].tally.of(Tally::purchases, 5, 0) > 0);
      CHECK(fast[0].tally.lost_by_us(Reason::service, 5, 1) > 0);
    }
}

TEST_CASE("a market with anything beyond what plain ones have is none") {
  KernelMarket market;
  CHECK(is_plain(market));
  const float some[1] = {};
  const std::int64_t amounts[1] = {};
  int taken_for_plain = 0;
  const auto with = [&](auto change) {
    KernelMarket other = market;
    change(other);
    taken_for_plain += is_plain(other);
  };
  with([&](KernelMarket& m) { m.joins = some; });
  with([&](KernelMarket& m) { m.channel = some; });
  with([&](KernelMarket& m) { m.return_rate = some; });
  with([&](KernelMarket& m) { m.trial = some; });
  with([&](KernelMarket& m) { m.switching = some; });
  with([&](KernelMarket& m) { m.switching_cost = some; });
  with([&](KernelMarket& m) { m.units_at_price = some; });
  with([&](KernelMarket& m) { m.off = some; });
  with([&](KernelMarket& m) { m.failure = some; });
  with([&](KernelMarket& m) { m.exit_fee = amounts; });
  with([&](KernelMarket& m) { m.cost_to_keep = amounts; });
  with([](KernelMarket& m) { m.lost_after = 3; });
  with([](KernelMarket& m) { m.growth = 0.1f; });
  with([](KernelMarket& m) { m.contact_recency = 1; });
  with([](KernelMarket& m) { m.offers = 1; });
  with([](KernelMarket& m) { m.recencies = 1; });
  with([](KernelMarket& m) { m.contacts = 1; });
  with([](KernelMarket& m) { m.programmes = 1; });
  with([](KernelMarket& m) { m.add_ons = 1; });
  with([](KernelMarket& m) { m.contract = true; });
  with([](KernelMarket& m) { m.price_kept = true; });
  with([](KernelMarket& m) { m.gated = true; });
  with([](KernelMarket& m) { m.habit_fades = true; });
  with([](KernelMarket& m) { m.habit_grows = true; });
  with([](KernelMarket& m) { m.gamma_units = true; });
  with([](KernelMarket& m) { m.talks = true; });
  with([](KernelMarket& m) { m.favoured = true; });
  with([](KernelMarket& m) { m.prompted = true; });
  with([](KernelMarket& m) { m.wakes = true; });
  with([](KernelMarket& m) { m.at_renewals = true; });
  with([](KernelMarket& m) { m.nests.count = 1; });
  CHECK(taken_for_plain == 0);
}

}  // namespace clientele
