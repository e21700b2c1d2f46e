#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds the program, runs the main example and says where its results are.
set -eu
cd "$(dirname "$0")"
. .ci/packages.sh
need_packages $build_packages

echo "Building (a few minutes the first time) ..."
log=$(mktemp)
{ cmake --preset release -DCLIENTELE_TESTS=OFF -DCLIENTELE_BENCH=OFF && cmake --build build/release --target clientele; } >"$log" 2>&1 || {
  tail -40 "$log" >&2
  echo "The build failed; all of its output is in $log" >&2
  exit 1
}
rm -f "$log"

echo
build/release/clientele run scenarios/coffee/price-cut.yaml
cat <<'TEXT'

Next: change a number in scenarios/coffee/price-cut.yaml and ask again:
  build/release/clientele run scenarios/coffee/price-cut.yaml
README.md tells what else there is.
TEXT
