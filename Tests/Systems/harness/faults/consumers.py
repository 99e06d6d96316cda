"""Faults of system B's consumer, and of system C's processor: messages that are dropped, doubled or put in the wrong place."""

from accounts import tokens
from clusters import parsed
from faults.checked import Account, Checked, acknowledged
from faults.setting import fresh, scenario

# By case: what the consumer is asked for, the exit code, and the words that must be above 0, by sink; all others must be 0.
CONSUMERS = {
    "none": ({}, 0, {}),
    "drop": ({"FAULT_DROP": 97}, 10, {"stored": {"missing"}, "events-dlq": {"missing"}}),
    "twice": ({"FAULT_TWICE": 100, "UNIQUE": 0}, 10, {"stored": {"duplicated"}}),
    "crash": ({"CRASH_AFTER": 2000, "UNIQUE": 0}, 10, {"stored": {"duplicated"}, "events-dlq": {"duplicated"}}),
    "store-bad": ({"STORE_BAD": 7}, 10, {"stored": {"stray"}, "events-dlq": {"missing"}}),
    "dlq-good": ({"DLQ_GOOD": 100}, 10, {"stored": {"missing"}, "events-dlq": {"stray"}}),
}


def consumer(name):
    variables, code, blamed = CONSUMERS[name]

    def case(setting):
        checked, k1 = Checked(name), setting.k1
        fresh(setting, "b", groups=["event-consumers"])
        setting.databases.ask("b", "truncate processed_events")
        programs = setting.copies.start("b", k1, **variables)
        run = setting.rehearsals.run(scenario(setting, "b", name), {
            "KAFKA_BROKERS": k1.brokers, "API": f"http://127.0.0.1:{setting.ports['b']}"})
        checked.exits(run, code)
        sent, others = acknowledged(setting.copies.journal("b"), 200)
        events = parsed(k1.records("events"))
        good = {event["id"] for event in events if isinstance(event["amount"], (int, float))}
        stored = tokens(row[0] for row in setting.databases.ask("b", "select id from processed_events"))
        accounts = {
            "events": Account(sent, tokens(event["id"] for event in events), others), "stored": Account(good, stored),
            "events-dlq": Account({event["id"] for event in events} - good, tokens(k1.records("events-dlq")))}
        for sink, account in accounts.items():
            checked.account(run, sink, account)
            seen = {word for word in ("missing", "duplicated", "stray") if account.counts[word]}
            checked.require(sink, "is to blame for", seen == blamed.get(sink, set()), ", ".join(sorted(seen)) or "nothing")
        setting.copies.stop(programs)
        return checked

    return case


def processor(name, mode):
    def case(setting):
        checked, k1 = Checked(name), setting.k1
        fresh(setting, "c1", groups=["stream-processor"])
        programs = setting.copies.start("c1", k1, MODE=mode, CRASH_AFTER=5000)
        run = setting.rehearsals.run(scenario(setting, "c1", name), {"KAFKA_BROKERS": k1.brokers})
        is_exact = mode == "exactly-once"
        checked.exits(run, 0 if is_exact else 10)
        account = Account(tokens(k1.records("input-topic")), tokens(k1.records("output-topic")))
        checked.account(run, "output-topic", account)
        checked.require("output-topic", "has doubled some", bool(account.counts["duplicated"]) != is_exact,
                        account.counts["duplicated"])
        checked.require("", "the processor was started again", programs[0].starts == 2, programs[0].starts)
        setting.copies.stop(programs)
        return checked

    return case


CASES = {name: consumer(name) for name in CONSUMERS}
CASES |= {"killed": processor("killed", "at-least-once"), "killed-exactly-once": processor("killed-exactly-once", "exactly-once")}
