"""Runs scenarios again and again: every run must count the same, stage by stage and second by second."""

import csv
import pathlib
import tempfile

from programs import REHEARSE, run, say

COUNTS = ("due", "sent", "acknowledged", "found")


def main(files, runs):
    failed = False
    for file in files:
        seen = {}
        for turn in range(runs):
            say(f"{file}: {turn + 1} of {runs}")
            found = counts(pathlib.Path(file).resolve())
            seen.setdefault(found, []).append(turn + 1)
        if len(seen) == 1 and isinstance(found, tuple):
            print(f"{file}: {runs} runs counted the same: " + "; ".join(
                f"{stage} {' '.join(values)}" for stage, values, _ in found))
            continue
        failed = True
        print(f"{file}: the runs did not count the same")
        for found, turns in seen.items():
            print(f"  runs {', '.join(map(str, turns))}: {found}")
    return 1 if failed else 0


def counts(file):
    """The counts of a run's stages, and how many messages were due in each second of them; a text where it did not pass."""
    with tempfile.TemporaryDirectory(prefix="rehearse-repeat-") as name:
        ended = run([REHEARSE, "run", "--report-dir", name, file])
        # A rate that was not kept changes no count.
        # Nor does a peak that a busy machine did not reach.
        if ended.code not in (0, 21, 22):
            return f"ended with {ended.code}: {ended.output.strip().splitlines()[-1:]}{ended.errors[-300:]}"
        (stages,) = pathlib.Path(name).glob("*/*/stages.csv")
        due = {}
        for row in rows(stages.parent / "timeseries.csv"):
            due.setdefault(row["stage"], []).append(row["due"])
        return tuple(
            (row["stage"], tuple(row[column] for column in COUNTS), until_last(due.get(row["stage"], ()))) for row in rows(stages))


def until_last(due):
    """Without the seconds at the end in which nothing was due: how many there are depends on the last answer."""
    return tuple(due[:max((index + 1 for index, count in enumerate(due) if count != "0"), default=0)])


def rows(path):
    if not path.exists():
        return []
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
