"""How late messages are sent at 1k/s, 10k/s and 100k/s by one producer, and the processor time of 100k/s."""

import os
import subprocess
import sys

from figures import Figure, median, spread
from programs import say
from rehearsals import PASSED, TOO_SLOW, filled, rehearse, scenario

RATES = {"1k/s": 1_000, "10k/s": 10_000, "100k/s": 100_000}


class BusyLoops:
    """As many programs as there are cores, which do nothing but compute."""

    def __enter__(self):
        self.loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count())]

    def __exit__(self, *_):
        for loop in self.loops:
            loop.kill()
            loop.wait()


class Lateness:
    def __init__(self, rounds, seconds):
        self.rounds, self.seconds, self.found, self.brokers = rounds, seconds, {}, []

    def measure(self, broker, kafka=None):
        self.brokers.append(broker)
        counts = {name(rate): number * self.seconds for rate, number in RATES.items()}
        stages = [f"name: {name(rate)}, rate: {rate}, duration: {self.seconds}s" for rate in RATES]
        for turn in range(self.rounds):
            for loaded in (False, True):
                say(f"lateness, {broker.name}, {'loaded' if loaded else 'idle'}, {turn + 1} of {self.rounds}")
                topic = broker.fresh()
                text = scenario(broker, topic, 4, filled(100, max(counts.values())), stages)
                if loaded:
                    with BusyLoops():
                        done = rehearse(text, counts, codes=(PASSED, TOO_SLOW))
                else:
                    done = rehearse(text, counts, codes=(PASSED, TOO_SLOW))
                broker.forget(topic, kafka and kafka.plain)
                for rate in RATES:
                    self._note(broker, rate, loaded, done)

    def _note(self, broker, rate, loaded, done):
        stage = name(rate)
        values = self.found.setdefault((broker.name, rate, loaded), {"p50": [], "p99": [], "cores": []})
        values["p50"].append(done.number(stage, "lateness_p50_ms"))
        values["p99"].append(done.number(stage, "lateness_p99_ms"))
        values["cores"].append(done.number(stage, "client_cpu_s") / done.number(stage, "duration_s"))

    def figures(self):
        found = []
        for broker in self.brokers:
            for rate in RATES:
                idle, loaded = (self.found[broker.name, rate, loaded] for loaded in (False, True))
                title = f"{broker.name}, {rate}: lateness"
                found += [
                    Figure(f"{title} p50", median(idle["p50"]), "ms", most=0.2, digits=3, note=spread(idle["p50"], 3)),
                    Figure(f"{title} p99", median(idle["p99"]), "ms", most=1, digits=3, note=spread(idle["p99"], 3)),
                    Figure(f"{title} p99, cores busy", median(loaded["p99"]), "ms", most=10, digits=3,
                           note=spread(loaded["p99"], 3))]
            cores = self.found[broker.name, "100k/s", False]["cores"]
            found.append(Figure(f"{broker.name}, 100k/s: processor", median(cores), "cores", most=0.5,
                                note=spread(cores) + (", the broker included" if broker.is_embedded else "")))
        return found


def name(rate):
    return "at-" + rate.removesuffix("/s")
