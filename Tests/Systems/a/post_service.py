"""System A, phase 2, as a service: POST /post makes messages of a content with placeholders and puts them on a topic.

The body is that of the posting utility: kafka.brokers and kafka.topic; message.content, noOfMsgToBeGen (1), partitionNo (any) and
validateAs (string, json or xml). A placeholder is {{faker.NAME()}} with one of NAMES; nothing else is evaluated. 200 once Kafka has
acknowledged every message; 400, and nothing is sent, for a body, a placeholder or a content that is not right; 503 if Kafka refused
a message, 504 if it did not answer within TIMEOUT_S. noOfProcesses is accepted and changes nothing: one client sends for all.
A truststore and an account are refused: this copy talks to a plain listener.

Environment: TIMEOUT_S (25), FAULT_DROP=n forgets every n-th message and answers as if it had not.
"""

import functools
import html
import itertools
import json
import os
import re
import time
from xml.etree import ElementTree

from confluent_kafka import KafkaException, Producer
from faker import Faker
from flask import Flask, jsonify, request

NAMES = ["first_name", "last_name", "name", "address", "city", "email", "phone_number", "uuid4"]
PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.S)
CALL = re.compile(rf"\s*faker\.({'|'.join(NAMES)})\(\)\s*")
TIMEOUT, DROP = float(os.environ.get("TIMEOUT_S", "25")), int(os.environ.get("FAULT_DROP", "0"))

app = Flask(__name__)
faker, numbers = Faker(), itertools.count(1)


class Wrong(Exception):
    """A request that is refused before anything is sent."""


@functools.cache
def producer(brokers):
    return Producer({"bootstrap.servers": brokers, "linger.ms": 5, "enable.idempotence": True})


def rendered(content, escape):
    def value(placeholder):
        call = CALL.fullmatch(placeholder[1])
        if not call:
            raise Wrong(f"{placeholder[0]} is not supported")
        return escape(str(getattr(faker, call[1])()))

    return PLACEHOLDER.sub(value, content)


def messages(message):
    checks = {"string": (str, str), "json": (json.loads, lambda text: json.dumps(text)[1:-1]),
              "xml": (ElementTree.fromstring, html.escape)}
    if message.get("validateAs", "string") not in checks:
        raise Wrong("validateAs must be string, json or xml")
    parse, escape = checks[message.get("validateAs", "string")]
    for _ in range(int(message.get("noOfMsgToBeGen", 1))):
        text = rendered(message["content"], escape)
        try:
            parse(text)
        except (ValueError, ElementTree.ParseError) as reason:
            raise Wrong(f"the content is not well-formed: {reason}") from None
        yield text


@app.post("/post")
def post():
    started, body = time.monotonic(), request.get_json(silent=True)
    try:
        kafka, texts = body["kafka"], list(messages(body["message"]))
        if "truststore" in kafka or "authentication" in kafka:
            raise Wrong("this copy supports neither a truststore nor an account")
        client, topic, where = producer(kafka["brokers"]), kafka["topic"], body["message"].get("partitionNo", -1)
    except (Wrong, KeyError, TypeError, ValueError) as reason:
        return jsonify(status="message sending failed", messages_sent=0, errorDesc=str(reason)), 400
    outcomes = []
    kept = [text for text in texts if not (DROP and next(numbers) % DROP == 0)]
    try:
        for text in kept:
            client.produce(topic, text.encode(), partition=where, on_delivery=lambda error, _: outcomes.append(error))
        while len(outcomes) < len(kept) and time.monotonic() < started + TIMEOUT:
            client.poll(0.05)
    except (BufferError, KafkaException) as reason:
        return jsonify(status="message sending failed", messages_sent=0, errorDesc=str(reason)), 503
    failed = [error for error in outcomes if error]
    status = 504 if len(outcomes) < len(kept) else 503 if failed else 200
    return jsonify(
        status="message sent successfully" if status == 200 else "partially sent", messages_sent=len(texts) - len(failed),
        messages_failed=len(failed), execution_time=round(time.monotonic() - started, 3),
        errorDesc=str(failed[0]) if failed else "none" if status == 200 else "no answer from Kafka"), status
