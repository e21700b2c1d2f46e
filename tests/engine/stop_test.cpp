// SPDX-License-Identifier: MIT
// What a stop leaves.
#include "tests/engine/talk.hpp"

namespace clientele {
using namespace talk;

TEST_CASE("a stop keeps the replications that were finished, as they would have been") {
  const Study study = study_of_text(rivals, "scenario: None\nworld: market.yaml\n");
  RunOptions options{.customers = 300};
  options.threads = 1;
  options.replications = 40;
  const Stage stage = set_stage({&study.baseline}, appeals_of(study.baseline.world, 1, {}), options);
  std::stop_source stop;
  const Outcome stopped = simulate(
      stage.plan, [&](double) { stop.request_stop(); }, stop.get_token());
  const Outcome all = simulate(stage.plan, {}, {});
  REQUIRE(stopped.size() == 16);
  REQUIRE(all.size() == 40);
  for (std::size_t r = 0; r < stopped.size(); ++r)
    for (int period = 0; period <= 24; ++period)
      CHECK(stopped[r][0][0].tally.of(Tally::value, period, 0) ==
            all[r][0][0].tally.of(Tally::value, period, 0));
}

}  // namespace clientele
