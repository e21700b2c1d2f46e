// SPDX-License-Identifier: MIT
#include "sim/study/profile.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "sim/engine/traits_again.hpp"
#include "sim/scenario/catalogue.hpp"

namespace clientele {

namespace {

constexpr int deciles = 10;
constexpr int everybody = deciles;  // after the deciles

/// Whom a profile is of: customers of today, or those who come later and early enough for a whole window.
enum class Group { existing, newcomers };

/// One of them, with the numbers that describe him.
struct Customer {
  double value;
  int segment;
  std::uint32_t person;
  double weight;
  std::vector<double> is;  ///< by characteristic
};

struct Characteristic {
  std::string name, unit;
};

/// Traits by path, in which people differ: within a segment or from one to another.
std::vector<std::string> telling_traits(const Books& books, int scenario) {
  const auto& segments = books.plan.scenarios[scenario].courses.front();
  std::vector<std::string> telling;
  for (std::size_t t = 0; t < segments.front()->traits.size(); ++t) {
    const NamedTrait& first = segments.front()->traits[t];
    const bool all_the_same = std::all_of(segments.begin(), segments.end(), [&](const auto& segment) {
      return std::any_of(segment->traits.begin(), segment->traits.end(), [&](const NamedTrait& trait) {
        return trait.path == first.path && trait.draw.form == TraitDraw::same_for_all &&
               first.draw.form == TraitDraw::same_for_all && trait.draw.offset == first.draw.offset;
      });
    });
    const bool in_all = std::all_of(segments.begin(), segments.end(), [&](const auto& segment) {
      return std::any_of(segment->traits.begin(), segment->traits.end(),
                         [&](const NamedTrait& trait) { return trait.path == first.path; });
    });
    if (in_all && !all_the_same) telling.push_back(first.path);
  }
  return telling;
}

/// Whether a trait, such as choice.taste.us, is of the parameter whose path in the catalogue this is, such as
/// choice.taste or choice.drivers.<driver>.weight.
bool is_of(std::string_view trait, std::string_view parameter) {
  const auto next = [](std::string_view& path) {
    const auto end = std::min(path.find('.'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return part;
  };
  while (!parameter.empty()) {
    const auto wanted = next(parameter), part = next(trait);
    if (part.empty() || (part != wanted && !wanted.starts_with('<'))) return false;
  }
  return true;
}

std::string unit_of(const std::string& trait) {
  for (const CatalogueEntry& entry : full_catalogue())
    if (entry.kind == "trait" && is_of(trait, entry.path)) return std::string(entry.unit);
  return "";
}

std::vector<Characteristic> characteristics(const Sample& sample, Group group) {
  const Books& books = sample.books;
  std::vector<Characteristic> all = {{"value", "currency"}};
  if (group == Group::existing) all.push_back({"purchases", "purchases"});
  if (group == Group::newcomers)
    for (const auto& channel : sample.what.world.channels)
      all.push_back({"channels." + channel.name, "share"});
  if (books.plan.population.size() > 1)
    for (const auto& segment : books.plan.population) all.push_back({"segments." + segment.name, "share"});
  for (const auto& path : telling_traits(books, sample.scenario)) all.push_back({path, unit_of(path)});
  return all;
}

/// What somebody is worth as one of a group; nothing if he is not of it.
std::optional<double> value_in(const Books& books, const SegmentTables& tables, const Life& life,
                               Group group) {
  if (group == Group::newcomers) return value_as_new(books, tables, life);
  return life.first == 0 ? std::optional(books.scales.money.to_double(life.value)) : std::nullopt;
}

/// A trait as the channel has it by which somebody came into the category.
double as_brought(const KernelMarket& market, const Life& life, const std::string& trait, double drawn) {
  if (life.channel < 0 || life.start < market.brands || !market.channels_differ) return drawn;
  if (trait == "choice.price_sensitivity") return drawn * market.channel_sensitivity[life.channel];
  if (trait == "choice.inertia") return drawn + market.channel_inertia[life.channel] / log2_e;
  return drawn;
}

/// Customers of ours in one replication, the most valuable first. Equals stand in the order of their numbers,
/// so that no layout of the work can matter.
std::vector<Customer> customers_of(const Sample& sample, Group group) {
  const Books& books = sample.books;
  const int scenario = sample.scenario;
  std::vector<Customer> customers;
  const auto telling = telling_traits(books, scenario);
  const int segments = static_cast<int>(books.plan.population.size());
  for (int s = 0; s < segments; ++s) {
    const SegmentTables& tables = *books.plan.scenarios[scenario].courses[sample.segments[s].course][s];
    std::vector<std::uint32_t> people;
    std::vector<const Life*> lives;
    const std::size_t first = customers.size();
    for (const Life& life : sample.segments[s].lives) {
      const auto value = value_in(books, tables, life, group);
      if (!value) continue;
      people.push_back(life.person);
      lives.push_back(&life);
      customers.push_back({*value, s, life.person, books.plan.population[s].weight, {*value}});
      if (group == Group::existing) customers.back().is.push_back(static_cast<double>(life.purchases));
      for (std::size_t c = 0; group == Group::newcomers && c < sample.what.world.channels.size(); ++c)
        customers.back().is.push_back(life.channel == static_cast<int>(c) ? 1 : 0);
      for (int other = 0; segments > 1 && other < segments; ++other)
        customers.back().is.push_back(other == s ? 1 : 0);
    }
    for (const auto& path : telling) {
      const auto& traits = books.plan.scenarios[scenario].courses.front()[s]->traits;
      const auto trait = std::find_if(traits.begin(), traits.end(),
                                      [&](const NamedTrait& named) { return named.path == path; });
      const auto drawn = traits_again(books.plan, sample.replication, *trait, people);
      for (std::size_t i = 0; i < drawn.size(); ++i)
        customers[first + i].is.push_back(as_brought(tables.view, *lives[i], path, drawn[i]));
    }
  }
  std::sort(customers.begin(), customers.end(), [](const Customer& a, const Customer& b) {
    return std::tuple(-a.value, a.segment, a.person) < std::tuple(-b.value, b.segment, b.person);
  });
  return customers;
}

/// Means of each characteristic by decile and of everybody. Who stands on a border counts on both sides in
/// proportion.
std::array<std::vector<double>, deciles + 1> means_of(const std::vector<Customer>& customers) {
  double all = 0, before = 0;
  for (const Customer& customer : customers) all += customer.weight;
  std::array<std::vector<double>, deciles + 1> means;
  for (auto& mean : means) mean.resize(customers.front().is.size());
  for (const Customer& customer : customers) {
    const double after = before + customer.weight;
    for (int decile = 0; decile < deciles; ++decile) {
      const double low = all * decile / deciles, high = all * (decile + 1) / deciles;
      const double within = std::min(after, high) - std::max(before, low);
      if (within <= 0) continue;
      for (std::size_t c = 0; c < customer.is.size(); ++c) {
        means[decile][c] += customer.is[c] * within / (all / deciles);
        means[everybody][c] += customer.is[c] * within / all;
      }
    }
    before = after;
  }
  return means;
}

}  // namespace

void tabulate_profile(const Sample& sample, Findings& findings) {
  for (const Group group : {Group::existing, Group::newcomers}) {
    const auto customers = customers_of(sample, group);
    const auto all = characteristics(sample, group);
    const auto means = customers.empty() ? decltype(means_of(customers)){} : means_of(customers);
    for (int decile = 0; decile <= everybody; ++decile)
      for (std::size_t c = 0; c < all.size(); ++c)
        findings.add(
            &Findings::profile,
            [&] {
              return ProfileRow{sample.what.name,
                                group == Group::existing ? "existing" : "new",
                                decile == everybody ? "all" : std::to_string(decile + 1),
                                all[c].name,
                                all[c].unit,
                                {}};
            },
            customers.empty() ? std::nullopt : std::optional(means[decile][c]));
  }
}

}  // namespace clientele
