"""Allocations and locks of our own for each message: those of a run with twice as many messages, less those of the other.
Both have about as many ticks, in each of which a few are made whatever it sends."""

import os
import tempfile

from brokers import EMBEDDED
from figures import Figure
from programs import BUILD, say, succeed
from rehearsals import filled, rehearse, scenario

SECONDS = 4
# A page of bits for each 65,536 messages, a chunk of their offsets for each 8,000, and the ticks that are more.
NONE = 0.01


def figures():
    counter = BUILD / "call-count.so"
    succeed(["cc", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC", "-o", counter, "Benchmarks/call-count.c"])
    say("allocations and locks")
    once, twice = (counted(counter, f"rate: {rate}k/s, duration: {SECONDS}s", rate * 1000 * SECONDS) for rate in (50, 100))
    allocations, own, locks, own_locks = (max(0, more - less) / (50_000 * SECONDS) for less, more in zip(once, twice))
    return [
        Figure("own allocations a message", own, most=NONE, digits=4, note=f"{allocations:.1f} with the client's"),
        Figure("own locks a message", own_locks, most=NONE, digits=4, note=f"{locks:.1f} with the client's")]


def counted(counter, rate, count):
    """Allocations, own allocations, locks and own locks of a whole run."""
    text = scenario(EMBEDDED, "counted", 4, filled(100, count), [f"name: counted, {rate}"])
    with tempfile.NamedTemporaryFile("r") as file:
        rehearse(text, {"counted": count}, {"LD_PRELOAD": os.fspath(counter), "CALL_COUNT": file.name})
        return [int(word) for word in file.read().split()]
