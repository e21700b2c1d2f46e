// SPDX-License-Identifier: MIT
#pragma once

#include "sim/scenario/course.hpp"

namespace clientele {

/// Whether a brand answers others at all, and whether that is a matter of chance.
bool reacts(const Brand& brand);
bool reacts_by_chance(const Brand& brand);

/// Prices and ratings of the brands that answer, by path. What they see lies at least one period back, so
/// period follows on period; it is measured against today, so where nobody moves nothing follows.
Course answers_to(const Scenario& scenario, const Answering& answering);

}  // namespace clientele
