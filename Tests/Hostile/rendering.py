"""Scenarios, rendered by the program and checked."""

import subprocess

from judging import fault, row_faults
from parsing import Refused
from snippets import yaml


class Scenario:
    """Templates of equal weight, in a folder with the files that they use. Without a count, `size` is the number of messages
    that its rows make."""

    def __init__(self, templates, variables, size, counts=True):
        self.templates, self.variables, self.size, self.counts = templates, variables, size, counts
        self.withheld = 0

    def mapping(self):
        stage = {"name": "all", "topic": "t", "mix": {f"t{index}": 1 for index in range(len(self.templates))}}
        if self.counts:
            stage["count"] = self.size
        return {
            "version": 1,
            "name": "hostile",
            "seed": 1,
            "vars": {name: value.replace("${", "$${") for name, value in self.variables.items()},
            "cluster": {"brokers": "embedded"},
            "topics": {"t": {}},
            "templates": {f"t{index}": template.mapping() for index, template in enumerate(self.templates)},
            "stages": [stage],
        }

    def write(self, folder):
        folder.mkdir(exist_ok=True)
        (folder / "scenario.yaml").write_text(yaml(self.mapping()), encoding="utf-8")
        for template in self.templates:
            for name, content in template.files().items():
                (folder / name).write_bytes(content)

    def render(self, program, folder):
        """Renders one message more than there can be."""
        self.write(folder)
        count = self.size + (not self.counts)
        command = [program, "render", "--format", "ndjson", "--keys", "--headers", "-n", str(count)]
        done = subprocess.run([*command, str(folder / "scenario.yaml")], capture_output=True, timeout=300)
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace")
            errors = "\n".join(line for line in said.split("\n") if " error: " in line)
            raise Refused(f"rehearse ended with {done.returncode}: {errors or said[:2000]}")
        return done.stdout.decode("utf-8").split("\n")[:-1]

    def check(self, program, folder):
        """Renders and checks; returns at most twenty faults, each with its line."""
        try:
            lines = self.render(program, folder)
        except (Refused, UnicodeDecodeError, subprocess.TimeoutExpired) as wrong:
            return [(str(wrong), "")]
        return self.judge(lines)

    def judge(self, lines):
        found = [] if len(lines) == self.size else [(f"{len(lines)} messages of {self.size}", "")]
        self.withheld = sum('","withheld":{' in line for line in lines)
        for line in lines:
            wrong = fault(self.templates, line)
            if wrong:
                found.append((wrong, line))
        return (found + row_faults(self.templates, lines))[:20]
