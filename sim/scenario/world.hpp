// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/advocacy/parameters.hpp"
#include "models/arrival/channel_parameters.hpp"
#include "models/arrival/parameters.hpp"
#include "models/choice/parameters.hpp"
#include "models/competition/parameters.hpp"
#include "models/consideration/parameters.hpp"
#include "models/departure/parameters.hpp"
#include "models/experience/parameters.hpp"
#include "models/history/parameters.hpp"
#include "models/need/parameters.hpp"
#include "models/programme/add_on_parameters.hpp"
#include "models/programme/contact_parameters.hpp"
#include "models/purchase/parameters.hpp"
#include "models/purchase/promotion.hpp"
#include "models/value/parameters.hpp"
#include "sim/scenario/assumption.hpp"
#include "sim/scenario/market.hpp"

namespace clientele {

/// What a customer does: one member for each folder of models/ that has parameters of customers.
struct Behaviours {
  std::optional<History> history;
  Arrival arrival;
  Need need;
  Choice choice;
  Purchase purchase;
  std::optional<Experience> experience;
  std::optional<Advocacy> advocacy;
  Departure departure;
};

/// A part of the market whose customers behave alike, apart from their traits.
struct Segment {
  Number share;
  Behaviours behaviours;  ///< the world's, with what the segment has of its own
};

/// A market as it is today: the baseline.
struct World {
  Market market;
  Value value;
  std::vector<Named<Brand>> brands;
  std::vector<Named<Promotion>> promotions;
  std::vector<Named<Channel>> channels;
  std::vector<Named<ContactKind>> contacts;
  std::vector<Named<AddOn>> add_ons;
  std::optional<Consideration> consideration;
  Behaviours behaviours;
  std::vector<Named<Segment>> segments;
  std::set<std::string>
      own_levers;  ///< paths of the levers that a segment gives for itself instead of the world's
  std::vector<Assumption> assumptions;  ///< the numbers of it that are not known exactly
  std::vector<Correlation> correlations;
  std::optional<JointDraws> joint;
};

/// Walk the whole description: every parameter of a world, in the order in which it is best read.
void describe(Behaviours& behaviours, Visitor& visitor);
void describe(Segment& segment, Visitor& visitor);
void describe(World& world, Visitor& visitor);

/// The world's segments, or one called `all` of everybody.
std::vector<Named<Segment>> segments_of(const World& world);

/// The brand that makes a kind of contact.
const std::string& sender_of(const World& world, const ContactKind& kind);
/// The brand that offers an add-on.
const std::string& sender_of(const World& world, const AddOn& add_on);
/// Whether contacts, programmes or add-ons of today change what customers choose or whether they buy.
bool bonds_act_today(const World& world);

/// Index of the focal brand; the world has been validated.
std::size_t focal_index(const World& world);

}  // namespace clientele
