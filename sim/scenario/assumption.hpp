// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/parameter.hpp"
#include "sim/base/period.hpp"
#include "sim/random/law.hpp"

namespace clientele {

/// A number that is not known exactly, with how it may lie. Where it stands, its middle stands for it.
struct Assumption {
  std::string path;  ///< of the parameter; of a change `changes.<path changed>`, of an investment
                     ///< `investments.<name>`; of a second one of the same, `.2` follows
  std::vector<std::string> acts_on;      ///< the path, and that of each segment that has none of its own
  Law law;                               ///< of the number as it is written
  Quantity quantity = Quantity::number;  ///< what kind it is, and
  Period per = Period::month;            ///< per what, or in what unit of time, it is written
  bool whole = false;                    ///< comes as the nearest whole number
  std::string written = {};              ///< as the file has it

  bool operator==(const Assumption&) const = default;
};

/// The value of an assumption, in the unit of the model, that a part p of the possible ones do not exceed.
///   frequency, duration: in proportion;  chance: 1 − (1 − x)^k;  growth: (1 + x)^k − 1
///   moment: (x − 1) · (periods of the world in one as written) + 1
double value_of(const Assumption& assumption, double p, Period world);

/// A number written per `written`, or in this unit of time, in the unit of the model; and back.
double in_world(double x, Quantity quantity, Period written, Period world);
double as_written(double value, Quantity quantity, Period written, Period world);

/// Two assumptions that are likely to be high together (or, below 0, apart): the correlation of the normal
/// numbers behind them.
struct Correlation {
  std::string one, other;
  double is = 0;
};

/// Values that were found together, such as draws from a posterior: each row is as likely as any other.
struct JointDraws {
  std::string file;
  std::vector<std::string> paths;                 ///< of the columns
  std::vector<std::vector<double>> rows;          ///< [row][column], in the unit of the model
  std::vector<std::vector<std::string>> acts_on;  ///< of each column
};

}  // namespace clientele
