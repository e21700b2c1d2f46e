// SPDX-License-Identifier: MIT
#include "sim/scenario/decisions.hpp"

namespace clientele {

namespace {

template <class T>
std::string brand_of(const std::vector<Named<T>>& members, const std::string& name) {
  const T* member = find(members, name);
  return member ? member->brand : "";
}

}  // namespace

bool is_ours(const World& world, const std::string& path, unsigned may_be) {
  if (!(may_be & chosen)) return false;
  const auto first = path.find('.'), second = path.find('.', first + 1);
  if (second == std::string::npos) return false;
  const std::string group = path.substr(0, first), name = path.substr(first + 1, second - first - 1);
  std::string brand;
  if (group == "brands") brand = name;
  if (group == "promotions") brand = brand_of(world.promotions, name);
  if (group == "channels") brand = brand_of(world.channels, name);
  if (group == "contacts") brand = brand_of(world.contacts, name);
  if (group == "add_ons") brand = brand_of(world.add_ons, name);
  return brand.empty() || brand == world.market.focal;
}

}  // namespace clientele
