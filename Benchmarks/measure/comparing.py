"""The time that a comparison of 10,000 rows of stages.csv takes, from the program's start to its exit. The file is made here: a
run's own rows, as this build writes them, with other ids, times, stages and latencies."""

import csv
import pathlib
import random
import statistics
import tempfile

from figures import Figure, spread
from programs import REHEARSE, ROOT, Failure, run, say, succeed

ROWS = 10_000
REPETITIONS = 9
# The runs of each of two builds, and the stages of each run: as run --repeat 5 makes them; as many as p is counted exactly for; and
# a long history.
SHAPES = [(5, 1000), (20, 250), (500, 10)]
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def run_id(number):
    digits = []
    for _ in range(13):
        number, digit = divmod(number, 32)
        digits.append(ALPHABET[digit])
    return "".join(reversed(digits))


def template(folder):
    """The header and a measured row of a run on the embedded broker."""
    history = folder / "run.csv"
    succeed([REHEARSE, "run", ROOT / "Scenarios/quickstart.yaml", "--report-dir", folder / "Reports", "--append", history])
    with history.open(newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        return header, dict(zip(header, next(rows)))


def write(path, header, row, runs, stages, seed):
    """Two builds of the same quality: 3 % of noise on whatever has decimals."""
    noise = random.Random(seed)
    texts = {"started_at", "tool_version", "client_version", "host", "os"}
    measured = [name for name in header if "." in row[name] and name not in texts]
    with path.open("w", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(header)
        for number in range(runs * 2):
            build = "base" if number % 2 == 0 else "new"
            shared = row | {
                "run_id": run_id((200_000_000_000 + number) << 24), "label": build,
                "started_at": f"2026-11-{1 + number // 1440 % 28:02}T{number // 60 % 24:02}:{number % 60:02}:00.000Z"}
            for stage in range(stages):
                cells = shared | {"stage": f"stage-{stage}", "stage_index": stage}
                for name in measured:
                    places = len(row[name].partition(".")[2])
                    cells[name] = f"{float(row[name]) * noise.lognormvariate(0, 0.03):.{places}f}"
                lines.writerow([cells[name] for name in header])


def figures():
    say("comparisons")
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        header, row = template(folder)
        for runs, stages in SHAPES:
            path = folder / f"{runs}.csv"
            write(path, header, row, runs, stages, seed=runs)
            seconds = []
            for _ in range(REPETITIONS):
                ended = run([REHEARSE, "compare", path, "--base", "base", "--new", "new"])
                # Of so many stages some may seem to have regressed.
                if ended.code not in (0, 13):
                    raise Failure(f"rehearse compare ended with {ended.code}: {ended.errors}")
                seconds.append(ended.seconds)
            assert runs * 2 * stages == ROWS
            found.append(
                Figure(f"compare {ROWS:,} rows, {runs} runs a side of {stages} stages", statistics.median(seconds), "s", most=1,
                       note=spread(seconds)))
    return found
