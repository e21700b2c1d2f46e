// SPDX-License-Identifier: MIT
#include "sim/scenario/numbers_by_path.hpp"

namespace clientele {

namespace {

class Setter : public Visitor {
 public:
  explicit Setter(const NumbersByPath& numbers) : numbers_(numbers) {}

  void number(Number& value, const Parameter& is) override { set(value, is.name); }
  void lever(Lever& value, const Parameter& is) override { set(value.today, is.name); }
  void optional(std::optional<Number>& value, const Parameter& is) override {
    if (value) set(*value, is.name);
  }
  void optional_lever(std::optional<Lever>& value, const Parameter& is) override {
    if (value) set(value->today, is.name);
  }
  void trait(Trait& value, const Parameter& is, std::span<const Distribution>) override {
    if (value.distribution == Distribution::same_for_all) {
      set(value.first, is.name);
      return;
    }
    const std::size_t outer = path_.size();
    step_into(is.name);
    for (const auto& names : distribution_names) {
      if (names.distribution != value.distribution) continue;
      set(value.first, names.first);
      if (!names.second.empty()) set(value.second, names.second);
    }
    path_.resize(outer);
  }
  void word(int&, const Parameter&, std::span<const Word>) override {}
  void text(std::string&, const Parameter&) override {}

  bool enter(const Parameter& is, bool present) override {
    if (!present) return false;
    lengths_.push_back(path_.size());
    step_into(is.name);
    return true;
  }
  void leave() override {
    path_.resize(lengths_.back());
    lengths_.pop_back();
  }
  std::optional<std::size_t> enter_list(const Parameter& is, std::size_t length) override {
    if (!enter(is, length > 0)) return std::nullopt;
    return length;
  }
  void members(Entries&) override {}

 private:
  void step_into(std::string_view name) {
    if (!path_.empty()) path_ += '.';
    path_ += name;
  }

  void set(Number& number, std::string_view name) {
    const std::size_t outer = path_.size();
    step_into(name);
    if (const auto found = numbers_.find(path_); found != numbers_.end()) number.value = found->second;
    path_.resize(outer);
  }

  const NumbersByPath& numbers_;
  std::string path_;                  ///< of the part that is being walked through
  std::vector<std::size_t> lengths_;  ///< of the paths around it
};

}  // namespace

void set_numbers(World& world, const NumbersByPath& numbers) {
  if (numbers.empty()) return;
  Setter setter(numbers);
  describe(world, setter);
}

}  // namespace clientele
