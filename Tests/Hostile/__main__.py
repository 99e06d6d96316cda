"""Makes scenarios of hostile templates from a seed, renders them, and checks every message with independent parsers.

    python Tests/Hostile PROGRAM COUNT SEED KEPT   COUNT messages; a scenario that fails is kept in the folder KEPT
    python Tests/Hostile PROGRAM --selftest        breaks messages on purpose, each of which must be found

README.md says what this proves, and how. Scripts/hostile runs both.
"""

import pathlib
import random
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from parsing import SCHEMAS, XML
from rounds import rounds
from selftest import selftest


def run(program, count, seed, kept):
    print(f"hostile: seed={seed} count={count} parsers: Python's json, {', '.join([XML, *SCHEMAS])}", flush=True)
    if len(SCHEMAS) < 2:
        there = f"only {SCHEMAS[0]} is installed" if SCHEMAS else "neither lxml nor jsonschema with its formats is installed"
        print(f"hostile: schemas are not checked: {there}", flush=True)
    scenarios = list(enumerate(rounds(random.Random(seed), count)))
    failed = 0
    # Two at a time: what takes long is the program.
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=2) as threads:

        def one(round):
            index, scenario = round
            path = pathlib.Path(folder) / f"{seed}-{index}"
            return path, scenario.check(program, path)

        for path, wrong in threads.map(one, scenarios):
            if not wrong:
                continue
            failed += 1
            shutil.copytree(path, kept / path.name, dirs_exist_ok=True)
            print(f"FAILED: {kept / path.name}")
            for sentence, line in wrong[:5]:
                print(f"  {sentence[:1500]}\n    {line[:600]}")
    templates = sum(len(scenario.templates) for _, scenario in scenarios)
    withheld = sum(scenario.withheld for _, scenario in scenarios)
    print(
        f"hostile: {count} messages of {templates} templates in {len(scenarios)} scenarios, {withheld} of them withheld, "
        f"{failed} scenarios failed"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[2] == "--selftest":
        sys.exit(selftest(sys.argv[1]))
    sys.exit(run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4])))
