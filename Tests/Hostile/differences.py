"""Values that other parsers accept as JSON or XML and that are withheld all the same. Every run checks a sample of each, so
that this list cannot go out of date."""

import json
import math

from parsing import Refused, json_refusal, xml_refusal
from tables import Column, Table
from templates import Template


def has_great_number(text):
    found = []
    json.loads(text, parse_float=lambda number: found.append(math.isinf(float(number))))
    return any(found)


def has_half_of_a_pair(text):
    try:
        json.dumps(json.loads(text, parse_int=str), ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def depth(text):
    deepest = open_now = 0
    for byte in text:
        open_now += (byte in "[{") - (byte in "]}")
        deepest = max(deepest, open_now)
    return deepest


# A name, what says that a text is so, and samples, of which none would be refused by others.
JSON = [
    ("a number beyond a double", has_great_number, ["1e400", "[-1E+309]", '{"a": 0.1e310}']),
    ("half of a surrogate pair", has_half_of_a_pair, ['"\\ud800"', '["\\udc00\\ud800"]', '{"a\\ud83d": 1}']),
    ("arrays and objects nested more than 1024 deep", lambda text: depth(text) > 1024, ["[" * 1025 + "]" * 1025]),
]
XML = [
    ("a declared entity", lambda text: "<!ENTITY" in text, ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]),
]
TABLES = {"json": JSON, "xml": XML}


def known(form, text):
    """The name of the difference, if other parsers accept the text."""
    if (json_refusal if form == "json" else xml_refusal)(text):
        return None
    return next((name for name, is_so, _ in TABLES[form] if is_so(text)), None)


class SampleTable(Table):
    """A row for each sample; the first row is valid."""

    def __init__(self, chance, form):
        self.samples = [("", "1" if form == "json" else "<a/>")]
        self.samples += [(name, sample) for name, _, samples in TABLES[form] for sample in samples]
        super().__init__(chance, f"samples-{form}", len(self.samples), "in-order")

    def csv(self):
        return self.ndjson()

    def ndjson(self):
        self.name = self.name.split(".")[0] + ".ndjson"
        texts = [sample for _, sample in self.samples]
        self.columns.append(Column(["text"], "text", texts))
        rows = [json.dumps({"id": id, "text": text}) for id, text in zip(self.ids, texts)]
        return "\n".join(rows).encode()


class SampleTemplate(Template):
    """A template whose whole value is raw."""

    def __init__(self, chance, form):
        super().__init__(form, "en_US", chance, SampleTable(chance, form))
        self.add("{{data.text}}", "text", self.table.columns[1].texts)
        self.value, self.size = "{{raw data.text}}", None

    def judge(self, message):
        name = self.table.samples[message.row][0]
        refusal = (json_refusal if self.form == "json" else xml_refusal)(message.value)
        if name and (message.withheld is None or refusal is not None or known(self.form, message.value) != name):
            raise Refused(f"{name} is not a difference any more: {message.withheld}, {refusal}")
