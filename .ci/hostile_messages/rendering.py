"""Scenarios of templates, rendered by the program and judged."""

import subprocess

from judging import Refused, fault
from snippets import yaml


def scenario(templates, variables, count):
    return {
        "version": 1,
        "name": "hostile",
        "seed": 1,
        "vars": {name: value.replace("${", "$${") for name, value in variables.items()},
        "cluster": {"brokers": "embedded"},
        "topics": {"t": {}},
        "templates": {f"t{index}": template.mapping() for index, template in enumerate(templates)},
        "stages": [{"name": "all", "topic": "t", "count": count, "mix": {f"t{i}": 1 for i in range(len(templates))}}],
    }


def render(program, path, count):
    command = [program, "render", "--format", "ndjson", "--keys", "--headers", "-n", str(count), str(path)]
    done = subprocess.run(command, capture_output=True, timeout=300)
    if done.returncode != 0:
        raise Refused(f"rehearse ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[:2000]}")
    return done.stdout.decode("utf-8").split("\n")[:-1]


def check(program, templates, variables, count, path, there=None):
    """Renders and judges; returns what is wrong, each with its line, at most twenty. `there` are the stage's messages."""
    path.write_text(yaml(scenario(templates, variables, there or count)), encoding="utf-8")
    try:
        lines = render(program, path, count)
    except (Refused, UnicodeDecodeError, subprocess.TimeoutExpired) as wrong:
        return [(str(wrong), "")]
    found = [] if len(lines) == count else [(f"{len(lines)} messages of {count}", "")]
    for line in lines:
        wrong = fault(templates, line)
        if wrong:
            found.append((wrong, line))
    return found[:20]
