# SPDX-License-Identifier: MIT
# Reading the standard library again and again is half of the time that a build takes; these headers are read once a target.
# The dev preset goes without, so that a file that forgets an include of its own is found there.
option(CLIENTELE_PRECOMPILED "precompile the standard headers" ON)

function(precompile target)
  if(CLIENTELE_PRECOMPILED)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <map> <memory>
      <optional> <sstream> <string> <string_view> <utility> <variant> <vector> ${ARGN})
  endif()
endfunction()
