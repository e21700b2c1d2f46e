// SPDX-License-Identifier: MIT
#include "sim/input/read.hpp"

#include "sim/base/contract.hpp"
#include "sim/input/assumptions.hpp"
#include "sim/input/following.hpp"
#include "sim/input/histories.hpp"
#include "sim/input/reader.hpp"
#include "sim/input/scalar.hpp"
#include "sim/input/scenario_reader.hpp"
#include "sim/input/section.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/history.hpp"
#include "sim/scenario/retention.hpp"
#include "sim/scenario/validation.hpp"

namespace clientele {

namespace {
namespace fs = std::filesystem;

[[noreturn]] void refuse(const Place& place, std::string path, std::string reason, std::string remedy) {
  throw BadScenario({{place, std::move(path), std::move(reason), std::move(remedy)}});
}

enum class FileKind { market, scenario };

/// Told by the first key, after an optional `format: 1`.
FileKind kind_of(const Node& tree) {
  std::size_t first = 0;
  if (!tree.members.empty() && tree.members[0].key == "format") {
    const Node& format = tree.members[0].value;
    if (format.text != "1")
      refuse(tree.members[0].place, "format", "this program reads format 1 only",
             "Write 'format: 1', or use a newer program.");
    first = 1;
  }
  if (tree.members.size() <= first)
    refuse(tree.place, "", "the file has nothing in it", "Begin with 'market: …' or 'scenario: …'.");
  const Member& member = tree.members[first];
  if (member.key == "market") return FileKind::market;
  if (member.key == "scenario") return FileKind::scenario;
  if (member.key == "study")
    refuse(member.place, "study", "files of this kind are not read yet",
           "Name a file that begins with 'market: …' or 'scenario: …'.");
  refuse(member.place, shown(member.key), "the first key must say what the file is",
         "Begin with 'market: …' for a world or with 'scenario: …' for what changes in one.");
}

/// A `format` that is not the first key would otherwise pass unread.
void check_format_first(const Node& tree, Problems& problems) {
  for (std::size_t i = 1; i < tree.members.size(); ++i)
    if (tree.members[i].key == "format")
      problems.add(
          {tree.members[i].place, "format", "must be the first key", "Move it to the top of the file."});
}

/// Checks across fields, without those that follow from a field that could not be read.
void validate_the_rest(const World& world, const Places& places, Problems& problems) {
  Problems across;
  validate(world, places, across);
  const auto already = problems.found();
  for (const auto& problem : across.found()) {
    bool follows = false;
    for (const auto& known : already) follows = follows || may_follow(problem.path, known.path);
    if (!follows) problems.add(problem);
  }
}

fs::path without_links(const fs::path& file) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::absolute(file, error), error);
  return error ? fs::path() : real;
}

struct StudyReader {
  const std::vector<Setting>& settings;
  const ReadFile& read;
  Study study;
  Problems problems;
  std::optional<fs::path> world = std::nullopt;  ///< the file of the market, once it was read
  fs::path first_file{};                         ///< which named it
  WorldIs world_is = WorldIs::sound;

  Node tree_of(const fs::path& file) {
    const std::string name = file.generic_string();
    study.sources.push_back({name, read(file)});
    return read_yaml(study.sources.back().text, name);
  }

  void read_market(Node tree, const fs::path& file) {
    check_format_first(tree, problems);
    for (const auto& setting : settings) apply_setting(tree, setting, problems);
    study.baseline.world = read_world(tree, study.places, problems);
    settle_retention(study.baseline.world, study.places);
    settle_histories(study.baseline.world, study.places);
    const auto named_text = [&](const std::string& path, const std::string& name) {
      return text_named(file, path, name);
    };
    load_histories(study.baseline.world, named_text, study.places, problems);
    settle_assumptions(tree, study.baseline.world, named_text, study.places, problems);
    validate_the_rest(study.baseline.world, study.places, problems);
    study.baseline.name = study.baseline.world.market.name;
  }

  /// A file that another names: below that one's folder, whatever links there are. Nothing, with a problem,
  /// if it is elsewhere, or that one itself.
  std::optional<fs::path> named_in(const fs::path& file, const std::string& name, const Problem& if_outside,
                                   const Problem& if_itself) {
    const fs::path target = file.parent_path() / name;
    const fs::path inside =
        without_links(target).lexically_relative(without_links(fs::absolute(file).parent_path()));
    if (fs::path(name).is_absolute() || inside.empty() || *inside.begin() == "..") {
      problems.add(if_outside);
      return std::nullopt;
    }
    if (without_links(target) == without_links(file)) {
      problems.add(if_itself);
      return std::nullopt;
    }
    return target.lexically_normal();
  }

  /// The file of a scenario's world.
  std::optional<fs::path> world_file(const Node& tree, const fs::path& file) {
    const Member* world = member(tree, "world");
    if (!world) {
      problems.add({tree.place, "world", "is missing (the file of the market that the scenario changes)",
                    "Write, for example, 'world: market.yaml'."});
      return std::nullopt;
    }
    const auto name = text_in({*world, "world"}, problems);
    if (!name) return std::nullopt;
    const Place& place = world->value.place;
    return named_in(
        file, *name,
        {place, "world", "'" + shown(*name) + "' is outside the scenario's folder",
         "Put the market's file beside the scenario and write its name."},
        {place, "world", "'" + shown(*name) + "' is this scenario itself", "Write the file of a market."});
  }

  /// The text of a file of customers or of draws that a market names.
  std::optional<NamedText> text_named(const fs::path& market, const std::string& path,
                                      const std::string& name) {
    const Place place = study.places.of(path);
    const bool of_draws = path == "draws";
    const auto file =
        named_in(market, name,
                 {place, path, "'" + shown(name) + "' is outside the market's folder",
                  "Put the file of " + std::string(of_draws ? "draws" : "customers") +
                      " beside the market and write its name."},
                 {place, path, "'" + shown(name) + "' is the market itself",
                  of_draws ? "Write a file with a row for each draw, such as 'posterior.csv'."
                           : "Write a file with a row for each customer, such as 'customers.csv'."});
    if (!file) return std::nullopt;
    try {
      study.sources.push_back({file->generic_string(), read(*file)});
      return NamedText{study.sources.back().name, study.sources.back().text};
    } catch (const BadScenario& bad) {
      for (const auto& problem : bad.problems())
        problems.add({place, path, "'" + shown(name) + "': " + problem.reason, problem.remedy});
      return std::nullopt;
    }
  }

  void read_first_world(Node tree, const fs::path& file, const fs::path& named_by) {
    world = file;
    first_file = named_by;
    read_market(std::move(tree), file);
  }

  /// Refuses a file of another world than the first one's.
  bool is_of_this_world(const fs::path& market, const fs::path& file, const Place& place) {
    if (without_links(market) == without_links(*world)) return true;
    const auto quoted = [](const fs::path& path) { return "'" + shown(path.generic_string()) + "'"; };
    std::string reason = "is another world than " + quoted(*world);
    if (file != market && first_file == *world)
      reason = "is of the world " + quoted(market) + ", not of " + quoted(*world);
    else if (file != market)
      reason =
          "is of the world " + quoted(market) + ", but " + quoted(first_file) + " is of " + quoted(*world);
    problems.add({place, "world", std::move(reason), "Compare the scenarios of one world at a time."});
    return false;
  }

  /// Reads the world of a scenario, unless it was read; what is wrong with its file is told together with the
  /// scenario's own problems. False: it is another world than that of the files before.
  bool read_world_of(const Node& tree, const fs::path& file) {
    const auto market = world_file(tree, file);
    if (!market) return false;
    const Node& written = member(tree, "world")->value;
    if (world) return is_of_this_world(*market, file, written.place);
    try {
      Node read_tree = tree_of(*market);
      if (kind_of(read_tree) == FileKind::market) {
        read_first_world(std::move(read_tree), *market, file);
      } else {
        problems.add({written.place, "world", "'" + shown(written.text) + "' is itself a scenario",
                      "Write the file of a market, which begins with 'market: …'."});
      }
    } catch (const BadScenario& bad) {
      for (const auto& problem : bad.problems()) problems.add(problem);
    }
    return !problems.any();
  }

  void read_scenario_file(const Node& tree, const fs::path& file) {
    const bool was_read = world.has_value();
    const std::size_t known_before = problems.found().size();
    check_format_first(tree, problems);
    const bool has_world = read_world_of(tree, file);
    if (!was_read) world_is = problems.found().size() > known_before ? WorldIs::unsound : WorldIs::sound;
    Places places = study.places;
    Scenario scenario =
        read_scenario(tree, study.baseline.world, has_world ? world_is : WorldIs::unsound, places, problems);
    check_name_is_new(scenario, tree);
    study.scenarios.push_back(std::move(scenario));
    study.scenario_places.push_back(std::move(places));
  }

  void check_name_is_new(const Scenario& scenario, const Node& tree) {
    for (const auto& other : study.scenarios)
      if (!scenario.name.empty() && other.name == scenario.name)
        problems.add({member(tree, "scenario")->value.place, "scenario",
                      "another file has a scenario '" + shown(scenario.name) + "', too",
                      "Give one of them another name, or name the file once."});
  }

  void read_file(const fs::path& file) {
    Node tree = tree_of(file);
    if (kind_of(tree) == FileKind::scenario) {
      read_scenario_file(tree, file);
    } else if (!world) {
      const std::size_t known_before = problems.found().size();
      read_first_world(std::move(tree), file, file);
      if (problems.found().size() > known_before) world_is = WorldIs::unsound;
    } else {
      is_of_this_world(file, file, tree.place);
    }
  }
};

std::string name_of(const fs::path& file) {
  const fs::path whole = fs::absolute(file).lexically_normal();
  const std::string folder = whole.parent_path().filename().string();
  return (folder.empty() ? "" : folder + "-") + whole.stem().string();
}

}  // namespace

Study read_study(const std::vector<fs::path>& files, const std::vector<Setting>& settings,
                 const ReadFile& read) {
  expects(!files.empty());
  StudyReader reader{settings, read, {}, {}};
  for (const auto& file : files) {
    try {
      reader.read_file(file);
    } catch (const BadScenario& bad) {
      for (const auto& problem : bad.problems()) reader.problems.add(problem);
    }
  }
  reader.problems.raise();
  reader.study.name =
      files.size() == 1 ? name_of(files.front()) : name_of(files.front().parent_path() / "compare");
  return std::move(reader.study);
}

}  // namespace clientele
