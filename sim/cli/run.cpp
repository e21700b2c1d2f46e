// SPDX-License-Identifier: MIT
#include "sim/study/run.hpp"

#include "sim/cli/check_text.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/run_steps.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/report/csv.hpp"
#include "sim/report/output_folder.hpp"
#include "sim/report/run_json.hpp"
#include "sim/report/tables.hpp"

namespace clientele {

namespace {

int carry_out(const RunRequest& request, std::string_view command, const Words& words) {
  const Stopwatch watch;
  const Recipe asked = recipe_of(request);
  const Study study = study_of(asked);
  const Recipe recipe = with_sources(asked, study);
  const OutputFolder folder(request.out.value_or("output/" + study.name));

  tell(advice_text(study));

  const Interrupt interrupt(request.loudness, request.time_limit);
  const Results results = simulated(study, recipe.options, request.loudness, interrupt);

  std::vector<std::string> files;
  for (const Table& table : tables_of(results)) {
    folder.write(table.name + ".csv", to_csv(table, recipe.csv_style));
    files.push_back(table.name + ".csv");
  }
  folder.write("run.json", run_json(record_of(recipe, command, words, watch), results));
  files.push_back("run.json");

  print(closing_screen(results, {.title = study.baseline.world.market.name,
                                 .folder = folder.path().string(),
                                 .files = files,
                                 .colour = stdout_colour()}));
  return results.interrupted ? exit_interrupted : exit_done;
}

}  // namespace

int run_command(const Words& words) { return carry_out(run_request(words), "run", words); }

int compare_command(const Words& words) { return carry_out(compare_request(words), "compare", words); }

}  // namespace clientele
