"""Topics and groups as if nothing had been before, and the scenario of a case."""

from confluent_kafka import KafkaException

from copies import TOPICS
from places import SYSTEMS


def fresh(setting, system, cluster=None, groups=()):
    cluster = cluster or setting.k1
    for topic, partitions in TOPICS[system].items():
        cluster.recreate(topic, partitions)
    admin = cluster.admin
    for group in groups:
        try:
            for future in admin.delete_consumer_groups([group]).values():
                future.result(30)
        except KafkaException:
            pass


def scenario(setting, file, name):
    """The scenario in a folder of the case."""
    return setting.rehearsals.staged(SYSTEMS / "faults" / f"{file}.yaml", f"fault-{name}")
