"""Random templates of XML, and the trees that they must decode to."""

import itertools
import re

from snippets import Text
from templates import Template


class XMLTemplate(Template):
    def __init__(self, make, locale, chance, every=None, table=None):
        super().__init__("xml", locale, chance, table)
        self.text = Text(chance)
        if every:
            names = [self.name(expression) for expression in every]
            self.value, self.meant = self.every(names)
        else:
            self.make = make
            self.value, self.meant = self.element(0)
        if chance.randrange(3) == 0:
            self.value = (
                '<?xml version="1.0" encoding="UTF-8"?>' + chance.choice(["", "\n", "<!-- ]]> & -->"]) + self.value
            )

    def every(self, names):
        """The names in text, in attributes with either quote, and in a CDATA section."""
        body, children = "", []
        for name in names:
            place = self.place(name)
            body += f"<f a=\"{place}\" b='- {place}'>{place}<![CDATA[{place}]]></f>"
            children.append(("f", {"a": [(name,)], "b": ["- ", (name,)]}, [[(name,), (name,)]]))
        return f"<r>{body}</r>", ("r", {}, [[]] + list(itertools.chain(*([child, []] for child in children))))

    def part(self, literal):
        """Literal text and at most one placeholder."""
        if self.chance.randrange(4) == 0:
            return literal, [literal], None
        name = self.name(self.make(), derives=True)
        return literal, [literal, (name,)], self.place(name)

    def element(self, depth):
        chance = self.chance
        text, attributes = "<e", {}
        for letter in "ab"[: chance.randrange(3)]:
            quote = chance.choice("'\"")
            text += f" {letter}={quote}"
            meant = []
            for _ in range(chance.randint(0, 2)):
                literal, parts, place = self.part(re.sub(r"[\r\n\t]", "", self.text.literal()))
                text += re.sub("[&<'\">]", lambda m: f"&#{ord(m[0])};", literal) + (place or "")
                meant += parts
            text += quote
            attributes[letter] = meant
        text += ">"
        content = [[]]
        for _ in range(chance.randint(0, 3)):
            match chance.randrange(4 if depth < 3 else 3):
                case 0 | 1:
                    literal, parts, place = self.part(self.text.literal().replace("\r", ""))
                    text += re.sub("[&<>]", lambda m: f"&#{ord(m[0])};", literal) + (place or "")
                    content[-1] += parts
                case 2:
                    literal = re.sub(r"[\r>]", "", self.text.literal()).replace("]]", "]")
                    literal, parts, place = self.part(literal.rstrip("]") + "]" * chance.randrange(2))
                    text += "<![CDATA[" + literal + (place or "") + "]]>"
                    content[-1] += parts
                case _ if not self.in_list and chance.randrange(3) == 0:
                    name, meant = self.list(lambda: self.element(depth + 1))
                    text += "{{%s}}" % name
                    content += [("list", (name, meant)), []]
                case _:
                    inner, meant = self.element(depth + 1)
                    text += inner
                    content += [meant, []]
        return text + "</e>", ("e", attributes, content)
