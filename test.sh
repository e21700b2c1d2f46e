#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds the program with its tests and runs them.
# Use: ./test.sh [release|dev|asan|tsan ...]    default: release
set -eu
cd "$(dirname "$0")"
. .ci/packages.sh
need_packages $build_packages $test_packages
case "$*" in *asan* | *tsan*) need_packages $sanitizer_packages ;; esac

for preset in "${@:-release}"; do
  echo "== $preset"
  cmake --preset "$preset" -DCLIENTELE_TESTS=ON >/dev/null
  cmake --build "build/$preset"
  (cd "build/$preset" && ctest --output-on-failure -j "$(nproc)")
done
