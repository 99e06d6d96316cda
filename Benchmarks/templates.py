"""The nine functions of Benchmarks/Templates with Python's Faker: python3 Benchmarks/templates.py [MESSAGES]

Needs Faker (pip install faker). Values are put together by an f-string, which is as fast as Python has it.
"""

import random
import sys
import time

from faker import Faker

messages = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
faker = Faker()
Faker.seed(42)
random.seed(42)

start = time.perf_counter()
size = 0
for n in range(messages):
    value = (
        f"<person><id>{faker.uuid4()}</id><first_name>{faker.first_name()}</first_name>"
        f"<last_name>{faker.last_name()}</last_name><address>{faker.address()}</address>"
        f"<phone_number>{faker.phone_number()}</phone_number><city>{faker.city()}</city>"
        f"<random_age>{faker.random_int(min=20, max=50)}</random_age>"
        f"<status>{random.choice(['Y', 'N'])}</status><n>{n}</n></person>"
    )
    size += len(value)
taken = (time.perf_counter() - start) / messages
print(f"{'the same with Python Faker':30} {taken * 1e9:8.0f} ns a message, {size // messages} bytes")
