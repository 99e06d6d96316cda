"""A long run at a steady rate, with the resident memory of its process sampled every second: whether it stays flat."""

import csv
import os
import pathlib
import re
import subprocess
import tempfile
import time

from brokers import EMBEDDED, Broker
from plot import drawing
from programs import BUILD, REHEARSE, say
from rehearsals import filled, read_rows, scenario

RATE = 50_000
WARM_UP_S = 60
MOST_GROWTH = 5e6
# Memory is that of so many samples around a moment.
SAMPLES = 11


def main(minutes):
    broker = Broker("kafka", os.environ["SOAK_BROKERS"]) if os.environ.get("SOAK_BROKERS") else EMBEDDED
    seconds = minutes * 60
    if seconds <= WARM_UP_S:
        say("soak: the first minute does not count, so MINUTES must be above 1")
        return 64
    count = RATE * seconds
    text = scenario(broker, f"soak-{os.getpid()}", 4, filled(100, count), [f"name: soak, rate: {RATE}/s, duration: {seconds}s"])
    with tempfile.TemporaryDirectory(prefix="rehearse-soak-") as name:
        folder = pathlib.Path(name)
        (folder / "scenario.yaml").write_text(text)
        samples, code, output = watched(folder, seconds)
        if code not in (0, 21):
            say(f"soak: the run ended with {code}\n{output[-3000:]}")
            return 1
        row = read_rows(folder / "reports" / "bench")["soak"]
    return report(samples, row, count, minutes, broker)


def watched(folder, seconds):
    """Runs the scenario; the samples while it sends, as (seconds, resident, anonymous, of files) in bytes."""
    command = [REHEARSE, "run", "--report-dir", folder / "reports", folder / "scenario.yaml"]
    samples = []
    with open(folder / "output", "w") as output:
        started = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            while process.poll() is None:
                elapsed = time.monotonic() - started
                if elapsed < seconds and (memory := resident(process.pid)):
                    samples.append((round(elapsed, 1), *memory))
                    if len(samples) % 60 == 0:
                        say(f"soak: {len(samples) // 60} min, {memory[0] / 1e6:.1f} MB")
                time.sleep(max(0.05, len(samples) + started - time.monotonic()))
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
    return samples, process.returncode, (folder / "output").read_text()


def resident(process):
    """Resident memory, and its parts that are the program's own and that belong to files; none once it has ended."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
        return [int(re.search(rf"^{name}:\s*(\d+) kB", status, re.M)[1]) * 1024 for name in ("VmRSS", "RssAnon", "RssFile")]
    except (OSError, TypeError):
        return None


def around(samples, second):
    """The median of the samples around a second."""
    near = sorted(samples, key=lambda sample: abs(sample[0] - second))[:SAMPLES]
    return sorted(sample[1] for sample in near)[len(near) // 2]


def report(samples, row, count, minutes, broker):
    BUILD.mkdir(parents=True, exist_ok=True)
    table, picture = BUILD / "soak.csv", BUILD / "soak.svg"
    with open(table, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["elapsed_s", "rss_bytes", "rss_anonymous_bytes", "rss_file_bytes"])
        writer.writerows(samples)
    start, end = around(samples, WARM_UP_S), around(samples, samples[-1][0])
    growth, most = end - start, max(sample[1] for sample in samples if sample[0] >= WARM_UP_S)
    title = f"{RATE:,} messages a second for {minutes} min, {broker.name}: resident memory"
    picture.write_text(drawing([(sample[0] / 60, sample[1] / 1e6) for sample in samples], title, "min", "MB"))
    exact = all(row[column] == str(count) for column in ("due", "sent", "acknowledged", "found"))
    print(f"""{title}
  after the first minute  {start / 1e6:7.1f} MB
  at the end              {end / 1e6:7.1f} MB
  greatest since          {most / 1e6:7.1f} MB
  growth                  {growth / 1e6:7.1f} MB   aim: under {MOST_GROWTH / 1e6:.0f}   {'met' if growth < MOST_GROWTH else 'MISSED'}
  messages                {int(row['found']):,} found of {count:,} due   {'exact' if exact else 'NOT EXACT'}
wrote {table} and {picture}""")
    return 0 if growth < MOST_GROWTH and exact else 1
