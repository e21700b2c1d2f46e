# SPDX-License-Identifier: MIT
# The version and the commit for --version and run.json, looked up at every build, so that it is never that of an earlier one.
add_custom_target(commit
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DVERSION=${PROJECT_VERSION} -DOUTPUT=${PROJECT_BINARY_DIR}/generated/commit.hpp
          -P ${PROJECT_SOURCE_DIR}/cmake/write_commit.cmake
  BYPRODUCTS ${PROJECT_BINARY_DIR}/generated/commit.hpp
  COMMENT "" VERBATIM)
