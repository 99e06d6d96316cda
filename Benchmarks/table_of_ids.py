"""A sink's command, for Benchmarks/measure/systems.py: prints a table of ids, by psql into the pipe that rehearse reads.

Before the first time it fills the table `ids` with the ids on a topic. How long psql has taken is added to the file $TAKEN: where the
reader is slower than psql, psql waits for it. Argument: the topic. $BROKERS and $PORT are Kafka's and PostgreSQL's."""

import io
import json
import os
import subprocess
import sys
import time

import psycopg2
from confluent_kafka import Consumer, TopicPartition


def ids(topic):
    consumer = Consumer({"bootstrap.servers": os.environ["BROKERS"], "group.id": "table-of-ids", "enable.auto.commit": False,
                         "enable.partition.eof": True})
    open_ = set(consumer.list_topics(topic, timeout=20).topics[topic].partitions)
    consumer.assign([TopicPartition(topic, number, 0) for number in open_])
    while open_:
        for message in consumer.consume(10_000, 1):
            if message.error():
                open_.discard(message.partition())
            else:
                yield json.loads(message.value())["id"]
    consumer.close()


def fill(topic):
    database = psycopg2.connect(f"host=127.0.0.1 port={os.environ['PORT']} user=postgres dbname=b")
    with database, database.cursor() as cursor:
        cursor.execute("create table if not exists ids(id text not null)")
        cursor.execute("select 1 from ids limit 1")
        if cursor.fetchone():
            return
        cursor.copy_expert("copy ids from stdin", io.StringIO("".join(f"{one}\n" for one in ids(topic))))


fill(sys.argv[1])
started = time.monotonic()
code = subprocess.run(
    ["psql", "-XAtq", "-h", "127.0.0.1", "-p", os.environ["PORT"], "-U", "postgres", "-d", "b", "-c", "copy (select id from ids) to stdout"],
    check=False).returncode
with open(os.environ["TAKEN"], "a", encoding="ascii") as file:
    file.write(f"{time.monotonic() - started:.3f}\n")
sys.exit(code)
