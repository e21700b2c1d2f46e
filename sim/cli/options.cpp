// SPDX-License-Identifier: MIT
#include "sim/cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <sstream>

#include "sim/base/problem.hpp"
#include "sim/base/spelling.hpp"
#include "sim/cli/option_values.hpp"

namespace clientele {

namespace po = boost::program_options;

namespace {
template <class T>
auto typed(const char* name) {
  return po::value<T>()->value_name(name);
}

void add_common(po::options_description& options) {
  options.add_options()("set", po::value<std::vector<std::string>>()->value_name("PATH=VALUE")->composing(),
                        "another value for a parameter; may be repeated")("help,h", "this text");
}

po::options_description run_options() {
  po::options_description options("Options", 80);
  options.add_options()("customers", typed<Customers>("N"), "simulated people in each replication (10k)")(
      "draws", typed<Draws>("N"), "draws of what is uncertain, in eights (256); without it there is one")(
      "precision", typed<Exactness>("P%"),
      "double the draws until half the 90 % interval of each mean difference is at most this part of it, or "
      "this amount")("replications", typed<Replications>("N"),
                     "populations in each draw (1), or in all where nothing is uncertain (8)")(
      "estimator", typed<MeansBy>("WAY"),
      "mean equity by what purchases bring (realised), by what each was to be expected to bring (expected), "
      "or by what pays in this world (auto)")(
      "time-limit", typed<TimeLimit>("TIME"),
      "end after so long, such as 90s or 10min, with the draws or replications that are finished")(
      "explain-draws", typed<ExplainDraws>("N"),
      "draws in which it is worked out where equity comes from, in eights, or replications where nothing is "
      "uncertain (at most 32); 0: not at all")("seed", typed<Seed>("N"), "another seed, another sample (1)")(
      "threads", typed<Threads>("N"), "threads (all cores); never changes the results")(
      "lanes", typed<Lanes>("N"), "customers in step: auto, 1, 4, 8 or 16 (auto)")(
      "out", typed<OutFolder>("FOLDER"), "where the files go (output/NAME OF THE STUDY)")(
      "format", typed<Format>("csv"), "the files to write (csv)")(
      "csv-style", typed<Style>("STYLE"), "standard, or european: semicolons and decimal commas")(
      "quiet", "no progress")("again", po::value<std::string>()->value_name("run.json"),
                              "make the results of an earlier run again");
  add_common(options);
  return options;
}

po::options_description check_options() {
  po::options_description options("Options", 80);
  options.add_options()("customers", typed<Customers>("N"), "simulated people behind what is implied (10k)")(
      "seed", typed<Seed>("N"), "another seed, another sample (1)")(
      "threads", typed<Threads>("N"), "threads (all cores); never changes the results");
  add_common(options);
  return options;
}

po::options_description describe_options() {
  po::options_description options("Options", 80);
  options.add_options()("markdown", "the reference page of all parameters and metrics")("help,h",
                                                                                        "this text");
  return options;
}

/// What was typed, sorted into options and the words that are none.
struct Typed {
  po::variables_map options;
  Words words;

  template <class T>
  const T* given(const char* name) const {
    const auto found = options.find(name);
    return found == options.end() ? nullptr : &found->second.as<T>();
  }
};

std::string unknown(const std::string& option, const po::options_description& known) {
  std::vector<std::string> names;
  for (const auto& one : known.options()) names.push_back("--" + one->long_name());
  const auto begun =
      std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.starts_with(option); });
  const std::string near = begun != names.end() ? *begun : nearest(option, names);
  return fmt::format("unknown option {}", option) +
         (near.empty() ? "" : fmt::format(". Did you mean {}?", near));
}

Typed typed_words(const Words& words, const po::options_description& known) {
  Typed typed;
  try {
    const auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const auto parsed = po::command_line_parser(words).options(known).style(style).run();
    for (const auto& option : parsed.options)
      if (option.string_key.empty())
        typed.words.insert(typed.words.end(), option.value.begin(), option.value.end());
    po::store(parsed, typed.options);
  } catch (const po::unknown_option& error) {
    throw BadUsage(unknown(error.get_option_name(), known));
  } catch (const po::error& error) {
    throw BadUsage(error.what());
  }
  return typed;
}

std::vector<Setting> settings_in(const Typed& typed) {
  std::vector<Setting> settings;
  if (const auto* texts = typed.given<std::vector<std::string>>("set"))
    for (const auto& text : *texts) {
      const auto [path, value] = setting_in(text);
      settings.push_back({path, value});
    }
  return settings;
}

/// How many people are simulated, which, and by how many threads.
RunOptions sample_in(const Typed& typed) {
  RunOptions options;
  if (const auto* given = typed.given<Customers>("customers")) options.customers = given->value;
  if (const auto* given = typed.given<Seed>("seed")) options.seed = given->value;
  if (const auto* given = typed.given<Threads>("threads")) options.threads = given->value;
  return options;
}

/// A recipe decides what comes out; only where and how it is carried out may differ.
void refuse_contradictions(const Typed& typed) {
  for (const char* name : {"customers", "draws", "precision", "replications", "time-limit", "explain-draws",
                           "estimator", "seed", "set"})
    if (typed.options.count(name) > 0)
      throw BadUsage(
          fmt::format("--again makes the same results again, and --{} would change them. Leave out one of "
                      "the two",
                      name));
  if (!typed.words.empty())
    throw BadUsage(
        fmt::format("--again reads its scenario from the run.json; leave out '{}'", typed.words.front()));
}

std::string help(std::string_view usage, const po::options_description& options) {
  std::ostringstream text;
  text << usage << "\n" << options;
  return text.str();
}
}  // namespace

namespace {
RunRequest request_of(const Typed& typed) {
  RunRequest request;
  if (const auto* again = typed.given<std::string>("again")) {
    refuse_contradictions(typed);
    request.again = *again;
  }
  request.files = typed.words;
  request.settings = settings_in(typed);
  request.options = sample_in(typed);
  if (const auto* given = typed.given<Replications>("replications"))
    request.options.replications = given->value;
  if (const auto* given = typed.given<Draws>("draws")) request.options.draws = given->value;
  if (const auto* given = typed.given<ExplainDraws>("explain-draws")) request.options.explain = given->value;
  if (const auto* given = typed.given<Exactness>("precision")) request.options.precision = given->value;
  if (const auto* given = typed.given<TimeLimit>("time-limit")) request.time_limit = given->value;
  if (const auto* given = typed.given<MeansBy>("estimator")) request.options.estimator = given->value;
  if (const auto* given = typed.given<Lanes>("lanes")) request.options.lanes = given->value;
  if (const auto* given = typed.given<OutFolder>("out")) request.out = given->value;
  if (const auto* given = typed.given<Style>("csv-style")) request.csv_style = given->value;
  if (typed.options.count("quiet") > 0) request.loudness = Loudness::quiet;
  return request;
}

}  // namespace

RunRequest run_request(const Words& words) {
  RunRequest request = request_of(typed_words(words, run_options()));
  if (!request.again && request.files.size() != 1)
    throw BadUsage(request.files.empty()
                       ? "run takes the FILE of a world or of a scenario"
                       : fmt::format("run takes one FILE, not {}. See: compare", request.files.size()));
  return request;
}

RunRequest compare_request(const Words& words) {
  RunRequest request = request_of(typed_words(words, run_options()));
  if (!request.again && request.files.empty())
    throw BadUsage("compare takes the FILEs of scenarios of one world");
  return request;
}

CheckRequest check_request(const Words& words) {
  const Typed typed = typed_words(words, check_options());
  if (typed.words.empty()) throw BadUsage("check takes the FILE of a world or of a scenario, or several");
  return {.files = typed.words, .settings = settings_in(typed), .options = sample_in(typed)};
}

DescribeRequest describe_request(const Words& words) {
  const Typed typed = typed_words(words, describe_options());
  if (typed.words.size() > 1) throw BadUsage("describe takes one PATH, or none for all of them");
  const bool markdown = typed.options.count("markdown") > 0;
  if (markdown && !typed.words.empty())
    throw BadUsage("describe --markdown writes the whole page. Leave out the PATH");
  return {.path = typed.words.empty() ? std::nullopt : std::optional(typed.words.front()),
          .as = markdown ? DescribeRequest::As::markdown : DescribeRequest::As::text};
}

bool asks_for_help(const Words& words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  return std::any_of(words.begin(), end,
                     [](const std::string& word) { return word == "--help" || word == "-h"; });
}

std::string run_help() {
  return help(
      "Simulates a world, or a scenario beside its world with the same customers and the same luck.\n\n"
      "  clientele run FILE [options]\n  clientele run --again run.json [--out FOLDER]\n\n"
      "Ctrl-C ends a run, as --time-limit does, and keeps what is finished: replications or, of what is "
      "uncertain,\neights of draws. Of one large replication nothing is kept: for a run that can be cut "
      "short "
      "ask for more\n--replications of fewer --customers.\n",
      run_options());
}

std::string compare_help() {
  return help(
      "Simulates scenarios beside their world with the same customers and the same luck, and says which is "
      "best,\nhow sure that is, and what could go wrong.\n\n"
      "  clientele compare FILE FILE... [options]\n"
      "  clientele compare --again run.json [--out FOLDER]\n",
      run_options());
}

std::string check_help() {
  return help(
      "Reads and validates files, says what is assumed and what that implies, and simulates no scenario.\n\n"
      "  clientele check FILE... [options]\n",
      check_options());
}

std::string describe_help() {
  return help(
      "Tells what parameters and metrics mean, their units, ranges, defaults and sources.\n\n"
      "  clientele describe                  all of them, one a line\n"
      "  clientele describe choice.inertia   one in full\n",
      describe_options());
}

}  // namespace clientele
