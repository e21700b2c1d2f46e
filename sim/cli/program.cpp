// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <csignal>
#include <new>

#include "sim/base/problem.hpp"
#include "sim/base/spelling.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/version.hpp"

namespace clientele {

namespace {
struct Command {
  std::string_view name;
  std::string_view usage;
  std::string_view meaning;
  int (*carry_out)(const Words&);
  std::string (*help)();
};

constexpr Command commands[] = {
    {"run", "run FILE", "simulate a world, or a scenario beside its world", run_command, run_help},
    {"compare", "compare FILE...", "judge several scenarios of one world", compare_command, compare_help},
    {"check", "check FILE...", "read and validate, say what is assumed and implied", check_command,
     check_help},
    {"describe", "describe [PATH]", "what a parameter or metric means", describe_command, describe_help},
};

const Command* command_called(const std::string& name) {
  for (const auto& command : commands)
    if (command.name == name) return &command;
  return nullptr;
}

std::string help() {
  std::string text = "Clientele: what would our customers be worth, if?\n\n";
  for (const auto& command : commands)
    text += fmt::format("  {} {:<18}{}\n", program_name, command.usage, command.meaning);
  return text + fmt::format(
                    "  {0} {1:<18}the options of a command\n\n"
                    "Start with: {0} run scenarios/coffee/price-cut.yaml\n",
                    program_name, "COMMAND --help");
}

std::string no_such_command(const std::string& name) {
  std::vector<std::string> names = {"help"};
  for (const auto& command : commands) names.emplace_back(command.name);
  const std::string near = nearest(name, names);
  if (!near.empty()) return fmt::format("unknown command '{}'. Did you mean {}?", name, near);
  return fmt::format("unknown command '{}'. There are {}", name, listed(names));
}

const Command& command_of(const std::string& name) {
  const Command* command = command_called(name);
  if (command == nullptr) throw BadUsage(no_such_command(name));
  return *command;
}

int carry_out(const Words& words) {
  if (words.empty()) {
    tell(help());
    return exit_usage;
  }
  const std::string& first = words.front();
  const Words rest(words.begin() + 1, words.end());
  if (first == "--version") {
    print(fmt::format("{} {} ({})\n", program_name, program_version(), program_commit()));
  } else if (first == "--help" || first == "-h" || first == "help") {
    print(rest.empty() ? help() : command_of(rest.front()).help());
  } else if (asks_for_help(rest)) {
    print(command_of(first).help());
  } else {
    return command_of(first).carry_out(rest);
  }
  return exit_done;
}

void tell_problems(const BadScenario& bad) {
  for (const auto& problem : bad.problems()) tell(to_text(problem) + "\n");
  const auto count = bad.problems().size();
  tell(fmt::format("{} problem{}; nothing was simulated\n", count, count == 1 ? "" : "s"));
}

int failed(int code, std::string_view reason) {
  tell(fmt::format("{}: {}\n", program_name, reason));
  return code;
}
}  // namespace

int program(const Words& words) {
  // A write beyond a closed pipe or a size limit is to fail with a reason instead of ending the process.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return carry_out(words);
  } catch (const BadUsage& bad) {
    const bool known = !words.empty() && command_called(words.front()) != nullptr;
    failed(exit_usage, bad.what());
    tell(fmt::format("See: {} {}--help\n", program_name, known ? words.front() + " " : ""));
    return exit_usage;
  } catch (const BadScenario& bad) {
    tell_problems(bad);
    return exit_bad_scenario;
  } catch (const Interrupted& interrupted) {
    return failed(exit_interrupted, interrupted.what());
  } catch (const RunFailed& run) {
    return failed(exit_failed, run.what());
  } catch (const std::bad_alloc&) {
    return failed(exit_failed, "there is not enough memory. Use fewer --customers or --threads");
  } catch (const std::exception& mistake) {
    return failed(exit_failed,
                  fmt::format("a mistake of the program, not yours: {}. Please report it", mistake.what()));
  }
}

}  // namespace clientele
