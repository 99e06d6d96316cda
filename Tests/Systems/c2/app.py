"""System C, demo 2: users register and log in; PostgreSQL keeps users and events, and a topic gets each event as well.

The original has a page in front of register_user and login; here they have an HTTP API:
POST /register {"username", "password"}   201, 409 if the name is taken, 422 if the name or the password is not allowed
POST /login    {"username", "password"}   200, or 401; a wrong password of a known user is an event
A name has 4 to 15 letters and digits; a password at least 8 characters, among them a capital, a small letter, a digit and another.

Environment: KAFKA (127.0.0.1:23010), TOPIC (login-events), PG (a dsn), ROUNDS (12, bcrypt's cost as in the original: about 7
registrations a second on two cores; 4 is for load). FAULT_DROP=n sends no message for every n-th event.
"""

import contextlib
import datetime
import itertools
import json
import os
import re
import threading

import bcrypt
import psycopg2
import psycopg2.pool
from confluent_kafka import Producer
from flask import Flask, jsonify, request

env = os.environ.get
ROUNDS, TOPIC, DROP = int(env("ROUNDS", "12")), env("TOPIC", "login-events"), int(env("FAULT_DROP", "0"))
NAME = re.compile(r"[A-Za-z0-9]{4,15}")
PARTS = [re.compile(part) for part in ("[A-Z]", "[a-z]", "[0-9]", "[^A-Za-z0-9]")]

app = Flask(__name__)
pool = psycopg2.pool.ThreadedConnectionPool(1, 40, env("PG", "host=127.0.0.1 port=23432 user=postgres dbname=c2"))
producer = Producer({"bootstrap.servers": env("KAFKA", "127.0.0.1:23010"), "linger.ms": 5, "enable.idempotence": True})
numbers = itertools.count(1)


def poll():
    while True:
        producer.poll(0.1)


threading.Thread(target=poll, daemon=True).start()


@contextlib.contextmanager
def transaction():
    connection = pool.getconn()
    try:
        with connection, connection.cursor() as cursor:
            yield cursor
    finally:
        pool.putconn(connection)


def record(cursor, username, kind):
    """The event's row; what is sent to Kafka comes after the commit, so that a crash between them loses the message."""
    now = datetime.datetime.now()
    cursor.execute("insert into events(username, event_type, timestamp) values (%s, %s, %s)", (username, kind, now))
    return json.dumps({"event_type": kind, "username": username, "timestamp": now.isoformat()}).encode()


def send(message):
    if not (DROP and next(numbers) % DROP == 0):
        producer.produce(TOPIC, message)


@app.post("/register")
def register_user():
    username, password = (request.get_json()[name] for name in ("username", "password"))
    if not NAME.fullmatch(username) or len(password) < 8 or not all(part.search(password) for part in PARTS):
        return jsonify(error="this username or password is not allowed"), 422
    digest = bcrypt.hashpw(password.encode(), bcrypt.gensalt(ROUNDS)).decode()
    try:
        with transaction() as cursor:
            cursor.execute("insert into users(username, password) values (%s, %s)", (username, digest))
            message = record(cursor, username, "new_user_created")
    except psycopg2.errors.UniqueViolation:
        return jsonify(error="this username is taken"), 409
    send(message)
    return jsonify(status="created"), 201


@app.post("/login")
def login():
    username, password = (request.get_json()[name] for name in ("username", "password"))
    with transaction() as cursor:
        cursor.execute("select password from users where username = %s", (username,))
        known = cursor.fetchone()
    if known and bcrypt.checkpw(password.encode(), known[0].encode()):
        return jsonify(status="welcome"), 200
    if known:
        with transaction() as cursor:
            message = record(cursor, username, "incorrect_password")
        send(message)
    return jsonify(error="incorrect"), 401
