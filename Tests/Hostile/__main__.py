"""What Scripts/hostile runs: makes scenarios of hostile templates by a seed, has them rendered, and holds every message to
parsers that know nothing of ours.

    python Tests/Hostile PROGRAM COUNT SEED KEPT   COUNT messages; what is refused is kept in the folder KEPT
    python Tests/Hostile PROGRAM --selftest        breaks messages on purpose, each of which must be found

Whatever a template yields is a name of `let:`, which stands in a header, where nothing is escaped, and in the value, where
it is. So what a parser decodes of the value must be the header's text, whatever was drawn. Of `vars`, of texts written in the
template and of cells of data it is known besides: those must come back as they were put in, changed as Python's own methods
change them, and cells of the row that the message's number leads to. What XML cannot hold, what is raw and what has a schema
may be withheld: then it must be refused by others as well, and what is not withheld by none of them.
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
        there = f"only {SCHEMAS[0]} is there" if SCHEMAS else "neither lxml nor jsonschema with its formats is there"
        print(f"hostile: schemas are left out: {there}", flush=True)
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
