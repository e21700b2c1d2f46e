// SPDX-License-Identifier: MIT
// Clientele's speed beside what one could use instead, measured side by side on one market. First the
// programs have to agree on what that market is worth; then they are timed in turns. Prints tables in
// Markdown.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "bench/clientele_market.hpp"
#include "bench/gains.hpp"
#include "bench/pairing.hpp"
#include "bench/peer.hpp"
#include "sim/base/memory.hpp"
#include "sim/engine/block_memory.hpp"

namespace clientele::bench {
namespace {

struct Options {
  int rounds = 5;
  int people = 200000;
  int replications = 400;
};

/// A program in the comparison. Each run of it simulates `size`; the fast ones need more to be timed well.
struct Contender {
  std::string name;
  Size size;
  std::function<Findings(Size, int seed)> run;
  Findings agreed;        ///< what the agreement is judged by
  double cpu_ns = 1e300;  ///< least of all rounds, an active customer-month
  double wall_ns = 1e300;
};

constexpr int people_a_population = 20000;

Size populations_of(int people) { return {std::max(1, people / people_a_population), people_a_population}; }

Contender clientele(const std::string& name, const Scenario& market, Size size, Way way) {
  return {.name = name,
          .size = size,
          .run =
              [&market, way](Size of, int seed) {
                return simulate_market(prepare({&market}, of, way, static_cast<std::uint64_t>(seed)));
              },
          .agreed = {}};
}

Contender peer(const std::string& name, const std::string& command, Size size) {
  return {.name = name,
          .size = size,
          .run = [command](Size of, int seed) { return run_peer(command, of, seed); },
          .agreed = {}};
}

/// Whether all programs found the same market: each two of them within 4 standard errors of each other, which
/// chance exceeds about once in a thousand such benches. Prints the table.
bool agree(std::vector<Contender*> programs) {
  const Size size{40, 10000};
  for (std::size_t p = 0; p < programs.size(); ++p)
    programs[p]->agreed = programs[p]->run(size, static_cast<int>(p) + 1);
  fmt::print("## Agreement\n\n{} populations of {} people each, ± standard error.\n\n| |", size.populations,
             size.people);
  for (const Contender* program : programs) fmt::print(" {} |", program->name);
  fmt::print(" furthest apart, standard errors |\n|---|");
  for (std::size_t p = 0; p <= programs.size(); ++p) fmt::print("---|");
  bool all_agree = true;
  for (const Quantity& quantity : quantities) {
    fmt::print("\n| {} |", quantity.name);
    double apart = 0;
    for (const Contender* one : programs) {
      const Measured a = one->agreed.*quantity.of;
      fmt::print(" {:.4f} ± {:.4f} |", a.mean, a.error);
      for (const Contender* other : programs) {
        const Measured b = other->agreed.*quantity.of;
        if (one != other) apart = std::max(apart, std::abs(a.mean - b.mean) / std::hypot(a.error, b.error));
      }
    }
    fmt::print(" {:.1f}{} |", apart, apart < 4 ? "" : " **DISAGREE**");
    all_agree = all_agree && apart < 4;
  }
  fmt::print("\n\n");
  return all_agree;
}

void time_in_turns(std::vector<Contender*> contenders, int rounds) {
  for (int round = 0; round < rounds; ++round)
    for (Contender* contender : contenders) {
      const Findings found = contender->run(contender->size, 100 + round);
      contender->cpu_ns = std::min(contender->cpu_ns, found.cpu_ns());
      if (found.wall_seconds > 0) contender->wall_ns = std::min(contender->wall_ns, found.wall_ns());
      fmt::print(stderr, "round {} of {}: {}: {:.2f} ns\n", round + 1, rounds, contender->name,
                 found.cpu_ns());
    }
}

/// One line of the table of targets; `must` and `aim` are bounds from below, or from above where less is
/// better.
enum class Better { more, less };
void target(const std::string& what, double found, const std::string& shown, double must, double aim,
            Better better) {
  const auto reaches = [&](double bound) { return better == Better::more ? found >= bound : found <= bound; };
  const char* sign = better == Better::more ? "≥" : "≤";
  fmt::print("| {} | {} | {} {:g} | {} | {} |\n", what, shown, sign, must,
             aim > 0 ? fmt::format("{} {:g}", sign, aim) : "–",
             aim > 0 && reaches(aim) ? "aim reached"
             : reaches(must)         ? "reached"
                                     : "**missed**");
}

int compare(const Options& options) {
  const Scenario reference = read_market(REFERENCE_MARKET), coffee = read_market(COFFEE_MARKET),
                 everything = read_market(EVERYTHING_MARKET);
  const Size large = populations_of(2 * options.people), middle = populations_of(options.people),
             small = populations_of(options.people / 2);
  const std::string kernel = kernel_name(0);
  Contender one_core = clientele("Clientele, one core", reference, large, {.threads = 1});
  Contender money = clientele("Clientele, one core, telling money alone", reference, large,
                              {.threads = 1, .detail = Detail::money});
  Contender two_cores = clientele("Clientele, two cores", reference, large, {.threads = 2});
  Contender one_lane =
      clientele("Clientele, one core, one lane", reference, small, {.threads = 1, .lanes = 1});
  Contender shops = clientele("Clientele, coffee shops, one core", coffee, middle, {.threads = 1});
  Contender all = clientele("Clientele, all behaviours, one core", everything, middle, {.threads = 1});
  Contender naive = peer("naive C++", NAIVE_MARKET, small);
  Contender numpy = peer("NumPy", python() + " " NUMPY_MARKET, small);
  const bool with_numpy = has_numpy();
  if (!with_numpy)
    fmt::print(
        "NumPy is left out: `{} -c 'import numpy'` fails. On Debian: apt-get install python3-numpy; or name "
        "another Python in the environment as PYTHON.\n\n",
        python());
#ifndef NDEBUG
  fmt::print("This is no release build: the times say nothing.\n\n");
#endif

  std::vector<Contender*> programs = {&one_core, &money, &naive};
  if (with_numpy) programs.push_back(&numpy);
  if (!agree(programs)) {
    std::fflush(stdout);
    fmt::print(stderr, "bench: the programs do not simulate the same market: nothing was timed\n");
    return 1;
  }

  const bool with_two = std::thread::hardware_concurrency() > 1;
  std::vector<Contender*> timed = {&one_core, &money};
  if (with_two) timed.push_back(&two_cores);
  timed.insert(timed.end(), {&one_lane, &naive});
  if (with_numpy) timed.push_back(&numpy);
  timed.push_back(&shops);
  timed.push_back(&all);
  std::fflush(stdout);
  time_in_turns(timed, options.rounds);

  fmt::print("## Time\n\nThe least of {} rounds in turns; {}. Nanoseconds an active customer-month.\n\n",
             options.rounds, kernel);
  fmt::print(
      "| program | people | CPU time, ns | wall time, ns | against Clientele on one core, CPU "
      "|\n|---|---|---|---|---|\n");
  for (const Contender* contender : timed)
    fmt::print("| {} | {} | {:.2f} | {} | {} |\n", contender->name,
               contender->size.people * contender->size.populations, contender->cpu_ns,
               contender->wall_ns < 1e300 ? fmt::format("{:.2f}", contender->wall_ns) : "–",
               contender == &one_core ? "1" : fmt::format("{:.2f}", contender->cpu_ns / one_core.cpu_ns));

  const auto pairings =
      measure_pairing(reference, {0.05, 0.01}, {.populations = options.replications, .people = 2000});
  fmt::print("\n## Targets\n\n| what | found | must | aim | |\n|---|---|---|---|---|\n");
  const auto times_faster = [&](const std::string& than, double ratio, double must, double aim) {
    target(than, ratio, fmt::format("{:.1f}×", ratio), must, aim, Better::more);
  };
  if (with_numpy)
    times_faster("faster than NumPy, telling what it tells", numpy.cpu_ns / money.cpu_ns, 25, 45);
  times_faster("faster than naive C++, telling what it tells", naive.cpu_ns / money.cpu_ns, 15, 25);
  times_faster("faster than its own one lane", one_lane.cpu_ns / one_core.cpu_ns, 10, 13);
  const double dearer = all.cpu_ns / one_core.cpu_ns;
  target("a customer-month with all behaviours against one without", dearer, fmt::format("{:.1f}×", dearer),
         3, 0, Better::less);
  if (with_two)
    times_faster("two cores against one, wall time", one_core.wall_ns / two_cores.wall_ns, 1.7, 1.85);
  const bool busy = one_core.wall_ns > 1.15 * one_core.cpu_ns;
  const auto bytes = static_cast<double>(BlockMemory::bytes_a_person(
      prepare({&reference}, {1, 1}, {}, 1).plan.scenarios.front().courses.front().front()->view));
  target("memory of a simulated person", bytes, fmt::format("{:g} B", bytes), 128, 64, Better::less);
  for (const Pairing& pairing : pairings) {
    const bool small_cut = pairing.cut < 0.02;
    const auto ratio = [&](const char* of, Measured found) {
      target(fmt::format("variance independent / paired, price cut of {:g} %, {}", 100 * pairing.cut, of),
             found.mean, fmt::format("{:.0f} ± {:.0f}", found.mean, found.error), small_cut ? 250 : 40,
             small_cut ? 0 : 100, Better::more);
    };
    ratio("value of today's customers", pairing.customers);
    ratio("value of all people", pairing.people);
  }
  if (busy)
    fmt::print(
        "\nThe machine was busy with other work: one core took {:.2f} times as much wall time as CPU time. "
        "Two cores "
        "against one says nothing here; run it again.\n",
        one_core.wall_ns / one_core.cpu_ns);
  fmt::print(
      "\nThe pairing is from {} replications of 2,000 people, ± its standard error by the jackknife.\n",
      options.replications);
  for (const Pairing& pairing : pairings)
    fmt::print("A price cut of {:g} % changes the value of a customer of today by {:.3f} ± {:.3f} EUR.\n",
               100 * pairing.cut, pairing.difference.mean, pairing.difference.error);
  fmt::print("\n## Gains\n\n{}", gains_table(options.replications, options.rounds));
  return 0;
}

int start(int argc, char** argv) {
  namespace po = boost::program_options;
  Options options;
  po::options_description known("bench [options]");
  known.add_options()("help,h", "this text")("rounds",
                                             po::value(&options.rounds)->default_value(options.rounds),
                                             "rounds in turns; the least counts")(
      "people", po::value(&options.people)->default_value(options.people),
      "people to time with: Clientele twice as many, the slow ones half")(
      "replications", po::value(&options.replications)->default_value(options.replications),
      "replications to measure the pairing with");
  po::variables_map given;
  po::store(po::parse_command_line(argc, argv, known), given);
  po::notify(given);
  if (given.count("help")) {
    std::fputs(fmt::format("{}", (std::ostringstream() << known).str()).c_str(), stdout);
    return 0;
  }
  if (options.rounds < 1 || options.people < 1000 || options.replications < 3)
    throw std::runtime_error("--rounds from 1, --people from 1000, --replications from 3");
  return compare(options);
}

}  // namespace
}  // namespace clientele::bench

int main(int argc, char** argv) {
  clientele::keep_freed_memory();
  try {
    return clientele::bench::start(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench: {}\n", error.what());
  }
  return 1;
}
