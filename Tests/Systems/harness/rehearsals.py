"""Runs of rehearse, and what its reports say."""

import csv
import json
import re
import subprocess
import time

from places import BUILD, PORTS, REHEARSE, SYSTEMS, Failure
from programs import environment

COUNTED = ["expected", "found", "missing", "unseen", "unknown_found", "unknown_absent", "unknown_unseen", "phantom", "stray",
           "duplicated", "corrupted", "invalid"]


class Run:
    """The exit code, the text on standard output, and the reports of a run."""

    def __init__(self, code, output, folder, seconds):
        self.code, self.output, self.folder, self.seconds = code, output, folder, seconds

    def rows(self, name):
        try:
            with open(self.folder / name, newline="", encoding="utf-8") as file:
                return list(csv.DictReader(file))
        except (OSError, TypeError):
            return []

    def sinks(self):
        """The counts of each sink, over all its stages; what was not measured is absent."""
        return {row["sink"]: {name: int(row[name]) for name in COUNTED if row[name]} for row in self.rows("sinks.csv")
                if row["stage"] == "*"}

    def named(self, sink, kind):
        """The ids of the messages that run.json names as examples of a word, at most ten."""
        found = set()

        def visit(value):
            if isinstance(value, list):
                for one in value:
                    visit(one)
            elif isinstance(value, dict):
                if value.get("kind") == kind and value.get("sink") == sink and value.get("id"):
                    found.add(value["id"])
                for one in value.values():
                    visit(one)

        try:
            visit(json.loads((self.folder / "run.json").read_text(encoding="utf-8")))
        except (OSError, TypeError, ValueError):
            pass
        return found

    @property
    def tail(self):
        return "\n".join(self.output.splitlines()[-40:])


class Rehearsals:
    """Scenarios in a folder of their own, with `cluster` and `run` beside them as they name them, and with the ports there are."""

    def __init__(self, remains, ports):
        self.remains, self.ports = remains, ports
        (remains.folder / "run").mkdir(exist_ok=True)

    def staged(self, path, name=None, changes=()):
        """A copy of a scenario: as it is where its ports are free, with `changes` of text that must be there."""
        name = name or path.stem
        folder = self.remains.folder / "scenarios" / name
        folder.mkdir(parents=True, exist_ok=True)
        for link, to in (("cluster", SYSTEMS / "bin" / "cluster"), ("run", self.remains.folder / "run")):
            if not (folder / link).exists():
                (folder / link).symlink_to(to)
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            if old not in text:
                raise Failure(f"{path.name} does not have: {old}")
            text = text.replace(old, new)
        staged = folder / path.name
        staged.write_text(self._with_ports(text), encoding="utf-8")
        return staged

    def _with_ports(self, text):
        moved = {}
        for name, usual in PORTS.items():
            for more in (10, 20) if name.startswith("k") else (0,):
                moved[str(usual + more)] = str(self.ports[name] + more)
        return re.sub(r"\b\d{5}\b", lambda port: moved.get(port[0], port[0]), text)

    def run(self, scenario, variables=None, within=240, options=()):
        reports = BUILD / "reports" / scenario.parent.name
        command = [REHEARSE, "run", "--report-dir", reports, *options, scenario]
        started = time.monotonic()
        output = reports.parent / f"{scenario.parent.name}.txt"
        output.parent.mkdir(parents=True, exist_ok=True)
        with open(output, "w") as file:
            process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, cwd=scenario.parent,
                env=environment(self.remains.folder, {name: str(value) for name, value in (variables or {}).items()}))
            try:
                code = process.wait(within)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                code = None
        text = output.read_text(errors="replace")
        return Run(code, text, self._folder(reports), time.monotonic() - started)

    @staticmethod
    def _folder(reports):
        latest = sorted(reports.glob("*/latest.txt"), key=lambda path: path.stat().st_mtime)
        return latest[-1].parent / latest[-1].read_text().strip() if latest else None
