"""What any template has: names for what it yields, and what is known of them."""

from expressions import METHODS, method_of
from snippets import Text


class Template:
    """Names with their expressions, the value's text, and what it must decode to: a tree of which the leaves are texts with
    names in them."""

    def __init__(self, form, locale, chance):
        self.form, self.locale, self.chance = form, locale, chance
        self.names, self.kinds, self.known, self.derived = {}, {}, {}, {}
        self.fields = {}
        self.value, self.meant = "", None
        self.size = chance.choice([None, None, None, {"min": "1KiB", "max": "2KiB"}])

    def name(self, expression, derives=False):
        source, kind, known = expression
        name = self.add("{{%s}}" % source, kind, known)
        if not derives:
            return name
        match self.chance.randrange(12):
            case 0 | 1:  # text around it
                before, behind = Text(self.chance).literal(), Text(self.chance).literal()
                other = self.add(before + "{{%s}}" % name + behind, "text", None)
                self.derived[other] = lambda headers: before + headers[name] + behind
            case 2 if kind == "text":  # changed where it stands
                method = self.chance.choice(METHODS)
                other = self.add("{{%s.%s}}" % (name, method), "text", None)
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

    def add(self, text, kind, known):
        name = f"n{len(self.names)}"
        self.names[name], self.kinds[name], self.known[name] = text, kind, known
        return name

    def place(self, name):
        """As it is written in the value."""
        return "{%s}" % name if name in self.fields else "{{%s}}" % name

    def mapping(self):
        mapping = {"format": self.form, "locale": self.locale, "let": self.names, "fields": self.fields}
        mapping["headers"] = {name: self.place(name) for name in [*self.names, *self.fields]}
        mapping["key"] = "".join("{{%s}}" % n for n in list(self.names)[:3]) or "k"
        mapping["value"] = self.value
        if self.size:
            mapping["size"] = self.size
        return {key: value for key, value in mapping.items() if value != {}}
