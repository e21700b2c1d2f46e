// SPDX-License-Identifier: MIT
#include "sim/cli/run_steps.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "sim/base/problem.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/version.hpp"
#include "sim/report/run_json.hpp"
#include "sim/scenario/draw_checks.hpp"
#include "sim/scenario/draws.hpp"

namespace clientele {

namespace {
/// Serves the texts of a recipe as if they were files, so that nothing on the disk can change the results.
ReadFile texts_of(const Recipe& recipe) {
  return [sources = recipe.sources](const std::filesystem::path& path) {
    const auto same = [&](const RecordedSource& source) {
      return std::filesystem::path(source.name).lexically_normal() == path.lexically_normal();
    };
    const auto found = std::find_if(sources.begin(), sources.end(), same);
    if (found == sources.end())
      throw BadScenario({{.place = {},
                          .path = "",
                          .reason = path.string() + " is not among the sources of the run.json",
                          .remedy = "Give the run.json as a run wrote it."}});
    return found->text;
  };
}

std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_of(" \t\n'\"\\$&|;<>()*?[]#~`!") == std::string::npos;
  if (plain) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

/// What is uncertain must make a sound world in every draw, so that no run breaks off in the middle.
void check_all_draws(const Study& study, const RunOptions& asked) {
  const auto scenarios = study.all();
  const Unknowns unknowns = unknowns_of(scenarios);
  if (!unknowns.any()) return;
  const RunOptions options = settled(asked, scenarios);
  std::vector<Drawn> draws;
  for (const auto& draw :
       draws_of(unknowns, options.draws, 1, options.seed, study.baseline.world.market.period))
    draws.push_back(draw.front());
  check_draws(scenarios, unknowns, draws, study.all_places());
}

/// A run that was given so much time and used it is whole: what it reached is what was asked for, so that it
/// can be made again.
void ended_by_time(Results& results) {
  if (!results.interrupted) return;
  const bool by_draws = results.draws < results.draws_asked;
  const bool all_lived = !by_draws && results.replications == results.replications_asked;
  results.warnings.push_back(
      all_lived ? "The time limit came before it was worked out where equity comes from, as with "
                  "--explain-draws 0."
                : fmt::format("The time limit ended the run after {} of {} {}.",
                              by_draws ? results.draws : results.replications,
                              by_draws ? results.draws_asked : results.replications_asked,
                              by_draws ? "draws" : "replications"));
  results.draws_asked = results.draws;
  results.replications_asked = results.replications;
  results.interrupted = false;
}

void advise_of_another_version(const Recipe& recipe) {
  if (recipe.version == program_version() && recipe.commit == program_commit()) return;
  tell(fmt::format(
      "Note: these results were made by clientele {} ({}); this is {} ({}), whose digits may differ.\n",
      recipe.version, recipe.commit, program_version(), program_commit()));
}
}  // namespace

Recipe recipe_of(const RunRequest& request) {
  Recipe recipe;
  if (request.again) {
    recipe = read_run_json(*request.again, read_file_from_disk(*request.again));
    advise_of_another_version(recipe);
    if (request.options.threads > 0) recipe.options.threads = request.options.threads;
    if (request.options.lanes > 0) recipe.options.lanes = request.options.lanes;
  } else {
    recipe.files = request.files;
    recipe.options = request.options;
    for (const auto& [path, value] : request.settings) recipe.settings.emplace_back(path, value);
  }
  recipe.csv_style = request.csv_style.value_or(recipe.csv_style);
  recipe.program = program_name;
  recipe.version = program_version();
  recipe.commit = program_commit();
  return recipe;
}

Study study_of(const Recipe& recipe) {
  std::vector<Setting> settings;
  for (const auto& [path, value] : recipe.settings) settings.push_back({path, value});
  const std::vector<std::filesystem::path> files(recipe.files.begin(), recipe.files.end());
  return recipe.sources.empty() ? read_study(files, settings) : read_study(files, settings, texts_of(recipe));
}

Recipe with_sources(Recipe recipe, const Study& study) {
  recipe.sources.clear();
  for (const auto& source : study.sources) recipe.sources.push_back({source.name, source.text});
  return recipe;
}

Results simulated(const Study& study, const RunOptions& options, Loudness loudness,
                  const Interrupt& interrupt) {
  const ProgressLook look = loudness == Loudness::quiet ? ProgressLook::none
                            : stderr_is_terminal()      ? ProgressLook::bar
                                                        : ProgressLook::lines;
  check_all_draws(study, options);
  const Stopwatch watch;
  ProgressTeller progress(look, tell, [&] { return watch.seconds(); });
  try {
    Results results = run(study.baseline, study.scenarios, options, std::ref(progress), interrupt.token());
    progress.finish();
    if (interrupt.time_is_up()) ended_by_time(results);
    return results;
  } catch (const RunFailed& failed) {
    progress.finish();
    if (interrupt.came()) throw Interrupted("interrupted before anything was finished: no file was written");
    if (interrupt.time_is_up())
      throw RunFailed(
          "the time limit came before anything was finished: no file was written. Allow more time, "
          "or ask for fewer --customers");
    throw;
  }
}

RunRecord record_of(const Recipe& recipe, std::string_view command, const Words& words,
                    const Stopwatch& watch) {
  RunRecord record;
  record.recipe = recipe;
  record.command = std::string(program_name) + " " + std::string(command);
  for (const auto& word : words) record.command += " " + quoted(word);
  record.started =
      fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(watch.date)));
  record.wall_seconds = watch.seconds();
  record.cores = static_cast<int>(std::thread::hardware_concurrency());
  return record;
}

}  // namespace clientele
