"""The base of all templates: named expressions, and what is known of their texts."""

from expressions import METHODS, method_of
from judging import judge_value
from snippets import Text

SCALARS = ["a whole number", "a number", "true or false", "scalar"]


class Template:
    """Names with their expressions, the value's text, and the value that it must decode to: a tree whose leaves are texts with
    names in them. With a table, the header `row` has the row of a message."""

    def __init__(self, form, locale, chance, table=None):
        self.form, self.locale, self.chance, self.table = form, locale, chance, table
        # By name: the text in `let`, its kind, its texts and whole values where they are known, and what follows of others.
        self.names, self.kinds, self.known, self.whole, self.derived = {}, {}, {}, {}, {}
        self.fields = {}
        # The elements of lists by name, with the numbers of elements; their placeholders are names, which every element shares.
        self.lists, self.in_list = {}, False
        self.value, self.meant = "", None
        # A file beside the scenario.
        self.schema = None
        self.size = chance.choice([None, None, None, {"min": "1KiB", "max": "2KiB"}])

    def name(self, expression, derives=False):
        name = self.add("{{%s}}" % expression.source, expression.kind, expression.known, expression.whole)
        if not derives or self.in_list:
            return name
        match self.chance.randrange(12):
            case 0 | 1:  # text around it
                before, behind = Text(self.chance).literal(), Text(self.chance).literal()
                other = self.add(before + "{{%s}}" % name + behind, "text")
                self.derived[other] = lambda headers: before + headers[name] + behind
            case 2 if expression.kind in ("text", "cell"):  # changed where it stands
                method = self.chance.choice(METHODS)
                other = self.add("{{%s.%s}}" % (name, method), "text")
                self.derived[other] = lambda headers: method_of(headers[name], method)
            case 3:  # a counter of its own, of which the prefix is hostile
                other = f"f{len(self.fields)}"
                prefix = Text(self.chance).any(controls=False) + "-"
                self.fields[other] = {"sequence": {"start": 7, "prefix": prefix.replace("${", "$${")}}
                self.kinds[other] = "text"
                self.derived[other] = lambda headers: prefix + str(int(headers[other].removeprefix(prefix)))
            case _:
                return name
        return other

    def add(self, text, kind, known=None, whole=None):
        name = f"n{len(self.names)}"
        self.names[name], self.kinds[name], self.known[name], self.whole[name] = text, kind, known, whole
        return name

    def place(self, name):
        """The placeholder for a name in the value: the name, or its expression if that is constant."""
        if name in self.fields:
            return "{%s}" % name
        return self.names[name] if self.known[name] and self.chance.randrange(2) else "{{%s}}" % name

    def list(self, make):
        """A list of what `make` makes: its name, and what each element means."""
        self.in_list = True
        text, meant = make()
        self.in_list = False
        name = f"l{len(self.lists)}"
        self.lists[name] = {"repeat": self.chance.choice(["0", "2", "0..1", "0..4", "1..5"]), "value": text}
        return name, meant

    def is_scalar(self, name):
        """True if the name may be a whole JSON value."""
        return self.whole.get(name) is not None or self.kinds[name] in SCALARS

    def mapping(self):
        mapping = {"format": self.form, "locale": self.locale, "let": self.names | self.lists, "fields": self.fields}
        mapping["headers"] = {name: self.place(name) for name in [*self.names, *self.fields]}
        mapping["headers"] |= {name: "{{%s.count}}" % name for name in self.lists}
        mapping["key"] = "".join("{{%s}}" % n for n in list(self.names)[:3]) or "k"
        mapping["value"] = self.value
        if self.table:
            mapping["data"] = {"file": self.table.name, "order": self.table.order}
            mapping["headers"]["row"] = "{{data.id}}"
        if self.schema:
            mapping["schema"] = self.schema
        if self.size:
            mapping["size"] = self.size
        return {key: value for key, value in mapping.items() if value != {}}

    def files(self):
        """The content of the files beside the scenario, by name."""
        return {self.table.name: self.table.content} if self.table else {}

    def judge(self, message):
        """Raises Refused if the value is wrong."""
        judge_value(message)
