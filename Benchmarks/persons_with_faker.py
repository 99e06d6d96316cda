"""Sends the persons of system A's phase 2 to a topic, as one would write it in Python: Faker for the content and
confluent_kafka for Kafka. Prints how many messages were delivered; exit code 1 if that is not all.

    python3 persons_with_faker.py BROKERS TOPIC COUNT
"""

import random
import sys

from confluent_kafka import Producer
from faker import Faker

delivered = 0


def on_delivery(error, message):
    global delivered
    if error is None:
        delivered += 1
    else:
        print(f"not delivered: {error}", file=sys.stderr)


def person(faker):
    return (
        f"<person><id>{faker.uuid4()}</id>"
        f"<first_name>{faker.first_name()}</first_name>"
        f"<last_name>{faker.last_name()}</last_name>"
        f"<address>{faker.address()}</address>"
        f"<phone_number>{faker.phone_number()}</phone_number>"
        f"<random_age>{faker.random_int(min=20, max=50)}</random_age>"
        f"<status>{random.choice(['Y', 'N'])}</status></person>"
    )


def main(brokers, topic, count):
    faker = Faker()
    producer = Producer({"bootstrap.servers": brokers, "enable.idempotence": True})
    for _ in range(count):
        value = person(faker).encode()
        while True:
            try:
                producer.produce(topic, value, on_delivery=on_delivery)
                break
            except BufferError:
                producer.poll(0.1)
        producer.poll(0)
    producer.flush()
    print(delivered)
    return 0 if delivered == count else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
