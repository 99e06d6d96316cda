"""A whole run at `max` beside the C program that sends and reads back the same bytes, in turn, each on a new topic."""

import csv

from figures import Figure, columns, median, spread
from programs import BUILD, filled_in_c, say
from rehearsals import filled, rehearse, scenario

PARTITIONS = 4
SIZES = (100, 300)


def in_flight(broker):
    """The client's queue, which was the fastest of those tried. The embedded broker is fed from the processor's cache; the producers
    of rehearse take the answers of a Kafka broker once in a tick, so there they need more messages to go on with."""
    return f", librdkafka: {{queue.buffering.max.messages: {10_000 if broker.is_embedded else 50_000}}}"

COLUMNS = ["broker", "size", "pair", "program", "moved_s", "process_s", "messages_per_s", "cpu_s", "rss_bytes"]


class Pipeline:
    def __init__(self, pairs, count):
        self.pairs, self.count, self.runs, self.brokers = pairs, count, [], []

    def measure(self, broker, kafka=None):
        self.brokers.append(broker)
        for size in SIZES:
            for pair in range(self.pairs):
                say(f"pipeline, {broker.name}, {size} bytes, pair {pair + 1} of {self.pairs}")
                # The order alternates, so that the effects of one on the next are the same for both.
                for program in ("c", "rehearse") if pair % 2 == 0 else ("rehearse", "c"):
                    topic = broker.fresh()
                    run = self._in_c if program == "c" else self._rehearse
                    run(broker, size, pair, topic)
                    broker.forget(topic, kafka and kafka.plain)
                if pair < 3:
                    self._one_way(broker, size, pair, kafka)

    def _note(self, *cells):
        self.runs.append(dict(zip(COLUMNS, cells)))

    def _in_c(self, broker, size, pair, topic, mode="both"):
        said, ended = filled_in_c(mode, broker, topic, self.count, size, PARTITIONS)
        self._note(broker.name, size, pair, f"c-{mode}", said["seconds"], ended.seconds, said["messages_per_s"],
                   ended.processor, ended.memory)

    def _rehearse(self, broker, size, pair, topic):
        text = scenario(
            broker, topic, PARTITIONS, filled(size, self.count), [f"name: flat-out, count: {self.count}"], settings=in_flight(broker))
        done = rehearse(text, {"flat-out": self.count})
        sending = done.number("flat-out", "duration_s")
        reading = done.number("flat-out", "read") / done.number("flat-out", "read_rate_per_s")
        moved = max(sending, reading)
        self._note(broker.name, size, pair, "rehearse", moved, done.ended.seconds, self.count / moved,
                   done.ended.processor, done.ended.memory)

    def _one_way(self, broker, size, pair, kafka):
        topic = broker.fresh()
        self._in_c(broker, size, pair, topic, "produce")
        if broker.is_embedded:
            return
        self._in_c(broker, size, pair, topic, "read")
        if broker is kafka.plain:
            rate = kafka.performance(topic, self.count, size)
            self._note(broker.name, size, pair, "producer-performance", self.count / rate, None, rate, None, None)
        broker.forget(topic, kafka.plain)

    # MARK: Results

    def _of(self, broker, size, program, column):
        return [run[column] for run in self.runs
                if (run["broker"], run["size"], run["program"]) == (broker.name, size, program)]

    def _ratios(self, broker, size, column, of, to):
        """`of`'s by `to`'s, pair by pair."""
        def by_pair(program):
            return {run["pair"]: run[column] for run in self.runs
                    if (run["broker"], run["size"], run["program"]) == (broker.name, size, program)}
        left, right = by_pair(of), by_pair(to)
        return [left[pair] / right[pair] for pair in sorted(left)]

    def figures(self):
        found = []
        for broker in self.brokers:
            for size in SIZES:
                moved = self._ratios(broker, size, "moved_s", "c-both", "rehearse")
                whole = self._ratios(broker, size, "process_s", "c-both", "rehearse")
                work = self._ratios(broker, size, "cpu_s", "rehearse", "c-both")
                name = f"{broker.name}, {size} B"
                # TLS costs both programs the same, so its ratios are not aims.
                plain = broker.name == "kafka"
                found.append(Figure(f"{name}: moved, of C", median(moved), note=spread(moved),
                                    least=0.95 if broker.is_embedded else None))
                found.append(Figure(f"{name}: start to exit, of C", median(whole), note=spread(whole),
                                    least=0.9 if plain else None))
                found.append(Figure(f"{name}: processor time, by C's", median(work), note=spread(work),
                                    most=1.25 if plain else None))
        return found

    def details(self):
        def thousands(broker, size, program, column="messages_per_s"):
            values = self._of(broker, size, program, column)
            return f"{median(values) / 1000:.0f}" if values else "-"

        def seconds(broker, size, program, column):
            return f"{median(self._of(broker, size, program, column)):.2f}"

        rows = []
        for broker in self.brokers:
            for size in SIZES:
                rows.append([
                    broker.name, size, thousands(broker, size, "c-both"), thousands(broker, size, "rehearse"),
                    *[seconds(broker, size, program, column) for column in ("process_s", "cpu_s")
                      for program in ("c-both", "rehearse")],
                    *[f"{median(self._of(broker, size, program, 'rss_bytes')) / 1e6:.0f}"
                      for program in ("c-both", "rehearse")],
                    *[thousands(broker, size, program) for program in ("c-produce", "c-read", "producer-performance")]])
        header = ["broker", "size", "C k/s", "k/s", "C start-exit s", "start-exit s", "C cpu s", "cpu s", "C MB", "MB",
                  "C send", "C read", "Kafka"]
        return [f"{self.count} messages at max, {PARTITIONS} partitions, medians of {self.pairs} interleaved pairs"] + \
            columns(rows, header, right=range(1, len(header)))

    def write(self):
        with open(BUILD / "bench.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.runs)
