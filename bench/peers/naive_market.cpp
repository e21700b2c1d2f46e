// SPDX-License-Identifier: MIT
// The market of bench/reference/market.yaml as a good but ordinary programmer writes it: one object a
// customer, the Mersenne Twister, Boost's distributions, doubles. Independent of Clientele: the numbers of
// the market are repeated here, and the benchmark checks that both come to the same results before it times
// anything.
//
//   naive_market BATCHES PEOPLE SEED
//
// simulates so many separate populations of so many people and prints JSON: means over the populations with
// their standard errors, and the seconds of CPU that the simulation took.
#include <array>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

namespace {

using Random = std::mt19937;
constexpr int brands = 4, months = 60, ours = 0;
using ByBrand = std::array<double, brands>;

constexpr ByBrand price = {1.10, 1.00, 0.95, 0.80};
constexpr ByBrand design = {3.6, 3.4, 3.2, 3.0};
constexpr ByBrand image = {3.5, 3.3, 3.4, 3.0};
constexpr ByBrand service = {3.4, 3.2, 3.1, 2.9};
constexpr double cost_share = 0.65, service_noise = 0.8, memory_weight = 0.3, variation = 0.25,
                 leaving = 0.017;

/// What the brands ask in each month, and what a unit of ours is worth today. The program is for asking what
/// happens if prices move.
struct Calendar {
  std::array<ByBrand, months> log_price;
  std::array<double, months> margin;

  Calendar() {
    for (int month = 0; month < months; ++month) {
      for (int j = 0; j < brands; ++j) log_price[month][j] = std::log(price[j]);
      margin[month] = price[ours] * (1 - cost_share) * std::pow(1.010101, -month);
    }
  }
};

double uniform(Random& random) { return boost::random::uniform_01<double>()(random); }
double normal(Random& random, double mean, double sd) {
  return boost::random::normal_distribution<double>(mean, sd)(random);
}
double lognormal(Random& random, double median, double sigma) {
  return boost::random::lognormal_distribution<double>(std::log(median), sigma)(random);
}

int draw_brand(const ByBrand& weights, Random& random) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  double left = uniform(random) * sum;
  int brand = 0;
  while (brand + 1 < brands && left >= weights[brand]) left -= weights[brand++];
  return brand;
}

struct Market {
  std::array<long, brands> purchases{};
  long active_months = 0;
};

class Customer {
 public:
  Customer(const Calendar& calendar, Random& random)
      : rate_(boost::random::gamma_distribution<double>(2.0, 0.5)(random)),
        sensitivity_(lognormal(random, 2.01, 0.5)),
        inertia_(normal(random, 1.0, 0.4)),
        service_weight_(lognormal(random, 0.61, 0.5)),
        log_units_(std::log(lognormal(random, 33.0, 0.5)) - variation * variation / 2) {
    const double design_weight = lognormal(random, 1.0, 0.5), image_weight = lognormal(random, 0.82, 0.5);
    for (int j = 0; j < brands; ++j)
      liking_[j] = design_weight * design[j] + image_weight * image[j] + service_weight_ * service[j];
    settle(calendar, random);
  }

  void live(int month, const Calendar& calendar, Market& market, Random& random) {
    ++market.active_months;
    const int bought = boost::random::poisson_distribution<int, double>(rate_)(random);
    if (bought > 0) {
      const int brand = choose(calendar.log_price[month], random);
      market.purchases[brand] += bought;
      const double units =
          bought * boost::random::lognormal_distribution<double>(log_units_, variation)(random);
      if (brand == ours) value_ += calendar.margin[month] * units;
      if (brand != last_) memory_ = service[brand];
      memory_ += memory_weight * (normal(random, service[brand], service_noise) - memory_);
      last_ = brand;
    }
    active_ = uniform(random) >= leaving;
  }

  bool active() const { return active_; }
  bool ours_today() const { return ours_today_; }
  double value() const { return value_; }

 private:
  /// The brand bought last comes from the customer's own stationary choice, the memory of its service is at
  /// rest.
  void settle(const Calendar& calendar, Random& random) {
    ByBrand e, weights;
    double sum = 0;
    for (int j = 0; j < brands; ++j)
      sum += e[j] = std::exp(liking_[j] - sensitivity_ * calendar.log_price[0][j]);
    for (int j = 0; j < brands; ++j) weights[j] = e[j] * (sum + (std::exp(inertia_) - 1) * e[j]);
    last_ = draw_brand(weights, random);
    ours_today_ = last_ == ours;
    memory_ = normal(random, service[last_], service_noise * std::sqrt(memory_weight / (2 - memory_weight)));
  }

  int choose(const ByBrand& log_price, Random& random) const {
    ByBrand e;
    for (int j = 0; j < brands; ++j) {
      double utility = liking_[j] - sensitivity_ * log_price[j];
      if (j == last_) utility += inertia_ + service_weight_ * (memory_ - service[j]);
      e[j] = std::exp(utility);
    }
    return draw_brand(e, random);
  }

  double rate_, sensitivity_, inertia_, service_weight_, log_units_;
  ByBrand liking_;
  int last_ = 0;
  double memory_ = 0, value_ = 0;
  bool active_ = true, ours_today_ = false;
};

/// What one population comes to.
struct Found {
  double value, value_of_customers, share, active_months;
};

Found simulate(int people, const Calendar& calendar, Market& market, Random& random) {
  std::vector<Customer> customers;
  customers.reserve(people);
  for (int i = 0; i < people; ++i) customers.emplace_back(calendar, random);
  for (int month = 0; month < months; ++month)
    for (Customer& customer : customers)
      if (customer.active()) customer.live(month, calendar, market, random);
  double all = 0, of_ours = 0;
  long customers_today = 0, purchases = 0;
  for (const Customer& customer : customers) {
    all += customer.value();
    if (customer.ours_today()) {
      of_ours += customer.value();
      ++customers_today;
    }
  }
  for (const long count : market.purchases) purchases += count;
  return {all / people, of_ours / customers_today, double(market.purchases[ours]) / purchases,
          double(market.active_months) / people};
}

void print(const char* name, const std::vector<Found>& found, double Found::*what) {
  const auto n = static_cast<double>(found.size());
  double mean = 0, squares = 0;
  for (const Found& one : found) mean += one.*what / n;
  for (const Found& one : found) squares += (one.*what - mean) * (one.*what - mean);
  const double error = n > 1 ? std::sqrt(squares / (n - 1) / n) : 0;
  std::printf("\"%s\": {\"mean\": %.10g, \"error\": %.4g}, ", name, mean, error);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("naive_market BATCHES PEOPLE SEED\n", stderr), 2;
  const int batches = std::atoi(argv[1]), people = std::atoi(argv[2]);
  Random random(static_cast<unsigned>(std::atoi(argv[3])));
  const std::clock_t began = std::clock();
  const Calendar calendar;
  std::vector<Found> found;
  long active_months = 0;
  for (int batch = 0; batch < batches; ++batch) {
    Market market;
    found.push_back(simulate(people, calendar, market, random));
    active_months += market.active_months;
  }
  const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  std::printf("{");
  print("value", found, &Found::value);
  print("value_of_customers", found, &Found::value_of_customers);
  print("share", found, &Found::share);
  print("months", found, &Found::active_months);
  std::printf("\"active_months\": %ld, \"seconds\": %.6f}\n", active_months, seconds);
}
