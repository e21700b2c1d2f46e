// SPDX-License-Identifier: MIT
#pragma once

#include <boost/any.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/report/csv.hpp"
#include "sim/study/run.hpp"

namespace clientele {

/// Values of options, each with a type of its own, because Program_options takes -1 for a seed and nan for a
/// number. Each checks its text in full and throws BadUsage with what is permitted.
struct Customers {
  int value = 0;
};
struct Replications {
  int value = 0;
};
struct Draws {
  int value = 0;
};
struct ExplainDraws {
  int value = 0;
};
struct Exactness {
  Precision value;
};
struct TimeLimit {
  std::chrono::seconds value{0};
};
struct MeansBy {
  std::optional<Estimator> value;
};  ///< none: auto
struct Seed {
  std::uint64_t value = 0;
};
struct Threads {
  int value = 0;
};
struct Lanes {
  int value = 0;
};  ///< 0: auto
struct Style {
  CsvStyle value = CsvStyle::standard;
};
struct Format {};  ///< only csv so far
struct OutFolder {
  std::string value;
};
struct PathAndValue {
  std::string path, value;
};

/// A whole number in the range, written with digits only, or as `10k` or `1.5M` where `scaled`; else
/// BadUsage.
enum class Scaled { no, yes };
std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t low,
                           std::uint64_t high, Scaled scaled = Scaled::no);

using Texts = std::vector<std::string>;
void validate(boost::any& value, const Texts& texts, Customers*, int);
void validate(boost::any& value, const Texts& texts, Replications*, int);
void validate(boost::any& value, const Texts& texts, Draws*, int);
void validate(boost::any& value, const Texts& texts, ExplainDraws*, int);
void validate(boost::any& value, const Texts& texts, Exactness*, int);
void validate(boost::any& value, const Texts& texts, TimeLimit*, int);
void validate(boost::any& value, const Texts& texts, MeansBy*, int);
void validate(boost::any& value, const Texts& texts, Seed*, int);
void validate(boost::any& value, const Texts& texts, Threads*, int);
void validate(boost::any& value, const Texts& texts, Lanes*, int);
void validate(boost::any& value, const Texts& texts, Style*, int);
void validate(boost::any& value, const Texts& texts, Format*, int);
void validate(boost::any& value, const Texts& texts, OutFolder*, int);

/// `choice.inertia=0.8`
PathAndValue setting_in(const std::string& text);

}  // namespace clientele
