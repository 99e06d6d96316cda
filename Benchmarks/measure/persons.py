"""The persons of system A, from the start of the program to its verdict, beside a Python program with Faker."""

import os
import subprocess
import sys

from figures import Figure, median, spread
from programs import BUILD, ROOT, in_c, say, succeed
from rehearsals import rehearse, scenario

PARTITIONS = 3
PROGRAM = ROOT / "Benchmarks" / "persons_with_faker.py"
TEMPLATE = ROOT / "Benchmarks" / "Payloads" / "system-a-phase-2.xml"


def interpreter():
    """A Python with Faker, confluent_kafka and Flask, fetched from PyPI where there is none; none where that is impossible."""
    named = os.environ.get("PYTHON")
    if named == "none":
        return None
    folder = BUILD / "python"
    python = named or folder / "bin" / "python"
    wanted = [python, "-c", "import confluent_kafka, faker, flask"]
    try:
        if named:
            subprocess.run(wanted, check=True, capture_output=True)
            return named
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, stdout=sys.stderr)
        if subprocess.run(wanted, capture_output=True).returncode != 0:
            say("fetching Faker, confluent-kafka and Flask from PyPI")
            subprocess.run(
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "faker", "confluent-kafka", "flask"],
                check=True, timeout=180, stdout=sys.stderr)
            subprocess.run(wanted, check=True, capture_output=True)
        return python
    except (OSError, subprocess.SubprocessError) as reason:
        say(f"Python with Faker, confluent_kafka and Flask: {reason}")
        return None


class Persons:
    def __init__(self, pairs, count):
        self.pairs, self.count, self.taken = pairs, count, {"python": [], "rehearse": []}

    def measure(self, broker, python):
        value = TEMPLATE.read_text(encoding="utf-8").removesuffix("\n")
        for pair in range(self.pairs):
            say(f"persons, {self.count} messages, pair {pair + 1} of {self.pairs}")
            for program in ("python", "rehearse") if pair % 2 == 0 else ("rehearse", "python"):
                topic = broker.fresh()
                if program == "python":
                    # Both write to three partitions, and rehearse creates the topic in its own time.
                    create(broker, topic)
                    ended = succeed([python, PROGRAM, broker.address, topic, self.count])
                    assert int(ended.output) == self.count
                else:
                    stages = [f"name: persons, count: {self.count}"]
                    text = scenario(broker, topic, PARTITIONS, value, stages, form="xml")
                    ended = rehearse(text, {"persons": self.count}).ended
                self.taken[program].append(ended.seconds)
                broker.forget(topic)

    def figures(self):
        ratios = [python / own for python, own in zip(self.taken["python"], self.taken["rehearse"])]
        python, own = median(self.taken["python"]), median(self.taken["rehearse"])
        return [Figure(f"{self.count:,} persons: times as fast as Python", median(ratios), least=40, digits=0,
                       note=f"{spread(ratios, 0)}; {own:.2f} s and {python:.1f} s, start to exit")]


def create(broker, topic):
    in_c("create", broker, topic, "--partitions", PARTITIONS)
