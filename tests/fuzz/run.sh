#!/bin/sh
# Fuzzes the scenario reader for SECONDS (default 60) from the seed corpus and all bad files; new inputs stay in the build folder.
# usage: tests/fuzz/run.sh [SECONDS]
set -eu
seconds="${1:-60}"
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
build="$root/build/fuzz"
compiler="$(command -v clang++-14 || command -v clang++)"

cmake -S "$here/standalone" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" > "$build.log" 2>&1 ||
  { cat "$build.log"; exit 1; }
cmake --build "$build" --target fuzz_read_scenario > "$build.log" 2>&1 || { cat "$build.log"; exit 1; }
mkdir -p "$build/found"
cd "$build"
exec ./fuzz_read_scenario -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 \
  -print_final_stats=1 -dict="$here/scenario.dict" "$build/found" "$here/corpus" "$root/tests/scenarios/bad"
