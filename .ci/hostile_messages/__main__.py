"""What .ci/hostile runs: makes scenarios of hostile templates by a seed, has them rendered, and holds every message to
parsers that know nothing of ours.

    python .ci/hostile_messages PROGRAM COUNT SEED KEPT   COUNT messages; what is refused is kept in the folder KEPT
    python .ci/hostile_messages PROGRAM --selftest        breaks messages on purpose, each of which must be found

Whatever a template yields is a name of `let:`, which stands in a header, where nothing is escaped, and in the value, where
it is. So what a parser decodes of the value must be the header's text, whatever was drawn. Of `vars` and of texts written
in the template it is known besides: those must come back as they were put in, changed as Python's own methods change them.
"""

import pathlib
import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from expressions import CALLS, Expressions, functions
from json_template import JSONTemplate
from judging import XML
from rendering import check
from selftest import selftest
from snippets import Text
from xml_template import XMLTemplate

LOCALES = ["en_US", "de_DE", "ja_JP"]
TEMPLATES = 25  # in one scenario, mixed


def made(chance, systematic):
    """The templates of one scenario: of every function in every place, or by chance."""
    text = Text(chance)
    variables = {f"v{index}": text.any(controls=index % 2 == 0) for index in range(8)} | {"plain": "a"}
    if systematic:
        every = [(name + call, kind, None) for name, kind in functions() for call in CALLS.get(name, ["()"])]
        kinds = [JSONTemplate, XMLTemplate]
        return [kind(None, locale, chance, every) for kind in kinds for locale in LOCALES], variables
    templates = []
    for index in range(TEMPLATES):
        kind = JSONTemplate if index % 2 else XMLTemplate
        make = Expressions(chance, variables, controls=kind is JSONTemplate).expression
        templates.append(kind(make, chance.choice(LOCALES), chance))
    return templates, variables


def rounds(chance, count):
    """Templates, variables and how many messages of them, until there are COUNT: first of every function in every place."""
    size = min(600, count)
    yield *made(chance, True), size
    while (count := count - size) > 0:
        size = min(max(250, min(5000, count // 4)), count)
        yield *made(chance, False), size


def run(program, count, seed, kept):
    print(f"hostile: seed={seed} count={count} parsers: Python's json, {XML}", flush=True)
    rounds_of = list(enumerate(rounds(random.Random(seed), count)))
    failed = 0
    # Two at a time: what takes long is the program.
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=2) as threads:

        def one(round):
            index, (templates, variables, size) = round
            path = pathlib.Path(folder) / f"{seed}-{index}.yaml"
            return path, check(program, templates, variables, size, path)

        for path, wrong in threads.map(one, rounds_of):
            if not wrong:
                continue
            failed += 1
            kept.mkdir(parents=True, exist_ok=True)
            (kept / path.name).write_bytes(path.read_bytes())
            print(f"FAILED: {kept / path.name}")
            for sentence, line in wrong[:5]:
                print(f"  {sentence[:1500]}\n    {line[:600]}")
    templates = sum(len(templates) for _, (templates, _, _) in rounds_of)
    print(
        f"hostile: {count} messages of {templates} templates in {len(rounds_of)} scenarios, {failed} scenarios failed"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[2] == "--selftest":
        sys.exit(selftest(sys.argv[1]))
    sys.exit(run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4])))
