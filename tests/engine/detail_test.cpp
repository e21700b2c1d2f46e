// SPDX-License-Identifier: MIT
// Whoever asks for money alone gets the same money, purchases and customers, to the last unit, sooner.
#include "places.hpp"
#include "sim/engine/block_memory.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

namespace fs = std::filesystem;

/// The worlds that are shipped, and that with all behaviours beside one another.
std::vector<fs::path> worlds() {
  const fs::path source = CLIENTELE_SOURCE_DIR;
  std::vector<fs::path> files = {source / "bench/reference/market.yaml",
                                 source / "bench/reference/everything.yaml"};
  for (const auto& entry : fs::directory_iterator(source / "scenarios"))
    if (fs::exists(entry.path() / "market.yaml")) files.push_back(entry.path() / "market.yaml");
  return files;
}

std::vector<SegmentOutcome> lived(const Study& study, Detail detail, int lanes) {
  const Stage stage = set_stage({&study.baseline}, std::vector<double>(study.baseline.world.brands.size()),
                                {.customers = 1200, .replications = 1, .lanes = lanes}, {.detail = detail});
  auto segments = std::move(simulate(stage.plan, {}, {})[0][0]);
  for (SegmentOutcome& segment : segments)
    std::sort(segment.lives.begin(), segment.lives.end(),
              [](const Life& a, const Life& b) { return a.person < b.person; });
  return segments;
}

/// How much of what both tell is different.
int differences(const SegmentOutcome& all, const SegmentOutcome& money) {
  const Tally &a = all.tally, &b = money.tally;
  int different = a.lived() != b.lived() || all.lives.size() != money.lives.size();
  for (int period = 0; period <= a.periods(); ++period) {
    different += a.active(period) != b.active(period) || a.departed(period) != b.departed(period) ||
                 a.arrived(period) != b.arrived(period) || a.luck(period) != b.luck(period);
    for (int row = 0; row < Tally::kinds; ++row)
      for (int brand = 0; brand < a.brands(); ++brand) {
        const bool in_detail = row == Tally::retained || row == Tally::repeats || row == Tally::triers ||
                               row == Tally::satisfaction || row == Tally::tenure;
        different +=
            !in_detail && a.of(Tally::Row(row), period, brand) != b.of(Tally::Row(row), period, brand);
      }
  }
  for (int start = 0; start <= a.brands(); ++start) different += a.late_value(start) != b.late_value(start);
  for (std::size_t i = 0; i < std::min(all.lives.size(), money.lives.size()); ++i)
    different += all.lives[i].first != money.lives[i].first || all.lives[i].value != money.lives[i].value ||
                 all.lives[i].purchases != money.lives[i].purchases;
  return different;
}

}  // namespace

TEST_CASE("money alone is the money that is told beside all else") {
  const auto files = worlds();
  REQUIRE(files.size() >= 8);
  for (const auto& file : files) {
    const Study study = read_study({file}, {});
    for (const int lanes : {0, 1}) {
      INFO(file.string() << ", lanes " << lanes);
      const auto all = lived(study, Detail::all, lanes), money = lived(study, Detail::money, lanes);
      REQUIRE(all.size() == money.size());
      for (std::size_t s = 0; s < all.size(); ++s) CHECK(differences(all[s], money[s]) == 0);
      CHECK(all[0].tally.of(Tally::value, 1, 0) != 0);
      CHECK(all[0].tally.of(Tally::tenure, 1, 0) > 0);
      CHECK(money[0].tally.of(Tally::tenure, 1, 0) == 0);
    }
  }
}

TEST_CASE("for money alone a person takes less memory") {
  const Study study = read_study({fs::path(CLIENTELE_SOURCE_DIR) / "bench/reference/market.yaml"}, {});
  const auto bytes = [&](Detail detail) {
    const Stage stage = set_stage({&study.baseline}, std::vector<double>(4),
                                  {.customers = 1, .replications = 1}, {.detail = detail});
    return BlockMemory::bytes_a_person(stage.plan.scenarios[0].courses[0][0]->view);
  };
  CHECK(bytes(Detail::all) - bytes(Detail::money) == 8);  // since when, and what has been tried
}

}  // namespace clientele
