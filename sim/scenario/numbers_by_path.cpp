// SPDX-License-Identifier: MIT
#include "sim/scenario/numbers_by_path.hpp"

#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/trait_parameters.hpp"

namespace clientele {

namespace {

/// Walks a world and stops at each of its numbers.
class NumberWalk : public Visitor {
 public:
  void number(Number& value, const Parameter& is) override { stop_at(value, is); }
  void lever(Lever& value, const Parameter& is) override { stop_at(value.today, is); }
  void optional(std::optional<Number>& value, const Parameter& is) override {
    if (value) stop_at(*value, is);
  }
  void optional_lever(std::optional<Lever>& value, const Parameter& is) override {
    if (value) stop_at(value->today, is);
  }
  void trait(Trait& value, const Parameter& is, std::span<const Distribution>) override {
    const DistributionNames* names = names_of(value.distribution);
    if (!names) {
      stop_at(value.first, is);
      return;
    }
    step_into(is.name, Inside::trait_or_list);
    stop_at(value.first, first_parameter_of(is, *names));
    if (!names->second.empty()) stop_at(value.second, second_parameter_of(is, *names));
    leave();
  }
  void word(int&, const Parameter&, std::span<const Word>) override {}
  void text(std::string&, const Parameter&) override {}

  bool enter(const Parameter& is, bool present) override {
    if (present) step_into(is.name, Inside::part);
    return present;
  }
  void leave() override {
    path_.resize(around_.back());
    around_.pop_back();
    whole_ = 0;
  }
  std::optional<std::size_t> enter_list(const Parameter& is, std::size_t length) override {
    if (length == 0) return std::nullopt;
    step_into(is.name, Inside::trait_or_list);
    return length;
  }
  void members(Entries&) override {}

 protected:
  virtual void found(Number& number, const Parameter& is) = 0;

  const std::string& path() const { return path_; }
  std::string written_at() const { return whole_ > 0 ? path_.substr(0, whole_) : path_; }

 private:
  enum class Inside { part, trait_or_list };

  void step_into(std::string_view name, Inside inside) {
    around_.push_back(path_.size());
    append(name);
    whole_ = inside == Inside::trait_or_list ? path_.size() : 0;
  }
  void append(std::string_view name) {
    if (!path_.empty()) path_ += '.';
    path_ += name;
  }
  void stop_at(Number& number, const Parameter& is) {
    const std::size_t outer = path_.size();
    append(is.name);
    found(number, is);
    path_.resize(outer);
  }

  std::string path_;
  std::vector<std::size_t> around_;  ///< lengths of the paths around what is being walked through
  std::size_t whole_ = 0;            ///< length of the path of the trait or list that it is in
};

class Setter : public NumberWalk {
 public:
  explicit Setter(const NumbersByPath& numbers) : numbers_(numbers) {}

 private:
  void found(Number& number, const Parameter&) override {
    if (const auto at = numbers_.find(path()); at != numbers_.end()) number.value = at->second;
  }

  const NumbersByPath& numbers_;
};

class Lister : public NumberWalk {
 public:
  std::vector<NumberEntry> entries;

 private:
  void found(Number& number, const Parameter& is) override {
    entries.push_back({.path = path(),
                       .written_at = written_at(),
                       .unit = is.unit,
                       .quantity = is.quantity,
                       .range = is.range,
                       .may_be = is.may_be,
                       .whole = comes_whole(is),
                       .value = number.value});
  }
};

}  // namespace

void set_numbers(World& world, const NumbersByPath& numbers) {
  if (numbers.empty()) return;
  Setter setter(numbers);
  describe(world, setter);
}

std::vector<NumberEntry> numbers_of(const World& world) {
  World copy = world;
  Lister lister;
  describe(copy, lister);
  return std::move(lister.entries);
}

bool comes_whole(const Parameter& is) {
  return is.quantity == Quantity::moment || (is.quantity == Quantity::duration && !is.fractional) ||
         is_whole(is);
}

}  // namespace clientele
