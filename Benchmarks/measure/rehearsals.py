"""Runs of rehearse, each with a scenario written for it, whose counts must be exact."""

import csv
import pathlib
import shutil
import tempfile

from programs import REHEARSE, Failure, run

# A run on a busy machine may say that it was too slow; its counts are exact all the same.
PASSED, TOO_SLOW = 0, 21


class Rehearsal:
    """A run that has ended: the rows of its stages.csv by stage, and what the process used."""

    def __init__(self, ended, rows):
        self.ended, self.rows = ended, rows

    def __getitem__(self, stage):
        return self.rows[stage]

    def number(self, stage, column):
        return float(self.rows[stage][column])


def filled(size, count):
    """The text of a value of `size` bytes for the last number; earlier ones are up to the difference in digits shorter."""
    return "{{seq}}" + "x" * (size - len(str(count - 1)))


def scenario(broker, topic, partitions, value, stages, form="string", settings=""):
    return f"""version: 1
name: bench
seed: 1
cluster: {{brokers: "{broker.address}"{broker.access}{settings}}}
topics:
  {topic}: {{partitions: {partitions}}}
templates:
  filled:
    format: {form}
    value: {quoted(value)}
defaults: {{topic: {topic}, template: filled, partition: round-robin}}
stages:
""" + "".join(f"  - {{{stage}}}\n" for stage in stages)


def quoted(text):
    """YAML in single quotes, where only the quote itself is written twice."""
    return "'" + text.replace("'", "''") + "'"


def rehearse(text, counts, environment=None, codes=(PASSED,), within=600):
    """Runs the scenario, and fails unless each stage of `counts` sent, and found again, exactly so many messages."""
    with tempfile.TemporaryDirectory(prefix="rehearse-bench-") as name:
        folder = pathlib.Path(name)
        (folder / "scenario.yaml").write_text(text)
        ended = run(
            [REHEARSE, "run", "--report-dir", folder / "reports", folder / "scenario.yaml"], environment, within)
        if ended.code not in codes:
            raise Failure(f"rehearse ended with {ended.code}\n{ended.output[-3000:]}{ended.errors[-1500:]}")
        rows = read_rows(folder / "reports" / "bench")
    for stage, count in counts.items():
        for column in ("due", "sent", "acknowledged", "found"):
            if rows[stage][column] != str(count):
                raise Failure(f"stage {stage}: {column} is {rows[stage][column]}, and {count} is exact")
    return Rehearsal(ended, rows)


def read_rows(folder):
    """The rows of the only run's stages.csv, by the name of the stage."""
    (path,) = folder.glob("*/stages.csv")
    with open(path, newline="", encoding="utf-8") as file:
        return {row["stage"]: row for row in csv.DictReader(file)}


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
