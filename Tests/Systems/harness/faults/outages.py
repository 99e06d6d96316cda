"""Brokers and workers that are stopped under a system, and answers that are lost between it and rehearse."""

from accounts import tokens
from faults.checked import Account, Checked, acknowledged
from faults.setting import fresh, scenario
from places import SYSTEMS, VENV, free_port
from programs import Program


def worker_killed(setting):
    """B promises 202 before Kafka has the event. What a killed worker had in its queue is nowhere."""
    checked, k1, copies = Checked("worker-killed"), setting.k1, setting.copies
    fresh(setting, "b")
    programs = copies.start("b", k1, only="api", ACK="queued")
    run = setting.rehearsals.run(scenario(setting, "b-worker-killed", "worker-killed"), {
        "KAFKA_BROKERS": k1.brokers, "API": f"http://127.0.0.1:{setting.ports['b']}"})
    checked.exits(run, 10)
    sent, others = acknowledged(copies.journal("b"), 202)
    account = Account(sent, tokens(k1.records("events")), others)
    checked.account(run, "events", account)
    checked.require("events", "has lost some", account.counts["missing"] > 0, account.counts["missing"])
    copies.stop(programs)
    return checked


def brokers(name, codes, **variables):
    """D, whose second broker is stopped in order."""

    def case(setting):
        checked, k2 = Checked(name), setting.k2
        fresh(setting, "d", k2, groups=["test-group"])
        programs = setting.copies.start("d", k2, **variables)
        run = setting.rehearsals.run(scenario(setting, "d", name), {
            "KAFKA_BROKERS": k2.brokers, "SEND": f"http://127.0.0.1:{setting.ports['d-send']}"})
        checked.exits(run, *codes)
        sent, others = acknowledged(setting.copies.journal("d-send"), 200)
        checked.account(run, "test-topic", Account(sent, tokens(k2.records("test-topic")), others))
        setting.copies.stop(programs)
        return checked

    return case


def answers_lost(setting):
    """B behind a proxy that loses 1 % of the answers, and 1 % of the requests."""
    checked, k1, copies = Checked("answers-lost"), setting.k1, setting.copies
    fresh(setting, "b")
    port, lost = free_port(), setting.remains.folder / "lost.txt"
    programs = copies.start("b", k1, only="api")
    lost.write_text("")
    proxy = Program(setting.remains, "proxy", [
        VENV / "bin" / "python", SYSTEMS / "odd" / "proxy.py", port, setting.ports["b"], 100, lost], port=port)
    run = setting.rehearsals.run(scenario(setting, "answers-lost", "answers-lost"), {
        "KAFKA_BROKERS": k1.brokers, "API": f"http://127.0.0.1:{port}"})
    checked.exits(run, 22)
    lines = [line.split() for line in lost.read_text().splitlines()]
    row, held = run.sinks().get("events", {}), tokens(k1.records("events"))
    for word, what in (("unknown_found", "answer"), ("unknown_absent", "request")):
        checked.row("events", word, row.get(word), sum(kind == what for kind, _ in lines))
    checked.row("events", "missing", row.get("missing"), 0)
    checked.row("events", "duplicated", row.get("duplicated"), sum(held.values()) - len(held))
    checked.row("events", "found", row.get("found", 0) + row.get("unknown_found", 0), len(held))
    proxy.stop()
    copies.stop(programs)
    return checked


CASES = {
    "worker-killed": worker_killed,
    # As the original: what the buffer holds, and what only the leader has, may be lost.
    "acks-1": brokers("acks-1", [0, 10, 22], ACK="sent", ACKS="1"),
    "acks-all": brokers("acks-all", [0], ACK="stored", ACKS="all"),
    "answers-lost": answers_lost,
}
