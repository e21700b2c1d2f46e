// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "models/number.hpp"

namespace clientele {

/// What kind of quantity a number is; this decides how it is written and how it converts to the world's
/// period.
enum class Quantity {
  number,     ///< `0.7`
  share,      ///< `24%` or `0.24`
  money,      ///< `3.20`, `250k`, in the currency of the world
  frequency,  ///< `5 per month`: so many a period; converts in proportion
  chance,     ///< `2% per month`: probability within a period; converts by 1 − (1 − p)^k
  growth,     ///< `10% per year`: compound rate; converts by (1 + g)^k − 1
  duration,   ///< `18 months`, in periods
  moment      ///< `month 7`: a period, the first is 1
};

/// The values a number may take. An open end is not itself allowed.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;
  bool high_open = false;

  bool contains(double x) const {
    return (low_open ? x > low : x >= low) && (high_open ? x < high : x <= high);
  }
};
constexpr Range between(double low, double high) { return {low, high, false, false}; }
constexpr Range at_least(double low) { return {.low = low}; }
constexpr Range above(double low) { return {.low = low, .low_open = true}; }
constexpr Range any_number() { return {}; }

/// What may happen to a parameter. Roles add up with |.
enum Role : unsigned {
  fixed = 0,
  by_segment = 1,  ///< a segment may have its own
  uncertain = 2,   ///< it is an assumption that one may not know exactly
  decided = 4,     ///< a scenario may change it over time
  chosen = 8       ///< its brand chooses it: only of a brand that is not ours may it be uncertain
};

/// The words of a part's `model`, one or two, with which a parameter acts; none: it acts with any.
class OnlyWith {
 public:
  constexpr OnlyWith() = default;
  constexpr OnlyWith(const char* one, const char* other = "") : words_{one, other} {}

  constexpr bool any() const { return words_[0].empty(); }
  constexpr bool contains(std::string_view model) const {
    return any() || model == words_[0] || (!words_[1].empty() && model == words_[1]);
  }
  std::span<const std::string_view> words() const {
    return std::span(words_).first(any() ? 0 : words_[1].empty() ? 1 : 2);
  }

 private:
  std::array<std::string_view, 2> words_ = {};
};

/// The one description of a parameter: reader, errors, defaults, `describe`, `--set` and documentation walk
/// it.
struct Parameter {
  std::string_view name = {};
  std::string_view meaning = {};
  std::string_view unit = {};
  Quantity quantity = Quantity::number;
  Range range = any_number();
  std::optional<double> standard =
      std::nullopt;                     ///< the default; none: the parameter must be given or stays absent
  std::string_view standard_text = {};  ///< the default in words, where it is no number
  unsigned may_be = fixed;
  std::string_view source = {};
  bool required = false;
  bool fractional = false;            ///< a duration that need be no whole number of periods
  std::string_view in_one_line = {};  ///< of a part: the member that a value written for the whole part is
  bool word_first = false;            ///< a part: 'over 2 months' is its member `over` of 2 months
  OnlyWith only_with = {};            ///< the `model` of its part without which it does nothing
};

/// One of the words that a parameter may be.
struct Word {
  std::string_view name;
  std::string_view meaning;
};

/// A collection whose members the user names: brands, segments, drivers, ratings.
class Entries {
 public:
  virtual ~Entries() = default;
  virtual std::size_t count() const = 0;
  virtual std::string name(std::size_t i) const = 0;
  virtual void add(const std::string& name) = 0;
  /// What stands for a name in documentation, as in `brands.<brand>.price`.
  virtual std::string_view placeholder() const = 0;
};

/// Walks the description of a world. Every use of the parameters is one of these.
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual void number(Number& value, const Parameter& is) = 0;
  virtual void lever(Lever& value, const Parameter& is) = 0;
  virtual void trait(Trait& value, const Parameter& is, std::span<const Distribution> may_follow) = 0;
  virtual void word(int& chosen, const Parameter& is, std::span<const Word> words) = 0;
  virtual void text(std::string& value, const Parameter& is) = 0;
  /// A number that may be absent: missing is not zero.
  virtual void optional(std::optional<Number>& value, const Parameter& is) = 0;
  virtual void optional_lever(std::optional<Lever>& value, const Parameter& is) = 0;

  /// Goes into a part of the world; false: the part is absent and is not visited.
  virtual bool enter(const Parameter& is, bool present) = 0;
  virtual void leave() = 0;
  /// Goes into a list, whose elements are called 1, 2, … in paths; returns its length, as it is or as
  /// written.
  virtual std::optional<std::size_t> enter_list(const Parameter& is, std::size_t length) = 0;
  /// Called inside a collection before its members are visited; a reader adds what it found.
  virtual void members(Entries& entries) = 0;
};

template <class E>
void visit_word(Visitor& visitor, E& chosen, const Parameter& is, std::span<const Word> words) {
  static_assert(std::is_enum_v<E>);
  int index = static_cast<int>(chosen);
  visitor.word(index, is, words);
  chosen = static_cast<E>(index);
}

template <class T>
struct Named {
  std::string name;
  T is{};
};

/// The member with this name, or nullptr.
template <class T>
const T* find(const std::vector<Named<T>>& members, std::string_view name) {
  for (const auto& member : members)
    if (member.name == name) return &member.is;
  return nullptr;
}

template <class T>
class NamedEntries : public Entries {
 public:
  NamedEntries(std::vector<Named<T>>& members, std::string_view placeholder, T fresh = {})
      : members_(members), placeholder_(placeholder), fresh_(std::move(fresh)) {}
  std::size_t count() const override { return members_.size(); }
  std::string name(std::size_t i) const override { return members_[i].name; }
  void add(const std::string& name) override { members_.push_back({name, fresh_}); }
  std::string_view placeholder() const override { return placeholder_; }

 private:
  std::vector<Named<T>>& members_;
  std::string_view placeholder_;
  T fresh_;
};

/// Visits a part with parameters of its own.
template <class T>
void visit_part(Visitor& visitor, T& part, const Parameter& is) {
  if (!visitor.enter(is, true)) return;
  describe(part, visitor);
  visitor.leave();
}

/// Visits a part that is off when its key is absent.
template <class T>
void visit_part(Visitor& visitor, std::optional<T>& part, const Parameter& is) {
  if (!visitor.enter(is, part.has_value())) return;
  if (!part) part.emplace();
  describe(*part, visitor);
  visitor.leave();
}

/// Visits a collection of parts named by the user; a new member starts as a copy of `fresh`.
template <class T>
void visit_members(Visitor& visitor, std::vector<Named<T>>& members, const Parameter& is,
                   std::string_view placeholder, T fresh = {}) {
  if (!visitor.enter(is, !members.empty())) return;
  NamedEntries<T> entries(members, placeholder, std::move(fresh));
  visitor.members(entries);
  for (auto& member : members) {
    if (!visitor.enter({.name = member.name, .meaning = is.meaning}, true)) continue;
    describe(member.is, visitor);
    visitor.leave();
  }
  visitor.leave();
}

/// Visits a collection of levers named by the user, such as the ratings of a brand.
inline void visit_levers(Visitor& visitor, std::vector<Named<Lever>>& members, const Parameter& is,
                         std::string_view placeholder) {
  if (!visitor.enter(is, !members.empty())) return;
  NamedEntries<Lever> entries(members, placeholder);
  visitor.members(entries);
  for (auto& member : members) {
    Parameter one = is;
    one.name = member.name;
    one.required = true;
    visitor.lever(member.is, one);
  }
  visitor.leave();
}

/// Visits a collection of numbers named by the user.
inline void visit_numbers(Visitor& visitor, std::vector<Named<Number>>& members, const Parameter& is,
                          std::string_view placeholder) {
  if (!visitor.enter(is, !members.empty())) return;
  NamedEntries<Number> entries(members, placeholder);
  visitor.members(entries);
  for (auto& member : members) {
    Parameter one = is;
    one.name = member.name;
    one.required = true;
    visitor.number(member.is, one);
  }
  visitor.leave();
}

/// Visits a list of levers, such as a chance by periods since the last purchase.
inline void visit_list(Visitor& visitor, std::vector<Lever>& list, const Parameter& is) {
  const auto length = visitor.enter_list(is, list.size());
  if (!length) return;
  list.resize(*length);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string name = std::to_string(i + 1);
    Parameter one = is;
    one.name = name;
    visitor.lever(list[i], one);
  }
  visitor.leave();
}

}  // namespace clientele
