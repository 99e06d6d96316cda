"""Where things are in the checkout, and what every program that is started here gets."""

import os
import pathlib
import socket

ROOT = pathlib.Path(__file__).resolve().parents[3]
SYSTEMS = ROOT / "Tests" / "Systems"
BUILD = ROOT / ".build" / "systems"
SCENARIOS = ROOT / "Scenarios" / "systems"
VENV = pathlib.Path(os.environ.get("SYSTEMS_VENV", ROOT / ".build" / "systems-venv"))
REHEARSE = pathlib.Path(os.environ.get("REHEARSE", ROOT / ".build" / "debug" / "rehearse"))
KAFKA_HOME = os.environ.get("KAFKA_HOME", "")


class Failure(Exception):
    """Nothing more can be tested, for this reason."""


def say(text):
    print(text, flush=True)


# The ports that the scenarios name where no variable says otherwise.
PORTS = {
    "k1": 23000, "k2": 23100, "postgres": 23432, "a": 23800, "b": 23802, "c2": 23805, "d-send": 23807, "d-page": 23808,
}


def is_free(port):
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answers(port):
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex(("127.0.0.1", port)) == 0


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def brokers_at(base, count):
    """The ports of a cluster's brokers and controllers, as bin/cluster numbers them."""
    return [base + 10 * number + more for number in range(1, count + 1) for more in (0, 9)]


def chosen(brokers):
    """The port of each name: the one that the scenarios write, or a free one where that is taken. `brokers` by cluster."""
    ports = {}
    for name, usual in PORTS.items():
        if name not in brokers:
            ports[name] = usual if is_free(usual) else free_port()
            continue
        bases = [usual, *range(20000, 32000, 200)]
        free = (base for base in bases if all(is_free(port) for port in brokers_at(base, brokers[name])) and base not in ports.values())
        ports[name] = next(free, None)
        if ports[name] is None:
            raise Failure("there are no free ports for Kafka")
    return ports
