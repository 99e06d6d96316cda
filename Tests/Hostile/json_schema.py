"""Random JSON Schemas, and messages of which some are valid."""

import json
import math
import re

from parsing import json_refusal, jsonschema
from raw_template import hold_to
from tables import Column, Table
from templates import Template

FORMATS = {
    "date": ["2024-02-29", "2023-02-29", "2024-13-01", "2024-1-1", "20240101"],
    "date-time": ["2024-01-31T12:00:00Z", "2024-01-31T12:00:00.5+02:00", "2024-01-31T12:00:00", "2024-01-31 12:00:00Z", "2024-01-31T25:00:00Z"],
    "time": ["12:00:00Z", "12:00:00", "24:00:00Z", "23:59:59.999-05:30", "1:00:00Z"],
    "email": ["a@example.com", "a.b+c@example.com", "a", "example.com", ""],
    "uuid": ["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2EB8AA08-AA98-11EA-B4AA-73B441D16380", "2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638"],
    "uri": ["https://example.com/a?b=c#d", "urn:a:b", "example.com", "//example.com/a", "http:// example.com", "a b"],
    "hostname": ["example.com", "a-b.example", "-a.example", "a..b", "a_b.example"],
    "ipv4": ["127.0.0.1", "256.0.0.1", "1.2.3", "01.2.3.4", "0.0.0.0"],
    "ipv6": ["::1", "2001:db8::1", ":::1", "1:2:3:4:5:6:7", "::ffff:1.2.3.4", "12345::"],
}  # fmt: skip
# Without \d, \w, \s and $, which Python reads in another way than ECMA-262.
PATTERNS = [
    "^a",
    "[0-9]{2,}",
    "a|b",
    "^[^<]*[a-z]",
    "^(ab)?c",
    "é",
    "\\.",
    "^.{0,3}x",
    "[\\u0000-\\u001f]",
    "^[A-Z][a-z]+ ",
]


class Instances:
    """Values for a schema's properties, and keywords that allow the first of them."""

    def __init__(self, chance, text):
        self.chance, self.text = chance, text

    def scalar(self):
        chance = self.chance
        number = chance.choice([0, 1, -1, 1.0, 2.5, -3.75, 10, 100, 12345.5, 1e3, 9007199254740993])
        return chance.choice([None, True, False, number, number, self.string(), self.string()])

    def string(self):
        return (
            self.text.any(controls=True)
            if self.chance.randrange(2)
            else self.chance.choice(["a", "abc", "é", "A b", "a.x", "12"])
        )

    def value(self, depth=0):
        match self.chance.randrange(6 if depth < 2 else 4):
            case 4:
                return [self.value(depth + 1) for _ in range(self.chance.randint(0, 4))]
            case 5:
                return {name: self.value(depth + 1) for name in self.chance.sample("abcd", self.chance.randint(0, 4))}
            case _:
                return self.scalar()

    def changed(self, value, depth=0):
        """Somewhere, or not at all."""
        chance = self.chance
        if chance.randrange(5) == 0:
            return self.value(depth)
        if isinstance(value, list):
            made = [self.changed(item, depth + 1) for item in value]
            return made + [chance.choice([*made, self.scalar()])] * (chance.randrange(4) == 0)
        if isinstance(value, dict):
            made = {name: self.changed(item, depth + 1) for name, item in value.items() if chance.randrange(6)}
            return made | ({chance.choice("abcdé"): self.value(depth + 1)} if chance.randrange(5) == 0 else {})
        if isinstance(value, str) and chance.randrange(3) == 0:
            return value + self.string()
        if isinstance(value, (int, float)) and not isinstance(value, bool) and chance.randrange(2):
            return value + chance.choice([-1, 1, 0.5, 0])
        return value

    def schema(self, value, depth=0):
        """Some of the keywords that `value` satisfies."""
        chance = self.chance
        schema = {}
        kinds = {type(None): ["null"], bool: ["boolean"], str: ["string"], list: ["array"], dict: ["object"]}
        names = kinds.get(type(value)) or (["number", "integer"] if value == math.floor(value) else ["number"])
        if chance.randrange(3):
            schema["type"] = chance.choice([chance.choice(names), [chance.choice(names), "boolean"]])
        if chance.randrange(6) == 0:
            schema["enum"] = chance.sample([value, "a", 1, None, [1], {"a": 1}, True, 1.5], 5) + [value]
        if isinstance(value, str):
            schema |= self.words(
                minLength=len(value) - chance.randint(0, 2), maxLength=len(value) + chance.randint(0, 3)
            )
            fits = [pattern for pattern in PATTERNS if re.search(pattern, value)]
            schema |= self.words(pattern=chance.choice(fits)) if fits else {}
        elif isinstance(value, list):
            schema |= self.words(minItems=len(value) - chance.randint(0, 1), maxItems=len(value) + chance.randint(0, 1))
            if value and chance.randrange(2):
                schema["prefixItems"] = [self.schema(item, depth + 1) for item in value[: chance.randint(1, 3)]]
            if chance.randrange(3) == 0 and len(value) < 2:
                schema["items"] = self.schema(value[0], depth + 1) if value else {"type": "string"}
        elif isinstance(value, dict):
            schema["properties"] = {name: self.schema(item, depth + 1) for name, item in value.items()}
            schema |= self.words(required=[name for name in value if chance.randrange(2)], additionalProperties=False)
            schema |= self.words(minProperties=len(value) - 1, maxProperties=len(value) + 1)
        elif not isinstance(value, bool) and value is not None:
            schema |= self.words(minimum=value - chance.choice([0, 1]), maximum=value + chance.choice([0, 0.5]))
            schema |= self.words(exclusiveMaximum=value + 1, exclusiveMinimum=value - 0.25)
        return schema

    def words(self, **words):
        """Some of them; a count is not below 0."""
        counts = ("minLength", "minItems", "minProperties")
        words = {word: max(value, 0) if word in counts else value for word, value in words.items()}
        return {word: value for word, value in words.items() if self.chance.randrange(2)}


class InstanceTable(Table):
    """Rows of which the first is valid by the schema."""

    def __init__(self, chance, name, rows):
        super().__init__(chance, name, rows, chance.choice(["in-order", "shuffled"]))

    def csv(self):
        return self.ndjson()

    def ndjson(self):
        self.name = self.name.split(".")[0] + ".ndjson"
        chance, make = self.chance, Instances(self.chance, self.text)
        first = make.value()
        values = [first] + [make.changed(first) for _ in range(self.rows - 1)]
        format = chance.choice(list(FORMATS))
        texts = [FORMATS[format][0]] + [chance.choice(FORMATS[format]) for _ in range(self.rows - 1)]
        properties = {"value": make.schema(first), "text": {"format": format}, "seq": {"minimum": 0}}
        while not jsonschema.Draft202012Validator(properties["value"]).is_valid(first):
            # Beyond 2^53 half of one more is less.
            properties["value"] = make.schema(first)
        draft = "https://json-schema.org/draft/2020-12/schema"
        self.schema = {"$schema": draft, "type": "object", "properties": properties}
        whole = [json.dumps(value, ensure_ascii=chance.randrange(2) == 0) for value in values]
        self.columns += [Column(["value"], "cell", whole, whole), Column(["text"], "text", texts)]
        rows = zip(self.ids, whole, texts)
        lines = [f'{{"id": "{id}", "value": {value}, "text": {json.dumps(text)}}}' for id, value, text in rows]
        return self.marked("\n".join(lines))


class JSONSchemaTemplate(Template):
    """A message must be withheld exactly when Python's jsonschema refuses it, formats included."""

    def __init__(self, chance, table):
        super().__init__("json", "en_US", chance, table)
        self.schema = f"{table.name}.schema.json"
        self.add("{{data.text}}", "text", table.columns[2].texts)
        self.value = '{"value": {{data.value}}, "text": "{{n0}}", "seq": {{seq}}}'
        self.validator = jsonschema.Draft202012Validator(
            table.schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )

    def files(self):
        return super().files() | {self.schema: json.dumps(self.table.schema).encode("utf-8")}

    def judge(self, message):
        error = jsonschema.exceptions.best_match(self.validator.iter_errors(json.loads(message.value)))
        hold_to(message, json_refusal(message.value) or (error and f"{error.json_path}: {error.message}"))
