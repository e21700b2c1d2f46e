// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "places.hpp"
#include "tests/support/catch.hpp"

// Who may use whom, read from the includes. The rooms are models/ and the folders of sim/.
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const fs::path source = CLIENTELE_SOURCE_DIR;

/// The only arrows there are.
const std::map<std::string, Names> may_use = {
    {"models", {}},
    {"base", {}},
    {"random", {"base", "models"}},
    {"statistics", {"random", "base"}},
    {"scenario", {"models", "random", "base"}},
    {"input", {"scenario", "models", "base"}},
    {"engine", {"scenario", "random", "models", "base"}},
    {"study", {"engine", "statistics", "scenario", "models", "base"}},
    {"report", {"study", "scenario", "models", "base"}},
    {"cli", {"input", "scenario", "study", "report", "models", "base"}},
};

/// Libraries that have a room of their own: how their headers begin, and where they may stand.
const std::vector<std::pair<std::string, Names>> rooms_of_libraries = {
    {"yaml-cpp/", {"input"}},
    {"tbb/", {"engine"}},
    {"oneapi/", {"engine"}},
    {"hwy/", {"engine"}},
    {"boost/program_options", {"cli"}},
    {"Random123/", {"random"}},
    {"boost/random", {"random"}},
    {"boost/math", {"random", "statistics", "models/value"}},
    {"Eigen/", {"scenario"}},
    {"openssl/", {"base"}},
    {"nlohmann/", {"report", "cli"}},
    {"sqlite3", {"study"}},
};

struct Include {
  std::string name;
  bool own;  ///< in quotation marks
};

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Include> includes_in(const std::string& text) {
  static const std::regex pattern(R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])re");
  std::vector<Include> found;
  for (auto i = std::sregex_iterator(text.begin(), text.end(), pattern); i != std::sregex_iterator(); ++i)
    found.push_back({(*i)[2], (*i)[1] == "\""});
  return found;
}

/// All sources of models/ and sim/ by their path from the root, as includes name them.
std::map<std::string, std::string> all_sources() {
  std::map<std::string, std::string> files;
  for (const char* root : {"models", "sim"})
    for (const auto& entry : fs::recursive_directory_iterator(source / root))
      if (entry.path().extension() == ".hpp" || entry.path().extension() == ".cpp")
        files[fs::relative(entry.path(), source).generic_string()] = text_of(entry.path());
  return files;
}

/// `models` of models/need/poisson.hpp, `engine` of sim/engine/phases/need.hpp; empty if it is in no room.
std::string room_of(const std::string& path) {
  if (path.starts_with("models/")) return "models";
  if (!path.starts_with("sim/")) return {};
  return path.substr(4, path.find('/', 4) - 4);
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }
bool is_header(const std::string& path) { return path.ends_with(".hpp"); }

const std::map<std::string, std::string>& sources() {
  static const auto files = all_sources();
  return files;
}

/// What a file includes; each is read once.
const std::vector<Include>& includes_of(const std::string& file) {
  static std::map<std::string, std::vector<Include>> known;
  const auto [at, is_new] = known.try_emplace(file);
  if (is_new) at->second = includes_in(sources().at(file));
  return at->second;
}

/// What every file includes of what is ours.
std::vector<std::string> own_includes(const std::string& file) {
  std::vector<std::string> names;
  for (const auto& include : includes_of(file))
    if (sources().contains(include.name)) names.push_back(include.name);
  return names;
}

/// Calls `check(file, include)` for every include of every source.
void for_all(const std::function<void(const std::string&, const Include&)>& check) {
  for (const auto& [file, text] : sources())
    for (const auto& include : includes_of(file)) check(file, include);
}

/// Names that CMake uses of ours, from `room(study USES clientele_engine … PRIVATELY fmt::fmt)`.
struct Link {
  Names uses;       ///< rooms
  Names libraries;  ///< other words
};

std::map<std::string, Link> cmake_links() {
  const std::string text = text_of(source / "sim/CMakeLists.txt");
  static const std::regex call(R"re(\nroom\((\w+)([^)]*)\))re");
  std::map<std::string, Link> links;
  for (auto i = std::sregex_iterator(text.begin(), text.end(), call); i != std::sregex_iterator(); ++i) {
    Link& link = links[(*i)[1]];
    std::istringstream words((*i)[2]);
    for (std::string word; words >> word;)
      if (word.starts_with("clientele_"))
        link.uses.insert(word.substr(10));
      else if (word != "USES" && word != "PRIVATELY")
        link.libraries.insert(word);
  }
  return links;
}

}  // namespace

TEST_CASE("there is a rule for every room, and the includes of the sources are found") {
  CHECK(sources().size() > 80);
  std::string without;
  for (const auto& [file, text] : sources())
    if (!may_use.contains(room_of(file))) without += file + "\n";
  CHECK(without == "");
  int arrows = 0;
  for_all([&](const std::string&, const Include& include) { arrows += include.own; });
  CHECK(arrows > 200);
  CHECK(includes_in("#pragma once\n#include <a/b.h>\n  # include \"c.hpp\"\n// #include <d>\n").size() == 2);
}

TEST_CASE("no room uses another that it may not") {
  std::string forbidden;
  for_all([&](const std::string& file, const Include& include) {
    const std::string from = room_of(file), to = room_of(include.name);
    if (to.empty() || to == from) return;
    if (!may_use.at(from).contains(to)) forbidden += file + " includes " + include.name + "\n";
  });
  CHECK(forbidden == "");
}

TEST_CASE("what is ours is included in quotation marks by its path from the root, and exists") {
  std::string wrong;
  for_all([&](const std::string& file, const Include& include) {
    const bool ours = sources().contains(include.name);
    const bool generated = file == "sim/cli/version.cpp" && include.name == "commit.hpp";
    if (include.own != ours && !generated) wrong += file + " includes " + include.name + "\n";
  });
  CHECK(wrong == "");
}

TEST_CASE("a room's arrows do not go round in a circle") {
  for (const auto& [room, uses] : may_use)
    for (const auto& used : uses) CHECK_FALSE(may_use.at(used).contains(room));
}

TEST_CASE("a library stands only in its room") {
  std::string forbidden;
  for_all([&](const std::string& file, const Include& include) {
    for (const auto& [library, rooms] : rooms_of_libraries) {
      if (!include.name.starts_with(library)) continue;
      if (!rooms.contains(room_of(file)) && !rooms.contains(folder_of(file)))
        forbidden += file + " includes " + include.name + "\n";
    }
  });
  CHECK(forbidden == "");
}

TEST_CASE("no other room sees TBB, yaml-cpp or Highway in a header that it includes") {
  std::string seen;
  for (const auto& [file, text] : sources()) {
    // Every header reachable from the file through headers of other rooms.
    Names reached;
    std::vector<std::string> to_follow = own_includes(file);
    while (!to_follow.empty()) {
      const std::string header = to_follow.back();
      to_follow.pop_back();
      if (!reached.insert(header).second) continue;
      for (const auto& next : own_includes(header)) to_follow.push_back(next);
    }
    for (const auto& header : reached)
      if (room_of(header) != room_of(file))
        for (const auto& include : includes_of(header))
          for (const char* library : {"tbb/", "oneapi/", "yaml-cpp/", "hwy/"})
            if (include.name.starts_with(library))
              seen += file + " sees " + include.name + " in " + header + "\n";
  }
  CHECK(seen == "");
}

TEST_CASE("Highway stands in two headers, which only the units for one target include") {
  const Names over_highway = {"sim/engine/lanes/highway_lanes.hpp", "sim/engine/lanes/highway_counting.hpp"};
  const Names may_include = {"sim/engine/kernel_avx2.cpp", "sim/engine/kernel_avx512.cpp",
                             "sim/engine/lanes/highway_lanes.hpp"};
  std::string wrong;
  for_all([&](const std::string& file, const Include& include) {
    if (include.name.starts_with("hwy/") && !over_highway.contains(file)) wrong += file + "\n";
    if (over_highway.contains(include.name) && !may_include.contains(file)) wrong += file + "\n";
  });
  CHECK(wrong == "");
}

TEST_CASE("the units for one target use no containers of the standard library") {
  // An inline function of a container compiled there could serve the whole program; see
  // tests/kernels_test.cpp.
  const Names allowed = {"cmath",       "cstddef", "cstdint",     "cstring",      "optional",
                         "type_traits", "array",   "string_view", "hwy/highway.h"};
  std::string wrong;
  Names reached;
  std::vector<std::string> to_follow = {"sim/engine/kernel_avx2.cpp", "sim/engine/kernel_avx512.cpp"};
  while (!to_follow.empty()) {
    const std::string file = to_follow.back();
    to_follow.pop_back();
    if (!reached.insert(file).second) continue;
    for (const auto& next : own_includes(file)) to_follow.push_back(next);
    for (const auto& include : includes_of(file))
      if (!include.own && !allowed.contains(include.name))
        wrong += file + " includes <" + include.name + ">\n";
  }
  CHECK(reached.size() > 10);
  CHECK(wrong == "");
}

TEST_CASE("an equation of models/ knows nothing but models/ and the standard library") {
  std::string wrong;
  for_all([&](const std::string& file, const Include& include) {
    if (room_of(file) != "models") return;
    const bool standard = !include.own && include.name.find('/') == std::string::npos &&
                          include.name.find('.') == std::string::npos;
    const bool boost_math = folder_of(file) == "models/value" && include.name.starts_with("boost/math");
    const bool ours = include.own && include.name.starts_with("models/");
    if (!standard && !ours && !boost_math) wrong += file + " includes " + include.name + "\n";
    for (const char* machine :
         {"thread", "mutex", "atomic", "random", "fstream", "iostream", "chrono", "filesystem"})
      if (include.name == machine) wrong += file + " includes <" + include.name + ">\n";
  });
  CHECK(wrong == "");
}

TEST_CASE("a behaviour of models/ uses no other behaviour") {
  std::string wrong;
  for_all([&](const std::string& file, const Include& include) {
    if (room_of(file) != "models" || folder_of(file) == "models") return;
    const std::string to = folder_of(include.name);
    if (include.name.starts_with("models/") && to != "models" && to != folder_of(file))
      wrong += file + " includes " + include.name + "\n";
  });
  CHECK(wrong == "");
}

TEST_CASE("every source begins with its licence, and every header is read once") {
  std::string wrong;
  for (const auto& [file, text] : sources()) {
    if (!text.starts_with("// SPDX-License-Identifier: MIT\n")) wrong += file + " has no licence\n";
    if (is_header(file) && text.find("\n#pragma once\n") == std::string::npos)
      wrong += file + " has no pragma once\n";
  }
  CHECK(wrong == "");
}

TEST_CASE("every test begins with its licence too") {
  std::string wrong;
  for (const auto& entry : fs::recursive_directory_iterator(source / "tests")) {
    const auto extension = entry.path().extension();
    if ((extension == ".hpp" || extension == ".cpp") &&
        !text_of(entry.path()).starts_with("// SPDX-License-Identifier: MIT\n"))
      wrong += fs::relative(entry.path(), source).generic_string() + "\n";
  }
  CHECK(wrong == "");
}

TEST_CASE("CMake links a room with no other than those it may use") {
  const auto links = cmake_links();
  std::string wrong;
  for (const auto& [room, allowed] : may_use) {
    if (room == "models") continue;
    REQUIRE(links.contains(room));
    for (const auto& used : links.at(room).uses)
      if (!allowed.contains(used)) wrong += room + " links " + used + "\n";
  }
  for (const auto& [room, link] : links)
    if (!may_use.contains(room)) wrong += room + " is no room\n";
  CHECK(wrong == "");
}

TEST_CASE("CMake links a room with all that its sources include, directly or through another") {
  const auto links = cmake_links();
  std::string missing;
  for_all([&](const std::string& file, const Include& include) {
    const std::string from = room_of(file), to = room_of(include.name);
    if (to.empty() || from == to || from == "models") return;
    Names reached;
    std::vector<std::string> to_follow = {from};
    while (!to_follow.empty()) {
      const std::string room = to_follow.back();
      to_follow.pop_back();
      if (!reached.insert(room).second || !links.contains(room)) continue;
      for (const auto& used : links.at(room).uses) to_follow.push_back(used);
    }
    if (!reached.contains(to))
      missing += from + " includes " + include.name + " but does not link " + to + "\n";
  });
  CHECK(missing == "");
}

TEST_CASE("CMake links a library only where its headers may stand") {
  const std::vector<std::pair<std::string, std::string>> rooms = {{"TBB::tbb", "engine"},
                                                                  {"${YAML_TARGET}", "input"},
                                                                  {"Boost::program_options", "cli"},
                                                                  {"OpenSSL::Crypto", "base"}};
  const auto links = cmake_links();
  for (const auto& [library, room] : rooms)
    for (const auto& [name, link] : links) {
      INFO(name << " links " << library);
      CHECK(link.libraries.contains(library) == (name == room));
    }
}
