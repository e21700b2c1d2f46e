// SPDX-License-Identifier: MIT
#include "sim/input/following.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace clientele {

namespace {

/// Keys of brands and segments on which shares do not hang. Any other may be a mistyped share.
constexpr std::array<std::string_view, 19> apart_from_shares = {
    "price",    "unit_cost",     "cost_to_serve",   "leaves",          "ratings",
    "reaction", "owner",         "advertising",     "consistency",     "effectiveness",
    "need",     "choice",        "purchase",        "experience",      "departure",
    "advocacy", "encouragement", "referral_reward", "referral_welcome"};

/// The first parts of a path: of `brands.us.ratings.quality` the collection, its member and the key in it.
struct Head {
  std::string_view collection, member, key;

  bool is_of_members() const { return collection == "brands" || collection == "segments"; }
  bool touches_shares() const {
    return is_of_members() &&
           std::find(apart_from_shares.begin(), apart_from_shares.end(), key) == apart_from_shares.end();
  }
};

Head head_of(std::string_view path) {
  const auto next = [&] {
    const auto dot = std::min(path.find('.'), path.size());
    const auto part = path.substr(0, dot);
    path.remove_prefix(std::min(dot + 1, path.size()));
    return part;
  };
  Head head;
  head.collection = next();
  head.member = next();
  head.key = next();
  return head;
}

bool is_inside(const std::string& path, const std::string& whole) {
  return whole.empty() || path == whole || path.starts_with(whole + ".");
}

}  // namespace

bool may_follow(const std::string& path, const std::string& unread) {
  const Head found = head_of(path), other = head_of(unread);
  if (found.is_of_members() && found.member.empty() && found.collection == other.collection)
    return other.touches_shares();  // the sum of shares, or how many there are
  if (is_inside(path, unread) || is_inside(unread, path)) return true;
  if (found.collection == "brands" && other.collection == "brands" && other.touches_shares())
    return found.touches_shares() || found.member == other.member;
  return path.ends_with("choice.taste") && other.collection == "brands" && other.touches_shares();
}

}  // namespace clientele
