"""Measures rehearse, and prints the table of figures with their aims. Benchmarks/README.md explains them.

    python3 Benchmarks/measure                     every section
    python3 Benchmarks/measure soak                memory over MINUTES (30)
    python3 Benchmarks/measure repeat FILE…        RUNS (20) runs of each scenario, whose counts must be equal

    BENCH_ONLY     sections, separated by commas: start, compare, render, calls, latency, cpu, pipeline, python, post, systems
    BENCH_BUILDS   simulated comparisons for each figure of comparisons (10000)
    BENCH_PAIRS    pairs of runs for each row (9)
    BENCH_COUNT    messages of a run at max (1000000)
    BENCH_POST_COUNT    messages of a posting request (100000)
    BENCH_SECONDS  the length of each paced stage (3)
    KAFKA_HOME     an Apache Kafka distribution, for what is measured with a real broker; a java must be on the PATH
"""

import os
import signal
import statistics
import sys

sys.dont_write_bytecode = True

import alarms  # noqa: E402
import comparing  # noqa: E402
import systems  # noqa: E402
from brokers import EMBEDDED, Kafka  # noqa: E402
from figures import Figure, table  # noqa: E402
from lateness import Lateness  # noqa: E402
from persons import Persons, interpreter  # noqa: E402
from pipeline import Pipeline  # noqa: E402
from posting import Posting  # noqa: E402
from programs import REHEARSE, ROOT, Failure, build_ceiling, run, say, succeed  # noqa: E402

SECTIONS = ["start", "compare", "render", "calls", "latency", "pipeline", "python", "post", "systems"]


def number(name, usual):
    text = os.environ.get(name) or str(usual)
    if not text.isdigit() or int(text) == 0:
        sys.exit(f"bench: {name} is \"{text}\", and must be a whole number above 0")
    return int(text)


def chosen():
    wanted = [word for word in os.environ.get("BENCH_ONLY", "").split(",") if word] or SECTIONS
    # The processor time of 100k/s is measured with the lateness.
    wanted = ["latency" if word == "cpu" else word for word in wanted]
    if unknown := sorted(set(wanted) - set(SECTIONS)):
        sys.exit(f"bench: BENCH_ONLY: there is no {', '.join(unknown)}; there are {', '.join(SECTIONS)} and cpu")
    return wanted


def start_up():
    say("start-up")

    def milliseconds(*arguments):
        return statistics.median(succeed([REHEARSE, *arguments]).seconds for _ in range(21)) * 1000

    return [
        Figure("rehearse --version", milliseconds("--version"), "ms", most=50, digits=1),
        Figure("rehearse check, quickstart", milliseconds("check", "Scenarios/quickstart.yaml"), "ms", most=60, digits=1)]


def measure():
    wanted, pairs = chosen(), number("BENCH_PAIRS", 9)
    if not REHEARSE.exists():
        sys.exit(f"bench: there is no {REHEARSE.relative_to(ROOT)}; run make bench")
    figures, details, skipped, kafka = [], [], [], None
    build_ceiling()
    try:
        # First, while nothing has warmed or filled the machine.
        if "render" in wanted:
            details.append(succeed(["Benchmarks/templates.sh"]).output)
        if "start" in wanted:
            figures += start_up()
        if "compare" in wanted:
            figures += comparing.figures() + alarms.figures(number("BENCH_BUILDS", 10_000))
        if "calls" in wanted:
            if sys.platform == "linux":
                import calls

                figures += calls.figures()
            else:
                skipped.append("allocations and locks: counted on Linux only")
        if {"latency", "pipeline", "python", "post"} & set(wanted):
            if absence := Kafka.absence():
                skipped.append(f"all that needs Apache Kafka: {absence}")
            else:
                kafka = Kafka(os.environ["KAFKA_HOME"])
        brokers = [EMBEDDED] + ([kafka.plain] if kafka else [])
        if "latency" in wanted:
            lateness = Lateness(pairs, number("BENCH_SECONDS", 3))
            for broker in brokers:
                lateness.measure(broker, kafka)
            figures += lateness.figures()
        if "pipeline" in wanted:
            pipeline = Pipeline(pairs, number("BENCH_COUNT", 1_000_000))
            for broker in brokers + ([kafka.secure] if kafka else []):
                pipeline.measure(broker, kafka)
            figures += pipeline.figures()
            details.append("\n".join(pipeline.details()))
            pipeline.write()
        python = interpreter() if {"python", "post"} & set(wanted) and kafka else None
        if "python" in wanted and python:
            persons = Persons(pairs, 100_000)
            persons.measure(kafka.plain, python)
            figures += persons.figures()
        if "post" in wanted and kafka:
            posting = Posting(kafka, number("BENCH_POST_COUNT", 100_000), python)
            posting.measure()
            figures += posting.figures()
            details.append("\n".join(posting.details()))
        if "systems" in wanted:
            if absence := Kafka.absence() or systems.absence():
                skipped.append(f"systems under test: {absence}")
            else:
                measurement = systems.Measurement()
                measurement.measure()
                figures += measurement.figures()
        if {"python", "post"} & set(wanted) and kafka and not python:
            skipped.append("Python with Faker and Flask: they are not installed and could not be fetched (or PYTHON=none)")
    except Failure as reason:
        say(f"bench: {reason}")
        return 1
    finally:
        if kafka:
            kafka.end()
    print(table(figures) if figures else "", *details, sep="\n\n")
    print("\nThe counts of every run were exact. Where a figure is a median, the least and the greatest are beside it.")
    for reason in skipped:
        print(f"skipped: {reason}")
    return 0


def main(words):
    # As an exit, so that what was started is ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    match words:
        case []:
            return measure()
        case ["soak"]:
            import soak

            return soak.main(number("MINUTES", 30))
        case ["repeat", *files] if files:
            import repeat

            return repeat.main(files, number("RUNS", 20))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
