"""Targets and commands that misbehave: rehearse must say what is so, and end."""

from accounts import tokens
from faults.checked import Checked
from faults.setting import scenario
from places import SYSTEMS, VENV, free_port
from programs import Program

COUNT, FEW = 40, 8
# By stage: the counts that its row and its sink must have; what is not named must be 0 or empty.
TARGETS = {
    "fine": {"acknowledged": COUNT, "found": COUNT},
    "slow": {"acknowledged": COUNT // 2, "unknown": COUNT // 2, "found": COUNT // 2, "unknown_found": COUNT // 2},
    "closes": {"unknown": COUNT, "unknown_found": COUNT // 2, "unknown_absent": COUNT // 2},
    "stored-500": {"unknown": COUNT, "unknown_found": COUNT},
    "refused": {"rejected": COUNT, "phantom": COUNT},
    "redirects": {"unknown": COUNT, "unknown_absent": COUNT},
    "silent": {"unknown": COUNT, "unknown_found": COUNT},
    "garbage": {"unknown": COUNT, "unknown_found": COUNT},
}
WORDS = ["found", "missing", "unseen", "unknown_found", "unknown_absent", "phantom", "duplicated", "stray"]
# By sink: the counts that it must have.
SENT = 200
COMMANDS = {
    "whole": {"found": SENT},
    "garbage": None, "one-long-line": None, "never-ends": None, "prints-for-ever": None, "half-way": None, "killed": None,
    "complains": None, "sql-error": None, "empty": None,
    "many-foreign": {"found": SENT},
    "many-times": {"found": SENT, "duplicated": SENT * 49_999},
}


def started(setting, name):
    """The target, its port, and the folder of what it stored, which the scenario has beside it."""
    staged, port = scenario(setting, name, name), free_port()
    folder = staged.parent / "stored"
    program = Program(setting.remains, "odd-target", [VENV / "bin" / "python", SYSTEMS / "odd" / "target.py", port, folder], port=port)
    (folder / "elsewhere.txt").touch()
    run = setting.rehearsals.run(staged, {"KAFKA_BROKERS": setting.k1.brokers, "ODD": f"http://127.0.0.1:{port}"}, within=300)
    program.stop()
    return run, folder


def lines(path):
    return tokens([path.read_bytes()]) if path.exists() else tokens([])


def targets(setting):
    checked = Checked("targets")
    run, folder = started(setting, "targets")
    checked.exits(run, 10)
    arrived = {}
    for line in (folder / "requests.txt").read_text().splitlines():
        path, token = line.split()
        arrived.setdefault(path, []).append(token)
    stages, sinks = {row["stage"]: row for row in run.rows("stages.csv")}, run.sinks()
    for name, due in TARGETS.items():
        row, sink = stages.get(name, {}), sinks.get(name, {})
        for word in ("acknowledged", "rejected", "unknown"):
            checked.row(name, word, int(row.get(word) or 0), due.get(word, 0))
        for word in WORDS:
            checked.row(name, word, sink.get(word, 0), due.get(word, 0))
        checked.row(name, "requests that arrived", len(arrived.get(name, [])), COUNT)
    checked.row("redirects", "requests that followed", len(arrived.get("elsewhere", [])), 0)
    # A connection that dies under its second request: how many are unknown depends on how often one is used again.
    sink, stored = sinks.get("second", {}), lines(folder / "second.txt")
    checked.row("second", "found", sink.get("found", 0) + sink.get("unknown_found", 0), len(stored))
    checked.row("second", "unknown_absent", sink.get("unknown_absent"), COUNT - len(stored))
    checked.row("second", "requests sent twice", len(arrived.get("second", [])) - len(set(arrived.get("second", []))), 0)
    sink = sinks.get("endless", {})
    checked.row("endless", "found", sink.get("found", 0) + sink.get("unknown_found", 0), FEW)
    checked.row("endless", "missing", sink.get("missing"), 0)
    return checked


def commands(setting):
    checked = Checked("commands")
    run, _ = started(setting, "commands")
    checked.exits(run, 10)
    sinks = {row["sink"]: row for row in run.rows("sinks.csv") if row["stage"] == "*"}
    for name, due in COMMANDS.items():
        row = sinks.get(name, {})
        count = {word: int(row.get(word) or 0) for word in WORDS}
        checked.row(name, "missing", count["missing"], 0)
        if due is None:
            checked.row(name, "unseen", count["found"] + count["unseen"], SENT, count["unseen"] > 0 and count["found"] + count["unseen"] == SENT)
            reason = row.get("error_message", "")
            checked.require(name, f"reason: {reason}", bool(reason))
            continue
        for word in ("found", "duplicated", "stray", "unseen"):
            checked.row(name, word, count[word], due.get(word, 0))
    return checked


CASES = {"targets": targets, "commands": commands}
