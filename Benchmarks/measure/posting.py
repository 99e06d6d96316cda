"""System A's own table again: its two request bodies, to one partition and to any, by one process and by two, on Apache Kafka.
`rehearse post` from the start of the program to its verdict, beside a Python program's `execution_time`, and with phase 1 beside a C
program that sends the same bytes and reads them back, from its start to its exit."""

import csv
import functools
import json
import pathlib
import subprocess
import tempfile
import time
import urllib.request

from brokers import answers, free_ports
from figures import Figure, columns, median, spread
from programs import BUILD, REHEARSE, ROOT, Failure, in_c, run, say

PARTITIONS, FIXED = 3, 1
ROUNDS = 3
PROGRAM = ROOT / "Benchmarks" / "posting_with_flask.py"
BODIES = ROOT / "Scenarios" / "posting"
# Seconds for 100,000 messages that system A's authors published, by phase, partition and processes; of their own machine.
PUBLISHED = {
    (1, "fixed", 1): 15.32, (1, "fixed", 2): 14.5, (1, "any", 1): 16.18, (1, "any", 2): 15.06,
    (2, "fixed", 1): 43.57, (2, "fixed", 2): 42.29, (2, "any", 1): 41.37, (2, "any", 2): 42.68,
}
PUBLISHED_COUNT = 100_000
# The cell in which Python is also measured with names that are equally likely, in the same rounds.
EVEN = (2, "any", 1)
# Messages that the C program keeps in flight: a few fit into the processor's cache, and all need no waiting.
IN_FLIGHT = (10_000, 100_000)
COUNTS = ("due", "sent", "acknowledged", "found")


class Server:
    """The Python program, which waits for requests at a port of its own."""

    def __init__(self, python, *options):
        (port,) = free_ports(1)
        self.address = f"http://127.0.0.1:{port}/post"
        path = BUILD / f"post-server{''.join(options)}.log"
        self.log = open(path, "w")
        self.process = subprocess.Popen(
            [str(python), str(PROGRAM), str(port), *options], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + 30
        while not answers(port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.end()
                raise Failure("the Python program did not start:\n" + path.read_text()[-1000:])
            time.sleep(0.05)

    def post(self, body):
        question = urllib.request.Request(self.address, json.dumps(body).encode(), {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(question, timeout=600) as answer:
                return json.load(answer)
        except (OSError, ValueError) as reason:
            raise Failure(f"the Python program did not answer: {reason}") from None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        self.process.kill()
        self.process.wait()
        self.log.close()


class Posting:
    def __init__(self, kafka, count, python):
        self.kafka, self.count, self.python = kafka, count, python
        # By cell and program, the seconds of each round.
        self.taken = {}

    def measure(self):
        """All cells; without a Python those of phase 1, which are compared with C."""
        if not self.python:
            self._measure_cells(None, None)
            return
        with Server(self.python) as server, Server(self.python, "--equally-likely") as even:
            self._measure_cells(server, even)

    def _measure_cells(self, server, even):
        c = {f"c, {most} in flight": functools.partial(self._in_c, most) for most in IN_FLIGHT}
        for cell in PUBLISHED:
            programs = {"rehearse": self._rehearse} | ({"python": server} if server else {}) | (c if cell[0] == 1 else {})
            if even and cell == EVEN:
                programs["even"] = even
            if len(programs) == 1:
                continue
            names = list(programs)
            for turn in range(ROUNDS):
                say(f"post, phase {cell[0]}, {cell[1]} partition, {cell[2]} process{'es' * (cell[2] > 1)}, round {turn + 1} of {ROUNDS}")
                # Another one is the first each time.
                for name in names[turn % len(names):] + names[:turn % len(names)]:
                    self._note(cell, name, self._in_new_topic(cell, programs[name]))

    def _note(self, cell, name, seconds):
        self.taken.setdefault((cell, name), []).append(seconds)

    def _in_new_topic(self, cell, program):
        broker = self.kafka.plain if cell[0] == 1 else self.kafka.secure
        topic = broker.fresh()
        in_c("create", self.kafka.plain, topic, "--partitions", PARTITIONS)
        body = self._body(cell, broker, topic)
        if isinstance(program, Server):
            seconds = self._posted(program, body)
        else:
            seconds = program(cell, broker, topic, body)
        broker.forget(topic, self.kafka.plain)
        return seconds

    def _body(self, cell, broker, topic):
        """The request body of system A with what differs here: the cluster, the topic, and the cell."""
        phase, partition, processes = cell
        body = json.loads((BODIES / f"phase-{phase}.json").read_text(encoding="utf-8"))
        body["kafka"] |= {"brokers": broker.address, "topic": topic}
        if phase == 2:
            body["kafka"] |= self.kafka.account
        body["message"] |= {"noOfMsgToBeGen": self.count, "noOfProcesses": processes, "partitionNo": FIXED}
        if partition == "any":
            del body["message"]["partitionNo"]
        return body

    # MARK: Programs

    def _posted(self, server, body):
        said = server.post(body)
        self._require(said)
        return said["execution_time"]

    def _rehearse(self, cell, broker, topic, body):
        with tempfile.TemporaryDirectory(prefix="rehearse-bench-") as name:
            folder = pathlib.Path(name)
            (folder / "request.json").write_text(json.dumps(body), encoding="utf-8")
            ended = run([REHEARSE, "post", "--report-dir", folder / "reports", folder / "request.json"])
            if ended.code != 0:
                raise Failure(f"rehearse post ended with {ended.code}\n{ended.output[-3000:]}{ended.errors[-1500:]}")
            self._require(json.loads(ended.output))
            (path,) = (folder / "reports").glob("*/*/stages.csv")
            with open(path, newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
        for row in rows:
            if any(row[column] != str(self.count) for column in COUNTS):
                raise Failure(f"rehearse post: {', '.join(f'{column} {row[column]}' for column in COUNTS)}; {self.count} is exact")
        return ended.seconds

    def _in_c(self, in_flight, cell, broker, topic, body):
        prefix, suffix = body["message"]["content"].split("{id}")
        where = ["--partition", FIXED] if cell[1] == "fixed" else []
        _, ended = in_c(
            "both", broker, topic, "--partitions", PARTITIONS, "--count", self.count, "--prefix", prefix, "--suffix", suffix,
            "--producers", cell[2], "--in-flight", in_flight, *where)
        return ended.seconds

    def _require(self, said):
        due = {"status": "message sent successfully", "messages_sent": self.count, "messages_failed": 0, "errorDesc": "none"}
        if any(said.get(name) != value for name, value in due.items()):
            raise Failure(f"the response is {said}, and {self.count} messages are due")

    # MARK: Results

    def _of(self, cell, name):
        """The seconds of each round; the C program's with the number in flight that was the faster in this cell."""
        taken = [seconds for (of, one), seconds in self.taken.items() if of == cell and one.split(",")[0] == name]
        return min(taken, key=median, default=[])

    def _cells(self):
        return [cell for cell in PUBLISHED if (cell, "rehearse") in self.taken]

    def _ratios(self, cell, of, to):
        return [left / right for left, right in zip(self._of(cell, of), self._of(cell, to))]

    def figures(self):
        found = []
        for cell in self._cells():
            phase, partition, processes = cell
            name = f"post, phase {phase}, {partition}, {processes}"
            own = median(self._of(cell, "rehearse"))
            if phase == 1:
                c = median(self._of(cell, "c"))
                found.append(Figure(f"{name}: time, by C's", own / c, most=2,
                                    note=f"{spread(self._ratios(cell, 'rehearse', 'c'))}; {own:.3f} s and {c:.3f} s, start to exit"))
            else:
                python = median(self._of(cell, "python"))
                found.append(Figure(f"{name}: times as fast as Python", python / own, least=40, digits=0,
                                    note=f"{spread(self._ratios(cell, 'python', 'rehearse'), 0)}; {own:.3f} s and {python:.1f} s"))
            if cell == EVEN:
                even = median(self._of(cell, "even"))
                found.append(Figure(f"{name}: the same, each name equally likely", even / own, digits=0,
                                    note=f"{spread(self._ratios(cell, 'even', 'rehearse'), 0)}; {own:.3f} s and {even:.1f} s"))
        return found

    def details(self):
        def seconds(cell, name, digits):
            taken = self._of(cell, name)
            return [f"{median(taken):.{digits}f}", spread(taken, digits)] if taken else ["-", ""]

        def by(cell, of, to):
            both = [self._of(cell, name) for name in (of, to)]
            return f"{median(both[0]) / median(both[1]):.1f}" if all(both) else "-"

        rows = [
            [*cell, f"{PUBLISHED[cell]:.2f}", *seconds(cell, "python", 2), *seconds(cell, "rehearse", 3),
             *seconds(cell, "c", 3), by(cell, "python", "rehearse"), by(cell, "rehearse", "c")]
            for cell in self._cells()]
        header = ["phase", "partition", "processes", f"published s", "Python s", "", "rehearse s", "", "C s", "",
                  "Python / rehearse", "rehearse / C"]
        lines = [f"{self.count:,} messages posted to Apache Kafka, medians of {ROUNDS}; the published seconds are of "
                 f"{PUBLISHED_COUNT:,} messages, measured by others elsewhere"]
        lines += columns(rows, header, right=(2, 3, 4, 6, 8, 10, 11))
        return lines
