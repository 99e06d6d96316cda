"""Hostile data files, and the text of each of their cells."""

import csv
import io
import json
import re

from json_text import JSONText
from snippets import SNIPPETS, Text, written

NAMES = [
    "name", "e-mail", "a b", "größe", "seq", "data", "raw", "upper", "x.y", "a", "1", "]", '"', "'", "\\", "{{", "}}", "${X}",
    "<a>", "&", "\U0001f600", "b\nc", "\u2028", " ", ",", "\ufeff", "null", "__proto__",
]  # fmt: skip
SCALARS = [
    '"a"',
    '"\\"\\\\,"',
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1.5",
    "-1E+7",
    "1e-7",
    "9" * 30,
    '"\\ud83d\\ude00"',
    '"]]>"',
]


class Column:
    """The path to a column, the kind of expressions over it, and its cells: as text, and as whole JSON values where they can
    be used so."""

    def __init__(self, path, kind, texts, whole=None):
        self.path, self.kind, self.texts, self.whole = path, kind, texts, whole

    def written(self, chance):
        """The column's name in a placeholder."""
        text = "data"
        for name in self.path:
            is_plain = re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", name) and chance.randrange(3)
            text += f".{name}" if is_plain else f"[{written(name, chance.choice(chr(34) + chr(39)))}]"
        return text


class Table:
    """A file's name and bytes, its columns, and the order in which a template takes its rows. The first column
    identifies the row."""

    def __init__(self, chance, name, rows, order):
        self.chance, self.rows, self.order = chance, rows, order
        self.text = Text(
            chance, extra=["{{", "}}", "${X}", ",", ",,", '""', "\r\n", "x" * 3000 + '"\u2028', "e\u0301" * 200]
        )
        self.ids = [f"r{row}" for row in range(rows)]
        self.columns = [Column(["id"], "text", self.ids)]
        self.is_csv = chance.randrange(2) == 0
        self.name = name + (".csv" if self.is_csv else chance.choice([".ndjson", ".jsonl", ".json"]))
        self.content = self.csv() if self.is_csv else self.ndjson()

    def names(self):
        return self.chance.sample(NAMES, self.chance.randint(1, 6))

    def cells(self):
        """A random text; characters that XML does not allow are rare."""
        chance = self.chance
        return [self.text.any(controls=chance.randrange(12) == 0) for _ in range(self.rows)]

    def csv(self):
        chance = self.chance
        quoting = chance.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC])
        end = chance.choice(["\n", "\r\n"])
        for name in self.names():
            if chance.randrange(4) == 0:
                cells = [chance.choice(SCALARS) for _ in range(self.rows)]
                self.columns.append(Column([name], "cell", cells, cells))
            else:
                cells = self.cells()
                if quoting == csv.QUOTE_MINIMAL and end == "\n":
                    # Before 3.13, Python writes a carriage return without quotes there.
                    cells = [cell.replace("\r", "\n") for cell in cells]
                self.columns.append(Column([name], "text", cells))
        chance.shuffle(self.columns)
        if self.columns[0].path[0].startswith("\ufeff"):
            # A mark in front of the file would be one.
            self.columns.reverse()
        output = io.StringIO(newline="")
        writer = csv.writer(output, quoting=quoting, lineterminator=end)
        writer.writerow([column.path[0] for column in self.columns])
        writer.writerows(zip(*(column.texts for column in self.columns)))
        text = output.getvalue()
        if chance.randrange(3) == 0:
            text = text.removesuffix(end)
        return self.marked(text)

    def ndjson(self):
        """A line is an object of values whose texts are known, some of them nested."""
        chance = self.chance
        names = self.names()
        members = {name: self.values(JSONText(chance, self.text), [name], 0) for name in names}
        lines = []
        for row in range(self.rows):
            parts = [f"{json.dumps(name)}{chance.choice(['', ' '])}:{cells[row]}" for name, cells in members.items()]
            parts.append(f'"id":"r{row}"')
            chance.shuffle(parts)
            # Of two with one name, the last one counts.
            parts = [f'{json.dumps(names[0])}: {{"id": [1]}}'] * (chance.randrange(5) == 0) + parts
            lines.append("{" + chance.choice([",", ", ", " ,\t"]).join(parts) + "}")
            if chance.randrange(8) == 0:
                lines.append(chance.choice(["", "  ", "\t"]))
        return self.marked(chance.choice(["\n", "\r\n"]).join(lines) + chance.choice(["", "\n"]))

    def values(self, make, path, depth):
        """Adds a column and its nested columns. Returns its values as JSON text."""
        chance = self.chance
        match chance.randrange(6 if depth < 2 else 5):
            case 0 | 1:
                texts = self.cells()
                whole = [make.string(text) for text in texts]
                self.columns.append(Column(path, "cell", texts, whole))
            case 2:
                whole = [make.integer() for _ in range(self.rows)]
                self.columns.append(Column(path, "a whole number", whole, whole))
            case 3:
                whole = [chance.choice(["null", "true", "false", "7"]) for _ in range(self.rows - 1)] + ["null"]
                self.columns.append(Column(path, "scalar", [text_of_json(text) for text in whole], whole))
            case 4:
                # One string at least, so that all of them can be text.
                whole = [make.value() for _ in range(self.rows - 1)] + ['"a"']
                self.columns.append(Column(path, "cell", [text_of_json(text) for text in whole], whole))
            case _:
                inner = {name: self.values(make, [*path, name], depth + 1) for name in self.names()[:3]}
                whole = [
                    "{ " + ", ".join(f"{json.dumps(name)}: {cells[row]}" for name, cells in inner.items()) + " }"
                    for row in range(self.rows)
                ]
                self.columns.append(Column(path, "cell", whole, whole))
        return whole

    def marked(self, text):
        return (b"\xef\xbb\xbf" if self.chance.randrange(3) == 0 else b"") + text.encode("utf-8")


def text_of_json(text):
    """The text that a JSON value becomes in a placeholder."""
    return json.loads(text) if text.startswith('"') else "" if text == "null" else text


assert not any(name in SNIPPETS for name in ["{{", "}}", "${X}"]), "these would be placeholders in templates"
