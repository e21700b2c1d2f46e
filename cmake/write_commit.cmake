# SPDX-License-Identifier: MIT
execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --abbrev=12
                OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT commit)
  set(commit "unknown")
endif()
file(WRITE ${OUTPUT}.new "#pragma once\n"
     "inline constexpr char clientele_version[] = \"${VERSION}\";\n"
     "inline constexpr char clientele_commit[] = \"${commit}\";\n")
execute_process(COMMAND ${CMAKE_COMMAND} -E copy_if_different ${OUTPUT}.new ${OUTPUT})
