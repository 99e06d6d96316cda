"""The copies of the systems: how each is started, beside its clusters and databases."""

import os

from places import SYSTEMS, VENV
from programs import Program

# Tables of a broker's topics: name and partitions.
TOPICS = {
    "a": {"useractivity": 3}, "b": {"events": 6, "events-dlq": 1}, "c1": {"input-topic": 3, "output-topic": 3},
    "c2": {"login-events": 3}, "d": {"test-topic": 4},
}
# What a caller may ask of a copy by its own environment, as FAULT_DROP=100 Scripts/systems up b.
ASKED = ["ACK", "ACKS", "BATCH", "CRASH_AFTER", "DLQ_GOOD", "FAULT_DROP", "FAULT_TWICE", "MODE", "RESET", "ROUNDS", "SHAPE",
         "STORE_BAD", "UNIQUE"]


def asked():
    return {name: os.environ[name] for name in ASKED if name in os.environ}


class Copies:
    """Those that run, by name; `journals` have what each API answered."""

    def __init__(self, remains, ports, databases):
        self.remains, self.ports, self.databases, self.running = remains, ports, databases, []

    def start(self, system, cluster, only=None, **variables):
        """The programs of a system, all or `only` one of them, at a cluster that has its topics."""
        variables = {"KAFKA": cluster.brokers, **variables}
        return [start(variables) for name, start in self._programs(system).items() if only in (None, name)]

    def stop(self, programs=None):
        for program in list(programs if programs is not None else self.running):
            program.stop()
            self.running.remove(program)

    def journal(self, name):
        return self.remains.folder / f"{name}.journal"

    # MARK: Programs

    def _programs(self, system):
        match system:
            case "a":
                return {"api": lambda variables: self._flask("a", "a", "post_service", variables, workers=1, threads=16)}
            case "b":
                return {"api": lambda variables: self._flask("b", "b", "producer_app", variables, threads=128),
                        "consumer": lambda variables: self._python(
                            "event-consumer", "b/consumer_app.py", {**variables, "PG": self.databases.dsn("b")})}
            case "c1":
                return {"processor": lambda variables: self._python("stream-processor", "c1/stream_processor.py", variables)}
            case "c2":
                return {"api": lambda variables: self._flask("c2", "c2", "app", {**variables, "PG": self.databases.dsn("c2")}, threads=16)}
            case "d":
                return {"api": lambda variables: self._uvicorn("d-send", "producer", variables, tapped=True),
                        "page": lambda variables: self._uvicorn("d-page", "consumer", variables, tapped=False)}

    def _run(self, name, command, variables, **more):
        program = Program(self.remains, name, command, variables, **more)
        self.running.append(program)
        return program

    def _flask(self, name, folder, module, variables, workers=2, threads=64):
        port = self.ports[name]
        self.journal(name).write_text("")
        return self._run(
            name, [VENV / "bin" / "gunicorn", "-w", workers, "--threads", threads, "-b", f"127.0.0.1:{port}", "--chdir", SYSTEMS / folder,
                   "--pythonpath", SYSTEMS / "harness", f'taps:wsgi("{module}")'],
            {**variables, "JOURNAL": self.journal(name)}, port=port)

    def _uvicorn(self, name, module, variables, tapped):
        port, path = self.ports[name], os.pathsep.join([str(SYSTEMS / "d"), str(SYSTEMS / "harness")])
        self.journal(name).write_text("")
        app = ["taps:asgi", "--factory"] if tapped else [f"{module}:app"]
        # New partitions are found while the run lasts.
        more = {"PYTHONPATH": path, "JOURNAL": self.journal(name), "TAPPED": module, "METADATA_MAX_AGE_MS": "3000"}
        return self._run(
            name, [VENV / "bin" / "uvicorn", *app, "--host", "127.0.0.1", "--port", port, "--no-access-log", "--log-level", "warning"],
            {**more, **variables}, port=port)

    def _python(self, name, path, variables):
        return self._run(name, [VENV / "bin" / "python", SYSTEMS / path], variables, unit=True, once=["CRASH_AFTER"])
