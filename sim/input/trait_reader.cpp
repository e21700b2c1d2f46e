// SPDX-License-Identifier: MIT
#include "sim/input/trait_reader.hpp"

#include <algorithm>

#include "sim/base/spelling.hpp"
#include "sim/input/section.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/trait_parameters.hpp"

namespace clientele {

namespace {

std::string form_of(const DistributionNames& names) {
  std::string form = "'" + std::string(names.name) + ": {" + std::string(names.first) + ": …";
  if (!names.second.empty()) form += ", " + std::string(names.second) + ": …";
  return form + "}'";
}

struct TraitReader {
  const Written& written;
  const Parameter& is;
  std::span<const Distribution> may_follow;
  Period period;
  Places& places;
  Problems& problems;
  std::vector<Assumption>& assumptions;

  std::optional<double> number(const Written& one, const Parameter& parameter) const {
    auto read = known_number_in(one, parameter, period, problems);
    if (!read) return std::nullopt;
    if (read->uncertain) assumptions.push_back(std::move(*read->uncertain));
    return read->value;
  }

  bool may_be(Distribution d) const {
    return std::find(may_follow.begin(), may_follow.end(), d) != may_follow.end();
  }
  bool is_taste() const { return may_be(Distribution::dirichlet); }

  std::nullopt_t refuse(const Place& place, std::string reason, std::string remedy) const {
    problems.add({place, written.path, std::move(reason), std::move(remedy)});
    return std::nullopt;
  }

  std::vector<std::string> allowed_names() const {
    std::vector<std::string> allowed;
    for (const auto& names : distribution_names)
      if (may_be(names.distribution)) allowed.emplace_back(names.name);
    return allowed;
  }

  std::optional<Trait> same_for_all() const {
    const auto value = number(written, is);
    if (!value) return std::nullopt;
    if (is_taste() && *value != 0)
      return refuse(written.place(), "a taste that everybody has alike makes no difference",
                    "Write 'normal: {sd: …}', or give the brands an appeal.");
    return Trait{Distribution::same_for_all, {*value}, {}};
  }

  std::optional<double> parameter(Section& section, const Parameter& parameter) const {
    const Member* found = section.take(parameter.name);
    const std::string path = written.path + "." + std::string(parameter.name);
    if (found) {
      places.remember(path, found->value.place);
      return number({*found, path}, parameter);
    }
    problems.add({section.place(), path, "is missing",
                  "Write, for example, '" + std::string(parameter.name) + ": " +
                      example_of(parameter, period) + "'."});
    return std::nullopt;
  }

  std::optional<Trait> distribution(const DistributionNames& names, const Member& member) const {
    if (member.value.kind == Node::Kind::nothing) {
      problems.add(no_value(member, written.path));
      return std::nullopt;
    }
    if (member.value.kind != Node::Kind::mapping)
      return refuse(member.value.place, std::string(names.name) + " has parameters with names",
                    "Write " + form_of(names) + ".");
    Section section(&member.value, written.path, member.place);
    Trait trait{.distribution = names.distribution, .first = {}, .second = {}};
    const bool mean_is_zero = is_taste() && names.distribution == Distribution::normal;
    std::optional<double> first = 0, second = 0;
    if (!mean_is_zero || section.take("mean")) first = parameter(section, first_parameter_of(is, names));
    if (mean_is_zero && first && *first != 0) {
      refuse(section.take("mean")->value.place, "tastes have the mean 0",
             "Leave the mean out; a brand liked by all has an appeal or a share.");
      first.reset();
    }
    if (!names.second.empty()) second = parameter(section, second_parameter_of(is, names));
    section.report_unknown(problems);
    if (!first || !second) return std::nullopt;
    if (names.distribution == Distribution::uniform && *first >= *second)
      return refuse(member.place, "low is not below high", "Write the lower number as low.");
    trait.first.value = *first;
    trait.second.value = *second;
    return trait;
  }

  std::optional<Trait> read() const {
    const Node& node = written.member.value;
    const auto allowed = allowed_names();
    if (node.kind == Node::Kind::sequence)
      return refuse(node.place, "is a list, but a number or a distribution belongs here",
                    "Write one number, or one of " + listed(allowed, "or") + ".");
    if (node.kind != Node::Kind::mapping) return same_for_all();
    if (node.members.size() != 1 || !names_of(node.members[0].key)) return refuse_keys(node, allowed);
    const Member& only = node.members[0];
    const DistributionNames& names = *names_of(only.key);
    if (!may_be(names.distribution))
      return refuse(only.place, "cannot be " + only.key + " (it may be " + listed(allowed, "or") + ")",
                    "Write, for example, " + form_of(*names_of(allowed.front())) + ".");
    return distribution(names, only);
  }

  std::nullopt_t refuse_keys(const Node& node, const std::vector<std::string>& allowed) const {
    if (node.members.empty())
      return refuse(node.place, "says no distribution",
                    "Write, for example, " + form_of(*names_of(allowed.front())) + ".");
    for (const auto& names : distribution_names) {
      const bool bare = may_be(names.distribution) &&
                        std::all_of(node.members.begin(), node.members.end(), [&](const Member& m) {
                          return m.key == names.first || m.key == names.second;
                        });
      if (bare)
        return refuse(node.members[0].place, "has parameters, but names no distribution",
                      "Write, for example, " + form_of(names) + ".");
    }
    const Member& odd = node.members.back();
    if (node.members.size() > 1 && names_of(odd.key))
      return refuse(odd.place, "has more than one distribution", "Keep one of them.");
    const std::string meant = nearest(odd.key, allowed);
    return refuse(odd.place,
                  "'" + shown(odd.key) + "' is no distribution (it may be " + listed(allowed, "or") + ")",
                  meant.empty() ? "Write, for example, " + form_of(*names_of(allowed.front())) + "."
                                : "Did you mean '" + meant + "'?");
  }
};

}  // namespace

std::optional<Trait> read_trait(const Written& written, const Parameter& is,
                                std::span<const Distribution> may_follow, const TraitContext& context) {
  return TraitReader{
      written, is, may_follow, context.period, context.places, context.problems, context.assumptions}
      .read();
}

}  // namespace clientele
