"""System B, the API: POST /register_event puts an event on a topic, GET /get_status says how the API is.

Environment: KAFKA (127.0.0.1:23010), TOPIC (events), KEY (user_id, the field that becomes the record's key),
MESSAGE_TIMEOUT_MS (30000), and
ACK=delivered  answers 200 once Kafka has acknowledged the event, 503 if Kafka refused it, 504 if it did not answer within 10 s
ACK=queued     answers 202 as soon as the client has the event in its queue: it is gone if this process is killed before it is sent

An event is a JSON object with an id and KEY; anything else is answered 400. "received_at" is added to it.
"""

import json
import os
import threading
import time

from confluent_kafka import KafkaException, Producer
from flask import Flask, jsonify, request

TOPIC, KEY = os.environ.get("TOPIC", "events"), os.environ.get("KEY", "user_id")
QUEUED = {"queued": True, "delivered": False}[os.environ.get("ACK", "delivered")]
ANSWER_WITHIN_S = 10

app = Flask(__name__)
producer = Producer({
    "bootstrap.servers": os.environ.get("KAFKA", "127.0.0.1:23010"), "linger.ms": 5, "enable.idempotence": True,
    "message.timeout.ms": int(os.environ.get("MESSAGE_TIMEOUT_MS", "30000"))})
counts = {"accepted": 0, "delivered": 0, "failed": 0}


def poll():
    while True:
        producer.poll(0.1)


threading.Thread(target=poll, daemon=True).start()


class Delivery:
    """What becomes of one event; the client calls it."""

    def __init__(self):
        self.done, self.error = threading.Event(), None

    def __call__(self, error, _):
        counts["failed" if error else "delivered"] += 1
        self.error = error
        self.done.set()


@app.post("/register_event")
def register_event():
    event = request.get_json(silent=True)
    if not isinstance(event, dict) or "id" not in event or KEY not in event:
        return jsonify(error=f"an event is a JSON object with id and {KEY}"), 400
    event["received_at"] = round(time.time(), 3)
    delivery = Delivery()
    try:
        producer.produce(TOPIC, json.dumps(event).encode(), key=str(event[KEY]).encode(), on_delivery=delivery)
    except (BufferError, KafkaException) as reason:
        return jsonify(error=str(reason)), 503
    counts["accepted"] += 1
    if QUEUED:
        return jsonify(status="queued"), 202
    if not delivery.done.wait(ANSWER_WITHIN_S):
        return jsonify(error="no answer from Kafka"), 504
    if delivery.error:
        return jsonify(error=str(delivery.error)), 503
    return jsonify(status="stored"), 200


@app.get("/get_status")
def get_status():
    return jsonify(status="running", queued=len(producer), **counts)
