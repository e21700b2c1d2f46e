// SPDX-License-Identifier: MIT
#include "sim/report/run_json.hpp"

#include <fmt/core.h>

#include <boost/version.hpp>
#include <nlohmann/json.hpp>

#include "sim/base/sha256.hpp"

namespace clientele {

namespace {
using OrderedJson = nlohmann::ordered_json;

OrderedJson sources_of(const Recipe& recipe) {
  OrderedJson sources = OrderedJson::array();
  for (const auto& source : recipe.sources)
    sources.push_back({{"name", source.name}, {"sha256", sha256(source.text)}, {"text", source.text}});
  return sources;
}

OrderedJson settings_of(const Recipe& recipe) {
  OrderedJson settings = OrderedJson::array();
  for (const auto& [path, value] : recipe.settings) settings.push_back({{"path", path}, {"value", value}});
  return settings;
}

OrderedJson libraries() {
  return {{"boost",
           fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)},
          {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
          {"nlohmann_json", fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
                                        NLOHMANN_JSON_VERSION_PATCH)},
          {"compiler", __VERSION__}};
}
}  // namespace

std::string run_json(const RunRecord& record, const Results& results) {
  const Recipe& recipe = record.recipe;
  const RunOptions& options = recipe.options;
  OrderedJson json;
  json["program"] = recipe.program;
  json["version"] = recipe.version;
  json["commit"] = recipe.commit;
  json["command"] = record.command;
  json["seed"] = options.seed;
  json["options"] = {{"customers", options.customers},
                     {"draws", results.draws_asked},
                     {"replications", results.replications_asked},
                     {"estimator", results.estimator == Estimator::expected ? "expected" : "realised"},
                     {"threads", options.threads},
                     {"lanes", options.lanes},
                     {"csv_style", recipe.csv_style == CsvStyle::european ? "european" : "standard"}};
  if (options.explain) json["options"]["explain_draws"] = *options.explain;
  json["files"] = recipe.files;
  json["settings"] = settings_of(recipe);
  json["sources"] = sources_of(recipe);
  json["libraries"] = libraries();
  json["machine"] = {{"cores", record.cores}, {"threads", results.threads}, {"kernel", results.kernel}};
  json["started"] = record.started;
  json["wall_seconds"] = record.wall_seconds;
  json["simulation_seconds"] = results.simulation_seconds;
  json["customer_months"] = results.customer_months;
  json["customer_months_per_second"] = results.customer_months_per_second();
  json["draws_asked"] = results.draws_asked;
  json["draws_done"] = results.draws;
  json["replications_asked"] = results.replications_asked;
  json["replications_done"] = results.replications;
  json["interrupted"] = results.interrupted;
  json["warnings"] = results.warnings;
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace clientele
