#!/bin/sh
# SPDX-License-Identifier: MIT
# Fuzzes the reading of scenarios: tests/fuzz/run.sh SECONDS [BUILD FOLDER]
# Needs: clang-14 libclang-rt-14-dev. What is found stays in the build folder as crash-…, timeout-… or oom-….
set -eu
seconds=${1:?say for how many seconds, such as: tests/fuzz/run.sh 300}
source=$(cd "$(dirname "$0")/../.." && pwd)
build=${2:-$source/build/fuzz}

cmake --preset fuzz -S "$source" -B "$build" >/dev/null
cmake --build "$build" --target scenario_fuzzer

seeds=$(mktemp -d)
trap 'rm -rf "$seeds"' EXIT
for file in $(cd "$source" && find scenarios tests/invalid tests/known_answers -name '*.yaml'); do
  cp "$source/$file" "$seeds/$(printf %s "$file" | tr / _)"
done
printf 'choice.inertia={normal: {mean: 1, sd: 0.3}}' >"$seeds/setting"
printf '  - {change: brands.late.enters, to: month 12}\n' >"$seeds/changes"
printf '  - {change: brands.them.price, by: -15%% to -5%%, probability: 60%%}\n' >"$seeds/uncertain_change"
printf 'choice.inertia.mean=pert(0.5, 0.8, 1.2)' >"$seeds/uncertain_setting"
printf 'choice.price_sensitivity,brands.them.share\n2.1,0.6\n2.4,55%%\n' >"$seeds/draws"
mkdir -p "$build/corpus"

cd "$build"
./scenario_fuzzer -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
  -dict="$source/tests/fuzz/scenario.dict" -print_final_stats=1 corpus "$seeds"
