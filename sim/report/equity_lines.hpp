// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/study/results.hpp"

namespace clientele {

/// Where our equity comes from: value, brand and retention, each in a line of the label's width, with the
/// title first; nothing where it is not explained.
std::string source_lines(const Results& results, std::size_t label_width);

/// The same in a sentence, for screens of scenarios.
std::string sources_in_a_sentence(const Results& results);

/// `+1.20M: retention +0.90M, acquired +0.40M, margin -0.10M`; nothing where it is not explained.
std::string reason_in_a_line(const Against& against);

/// The same after what is invested: `+0.95M: retention +0.90M, acquired +0.40M, margin -0.10M, investment
/// -0.25M`.
std::string reason_after_investment(const Against& against);

/// What each change of a scenario does: `price +1.1M, service +0.3M`; nothing where there is one.
std::string changes_in_a_line(const Against& against);

/// When an investment has paid back, `after 14 months`; nothing where nothing is invested.
std::string payback_in_words(const Results& results, const Against& against);

}  // namespace clientele
