// SPDX-License-Identifier: MIT
#include "sim/base/problem.hpp"
#include "sim/cli/check_text.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/terminal.hpp"

namespace clientele {

namespace {
std::vector<Implied> implied_or_interrupted(const Scenario& baseline, const Interrupt& interrupt) {
  try {
    return implied_by(baseline, {}, interrupt.token());
  } catch (const RunFailed&) {
    if (interrupt.came()) throw Interrupted("interrupted; the file itself is in order");
    throw;
  }
}
}  // namespace

int check_command(const Words& words) {
  const CheckRequest request = check_request(words);
  std::vector<Study> studies;
  Problems problems;
  for (const auto& file : request.files) {
    try {
      studies.push_back(read_study(file, request.settings));
    } catch (const BadScenario& bad) {
      for (const auto& problem : bad.problems()) problems.add(problem);
    }
  }
  problems.raise();

  const Interrupt interrupt(Loudness::quiet);
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const Study& study = studies[i];
    print((i > 0 ? "\n" : "") + request.files[i] + ": in order\n\n" + world_in_words(study.baseline.world) +
          "\n");
    if (study.scenario) print(changes_in_words(*study.scenario) + "\n");
    print(assumptions(study) + "\n");
    print(implied_table(implied_or_interrupted(study.baseline, interrupt)));
  }
  return exit_done;
}

}  // namespace clientele
