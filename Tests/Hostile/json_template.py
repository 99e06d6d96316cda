"""Random templates of JSON, and the values that they must decode to."""

import itertools
import json

from snippets import Text
from templates import Template


class JSONTemplate(Template):
    def __init__(self, make, locale, chance, every=None, table=None):
        super().__init__("json", locale, chance, table)
        self.text = Text(chance)
        if every:
            pairs = [self.pair(name) for name in map(self.name, every)]
            self.value, self.meant = self.object(list(itertools.chain(*pairs)))
        else:
            self.make = make
            self.value, self.meant = self.node(0)

    def pair(self, name):
        """The name in a key, in a string, and outside of quotes where that is allowed."""
        text = (f'"{self.place(name)}"', ("text", [(name,)]))
        pairs = [(text, (f'"- {self.place(name)} -"', ("text", ["- ", (name,), " -"])))]
        if self.is_scalar(name):
            pairs.append((('"v"', ("text", ["v"])), (self.place(name), ("scalar", name))))
        return pairs

    def object(self, pairs):
        body = ", ".join(f"{key} : {value}" for (key, _), (value, _) in pairs)
        # Two braces together would begin a placeholder.
        return "{ " + body + " }", ("object", [(key, value) for (_, key), (_, value) in pairs])

    def node(self, depth):
        if depth < 3 and not self.in_list and self.chance.randrange(6) == 0:
            name, meant = self.list(lambda: self.element(depth))
            return "{{%s}}" % name, ("list", (name, meant))
        match self.chance.randrange(3 if depth == 0 else 0, 8 if depth < 3 else 5):
            case 0:
                literal = self.chance.choice(["null", "true", "-0", "1.5E+7", "0"])
                return literal, ("literal", literal)
            case 1:
                name = self.name(self.make(), derives=True)
                if self.is_scalar(name):
                    return self.place(name), ("scalar", name)
                return f'"{self.place(name)}"', ("text", [(name,)])
            case 2 | 3 | 4:
                return self.string()
            case 5 | 6:
                pairs = [(self.string(), self.node(depth + 1)) for _ in range(self.chance.randint(0, 4))]
                return self.object(pairs)
            case _:
                nodes = [self.node(depth + 1) for _ in range(self.chance.randint(0, 4))]
                return "[" + ",".join(text for text, _ in nodes) + "]", ("array", [meant for _, meant in nodes])

    def element(self, depth):
        """An element of a list, with its number."""
        text, meant = self.node(depth + 1)
        return '{"i": {{index}}, "e": %s }' % text, ("object", [(("text", ["i"]), ("index", None)), (("text", ["e"]), meant)])

    def string(self):
        text, meant = '"', []
        for _ in range(self.chance.randint(0, 3)):
            literal = self.text.literal(controls=True)
            text += json.dumps(literal, ensure_ascii=self.chance.random() < 0.5)[1:-1]
            name = self.name(self.make(), derives=True)
            text += self.place(name)
            meant += [literal, (name,)]
        return text + '"', ("text", meant)
