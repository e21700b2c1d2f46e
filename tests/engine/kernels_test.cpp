// SPDX-License-Identifier: MIT
#include "sim/engine/kernels.hpp"

#include <bit>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "sim/engine/simulate.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/random/address.hpp"
#include "sim/random/trait_table.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

constexpr int people = 4096;
constexpr std::uint64_t seed = 20240622;
const BlockAddress address{.keys = RoundKeys(seed), .traits = 3, .events = 5, .draw = 2};

struct Kind {
  std::string name;
  Trait trait;
  double share = 0;
};

const std::vector<Kind> kinds = {
    {"the same for all", {Distribution::same_for_all, {2.5}, {}}},
    {"normal", {Distribution::normal, {1}, {0.4}}},
    {"lognormal", {Distribution::lognormal, {2}, {0.5}}},
    {"gamma", {Distribution::gamma, {5}, {0.3}}},
    {"uniform", {Distribution::uniform, {1}, {3}}},
    {"dirichlet", {Distribution::dirichlet, {1.3}, {}}, 0.02},
};

std::vector<float> drawn(const Kernel& kernel, const TraitTable& table) {
  std::vector<std::uint32_t> person(people);
  for (std::uint32_t i = 0; i < people; ++i) person[i] = i | 17u << 24;
  std::vector<float> into(people);
  kernel.draw_trait(draw_of(table, "choice.inertia"), address, person.data(), people, into.data());
  return into;
}

std::vector<Kernel> wide_kernels() {
  std::vector<Kernel> wide;
  for (const auto& kernel : {half_avx2_kernel(), avx2_kernel(), avx512_kernel()})
    if (kernel && kernel->supported()) wide.push_back(*kernel);
  return wide;
}

}  // namespace

TEST_CASE("every kernel that this machine has draws the same bits as the plain one") {
  for (const Kind& kind : kinds) {
    const TraitTable table = table_of(kind.trait, kind.share);
    const auto plain = drawn(scalar_kernel(), table);
    for (const Kernel& kernel : wide_kernels()) {
      INFO(kind.name << ", " << kernel.name << ", " << kernel.lanes << " lanes");
      const auto wide = drawn(kernel, table);
      int different = 0;
      for (int i = 0; i < people; ++i)
        different += std::bit_cast<std::uint32_t>(plain[i]) != std::bit_cast<std::uint32_t>(wide[i]);
      CHECK(different == 0);
    }
  }
}

TEST_CASE("a kernel draws a person's trait at his own address") {
  // The reference: the word of (seed, person, path, replication of traits, draw), its 23 upper bits as a
  // normal number by Boost.Math, and the table in doubles. 32 bits lose 1e-6 in z, so 2e-6 of a trait whose
  // logarithm falls by one a unit of z, more for the wide ones.
  for (const Kind& kind : kinds) {
    if (kind.name == "dirichlet") continue;
    INFO(kind.name);
    const TraitTable table = table_of(kind.trait, kind.share);
    const auto plain = drawn(scalar_kernel(), table);
    double worst = 0;
    for (std::uint32_t i = 0; i < people; ++i) {
      const auto words = words_at(seed, {.person = i | 17u << 24,
                                         .what = at_path("choice.inertia"),
                                         .which = at_item(address.traits, 0),
                                         .draw = address.draw});
      const double z = boost::math::quantile(boost::math::normal(), ((words[0] >> 9) + 0.5) * 0x1p-23);
      worst = std::max(worst, std::abs(plain[i] - table.at(z)) / std::max(1.0, std::abs(table.at(z))));
    }
    CAPTURE(worst);
    CHECK(worst < 2e-5);
  }
}

TEST_CASE("in double precision a kernel draws the same traits to a hundred-thousandth") {
  for (const Kind& kind : kinds) {
    INFO(kind.name);
    const TraitTable table = table_of(kind.trait, kind.share);
    const auto plain = drawn(scalar_kernel(), table), precise = drawn(double_kernel(), table);
    double worst = 0;
    for (int i = 0; i < people; ++i)
      worst = std::max(worst,
                       std::abs(double{plain[i]} - precise[i]) / std::max(1.0, std::abs(double{precise[i]})));
    CAPTURE(worst);
    CHECK(worst < 2e-5);
  }
}

TEST_CASE("the plain kernel runs everywhere and lanes are told smallest first") {
  CHECK(scalar_kernel().supported());
  const auto lanes = available_lanes();
  REQUIRE_FALSE(lanes.empty());
  CHECK(lanes.front() == 1);
  for (std::size_t i = 1; i < lanes.size(); ++i) CHECK(lanes[i - 1] < lanes[i]);
  CHECK(kernel_name(1) == "plain, 1 lane");
  CHECK_THROWS_AS(kernel_name(3), std::runtime_error);
}
