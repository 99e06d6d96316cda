"""System D, the sender: POST /send puts a JSON object on a topic.

Environment: KAFKA (127.0.0.1:23110,127.0.0.1:23120), TOPIC (test-topic), and
ACK=stored  answers once Kafka has acknowledged the message (send_and_wait), 503 if it did not
ACK=sent    answers once the message is in the client's buffer, as the original does (await send)
ACKS=all    an idempotent producer        ACKS=1  the client's default, as the original: the leader alone acknowledges
METADATA_MAX_AGE_MS (300000, the client's default) is the time after which it finds new partitions.
"""

import json
import os
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from fastapi import FastAPI
from fastapi.responses import JSONResponse

env = os.environ.get
STORED = {"stored": True, "sent": False}[env("ACK", "stored")]
ACKS = {"all": {"acks": "all", "enable_idempotence": True}, "1": {"acks": 1}}[env("ACKS", "all")]
TOPIC = env("TOPIC", "test-topic")


@asynccontextmanager
async def lifespan(app):
    brokers = env("KAFKA", "127.0.0.1:23110,127.0.0.1:23120")
    app.state.producer = AIOKafkaProducer(
        bootstrap_servers=brokers, compression_type="gzip", metadata_max_age_ms=int(env("METADATA_MAX_AGE_MS", "300000")), **ACKS)
    await app.state.producer.start()
    yield
    await app.state.producer.stop()


app = FastAPI(lifespan=lifespan)


@app.post("/send")
async def send(message: dict):
    try:
        await (app.state.producer.send_and_wait if STORED else app.state.producer.send)(TOPIC, json.dumps(message).encode())
    except KafkaError as reason:
        return JSONResponse({"error": repr(reason)}, status_code=503)
    return {"status": "sent"}
