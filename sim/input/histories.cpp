// SPDX-License-Identifier: MIT
#include "sim/input/histories.hpp"

#include <algorithm>

#include "sim/base/spelling.hpp"
#include "sim/input/csv_cells.hpp"
#include "sim/input/customer_file.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/history.hpp"

namespace clientele {

namespace {

struct Loader {
  World& world;
  const ReadNamedText& read;
  const Places& places;
  Problems& problems;

  std::vector<ListedCustomer> listed_in(const std::string& path, const std::string& file, Problems& of_file) {
    const auto text = read(path, file);
    return text ? read_customers(text->text, text->name, world.market.period, of_file)
                : std::vector<ListedCustomer>{};
  }

  /// The customer's past, if people who behave like this can have it.
  void take(const ListedCustomer& customer, Behaviours& behaviours, Problems& of_file) {
    if (const auto fault = fault_of(behaviours, customer.past))
      of_file.add({customer.place, std::string(fault->key), fault->reason, fault->remedy});
    else
      behaviours.history->customers.push_back(customer.past);
  }

  /// Problems of a file, all but the first few of which are only counted.
  void tell(const Problems& of_file) {
    const auto& found = of_file.found();
    for (std::size_t i = 0; i < std::min(found.size(), most_told); ++i) problems.add(found[i]);
    if (found.size() > most_told) {
      Place last = found[most_told - 1].place;
      last.column += 1;
      problems.add({last, "", "and " + std::to_string(found.size() - most_told) + " more in this file", ""});
    }
  }

  void load_world() {
    Problems of_file;
    const auto customers = listed_in("history.file", world.behaviours.history->file, of_file);
    if (world.segments.empty()) {
      for (const auto& customer : customers) take(customer, world.behaviours, of_file);
    } else {
      std::vector<std::string> names;
      for (const auto& segment : world.segments) names.push_back(segment.name);
      for (const auto& customer : customers) {
        const auto segment = std::find_if(world.segments.begin(), world.segments.end(),
                                          [&](const auto& one) { return one.name == customer.segment; });
        if (segment != world.segments.end()) {
          // A segment with a history of its own has no need of these rows.
          if (!places.knows("segments." + segment->name + ".history"))
            take(customer, segment->is.behaviours, of_file);
        } else {
          const std::string meant = nearest(customer.segment, names);
          of_file.add({customer.place, "segment",
                       customer.segment.empty() ? "is missing, but the world has segments"
                                                : "there is no segment '" + shown(customer.segment) + "'",
                       meant.empty() ? "Write one of " + listed(names, "or") + "."
                                     : "Did you mean '" + meant + "'?"});
        }
      }
    }
    tell(of_file);
    if (!places.knows("people") && world.behaviours.arrival.arrivals.empty() &&
        !world.behaviours.arrival.prospects)
      world.market.people.value = static_cast<double>(customers.size());
    if (of_file.any()) return;
    for (const auto& segment : world.segments)
      if (const auto& history = segment.is.behaviours.history;
          history && !history->file.empty() && history->customers.empty() &&
          !places.knows("segments." + segment.name + ".history"))
        problems.add({places.of("history.file"), "history.file", "has no row of the segment " + segment.name,
                      "Add its customers, or give the segment a 'history' of its own."});
  }

  void load_segment(Named<Segment>& segment) {
    const std::string path = "segments." + segment.name + ".history.file";
    if (!places.knows(path)) return;
    Problems of_file;
    Behaviours& behaviours = segment.is.behaviours;
    for (const auto& customer : listed_in(path, behaviours.history->file, of_file)) {
      if (!customer.segment.empty() && customer.segment != segment.name)
        of_file.add({customer.place, "segment",
                     "is '" + shown(customer.segment) + "' in the file of " + segment.name,
                     "Name the file in 'history' of the world, not of a segment."});
      else
        take(customer, behaviours, of_file);
    }
    tell(of_file);
  }
};

}  // namespace

void load_histories(World& world, const ReadNamedText& read, const Places& places, Problems& problems) {
  Loader loader{world, read, places, problems};
  if (world.behaviours.history && !world.behaviours.history->file.empty()) loader.load_world();
  for (auto& segment : world.segments)
    if (segment.is.behaviours.history && !segment.is.behaviours.history->file.empty())
      loader.load_segment(segment);
}

}  // namespace clientele
