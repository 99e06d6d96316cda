"""What a system under test costs: requests at 10,000 a second to nginx, beside wrk at the same server; the scenario of system B; and
a table of a million rows, beside `psql | wc -l`. Kafka, PostgreSQL and system B's copy are started by Scripts/systems."""

import csv
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

from brokers import answers, free_ports
from figures import Figure, median, spread
from programs import BUILD, REHEARSE, ROOT, Failure, run, say, succeed

RATE, SECONDS, CONNECTIONS = 10_000, 10, 32
ROWS = 1_000_000
ROUNDS = 3
TABLE = ROOT / "Benchmarks" / "table_of_ids.py"


def absence():
    """The reason why nothing of this can be measured; none if it can be."""
    missing = [name for name in ("nginx", "wrk", "psql", "curl") if not shutil.which(name)]
    return f"there is no {' and no '.join(missing)} on the PATH" if missing else None


class Nginx:
    """A server that answers 200 from memory."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rehearse-nginx-"))
        (self.port,) = free_ports(1)
        (self.folder / "nginx.conf").write_text(f"""
worker_processes 1;
daemon off;
pid {self.folder}/pid;
error_log {self.folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {self.folder}/body;
  proxy_temp_path {self.folder}/proxy;
  fastcgi_temp_path {self.folder}/fastcgi;
  uwsgi_temp_path {self.folder}/uwsgi;
  scgi_temp_path {self.folder}/scgi;
  keepalive_timeout 60s;
  keepalive_requests 100000000;
  server {{
    listen 127.0.0.1:{self.port};
    location / {{ return 200 '{{"status": "stored"}}'; }}
  }}
}}
""")
        self.process = subprocess.Popen(
            ["nginx", "-c", self.folder / "nginx.conf", "-e", self.folder / "error.log"], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while not answers(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Failure(f"nginx did not start:\n{(self.folder / 'error.log').read_text()[-500:]}")
            time.sleep(0.05)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/"

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Systems:
    """`Scripts/systems up b`, which ends all that it started."""

    def __init__(self):
        self.output = tempfile.NamedTemporaryFile("r")
        with open(self.output.name, "w") as file:
            self.process = subprocess.Popen(
                [ROOT / "Scripts" / "systems", "up", "b"], stdin=subprocess.DEVNULL, stdout=file, stderr=file)
        deadline = time.monotonic() + 180
        while "Ctrl-C" not in self.said:
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.end()
                raise Failure(f"Scripts/systems did not start:\n{self.said[-1500:]}")
            time.sleep(0.1)
        self.brokers = re.search(r"Kafka for b: (\S+)", self.said)[1]
        self.database = re.search(r"PostgreSQL: 127.0.0.1:(\d+)", self.said)[1]
        self.api = re.search(r"^b: (\S+)", self.said, re.M)[1]

    @property
    def said(self):
        return pathlib.Path(self.output.name).read_text()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.output.close()


class Rehearsed:
    """A run whose exit code is one of `codes`, and the rows of a report by their first name."""

    def __init__(self, scenario, codes, environment=None):
        with tempfile.TemporaryDirectory(prefix="rehearse-bench-") as name:
            ended = run([REHEARSE, "run", "--report-dir", name, scenario], environment)
            if ended.code not in codes:
                raise Failure(f"rehearse ended with {ended.code}\n{ended.output[-3000:]}{ended.errors[-1500:]}")
            self.stages = self._rows(name, "stages.csv", "stage")
            self.sinks = {key: row for key, row in self._rows(name, "sinks.csv", "sink").items() if row["stage"] == "*"}

    @staticmethod
    def _rows(folder, file, key):
        found = {}
        for path in pathlib.Path(folder).glob(f"*/*/{file}"):
            with open(path, newline="", encoding="utf-8") as text:
                for row in csv.DictReader(text):
                    if key == "stage" or row["stage"] == "*":
                        found[row[key]] = row
        return found

    def require(self, rows, name, **counts):
        for column, count in counts.items():
            if rows.get(name, {}).get(column) != str(count):
                raise Failure(f"{name}: {column} is {rows.get(name, {}).get(column)}, and {count} is exact")


def written(text):
    file = tempfile.NamedTemporaryFile("w", suffix=".yaml", prefix="systems-", dir=BUILD, delete=False)
    with file:
        file.write(text)
    return pathlib.Path(file.name)


class Measurement:
    def __init__(self):
        self.found = []

    def measure(self):
        BUILD.mkdir(parents=True, exist_ok=True)
        systems = Systems()
        try:
            self._requests(systems)
            self._table(systems)
            self._system_b(systems)
        finally:
            systems.end()

    def figures(self):
        return self.found

    def _requests(self, systems):
        """From one queue to nginx, at a rate; and wrk as fast as it can, with as many connections and one thread."""
        nginx = Nginx()
        scenario = written(f"""version: 1
name: bench-requests
seed: 1
cluster: {{brokers: "{systems.brokers}"}}
topics: {{unused: {{partitions: 1}}}}
targets:
  nginx: {{url: "{nginx.address}", connections: {CONNECTIONS}}}
templates:
  event: {{format: json, value: '{{"id": "{{{{id}}}}", "user_id": "u1", "type": "login", "amount": 5}}'}}
stages:
  - {{name: requests, to: nginx, template: event, rate: {RATE}/s, duration: {SECONDS}s}}
""")
        late, cores, fastest = [], [], []
        try:
            for turn in range(ROUNDS):
                say(f"requests to nginx, round {turn + 1} of {ROUNDS}")
                # Without a sink nothing is verified, which the run says by 22; on a busy machine it may be too slow, 21.
                ended = Rehearsed(scenario, (0, 21, 22))
                ended.require(ended.stages, "requests", sent=RATE * SECONDS, acknowledged=RATE * SECONDS)
                row = ended.stages["requests"]
                late.append(float(row["lateness_p99_ms"]))
                cores.append(float(row["client_cpu_s"]) / float(row["duration_s"]))
                text = succeed(["wrk", "-t1", f"-c{CONNECTIONS}", "-d3s", nginx.address]).output
                fastest.append(float(re.search(r"Requests/sec: +([\d.]+)", text)[1]))
        finally:
            nginx.end()
            scenario.unlink()
        self.found += [
            Figure(f"{RATE:,} requests/s: lateness p99", median(late), "ms", most=10, digits=1, note=spread(late, 1)),
            Figure(f"{RATE:,} requests/s: processor", median(cores), "cores", most=0.8, note=spread(cores)),
            Figure("wrk at the same server, flat out", median(fastest), "/s", digits=0, note=spread(fastest, 0))]

    def _table(self, systems):
        """A million messages to a topic, all of them put into a table, which is a sink."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="rehearse-table-"))
        python = ROOT / ".build" / "systems-venv" / "bin" / "python"
        environment = {"BROKERS": systems.brokers, "PORT": systems.database, "TAKEN": str(folder / "taken")}
        topic = f"ids-{os.getpid()}"
        scenario = written(f"""version: 1
name: bench-table
seed: 1
cluster: {{brokers: "{systems.brokers}"}}
topics:
  {topic}: {{partitions: 3}}
templates:
  event: {{format: json, value: '{{"id": "{{{{id}}}}"}}'}}
stages:
  - {{name: events, topic: {topic}, template: event, rate: max, count: {ROWS}}}
sinks:
  table:
    command: [{python}, -B, {TABLE}, {topic}]
    from: {topic}
    at_most: 5m
""")
        try:
            say(f"a table of {ROWS:,} rows")
            ended = Rehearsed(scenario, (0, 21), environment)
            ended.require(ended.sinks, "table", found=ROWS, missing=0, duplicated=0, stray=0)
            question = ["psql", "-XAtq", "-h", "127.0.0.1", "-p", systems.database, "-U", "postgres", "-d", "b"]
            counting = f"{' '.join(question)} -c 'copy (select id from ids) to stdout' | wc -l"
            alone = []
            for _ in range(ROUNDS):
                started = time.monotonic()
                if succeed(["bash", "-o", "pipefail", "-c", counting]).output.strip() != str(ROWS):
                    raise Failure("the table has another number of rows")
                alone.append(time.monotonic() - started)
            taken = [float(line) for line in (folder / "taken").read_text().split()]
        finally:
            scenario.unlink()
            shutil.rmtree(folder, ignore_errors=True)
        self.found.append(Figure(
            f"table of {ROWS:,} rows: time, by psql | wc -l's", median(taken) / median(alone), most=2,
            note=f"{median(taken):.2f} s and {median(alone):.2f} s"))

    def _system_b(self, systems):
        """The scenario as it is: one minute at 10,000 a minute, with a restart of the broker."""
        say("system B, one minute")
        scenario = ROOT / "Scenarios" / "systems" / "system-b.yaml"
        ended = Rehearsed(scenario, (0,), {"KAFKA_BROKERS": systems.brokers, "API": systems.api})
        row = ended.stages["minute"]
        ended.require(ended.stages, "minute", due=10_000, sent=10_000)
        for sink in ("events", "stored", "events-dlq"):
            ended.require(ended.sinks, sink, missing=0, unseen=0, duplicated=0, stray=0)
        share = 100 * float(row["client_cpu_s"]) / float(row["duration_s"])
        self.found.append(Figure("system B, 10,000 requests/min: processor", share, "%", most=5, digits=1,
                                 note=f"{float(row['client_cpu_s']):.2f} s of {float(row['duration_s']):.0f} s"))
