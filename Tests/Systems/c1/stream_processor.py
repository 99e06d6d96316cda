"""System C, demo 1: reads a topic, transforms each message, and writes the result to another topic.

Environment: KAFKA (127.0.0.1:23010), INPUT (input-topic), OUTPUT (output-topic), GROUP (stream-processor), BATCH (1000),
SESSION_TIMEOUT_MS (45000, the client's default: for so long a member that was killed keeps its partitions), and
MODE=at-least-once  produces a batch, flushes, commits its offsets
MODE=exactly-once   a transaction per batch, with its offsets in it

SHAPE is what the transform does to {"id": …, "n": 7}:
json       {"n": 7, "result": 49, "source": {"id": …}} with the same key, rewritten with other spaces; headers are dropped
filter     the same, of even n only                   flatmap  the same twice, with "part" 0 and 1
rekey      the same, with n % 16 as the key           plain    "7" becomes "14": a number and nothing else
aggregate  {"count": 10, "sum": …, "ids": […]} for each ten messages of a key

Faults, for tests of the test: FAULT_DROP=n forgets every n-th message, CRASH_AFTER=n ends after n messages between producing and
committing.
"""

import json
import os
import signal
import sys

from confluent_kafka import Consumer, Producer

env = os.environ.get
KAFKA, GROUP, OUTPUT = env("KAFKA", "127.0.0.1:23010"), env("GROUP", "stream-processor"), env("OUTPUT", "output-topic")
EXACTLY_ONCE = {"exactly-once": True, "at-least-once": False}[env("MODE", "at-least-once")]
DROP, CRASH_AFTER, BATCH = int(env("FAULT_DROP", "0")), int(env("CRASH_AFTER", "0")), int(env("BATCH", "1000"))
WINDOW = 10
windows = {}


def moved(message, **more):
    return json.dumps({"n": message["n"], "result": message["n"] ** 2, "source": {"id": message["id"]}, **more}, indent=1)


def aggregate(key, message):
    window = windows.setdefault(key, [])
    window.append(message)
    if len(window) == WINDOW:
        del windows[key]
        yield key, json.dumps({"count": WINDOW, "sum": sum(one["n"] for one in window), "ids": [one["id"] for one in window]})


SHAPES = {
    "json": lambda key, message: [(key, moved(message))],
    "filter": lambda key, message: [(key, moved(message))] if message["n"] % 2 == 0 else [],
    "flatmap": lambda key, message: [(key, moved(message, part=part)) for part in (0, 1)],
    "rekey": lambda key, message: [(str(message["n"] % 16), moved(message))],
    "plain": lambda key, message: [(key, str(message * 2))],
    "aggregate": aggregate,
}
transform = SHAPES[env("SHAPE", "json")]


def produce(producer, key, value):
    while True:
        try:
            return producer.produce(OUTPUT, value, key=key)
        except BufferError:
            producer.poll(0.1)


def commit(consumer, producer):
    if EXACTLY_ONCE:
        producer.send_offsets_to_transaction(consumer.position(consumer.assignment()), consumer.consumer_group_metadata())
        producer.commit_transaction(30)
    elif producer.flush(30):
        sys.exit("not delivered")
    else:
        consumer.commit(asynchronous=False)


def main():
    consumer = Consumer({"bootstrap.servers": KAFKA, "group.id": GROUP, "auto.offset.reset": "earliest",
                         "enable.auto.commit": False, "isolation.level": "read_committed", "session.timeout.ms": int(env("SESSION_TIMEOUT_MS", "45000"))})
    transactions = {"transactional.id": f"{GROUP}-1"} if EXACTLY_ONCE else {}
    producer = Producer({"bootstrap.servers": KAFKA, "linger.ms": 5, "enable.idempotence": True, **transactions})
    if EXACTLY_ONCE:
        producer.init_transactions(30)
    consumer.subscribe([env("INPUT", "input-topic")])
    going, seen = [True], 0
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: going.clear())
    while going:
        records = [record for record in consumer.consume(BATCH, 0.2) if not record.error()]
        if not records:
            continue
        if EXACTLY_ONCE:
            producer.begin_transaction()
        for record in records:
            seen += 1
            if DROP and seen % DROP == 0:
                continue
            for key, value in transform(record.key(), json.loads(record.value())):
                produce(producer, key, value)
            producer.poll(0)
        if CRASH_AFTER and seen >= CRASH_AFTER:
            producer.flush(5)
            os._exit(9)
        commit(consumer, producer)
    consumer.close()


main()
