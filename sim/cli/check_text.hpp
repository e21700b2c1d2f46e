// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/input/read.hpp"
#include "sim/study/implied.hpp"

namespace clientele {

/// `Coffee shops of one city: 400k people, 60 months, our brand is us among us, beanworks and others`
std::string world_in_words(const World& world);

/// The parameters that nobody wrote, with the value they have and what they mean.
std::string assumptions(const Study& study);

/// What is permitted but seldom meant, as notes of a line each.
std::string advice_text(const Study& study);

/// What the parameters imply, as a table.
std::string implied_table(const std::vector<Implied>& implied);

/// The changes and investments of a scenario, one a line: the lever, from what to what, and when.
std::string changes_in_words(const Scenario& scenario);

/// What other brands do about it, and whatever else follows from the changes, one a line; empty if nothing.
std::string consequences_in_words(const Scenario& scenario);

}  // namespace clientele
