// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace clientele {

/// Whether what is wrong at `path`, found by comparing values, may follow from what could not be read at
/// `unread`, so that telling it would mislead: one is a part of the other, or both touch the shares of
/// brands, which hang together. A price that cannot be read says nothing against the sum of the shares.
bool may_follow(const std::string& path, const std::string& unread);

}  // namespace clientele
