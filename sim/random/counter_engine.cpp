// SPDX-License-Identifier: MIT
#include "sim/random/counter_engine.hpp"

#include "sim/base/contract.hpp"

namespace clientele {

CounterEngine::result_type CounterEngine::operator()() {
  if (used_ == 4) {
    expects(item_ < most_items);
    Address here = address_;
    here.which += item_++ << 20;
    words_ = words_at(seed_, here);
    used_ = 0;
  }
  return words_[used_++];
}

}  // namespace clientele
