"""How often a comparison of two builds is wrong, on simulated ones."""

import os

from figures import Figure
from programs import ROOT, say, succeed

SIMULATION = ROOT / ".build" / "release" / "benchmark-comparison"


def figures(count):
    seed = int.from_bytes(os.urandom(4), "big")
    say(f"comparison: {count} simulated comparisons for each figure, seed {seed}")
    lines = succeed([SIMULATION, count, seed]).output.splitlines()
    shares = {name: float(share) * 100 for name, share in (line.split("\t") for line in lines)}
    note = f"{count:,} comparisons, seed {seed}"
    found = []
    for noise, most in [(3, 1), (5, 1), (8, None)]:
        found.append(Figure(f"equal builds, 5 runs, {noise} % noise: false alarm", shares[f"alarm {noise}"], "%", most=most, note=note))
    for metric in ["ack_latency_p50", "ack_latency_p99"]:
        for runs, least in [(5, 80), (10, 99)]:
            found.append(Figure(
                f"{metric} 20 % slower, {runs} runs, 3 % noise: found", shares[f"found {metric} {runs}"], "%", least=least,
                note=note))
    return found
