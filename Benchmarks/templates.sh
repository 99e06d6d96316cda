#!/usr/bin/env bash
# Measures the time to render a message, and to validate it by a schema, without a broker; and the same templates in Python
# with Faker. Part of make bench, which builds the program. Benchmarks/README.md explains the numbers.
#
#   Benchmarks/templates.sh [MESSAGES]
#
# MESSAGES in each of nine rounds (200000). Faker, jsonschema and lxml come from PyPI into .build/bench/python; without the
# network, or with PYTHON=none, the comparison is left out, with a note. PYTHON may name an interpreter that has them.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")/.."

messages=${1:-200000}
program=.build/release/benchmark-templates
counter=$PWD/.build/bench/malloc-count.so
results=.build/bench/templates.tsv
beside=.build/bench/templates-python.tsv

[[ -x $program ]] || { echo "templates: $program does not exist; run make bench" >&2 && exit 1; }
mkdir -p .build/bench
cc -O2 -shared -fPIC -o "$counter" Benchmarks/malloc-count.c

# python: prints an interpreter with Faker, creating a venv where there is none; fails where that is not possible.
python() {
  local folder=.build/bench/python
  if [[ -n ${PYTHON-} ]]; then
    [[ $PYTHON != none ]] && echo "$PYTHON"
    return
  fi
  if ! "$folder/bin/python" -c 'import faker, jsonschema, lxml' 2>/dev/null; then
    echo 'templates: fetching Faker, jsonschema and lxml from PyPI' >&2
    python3 -m venv "$folder" >&2 &&
      timeout 120 "$folder/bin/pip" install --quiet --disable-pip-version-check faker jsonschema lxml >&2 || return
  fi
  echo "$folder/bin/python"
}

echo 'rendering' >&2
LD_PRELOAD=$counter "$program" "$messages" >"$results" || { cat "$results" >&2 && exit 1; }
: >"$beside"
without=''
if interpreter=$(python); then
  "$interpreter" Benchmarks/templates.py >"$beside" || without='Python failed, see above'
else
  without='without Python: Faker is not installed and could not be fetched (or PYTHON=none)'
fi

printf 'rendering one message after another on one core, processor time; medians of 9 rounds of %d, Python of 5\n\n' "$messages"
awk -F '\t' '
  function cell(text) { return text == "" ? "-" : text }
  BEGIN {
    row = "%-22s %5s %8s %11s %9s   %10s %7s   %s\n"
    printf row, "template", "bytes", "ns", "allocations", "aim", "Python ns", "ratio", "Python by"
  }
  FILENAME == ARGV[1] { python[$1] = $2; by[$1] = $3; next }
  {
    ratio = python[$1] == "" ? "" : sprintf("%.0f", python[$1] / $3)
    printf row, $1, $2, $3 < 1000 ? sprintf("%.1f", $3) : sprintf("%.0f", $3), $4, $5 == "-" ? "" : "under " $5, \
      cell(python[$1]), cell(ratio), cell(by[$1])
    if ($5 != "-" && $3 >= $5) missed = missed "\nmissed: " $1
  }
  END { if (missed != "") print missed }' "$beside" "$results"
if [[ -n $without ]]; then printf '\n%s\n' "$without"; fi
