"""System D, the page: a consumer group reads the topic, and GET / shows the last ten messages.

Environment: KAFKA (127.0.0.1:23110,127.0.0.1:23120), TOPIC (test-topic), GROUP (test-group), RESET=earliest, or latest as in the
original: what was sent before the group joined for the first time is then never shown. METADATA_MAX_AGE_MS (300000, the client's default) is the time after which it finds new partitions.
"""

import asyncio
import collections
import html
import json
import os
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer
from fastapi import FastAPI
from fastapi.responses import HTMLResponse

env = os.environ.get
messages = collections.deque(maxlen=10)


async def read(consumer):
    async for record in consumer:
        messages.append(json.loads(record.value))


@asynccontextmanager
async def lifespan(app):
    consumer = AIOKafkaConsumer(
        env("TOPIC", "test-topic"), bootstrap_servers=env("KAFKA", "127.0.0.1:23110,127.0.0.1:23120"),
        group_id=env("GROUP", "test-group"), auto_offset_reset=env("RESET", "earliest"),
        metadata_max_age_ms=int(env("METADATA_MAX_AGE_MS", "300000")))
    await consumer.start()
    reading = asyncio.create_task(read(consumer))
    yield
    reading.cancel()
    await consumer.stop()


app = FastAPI(lifespan=lifespan)


@app.get("/", response_class=HTMLResponse)
async def page():
    items = "".join(f"<li>{html.escape(json.dumps(message))}</li>" for message in messages)
    return f"<html><body><h1>Kafka Messages</h1><ul>{items}</ul></body></html>"
