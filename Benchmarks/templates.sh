#!/usr/bin/env bash
# How long a message takes to render, without a broker: ours, and the same template in Python with Faker where it is
# installed (PYTHON names the interpreter).
#
#   Benchmarks/templates.sh [MESSAGES]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

swift build -c release --quiet --product benchmark-templates
program=$(swift build -c release --show-bin-path)/benchmark-templates
counter=.build/malloc-count.so
cc -O2 -shared -fPIC -o "$counter" Benchmarks/malloc-count.c
LD_PRELOAD=$PWD/$counter "$program" "${1:-2000000}"
"${PYTHON:-python3}" Benchmarks/templates.py || echo "without Faker: pip install faker, or PYTHON=…"
