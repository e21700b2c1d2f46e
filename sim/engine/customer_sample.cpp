// SPDX-License-Identifier: MIT
#include "sim/engine/customer_sample.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "models/choice/nested_logit.hpp"
#include "models/choice/utility.hpp"
#include "models/consideration/awareness.hpp"
#include "models/experience/satisfaction.hpp"
#include "models/need/recency.hpp"
#include "models/purchase/discount.hpp"
#include "sim/engine/segment_tables.hpp"
#include "sim/random/sobol_normals.hpp"
#include "sim/random/trait_table.hpp"
#include "sim/scenario/levels.hpp"
#include "sim/scenario/typical.hpp"

namespace clientele {

namespace {

/// A brand's rating of a driver today, or the mean of those that are rated.
double rating_today(const World& world, const Brand& brand, const std::string& driver) {
  const Lever* rating = find(brand.ratings, driver);
  return rating ? rating->today.value : mean_rating(world, driver).value_or(3);
}

/// What satisfaction at rest adds to the utility of a brand for those who bought it last.
double satisfaction_at_rest(const World& world, const Brand& brand, const Experience& e) {
  const double s = satisfaction(rating_today(world, brand, "quality"), rating_today(world, brand, "service"),
                                e.product_weight.value);
  return utility_of_satisfaction(s, e.dissatisfied_below.value, e.delighted_above.value,
                                 e.disappointment.value, e.delight.value);
}

/// Which of the brands that are there today a customer knows who is so ready to notice each.
std::vector<bool> brands_known(const World& world, const std::vector<double>& notice) {
  std::vector<bool> known;
  std::size_t nearest = 0;
  double distance = std::numeric_limits<double>::infinity();
  for (std::size_t j = 0; j < world.brands.size(); ++j) {
    const Brand& brand = world.brands[j].is;
    const double awareness = brand.awareness.today.value;
    const bool there = first_period(brand) <= 1 && !(brand.leaves && brand.leaves->today.value <= 1);
    known.push_back(there && has_heard_of(notice[j], awareness));
    const double away = distance_from_hearing(notice[j], awareness);
    if (there && away < distance) distance = away, nearest = j;
  }
  known[nearest] = true;
  return known;
}

/// A brand's price today as the customers of a segment see it, less the discounts that they know.
double price_seen_today(const World& world, const Named<Brand>& brand, const std::string& segment) {
  double price = brand.is.price->today.value;
  for (const auto& promotion : world.promotions)
    if (reaches(promotion.is, brand.name, segment) && is_seen(promotion.is))
      price = kept_after(price, promotion.is.discount.today.value);
  return price;
}

/// What the habit may be at the coming purchases of a customer of this rate of purchases, or chance to buy.
std::optional<HabitCourse<double>> habit_course(const Behaviours& b, double rate) {
  const Choice& choice = b.choice;
  const bool fades = choice.habit_half_life.has_value(), grows = choice.habit_growth.value > 0;
  if (!fades && !grows && !has_nests(choice)) return std::nullopt;
  HabitCourse<double> course;
  course.left[0] = course.chance[0] = course.grown[0] = 1;
  if (fades) {
    const bool poisson = b.need.model == Need::Model::poisson_gamma,
               several = poisson && b.need.per == Need::ChoicePer::occasion;
    const double again = several ? 1 + std::expm1(-rate) / rate : 0;
    const double log2_none = poisson ? -rate * log2_e : std::log2(std::max(1 - rate, 0x1p-100));
    const auto gaps = gaps_for_all(b.need);
    const double fading = 1 / choice.habit_half_life->value;
    course.gaps = gap_parts + (several ? 1 : 0);
    for (int part = 0; part < gap_parts; ++part) {
      const double periods =
          gaps ? (*gaps)[part]
               : 1 + std::floor(periods_since_purchase<double>(log2_of_part[part], log2_none, 0x1p24));
      course.left[part] = habit_left(periods, fading);
      course.chance[part] = (1 - again) / gap_parts;
    }
    course.left[gap_parts] = 1;
    course.chance[gap_parts] = again;
  }
  if (grows) {
    course.steps = habit_steps;
    for (int step = 0; step < habit_steps; ++step)
      course.grown[step] = habit_grown<double>(step_middle[step], choice.habit_growth.value,
                                               1 / choice.habit_growth_over.value);
  }
  return course;
}

std::shared_ptr<const SampleNests> nests_of(const World& world, const Choice& choice) {
  if (!has_nests(choice)) return nullptr;
  auto nests = std::make_shared<SampleNests>();
  for (const auto& nest : choice.nests) nests->similarity.push_back(static_cast<float>(nest.is.value));
  for (const auto& brand : world.brands)
    nests->of.push_back(static_cast<std::uint8_t>(nest_of(choice, brand.is)));
  return nests;
}

void sample_segment(const World& world, const Named<Segment>& who, double purchases, int points,
                    std::vector<SampleCustomer>& sample) {
  const Segment& segment = who.is;
  const Behaviours& b = segment.behaviours;
  const std::size_t brands = world.brands.size(), drivers = b.choice.drivers.size();
  const TraitTable sensitivity = table_of(b.choice.price_sensitivity), inertia = table_of(b.choice.inertia);
  std::vector<TraitTable> weights, tastes;
  for (const auto& driver : b.choice.drivers) weights.push_back(table_of(driver.is.weight));
  const bool dirichlet = b.choice.taste.distribution == Distribution::dirichlet;
  for (const auto& brand : world.brands)
    tastes.push_back(table_of(b.choice.taste, brand.is.share.value_or(Number{}).value));
  const double reference = reference_price(world);
  const bool linear = b.choice.price == Choice::Price::linear;
  const auto nests = nests_of(world, b.choice);
  // Early dimensions of the sequence are the most even: tastes come first, and what is the same for all takes
  // none.
  int dimensions = 0;
  const auto dimension_of = [&](const TraitTable& table) { return table.varies() ? dimensions++ : -1; };
  std::vector<int> taste_at, weight_at;
  for (const auto& taste : tastes) taste_at.push_back(dimension_of(taste));
  const int sensitivity_at = dimension_of(sensitivity), inertia_at = dimension_of(inertia);
  for (const auto& weight : weights) weight_at.push_back(dimension_of(weight));
  std::vector<int> notice_at;
  for (const auto& brand : world.brands)
    notice_at.push_back(brand.is.awareness.today.value < 1 ? dimensions++ : -1);
  const bool poisson = b.need.model == Need::Model::poisson_gamma;
  const TraitTable rates = table_of(poisson ? b.need.purchases : b.need.probability);
  const int rate_at = b.choice.habit_half_life ? dimension_of(rates) : -1;
  const auto normals = sobol_normals(points, std::max(dimensions, 1));
  for (int i = 0; i < points; ++i) {
    const auto z = [&](int dimension) {
      return dimension < 0 ? 0 : normals[static_cast<std::size_t>(i) * dimensions + dimension];
    };
    SampleCustomer customer{.weight = segment.share.value * purchases / points,
                            .habit = inertia.at(z(inertia_at)),
                            .e = {},
                            .taste = {},
                            .cost = {},
                            .bonus = {},
                            .course = {},
                            .nests = nests};
    const double rate = rates.at(z(rate_at));
    if (rate_at >= 0) customer.weight *= rate / purchases;  // who buys often forgets less, and counts more
    customer.course = habit_course(b, rate);
    const double gamma = sensitivity.at(z(sensitivity_at));
    for (std::size_t d = 0; d < drivers && b.experience; ++d) {
      if (b.choice.drivers[d].name == "quality") customer.quality_weight = weights[d].at(z(weight_at[d]));
      if (b.choice.drivers[d].name == "service") customer.service_weight = weights[d].at(z(weight_at[d]));
    }
    std::vector<double> utility, tastes_here;
    for (std::size_t j = 0; j < brands; ++j) {
      const Brand& brand = world.brands[j].is;
      const double taste = tastes[j].log2_at(z(taste_at[j]));
      tastes_here.push_back(taste);
      double own = dirichlet ? taste / log2_e : taste;
      for (std::size_t d = 0; d < drivers; ++d) {
        const std::string& name = b.choice.drivers[d].name;
        own += weights[d].at(z(weight_at[d])) *
               (rating_today(world, brand, name) - mean_rating(world, name).value_or(3));
      }
      const double price = brand.price ? price_in_utility(price_seen_today(world, world.brands[j], who.name),
                                                          reference, linear)
                                       : 0;
      utility.push_back(utility_at_price(own, gamma, price));
    }
    if (dirichlet) {
      const double strongest = *std::max_element(tastes_here.begin(), tastes_here.end());
      double sum = 0;
      for (const double taste : tastes_here) sum += std::exp2(taste - strongest);
      for (const double taste : tastes_here) customer.taste.push_back(std::exp2(taste - strongest) / sum);
    }
    std::vector<double> notice;
    for (const int at : notice_at) notice.push_back(at < 0 ? 0 : std::erfc(-z(at) / std::numbers::sqrt2) / 2);
    const std::vector<bool> known = brands_known(world, notice);
    double best = utility[0];
    for (const double u : utility) best = std::max(best, u);
    for (std::size_t j = 0; j < brands; ++j) {
      const Brand& brand = world.brands[j].is;
      customer.e.push_back(known[j] ? std::exp(utility[j] - best) : 0);
      customer.cost.push_back(b.choice.switching_cost.today.value + brand.switching_cost.today.value);
      customer.bonus.push_back(
          std::exp(customer.habit + customer.cost[j] +
                   (b.experience ? satisfaction_at_rest(world, brand, *b.experience) : 0)));
    }
    sample.push_back(std::move(customer));
  }
}

}  // namespace

std::vector<SampleCustomer> customer_sample(const World& world, int points) {
  std::vector<SampleCustomer> sample;
  for (const auto& segment : segments_of(world)) {
    const Need& need = segment.is.behaviours.need;
    const double purchases = purchases_a_period(need);
    sample_segment(world, segment, purchases, points, sample);
  }
  double weight = 0;
  for (const auto& customer : sample) weight += customer.weight;
  for (auto& customer : sample) customer.weight /= weight;
  return sample;
}

namespace {
bool everybody_knows(const World& world) {
  return std::all_of(world.brands.begin(), world.brands.end(),
                     [](const auto& brand) { return brand.is.awareness.today.value == 1; });
}
}  // namespace

std::vector<double> shares_to_reach(const World& world, const std::vector<SampleCustomer>& sample) {
  std::vector<double> shares;
  for (const auto& brand : world.brands) shares.push_back(brand.is.share.value_or(Number{}).value);
  for (const auto& customer : sample)
    if (customer.taste.empty() || !everybody_knows(world)) return shares;
  std::fill(shares.begin(), shares.end(), 0.0);
  for (const auto& customer : sample)
    for (std::size_t j = 0; j < shares.size(); ++j) shares[j] += customer.weight * customer.taste[j];
  return shares;
}

}  // namespace clientele
