// SPDX-License-Identifier: MIT
#include "sim/base/problem.hpp"
#include "sim/cli/check_text.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/unknowns_text.hpp"

namespace clientele {

namespace {
std::vector<Implied> implied_or_interrupted(const Study& study, const RunOptions& options,
                                            const Interrupt& interrupt) {
  try {
    return implied_by(study.baseline, options, interrupt.token(), study.scenarios);
  } catch (const RunFailed&) {
    if (interrupt.came()) throw Interrupted("interrupted; the file itself reads well");
    throw;
  }
}

/// Tells all of a file that reads well; the verdict comes last, once its world could be simulated too.
void show(const Study& study, const std::string& file, const RunOptions& options,
          const Interrupt& interrupt) {
  print(file + "\n\n" + world_in_words(study.baseline.world) + "\n");
  if (!study.scenarios.empty())
    print(changes_in_words(study.scenarios.front()) + consequences_in_words(study.scenarios.front()) + "\n");
  const std::string unknowns = unknowns_in_words(study);
  print(unknowns + (unknowns.empty() ? "" : "\n") + assumptions(study) + "\n");
  print(implied_table(implied_or_interrupted(study, options, interrupt)));
  tell(advice_text(study));
  print("\n" + file + ": in order\n");
}
}  // namespace

int check_command(const Words& words) {
  const CheckRequest request = check_request(words);
  const Interrupt interrupt(Loudness::quiet);
  Problems problems;
  std::string failures;
  std::size_t shown = 0;
  for (const auto& file : request.files) {
    try {
      const Study study = read_study({file}, request.settings);
      if (shown++ > 0) print("\n");
      show(study, file, request.options, interrupt);
    } catch (const BadScenario& bad) {
      for (const auto& problem : bad.problems()) problems.add(problem);
    } catch (const RunFailed& failed) {
      failures += (failures.empty() ? "" : "\n") + file + ": " + failed.what();
    }
  }
  if (!failures.empty() && problems.any()) tell(failures + "\n");
  problems.raise();
  if (!failures.empty()) throw RunFailed(failures);
  return exit_done;
}

}  // namespace clientele
