"""Clusters of Apache Kafka, by bin/cluster, and what is asked of them without rehearse: their topics, read by a client of Confluent's."""

import json
import pathlib
import shutil
import subprocess
import time

from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from places import KAFKA_HOME, SYSTEMS, Failure
from programs import environment


def absence():
    if not KAFKA_HOME:
        return "KAFKA_HOME is not set"
    if not list(pathlib.Path(KAFKA_HOME).glob("libs/*.jar")):
        return f"KAFKA_HOME is {KAFKA_HOME}, which has no libs/*.jar"
    return None if shutil.which("java") else "there is no java on the PATH"


class Cluster:
    """One to three brokers in run/NAME of the folder that scenarios know."""

    def __init__(self, remains, name, base, brokers):
        self.remains, self.name, self.base, self.count = remains, name, base, brokers
        self.folder = remains.folder / "run" / name
        self.brokers = self.call("up", brokers).strip()

    @property
    def admin(self):
        """A new client each time: one that was idle for minutes was seen to wait for an answer in vain."""
        return AdminClient({"bootstrap.servers": self.brokers})

    def call(self, verb, *words):
        """bin/cluster; its output goes to a file, since a broker that it starts would keep a pipe open."""
        more = {"KAFKA_PORT": str(self.base), "KAFKA_HEAP": "256m"}
        self.folder.parent.mkdir(exist_ok=True)
        output = self.folder.parent / f"{self.name}-{verb}.txt"
        with open(output, "w") as file:
            code = subprocess.run(
                [SYSTEMS / "bin" / "cluster", verb, self.folder, *map(str, words)], stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                env=environment(self.remains.folder, more), check=False).returncode
        if code:
            raise Failure(f"cluster {verb}: {output.read_text().strip()}")
        return output.read_text()

    # MARK: Topics

    def create(self, name, partitions, **config):
        topic = NewTopic(name, partitions, self.count, config={key.replace("_", "."): str(value) for key, value in config.items()})
        admin = self.admin
        for future in admin.create_topics([topic]).values():
            future.result(30)

    def delete(self, name):
        admin = self.admin
        if name not in admin.list_topics(timeout=30).topics:
            return
        for future in admin.delete_topics([name]).values():
            future.result(30)
        while name in admin.list_topics(timeout=30).topics:
            time.sleep(0.1)

    def recreate(self, name, partitions, **config):
        self.delete(name)
        self.create(name, partitions, **config)

    # MARK: Reading

    def _consumer(self, **more):
        return Consumer({"bootstrap.servers": self.brokers, "group.id": "independent-count", "enable.auto.commit": False,
                         "isolation.level": "read_committed", **more})

    def ends(self, topic):
        """The end of each partition."""
        consumer = self._consumer()
        try:
            partitions = consumer.list_topics(topic, timeout=20).topics[topic].partitions
            return {number: consumer.get_watermark_offsets(TopicPartition(topic, number), timeout=20)[1] for number in partitions}
        finally:
            consumer.close()

    def records(self, topic, since=None, within=60):
        """All values from these offsets, or from the beginning, to the ends there are now."""
        ends, since = self.ends(topic), since or {}
        consumer = self._consumer(**{"enable.partition.eof": True})
        try:
            consumer.assign([TopicPartition(topic, number, since.get(number, 0)) for number in ends])
            values, open_, deadline = [], set(ends), time.monotonic() + within
            while open_ and time.monotonic() < deadline:
                for message in consumer.consume(1000, 0.5):
                    if not message.error():
                        values.append(message.value())
                    elif message.error().name() == "_PARTITION_EOF" and message.offset() >= ends[message.partition()]:
                        open_.discard(message.partition())
            if open_:
                raise Failure(f"{topic} could not be read to its end")
            return values
        finally:
            consumer.close()

    def lag(self, group, topic):
        """Of a group: how many records are not committed; none where it has committed nothing."""
        consumer = self._consumer(**{"group.id": group})
        try:
            ends = self.ends(topic)
            committed = consumer.committed([TopicPartition(topic, number) for number in ends], timeout=20)
            return sum(ends[one.partition] - max(one.offset, 0) for one in committed)
        finally:
            consumer.close()


def parsed(values):
    return [json.loads(value) for value in values]
