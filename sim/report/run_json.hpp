// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/report/run_record.hpp"

namespace clientele {

/// The text of run.json: how the results came about, with the text and the SHA-256 of every file that was
/// read.
std::string run_json(const RunRecord& record, const Results& results);

/// What a run.json says of how to make its results again. Throws BadScenario if it is damaged: not JSON,
/// without a part that is needed, with a number out of its range, or with a text that is not the one its
/// SHA-256 belongs to.
Recipe read_run_json(const std::string& name, const std::string& text);

}  // namespace clientele
