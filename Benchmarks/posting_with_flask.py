"""A posting utility as one would write it in Python: Flask takes the request, Faker makes the content, confluent_kafka posts
it. It answers POST /post of a request body of system A, phase 1 or 2, with the response of that utility.

    python3 posting_with_flask.py PORT [--equally-likely]

With --equally-likely Faker draws each name equally often, which is less like people and much faster.

What is written with speed in mind: the content is split or compiled once a request, each posting thread has a producer and a
Faker of its own, nothing is locked, and XML is only parsed, without making a tree of it. `execution_time` is from when the request
is received to when every message is acknowledged: with it the check of the request, its Faker, the connections, and the threads.
"""

import ast
import json
import random
import re
import sys
import time
import xml.parsers.expat
from concurrent.futures import ThreadPoolExecutor

from confluent_kafka import KafkaException, Producer
from faker import Faker
from flask import Flask, request

TIMEOUT_S = 10
METHODS_OF_RANDOM = {"choice", "randint", "random", "uniform", "randrange"}
METHODS_OF_TEXT = {"upper", "lower", "title", "capitalize", "strip", "replace"}
CHECKS = {
    "xml": lambda value: xml.parsers.expat.ParserCreate().Parse(value, True),
    "json": json.loads,
    "string": None,
}
# Messages of a thread between two looks at what was acknowledged.
SERVED_AFTER = 100

app = Flask(__name__)
equally_likely = "--equally-likely" in sys.argv


class BadRequest(Exception):
    """The request cannot be posted, for this reason."""


# MARK: Content


def numbered(content, names):
    """A function of a message's number, which takes the place of each {name}."""
    if not names:
        return lambda number: content
    pieces = re.split("|".join(re.escape("{" + name + "}") for name in names), content)
    return lambda number: str(number).join(pieces)


def generated(content):
    """A function of a Faker, which makes a function that renders one message: the texts between {{ }} are expressions of what is
    allowed, which become one compiled expression."""
    parts = []
    for index, text in enumerate(re.split(r"\{\{(.*?)\}\}", content, flags=re.DOTALL)):
        if index % 2 == 0:
            parts.append(ast.Constant(text))
            continue
        try:
            expression = ast.parse(text.strip(), mode="eval").body
        except SyntaxError as error:
            raise BadRequest(f"malformed content: {{{{{text}}}}}: {error.msg}") from None
        allow(expression, text)
        parts.append(ast.FormattedValue(value=expression, conversion=-1))
    body = ast.fix_missing_locations(ast.Expression(ast.JoinedStr(values=parts)))
    code = compile(body, "content", "eval")

    def renderer(faker):
        names = {"__builtins__": {}, "faker": faker, "random": random}
        return lambda number: eval(code, names)

    return renderer


def allow(node, text):
    """Refuses whatever is not a function of Faker or random, a method of a text, or a literal."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="faker"), attr=name)):
            allowed = not name.startswith("_") and name not in ("seed", "seed_instance", "add_provider")
        case ast.Call(func=ast.Attribute(value=ast.Name(id="random"), attr=name)):
            allowed = name in METHODS_OF_RANDOM
        case ast.Call(func=ast.Attribute(value=ast.Call() as inner, attr=name)):
            allow(inner, text)
            allowed = name in METHODS_OF_TEXT
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                allow(part, text)
            return
        case ast.Constant():
            return
        case _:
            allowed = False
    if not allowed:
        raise BadRequest(f"malformed content: {{{{{text}}}}} is not allowed")
    for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
        allow(argument, text)


# MARK: Kafka


def settings(kafka):
    found = {"bootstrap.servers": kafka["brokers"], "acks": "all", "enable.idempotence": True}
    truststore, account = kafka.get("truststore"), kafka.get("authentication")
    if truststore:
        found["ssl.ca.location"] = truststore["location"]
    if account:
        found |= {"sasl.mechanism": "PLAIN", "sasl.username": account["serviceAcntNm"],
                  "sasl.password": account["serviceAcntPswd"]}
    if truststore or account:
        found["security.protocol"] = f"{'SASL_' if account else ''}{'SSL' if truststore else 'PLAINTEXT'}"
    return found


def check_topic(producer, topic, partition):
    found = producer.list_topics(topic, timeout=TIMEOUT_S).topics[topic]
    if found.error:
        raise BadRequest(f"unknown topic: {found.error}")
    if partition is not None and partition not in found.partitions:
        raise BadRequest(f"topic {topic} has no partition {partition}")


class Posting:
    """One thread's messages."""

    def __init__(self, producer, topic, partition, render, check, numbers):
        self.producer, self.topic, self.render, self.check, self.numbers = producer, topic, render, check, numbers
        self.where = {} if partition is None else {"partition": partition}
        self.sent, self.failed, self.error = 0, 0, None

    def delivered(self, error, _):
        if error is None:
            self.sent += 1
        else:
            self.fail(error)

    def fail(self, error):
        self.failed += 1
        self.error = self.error or str(error)

    def run(self):
        producer, topic, render, check, where = self.producer, self.topic, self.render, self.check, self.where
        delivered = self.delivered
        for place, number in enumerate(self.numbers, 1):
            try:
                value = render(number)
                if check:
                    check(value)
            except Exception as error:
                self.fail(f"malformed content: {error}")
                continue
            while True:
                try:
                    producer.produce(topic, value, on_delivery=delivered, **where)
                    break
                except BufferError:
                    producer.poll(0.1)
            if place % SERVED_AFTER == 0:
                producer.poll(0)
        producer.flush()


# MARK: The request


def number_of(message, name):
    """A number of the request, 1 where it is absent or null."""
    number = message.get(name)
    if number is None:
        return 1
    if type(number) is not int or number < 1:
        raise BadRequest(f"{name} must be a whole number from 1")
    return number


def post(body):
    """The messages sent and failed, and the first error."""
    try:
        kafka, message = body["kafka"], body["message"]
        topic, content = kafka["topic"], message["content"]
        partition = message.get("partitionNo")
        check = CHECKS[(message.get("validateAs") or "string").lower()]
        names = list((message.get("dynamicAttributeName") or {}).values())
        count, threads = number_of(message, "noOfMsgToBeGen"), number_of(message, "noOfProcesses")
        producers = [Producer(settings(kafka)) for _ in range(threads)]
    except KeyError as error:
        raise BadRequest(f"{error} is missing or unknown") from None
    except (AttributeError, TypeError):
        raise BadRequest("an attribute has a value of the wrong kind") from None
    if names:
        renderers = [numbered(content, names)] * threads
    else:
        renderer = generated(content)
        renderers = [renderer(Faker(use_weighting=not equally_likely)) for _ in range(threads)]
    check_topic(producers[0], topic, partition)
    postings = [
        Posting(producer, topic, partition, render, check, range(1 + index, count + 1, threads))
        for index, (producer, render) in enumerate(zip(producers, renderers))]
    if threads == 1:
        postings[0].run()
    else:
        with ThreadPoolExecutor(threads) as pool:
            for future in [pool.submit(posting.run) for posting in postings]:
                future.result()
    errors = [posting.error for posting in postings if posting.error]
    return sum(one.sent for one in postings), sum(one.failed for one in postings), errors[0] if errors else "none"


@app.post("/post")
def answer():
    started = time.perf_counter()
    sent, failed = 0, 0
    try:
        sent, failed, error = post(request.get_json())
    except (BadRequest, KafkaException) as reason:
        error = str(reason)
    status = "message sent successfully" if error == "none" else "partially sent" if sent else "message sending failed"
    return {
        "status": status, "execution_time": round(time.perf_counter() - started, 3), "messages_sent": sent,
        "messages_failed": failed, "errorDesc": error}


if __name__ == "__main__":
    app.run("127.0.0.1", int(sys.argv[1]), threaded=True)
