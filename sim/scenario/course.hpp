// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace clientele {

/// Levers that follow from others in the course of a scenario: by path, a value for today and for each
/// period.
using Course = std::map<std::string, std::vector<double>>;

/// Which brands answer what others do, by index into world.brands. Of brands beyond its end those answer
/// whose probability is not 0; empty: all who may.
using Answering = std::vector<bool>;

}  // namespace clientele
