"""Programs that are run and measured from their start to their exit: wall clock, processor time of all their threads and
children, and the most memory resident, as the kernel counts them."""

import json
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build" / "bench"
REHEARSE = ROOT / ".build" / "release" / "rehearse"
CEILING = BUILD / "ceiling"


class Failure(Exception):
    """Nothing more can be measured, for this reason."""


class Ended:
    """What a program did: its exit code (below 0 for a signal), output, and what it used."""

    def __init__(self, code, output, errors, seconds, usage):
        self.code, self.output, self.errors, self.seconds = code, output, errors, seconds
        self.processor = usage.ru_utime + usage.ru_stime
        # Kilobytes on Linux, bytes on macOS.
        self.memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def run(command, environment=None, within=600):
    """Runs a program to its end; after `within` seconds it is killed."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd=ROOT,
            env={**os.environ, **(environment or {})})
        # The process is reaped below, so its number is its own until then.
        timer = threading.Timer(within, os.kill, (process.pid, signal.SIGKILL))
        timer.daemon = True
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (output, errors):
            file.seek(0)
            texts.append(file.read().decode(errors="replace"))
    return Ended(process.returncode, *texts, seconds, usage)


def succeed(command, environment=None, within=600):
    ended = run(command, environment, within)
    if ended.code != 0:
        words = " ".join(str(word) for word in command[:4])
        raise Failure(f"{words} … ended with {ended.code}\n{ended.output[-1500:]}{ended.errors[-1500:]}")
    return ended


def say(text):
    print(text, file=sys.stderr, flush=True)


def build_ceiling():
    """Builds the C program that rehearse is compared with."""
    BUILD.mkdir(parents=True, exist_ok=True)
    flags = shlex.split(succeed(["pkg-config", "--cflags", "--libs", "rdkafka"]).output)
    succeed(["cc", "-std=c11", "-O2", "-Wall", "-Wextra", "-o", CEILING, "Benchmarks/ceiling.c", *flags, "-pthread"])


def in_c(mode, broker, topic, *options):
    """Runs the C program; what it says of itself, and what it used."""
    ended = succeed([
        CEILING, mode, "--brokers", broker.address, "--topic", topic, *options,
        *[f"--property={name}={value}" for name, value in broker.properties.items()]])
    return json.loads(ended.output or "{}"), ended


def filled_in_c(mode, broker, topic, count, size, partitions):
    """Runs the C program with messages of one size."""
    return in_c(mode, broker, topic, "--partitions", partitions, "--count", count, "--size", size)
