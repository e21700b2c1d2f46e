// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "sim/base/money.hpp"
#include "sim/engine/kernel_market.hpp"
#include "sim/random/trait_table.hpp"
#include "sim/scenario/average_rival.hpp"
#include "sim/scenario/course.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// The order in which the engine keeps the brands of a world, as indices into world.brands: ours, the
/// incumbents by name, then those absent at the start by name. Reordering the file moves nothing.
struct BrandOrder {
  std::vector<std::size_t> brands;
  int incumbents = 0;
};
BrandOrder brand_order(const World& baseline);

/// The scales of amounts, common to all scenarios and segments of a study so that accounts add up.
struct Scales {
  FixedPoint money, units;
};

/// A trait by the path of its parameter, to be drawn again for some of the people. What the kernel keeps
/// times `factor` is the trait.
struct NamedTrait {
  std::string path;
  TraitDraw draw;
  float factor = 1;
};

/// One segment's market under one scenario, laid out by period for the kernel. Owns what `view` points to.
struct SegmentTables {
  KernelMarket view;
  std::vector<double> price, unit_cost, cost_to_serve, keeping;  ///< [period][brand]; row 0: today
  std::vector<double> advertising;                               ///< [period][brand] that is there; 0: none
  std::vector<double> awareness;                                 ///< [period][brand]
  std::vector<double> discount;                                  ///< [period]; row 0: today
  std::vector<double>
      recommends;            ///< [period][brand] recommendations of a customer who may; none: nobody talks
  double warns = 0;          ///< warnings of a customer who may
  double convert = 0;        ///< chance that a recommendation brings a prospect in
  std::vector<bool> priced;  ///< [brand] has a price and a unit cost
  std::vector<std::vector<double>> point_cost;  ///< [brand][period] what a point on a card stands for
  std::vector<bool> adding;                     ///< [brand] has add-ons
  std::vector<bool> rewarding;                  ///< [brand] has a programme
  std::vector<bool> contacting;                 ///< [brand] has contacts
  std::vector<bool> advertised;                 ///< [brand] advertises, today or when a scenario lets it
  std::vector<double> channel_spend;            ///< [period][channel] of the whole market
  std::vector<double> channel_gain;             ///< [period][channel] newcomers for one more unit of currency
  std::vector<double> channel_reach;            ///< [period][channel] rivals' customers, likewise
  std::vector<bool> channel_poaches;            ///< [channel] it reaches rivals' customers
  std::vector<int> channel_brand;               ///< [channel] the brand that pays for it
  std::vector<std::vector<int>> siblings;       ///< [brand] the other brands of its owner

  /// In fixed point: costs to keep a customer, exit fees, costs of a complaint, of its answer and of a
  /// referral.
  std::vector<std::int64_t> kept, fees, complaints, answers, referrals;
  std::deque<std::vector<float>> floats;
  std::deque<std::vector<std::uint8_t>> flags;
  std::vector<std::uint32_t> slots, notices;
  std::vector<TraitDraw> tastes;
  std::vector<DriverTable> drivers;
  std::vector<BasketTable> baskets;
  std::vector<ContactTable> contacts;
  std::vector<ProgrammeTable> programmes;
  std::vector<AddOnTable> add_ons;
  std::vector<OfferTable> offers;
  std::deque<std::vector<std::int64_t>> amounts;  ///< in fixed point, or counts
  std::vector<NamedTrait> traits;                 ///< all, but tastes that are logarithms of gammas
};

/// How the mean of what purchases bring us is estimated: by what they bring, or also by what each was to be
/// expected to bring, given the state in which it was made.
enum class Estimator { realised, expected };

/// What is told of customers: money, units, purchases and how many they are; or who changes brand and why,
/// who tries one, and how long and how content people are customers, too, which takes two fifths more time.
enum class Detail { money, all };

/// What building a segment's tables needs to know.
struct TablesRequest {
  const Scenario& scenario;
  const World& baseline;              ///< today, and where constants such as the reference price come from
  const std::vector<double>& appeal;  ///< by index into world.brands
  const Named<Segment>& segment;      ///< of the scenario's world
  Scales scales;
  int people = 0;                             ///< simulated in the segment
  Answering answering = {};                   ///< which brands answer others
  Without without = {};                       ///< what of our equity is taken away
  Estimator estimator = Estimator::realised;  ///< of what purchases bring us
  Detail detail = Detail::all;
};

std::unique_ptr<SegmentTables> segment_tables(const TablesRequest& request);

/// Scales that leave room for the largest amounts of the scenarios.
Scales scales_for(const std::vector<const Scenario*>& scenarios);

/// Constants of the baseline: the reference price p̄ (the mean of today's prices, geometric unless the price
/// is linear) and the mean rating of a driver over the brands that are there today; 0 and nothing where there
/// are none.
double reference_price(const World& baseline);
std::optional<double> mean_rating(const World& baseline, const std::string& driver);

/// Index of the first period in which a brand is there, 1 if always; in the world as it is, without changes.
double first_period(const Brand& brand);

}  // namespace clientele
