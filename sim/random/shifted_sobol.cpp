// SPDX-License-Identifier: MIT
#include "sim/random/shifted_sobol.hpp"

#include <boost/random/sobol.hpp>

#include "sim/base/contract.hpp"
#include "sim/random/address.hpp"

namespace clientele {
namespace {

/// Random digits by what stands before them. A word of 32 decides on four binary digits: its bit 1 moves the
/// first, 2 or 3 the second, 4 to 7 the third, 8 to 15 the fourth, by the digits before.
class Shift {
 public:
  Shift(std::uint64_t seed, const std::string& name, int shift)
      : seed_(seed), what_(at_path("assumption:" + name)), shift_(shift) {}

  std::uint32_t operator()(std::uint32_t x) const {
    std::uint32_t moved = 0;
    for (std::uint32_t done = 0; done < 16; done += 4) {
      const std::uint32_t word = word_after(done ? x >> (32 - done) : 0, done);
      std::uint32_t before = 1;
      for (int i = 0; i < 4; ++i) {
        const std::uint32_t digit = x >> (31 - done - i) & 1;
        moved = moved << 1 | (digit ^ (word >> before & 1));
        before = before << 1 | digit;
      }
    }
    return moved << 16 | ((x ^ word_after(x >> 16, 16)) & 0xffff);
  }

 private:
  std::uint32_t word_after(std::uint32_t digits, std::uint32_t how_many) const {
    return words_at(seed_, {.person = digits, .what = what_, .which = at_item(shift_, how_many)})[0];
  }

  std::uint64_t seed_;
  std::uint32_t what_;
  std::uint32_t shift_;
};

}  // namespace

std::vector<double> shifted_sobol(int draws, const std::vector<std::string>& names, std::uint64_t seed) {
  const std::size_t dimensions = names.size();
  expects(draws > 0 && draws % shifts == 0 && dimensions > 0 && dimensions <= 3667);
  std::vector<Shift> moves;  // [name · shifts + shift]
  for (const auto& name : names)
    for (int shift = 0; shift < shifts; ++shift) moves.emplace_back(seed, name, shift);
  boost::random::sobol_engine<std::uint32_t, 32> sobol(dimensions);
  std::vector<std::uint32_t> point(dimensions);  // the origin, which Boost leaves out
  std::vector<double> result;
  result.reserve(draws * dimensions);
  for (int first = 0; first < draws; first += shifts) {
    for (int shift = 0; shift < shifts; ++shift)
      for (std::size_t k = 0; k < dimensions; ++k)
        result.push_back((moves[k * shifts + shift](point[k]) + 0.5) * 0x1p-32);
    for (auto& x : point) x = sobol();
  }
  return result;
}

}  // namespace clientele
