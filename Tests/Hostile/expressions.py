"""Expressions of placeholders: every function of the reference; random texts, methods, slices and formats."""

import pathlib
import re
import sys
from typing import NamedTuple

from snippets import CONTROLS, Text, written

# What has to be written in a call, and what is worth writing there. A function that asks for more and is not here stops this.
CALLS = {
    "random.randint": ["(-5, 5)", "(-9223372036854775808, 9223372036854775807)", "(0, 0)"],
    "random.uniform": ["(-1.5, 1e3)", "(-1e15, 1e15)", "(0, 1e-9)", "(-0.001, 0.001)"],
    "random.gauss": ["()", "(-1e9, 1e9)", "(0, 0)", "(0, 1e-9)"],
    "random.zipf": ["(10)", "(1)", "(1000000000000, s=0)", "(100, s=10)"],
    "random.hex": ["(1)", "(33)"],
    "random.string": ["(1)", "(70)"],
    "faker.words": ["()", "(1)", "(40)", "(3, unique=True)"],
    "faker.word": ["()", r"""(ext_word_list=['<&>"', ']]>', 'a\\\\b'])"""],
    "faker.password": ["()", "(40)", "(4, digits=False)"],
    "faker.pystr": ["()", "(0, 3)", """(prefix='<"', suffix='&')"""],
    "faker.pyfloat": ["()", "(3, 2)", "(min_value=-1, max_value=1)", "(0, 15)", "(15, 0)"],
    "faker.pydecimal": ["()", "(3, 2)", "(0, 18)", "(18, 0)", "(min_value=0.5, max_value=0.75, right_digits=1)"],
    "faker.random_number": ["()", "(18)", "(1, True)"],
    "faker.iso8601": ["()", """('+05:30', sep='"', timespec='milliseconds')"""],
    "faker.date_time": ["()", "('-11:00')"],
    "faker.email": ["()", """(domain='"<&>')"""],
    "faker.slug": ["()", "('A < B')"],
    "faker.sentence": ["()", "(1)", "(30, False)"],
    "faker.text": ["()", "(5)", "(400)"],
    "faker.random_int": ["()", "(-9, 9, 3)"],
    "faker.boolean": ["()", "(0)", "(100)"],
    "faker.date_between": ["()", "('-1y', '-1d')", "('1900-01-01', '2400-12-31')"],
}
METHODS = ["upper()", "lower()", "title()", "capitalize()", "strip()", "zfill(30)", "zfill(3)"]
SLICES = [":1", ":3", "1:", "-1:", "-3:", "2:5", ":-1", "5:2", "1:2"]


def functions():
    """The functions on the generated page: name, whether a call needs arguments, and the kind of its value."""
    page = (pathlib.Path(__file__).parents[2] / "Scenarios/functions.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `((?:faker|random)\.\w+)\((.*)\)` \| (.+?) \|", page, re.MULTILINE)
    # Functions that some locales lack: every template is tried in every locale.
    partial = set(re.findall(r"^\| `(faker\.\w+)` \|", page, re.MULTILINE))
    found = []
    for name, parameters, kind in rows:
        asks = bool(parameters) and "=" not in parameters.split(",")[0]
        if kind == "bytes" or kind == "its elements' kind" or name in partial:
            continue
        if asks and name not in CALLS:
            sys.exit(f"hostile: {name}({parameters}) has to be called with something: write it into CALLS")
        found.append((name, kind))
    if len(found) < 50:
        sys.exit("hostile: Scenarios/functions.md has no functions that can be read")
    return found


class Expression(NamedTuple):
    """An expression, its kind, and its texts where they are known: one, or one for each row of data. A cell of data can be a
    whole value of JSON, which is written otherwise than the cell's text."""

    source: str
    kind: str
    known: list | None = None
    whole: list | None = None


class Expressions:
    """A random expression; with a table, mostly one of its cells."""

    def __init__(self, chance, variables, controls, table=None):
        self.chance, self.variables, self.controls, self.table = chance, variables, controls, table
        self.text = Text(chance)
        self.functions = functions()

    def quoted(self, text):
        return written(text, self.chance.choice("'\""))

    def source(self):
        chance = self.chance
        if self.table and chance.randrange(4):
            column = chance.choice(self.table.columns)
            return Expression(column.written(chance), column.kind, column.texts, column.whole)
        match chance.randrange(12):
            case 0 | 1 | 2:
                names = [n for n, v in self.variables.items() if self.controls or not any(c in v for c in CONTROLS)]
                name = chance.choice(names)
                return Expression(f"vars.{name}", "text", [self.variables[name]])
            case 3 | 4:
                text = self.text.any(self.controls)
                return Expression(self.quoted(text), "text", [text])
            case 5:
                items = [self.quoted(self.text.any(self.controls)) for _ in range(chance.randint(1, 4))]
                name = chance.choice(["random.choice", "faker.random_element"])
                return Expression(f"{name}([{', '.join(items)}])", "text")
            case 6:
                items = chance.choice(["1, None, True", "False, None", "-1, 2.5, 1e300", "0, 1e-7, None"])
                return Expression(f"random.choices([{items}])", "scalar")
            case 7:
                name, call = chance.choice([("numerify", ""), ("bothify", ""), ("lexify", ", letters={}")])
                letters = self.quoted(self.text.any(self.controls) or "a")
                text = self.quoted(self.text.any(self.controls) + "#?!@%")
                return Expression(f"faker.{name}({text}{call.format(letters)})", "text")
            case 8:
                text = self.quoted(self.text.literal(self.controls).replace("%", "") + "%Y")
                return Expression(f"faker.date(pattern={text})", "text")
            case 9:
                source, kind = chance.choice([("seq", "a whole number"), ("stage.name", "text"), ("run.id", "text")])
                return Expression(source, kind, ["all"] if source == "stage.name" else None)
            case _:
                name, kind = chance.choice(self.functions)
                return Expression(name + chance.choice(CALLS.get(name, ["()"])), kind)

    def expression(self):
        chance = self.chance
        made = self.source()
        if made.kind in ("text", "cell"):
            for _ in range(chance.choice([0, 0, 0, 1, 1, 2])):
                made = self.step(made)
            if chance.randrange(8) == 0:
                form = chance.choice(["<", ">", "^"]) + str(chance.randint(1, 60))
                made = changed(made, f":{form}", lambda text: format(text, form), kind=made.kind, whole=made.whole)
        elif made.kind in ("a whole number", "a number") and chance.randrange(4) == 0:
            form = chance.choice(["8.2f", ".1f", ">30", "<5", "^9"])
            return Expression(f"{made.source}:{form}", made.kind)
        elif made.kind.startswith("a date") and chance.randrange(2) == 0:
            form = chance.choice(["%d.%m.%Y", "<%A>&'%B", '"%j\\%p', "%Y-%m-%dT%H:%M:%S.%fZ"])
            return Expression(f"{made.source}:{form}", made.kind)
        return made

    def step(self, made):
        chance = self.chance
        # A template that could make more than 16 MiB of a text is an error.
        is_short = ".replace(" not in made.source and all(len(text) < 500 for text in made.known or [])
        match chance.randrange(4):
            case 0:
                method = chance.choice(METHODS)
                return changed(made, f".{method}", lambda text: method_of(text, method))
            case 1 if is_short:
                old = chance.choice(['"', "e", "a", "<", "]", "\\", " ", "\n", "&", "\u0301"])
                new = self.text.any(self.controls, 2)
                return changed(
                    made, f".replace({self.quoted(old)}, {self.quoted(new)})", lambda text: text.replace(old, new)
                )
            case 2:
                characters = self.text.any(self.controls, 4) or "x"
                return changed(made, f".strip({self.quoted(characters)})", lambda text: text.strip(characters))
            case _:
                part = chance.choice(SLICES)
                bounds = slice(*(int(b) if b else None for b in part.split(":")))
                return changed(made, f"[{part}]", lambda text: text[bounds])


def changed(made, written, change, kind="text", whole=None):
    """The expression with a method, slice or format behind it, which changes its texts."""
    return Expression(made.source + written, kind, made.known and [change(text) for text in made.known], whole)


def method_of(text, method):
    """The result of Python's own method."""
    return eval("text." + method, {"text": text})
