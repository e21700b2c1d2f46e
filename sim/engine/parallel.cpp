// SPDX-License-Identifier: MIT
// The only use of TBB. Its library synchronises inside itself, where ThreadSanitizer does not see it and
// every report would be false. So this file is compiled without that sanitizer's checks and tells it of the
// hand-over instead: all else stays checked.
#include "sim/engine/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#ifdef CLIENTELE_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace clientele {

namespace {

/// A point at which threads hand over what they have written.
class HandOver {
 public:
#ifdef CLIENTELE_THREAD_SANITIZER
  void give() { __tsan_release(&place_); }
  void take() { __tsan_acquire(&place_); }

 private:
  char place_ = 0;
#else
  void give() {}
  void take() {}
#endif
};

}  // namespace

int threads_for(int asked) { return asked > 0 ? asked : tbb::this_task_arena::max_concurrency(); }

void in_parallel(int threads, std::size_t count, const std::function<void(std::size_t)>& work) {
  if (threads == 1) {  // its limit would hold for those who wait for this work as well
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  HandOver out, in;
  out.give();
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
      out.take();
      work(i);
      in.give();
    });
  });
  in.take();
}

}  // namespace clientele
