// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/base/problem.hpp"
#include "sim/base/sha256.hpp"
#include "sim/report/run_json.hpp"

namespace clientele {

namespace {
using Json = nlohmann::json;

Place place_of(const std::string& name, const std::string& text, std::size_t byte) {
  const std::string_view before = std::string_view(text).substr(0, byte > 0 ? byte - 1 : 0);
  const auto line_start = before.rfind('\n');
  return {
      .file = name,
      .line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
      .column = 1 + static_cast<int>(line_start == std::string_view::npos ? before.size()
                                                                          : before.size() - line_start - 1)};
}

/// Reads parts of the file, and says which part is not as it must be.
class Reader {
 public:
  explicit Reader(std::string name) : name_(std::move(name)) {}

  [[noreturn]] void refuse(const std::string& path, const std::string& reason, Place place = {}) const {
    if (place.file.empty()) place.file = name_;
    throw BadScenario(
        {{.place = place, .path = path, .reason = reason, .remedy = "Give the run.json as a run wrote it."}});
  }

  const Json& part(const Json& json, const std::string& key, Json::value_t type) const {
    const auto found = json.is_object() ? json.find(key) : json.end();
    if (!json.is_object() || found == json.end())
      refuse(key, "is missing, so that the run cannot be made again");
    const bool fits =
        found->type() == type || (type == Json::value_t::number_integer && found->is_number_integer());
    if (!fits) refuse(key, fmt::format("is a {}, not what a run writes there", found->type_name()));
    return *found;
  }

  std::string text(const Json& json, const std::string& key) const {
    return part(json, key, Json::value_t::string).get<std::string>();
  }

  int whole(const Json& json, const std::string& key, int low, int high) const {
    const Json& number = part(json, key, Json::value_t::number_integer);
    const bool too_large = number.is_number_unsigned() && number.get<std::uint64_t>() > std::uint64_t(high);
    if (too_large || number.get<std::int64_t>() < low || number.get<std::int64_t>() > high)
      refuse(key, fmt::format("{} is out of range ({} to {})", number.dump(), low, high));
    return number.get<int>();
  }

 private:
  std::string name_;
};

Json parsed(const Reader& reader, const std::string& name, const std::string& text) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    reader.refuse("", "this is not JSON, or it was cut short", place_of(name, text, error.byte));
  }
}

RunOptions options_in(const Reader& reader, const Json& json) {
  const Json& written = reader.part(json, "options", Json::value_t::object);
  RunOptions options;
  options.customers = reader.whole(written, "customers", 1, 16'000'000);
  options.draws = reader.whole(written, "draws", 1, 1'000'000);
  options.replications = reader.whole(written, "replications", 1, 1'000'000);
  if (written.contains("explain_draws"))
    options.explain = reader.whole(written, "explain_draws", 0, 1'000'000);
  const std::string estimator = reader.text(written, "estimator");
  if (estimator != "expected" && estimator != "realised")
    reader.refuse("options.estimator", fmt::format("'{}' is no estimator", estimator));
  options.estimator = estimator == "expected" ? Estimator::expected : Estimator::realised;
  options.threads = reader.whole(written, "threads", 0, 1024);
  options.lanes = reader.whole(written, "lanes", 0, 16);
  options.seed = reader.part(json, "seed", Json::value_t::number_unsigned).get<std::uint64_t>();
  return options;
}
}  // namespace

Recipe read_run_json(const std::string& name, const std::string& text) {
  const Reader reader(name);
  const Json json = parsed(reader, name, text);
  Recipe recipe;
  recipe.program = reader.text(json, "program");
  recipe.version = reader.text(json, "version");
  recipe.commit = reader.text(json, "commit");
  for (const Json& file : reader.part(json, "files", Json::value_t::array))
    if (file.is_string()) recipe.files.push_back(file.get<std::string>());
  if (recipe.files.empty()) reader.refuse("files", "there is none");
  recipe.options = options_in(reader, json);
  const std::string style = reader.text(json.at("options"), "csv_style");
  if (style != "standard" && style != "european")
    reader.refuse("csv_style", fmt::format("'{}' is no style", style));
  recipe.csv_style = style == "european" ? CsvStyle::european : CsvStyle::standard;
  for (const Json& setting : reader.part(json, "settings", Json::value_t::array))
    recipe.settings.emplace_back(reader.text(setting, "path"), reader.text(setting, "value"));
  for (const Json& source : reader.part(json, "sources", Json::value_t::array)) {
    recipe.sources.push_back({reader.text(source, "name"), reader.text(source, "text")});
    if (sha256(recipe.sources.back().text) != reader.text(source, "sha256"))
      reader.refuse("sources", fmt::format("the text of {} is not the one that was run: its SHA-256 differs",
                                           recipe.sources.back().name));
  }
  if (recipe.sources.empty()) reader.refuse("sources", "there is none");
  return recipe;
}

}  // namespace clientele
