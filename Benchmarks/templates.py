"""The templates of Benchmarks/Payloads in Python with Faker, validated by the same schemas where their libraries are
installed: python3 Benchmarks/templates.py [MESSAGES]. Prints name, nanoseconds per message and the libraries, separated by
tabs.

Needs Faker; jsonschema and lxml for the schemas. The text between the braces is valid Python, so each template becomes one
f-string, the fastest way in Python.
"""

import json
import pathlib
import random
import re
import statistics
import sys
import time

from faker import Faker

ROUNDS = 5
messages = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
payloads = pathlib.Path(__file__).parent / "Payloads"
faker = Faker()
Faker.seed(42)
random.seed(42)


def template(name):
    text = (payloads / name).read_text(encoding="utf-8").removesuffix("\n")
    parts = re.split(r"\{\{(.*?)\}\}", text)
    for index, part in enumerate(parts):
        parts[index] = "{" + part + "}" if index % 2 else part.replace("{", "{{").replace("}", "}}")
    return eval("lambda seq: f'''" + "".join(parts) + "'''", {"faker": faker, "random": random})


def json_schema():
    from jsonschema import Draft202012Validator

    schema = json.loads((payloads / "literals.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return lambda value: validator.validate(json.loads(value))


def xsd():
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(payloads / "person.xsd"))
    return lambda value: schema.assertValid(etree.fromstring(value))


def measure(name, file, count, check=None, by="Faker"):
    """`check` returns a validator of a value; without its library the line is left out, with a note."""
    render = template(file)
    try:
        validate = check() if check else None
    except ImportError as missing:
        print(f"{name}: without {missing.name}, not in Python", file=sys.stderr)
        return
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for n in range(count):
            value = render(n)
            if validate:
                validate(value)
        taken.append((time.process_time() - start) / count)
    print(f"{name}\t{statistics.median(taken) * 1e9:.0f}\t{by}")


measure("system A, phase 2", "system-a-phase-2.xml", messages)
measure("nine functions, XML", "nine-functions.xml", messages)
measure("nine functions, JSON", "nine-functions.json", messages)
measure("literals, JSON", "literals.json", messages * 100, by="an f-string")
measure("literals, JSON Schema", "literals.json", messages, json_schema, by="jsonschema")
measure("nine functions, XSD", "nine-functions.xml", messages, xsd, by="Faker, lxml")
