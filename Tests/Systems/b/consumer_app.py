"""System B, the consumer: stores the events of a topic in PostgreSQL, or puts them on the dead letter topic, then commits.

An event is bad if its "amount" is not a number. Each is tried three times, so that a bad one ends in the dead letters and does not
hold up the rest. Offsets are committed after the batch is stored: at least once.

Environment: KAFKA (127.0.0.1:23010), TOPIC (events), DLQ (events-dlq), GROUP (event-consumers), BATCH (500), PG (a dsn),
UNIQUE=1 (the default: an event that comes again is not stored again; 0: it is).

Faults, for tests of the test; n counts the events that this process has seen:
FAULT_DROP=n   every n-th event is forgotten            FAULT_TWICE=n  every n-th good event is stored twice (with UNIQUE=0)
STORE_BAD=n    every n-th bad event is stored as good    DLQ_GOOD=n    every n-th good event goes to the dead letters
CRASH_AFTER=n  ends after n events between storing and committing
"""

import json
import os
import signal
import sys

import psycopg2
import psycopg2.extras
from confluent_kafka import Consumer, KafkaException, Producer

env = os.environ.get
KAFKA, TOPIC, DEAD_LETTERS = env("KAFKA", "127.0.0.1:23010"), env("TOPIC", "events"), env("DLQ", "events-dlq")
UNIQUE, BATCH = env("UNIQUE", "1") == "1", int(env("BATCH", "500"))
TRIES = 3
INSERT = "insert into processed_events(id, user_id, type, amount, kafka_partition, kafka_offset) values %s"


class Fault:
    """True at every n-th call; never where n is 0."""

    def __init__(self, name):
        self.every, self.calls = int(env(name, "0")), 0

    def __call__(self):
        self.calls += 1
        return self.every > 0 and self.calls % self.every == 0


drop, twice, store_bad, dlq_good = (Fault(name) for name in ("FAULT_DROP", "FAULT_TWICE", "STORE_BAD", "DLQ_GOOD"))
crash_after = int(env("CRASH_AFTER", "0"))


class Bad(Exception):
    """An event that no retry helps."""


def row(record):
    event = json.loads(record.value())
    amount = event.get("amount")
    if not isinstance(amount, (int, float)):
        if not store_bad():
            raise Bad("amount is not a number")
        amount = None
    elif dlq_good():
        raise Bad("a fault that was asked for")
    return event["id"], event["user_id"], event.get("type"), amount, record.partition(), record.offset()


def tried(record):
    """The row of an event, or the reason why it has none."""
    for attempt in range(TRIES):
        try:
            return row(record), None
        except Bad as reason:
            return None, reason
        except Exception as reason:
            if attempt == TRIES - 1:
                return None, reason


def bury(producer, record, reason):
    origin = [("dlq-error", str(reason)), ("dlq-partition", str(record.partition())), ("dlq-offset", str(record.offset()))]
    producer.produce(DEAD_LETTERS, record.value(), key=record.key(), headers=(record.headers() or []) + origin)


def store(database, rows):
    with database, database.cursor() as cursor:
        psycopg2.extras.execute_values(cursor, INSERT + (" on conflict (id) do nothing" if UNIQUE else ""), rows, page_size=1000)


def main():
    database = psycopg2.connect(env("PG", "host=127.0.0.1 port=23432 user=postgres dbname=b"))
    with database, database.cursor() as cursor:
        cursor.execute("create unique index if not exists processed_once on processed_events(id)" if UNIQUE
                       else "drop index if exists processed_once")
    consumer = Consumer({"bootstrap.servers": KAFKA, "group.id": env("GROUP", "event-consumers"),
                         "auto.offset.reset": "earliest", "enable.auto.commit": False})
    producer = Producer({"bootstrap.servers": KAFKA, "enable.idempotence": True, "linger.ms": 5})
    consumer.subscribe([TOPIC])
    going, seen = [True], 0
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: going.clear())
    while going:
        records = [record for record in consumer.consume(BATCH, 0.5) if not record.error()]
        if not records:
            continue
        rows = []
        for record in records:
            seen += 1
            if drop():
                continue
            one, reason = tried(record)
            if reason:
                bury(producer, record, reason)
            else:
                rows += [one, one] if twice() else [one]
        if rows:
            store(database, rows)
        if producer.flush(30):
            sys.exit("dead letters were not delivered")
        if crash_after and seen >= crash_after:
            os._exit(9)
        try:
            consumer.commit(asynchronous=False)
        except KafkaException as reason:
            # The broker is away; the next commit covers this one.
            print(reason, file=sys.stderr, flush=True)
    consumer.close()


main()
