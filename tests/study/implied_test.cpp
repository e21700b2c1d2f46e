// SPDX-License-Identifier: MIT
#include "sim/study/implied.hpp"
#include "places.hpp"

#include <cmath>
#include <filesystem>

#include "sim/input/read.hpp"
#include "tests/support/catch.hpp"

// What `check` says of the worlds that are shipped, beside what a run of them shows: other people and other
// luck (another seed), so the errors of both add up. Every margin is 4 standard errors, 6 false alarms in
// 100,000 if they were known exactly; from 16 replications it is 1 in 1,000. The seeds are fixed: a check
// always passes or never does.
namespace clientele {
namespace {

const std::filesystem::path worlds = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "scenarios";
constexpr RunOptions to_check{.customers = 4000, .replications = 16, .seed = 20240623};
constexpr RunOptions to_run{.customers = 4000, .replications = 16, .explain = 0, .seed = 7};

Scenario baseline_of(const std::string& file, const std::vector<Setting>& settings) {
  return read_study({worlds / file}, settings).baseline;
}

double root_of_squares(double a, double b) { return std::sqrt(a * a + b * b); }

struct Checked {
  Scenario baseline;
  std::vector<Implied> implied;
  Results results;  ///< of the baseline, and of it with our price 1 % up

  Checked(const std::string& file, const std::vector<Setting>& settings)
      : baseline(baseline_of(file, settings)), implied(implied_by(baseline, to_check, {})) {
    Scenario with_appeals = baseline;  // as check tells them, instead of the shares
    for (auto& brand : with_appeals.world.brands)
      if (brand.is.share && baseline.world.brands.size() > 1) {
        brand.is.appeal = Number{*told("appeal of " + brand.name).value};
        brand.is.share.reset();
      }
    Scenario dearer = with_appeals;
    dearer.name = "dearer";
    dearer.changes.push_back({.path = "brands.us.price", .how = Change::How::by_share, .amount = 0.01});
    results = run(with_appeals, {dearer}, to_run, {}, {});
  }

  const Implied& told(const std::string& name) const {
    for (const auto& one : implied)
      if (one.name == name) return one;
    throw std::runtime_error("check does not say '" + name + "'");
  }

  Estimate shown(const std::string& metric, const std::string& brand = "us") const {
    for (const auto& row : results.summary)
      if (row.scenario == baseline.name && row.segment == "all" && row.brand == brand && row.metric == metric)
        return row.estimate.value();
    throw std::runtime_error("no metric " + metric);
  }

  double units(const std::string& scenario, int period) const {
    for (const auto& row : results.by_period)
      if (row.scenario == scenario && row.brand == "us" && row.metric == "units" && row.period == period)
        return row.estimate->mean;
    throw std::runtime_error("no units");
  }

  Estimate stays_with_us() const {
    for (const auto& row : results.switching)
      if (row.scenario == baseline.name && row.from == "us" && row.to == "us") return row.share.value();
    throw std::runtime_error("no switching");
  }

  void compare(double told, double shown, double error) const {
    INFO("check: " << told << ", run: " << shown << ", standard error " << error);
    CHECK(std::abs(told - shown) < 4 * error);
  }

  void compare_shares() const {
    for (const auto& brand : baseline.world.brands) {
      if (!brand.is.share) continue;
      INFO("share of " << brand.name);
      const Estimate share = shown("share", brand.name);
      compare(brand.is.share->value, share.mean, share.mc_error);
    }
  }

  void compare_retention(const std::string& period) const {
    INFO("retention, and the time a customer stays");
    const Implied &retention = told("retention of our customers"), &stay = told("time a customer stays");
    const Estimate share = shown("retention");
    compare(*retention.value, share.mean, root_of_squares(*retention.mc_error, share.mc_error));
    CHECK(stay.unit == period + "s");
    const double left = 1 - share.mean, error_of_stay = share.mc_error / (left * left);
    compare(*stay.value, 1 / left, root_of_squares(*stay.mc_error, error_of_stay));
  }

  /// The run has the rise of the price alone. That is off from the middle of rise and cut by half a step
  /// times the slope of the elasticity, below 4 by the logarithm of the price: .02.
  void compare_elasticity(const std::string& name, int period) const {
    INFO(name);
    const Implied& elasticity = told(name);
    const double run = std::log(units("dearer", period) / units(baseline.name, period)) / std::log(1.01);
    compare(*elasticity.value, run, std::sqrt(2.0) * *elasticity.mc_error + 0.005);
  }
};

}  // namespace

TEST_CASE("what check says of the coffee market is what a run shows") {
  const Checked coffee("coffee/market.yaml", {{"horizon", "12 months"}});
  coffee.compare_shares();
  coffee.compare_retention("month");
  coffee.compare_elasticity("own price elasticity after 1 month", 1);
  coffee.compare_elasticity("own price elasticity after 12 months", 12);
}

TEST_CASE("what check says of customers who are all dissatisfied is what a run of such shows") {
  // Without chance in experiences memories rest at the ratings: 3, below the threshold of 3.5.
  const Checked calm("coffee/market.yaml", {{"horizon", "12 months"},
                                            {"experience.product_noise", "0"},
                                            {"experience.service_noise", "0"},
                                            {"brands.us.ratings.quality", "3"},
                                            {"brands.us.ratings.service", "3"}});
  const Estimate stays = calm.stays_with_us();
  calm.compare(*calm.told("next purchase stays with us at satisfaction 3").value, stays.mean, stays.mc_error);
}

TEST_CASE("what check says of the music shops is what a run shows") {
  const Checked music("music/market.yaml", {{"horizon", "12 weeks"}});
  music.compare_shares();
  music.compare_retention("week");
  music.compare_elasticity("own price elasticity after 1 week", 1);
  music.compare_elasticity("own price elasticity after 12 weeks", 12);
  const Estimate stays = music.stays_with_us();
  music.compare(*music.told("next purchase stays with us").value, stays.mean, stays.mc_error);
}

TEST_CASE("what check says of the cohort of the music shop is what a run shows") {
  const Checked cohort("music/cohort.yaml", {{"horizon", "12 weeks"}});
  cohort.compare_retention("week");
}

}  // namespace clientele
