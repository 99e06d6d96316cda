"""Templates with raw placeholders: a message must be withheld exactly when other parsers refuse it."""

from differences import known
from fragments import Fragments
from parsing import Refused, json_refusal, xml_refusal
from tables import Table
from templates import Template

SKELETONS = {
    "json": [["[", "]"], ['{"a": ', "}"], ['"', '"'], ['{"', '": 1}'], ["", ""], ['["a', 'b", ', ", 1]"], ["[1, ", " ]"]],
    "xml": [
        ["<r>", "</r>"], ["<r a='", "'/>"], ['<r a="', '"></r>'], ["<r><![CDATA[", "]]></r>"], ["<r>a", "b<c/>", "</r>"],
        ["<r>&lt;", "</r>"], ["", "<r/>", ""], ["<r ", "/>"], ["<r><!-- ", " --></r>"],
    ],
}  # fmt: skip


class RawTemplate(Template):
    """A template whose value is literals with raw columns of a table of fragments between them."""

    def __init__(self, form, chance, table):
        super().__init__(form, "en_US", chance, table)
        first, *rest = chance.choice(SKELETONS[form])
        self.meant = [first]
        for literal in rest:
            column = chance.choice(table.fragments())
            name = self.add("{{%s}}" % column.written(chance), "text", column.texts)
            self.meant += [(name,), literal]
        self.value = "".join(self.place(part[0]) if isinstance(part, tuple) else part for part in self.meant)

    def place(self, name):
        return super().place(name).replace("{{", "{{raw ", 1)

    def judge(self, message):
        wanted = message.text(self.meant)
        if message.value != wanted and (not self.size or message.value.rstrip(" ") != wanted.rstrip(" ")):
            raise Refused(f"it is {message.value!r}, and what was meant is {wanted!r}")
        hold_to(message, (json_refusal if self.form == "json" else xml_refusal)(message.value))


def hold_to(message, refusal):
    """A message must be withheld exactly when another parser refuses it, except for the known differences."""
    if message.withheld and refusal is None and not known(message.template.form, message.value):
        raise Refused(f"it is withheld, and another parser takes it: {message.withheld}")
    if not message.withheld and refusal is not None:
        raise Refused(f"it is not withheld, and another parser refuses it: {refusal}")


class FragmentTable(Table):
    """Fragments whose first row is valid in every place, since it is an error if all messages of a template are withheld."""

    def __init__(self, chance, name, rows, form):
        # Between quotes, outside of them, in a tag, in a comment and around an element alike.
        self.form, self.sound = form, "1" if form == "json" else " "
        super().__init__(chance, name, rows, chance.choice(["in-order", "shuffled"]))
        while not self.fragments():
            super().__init__(chance, name, rows, self.order)

    def cells(self):
        fragments = Fragments(self.chance, self.text, self.form)
        return [self.sound] + [fragments.any() for _ in range(self.rows - 1)]

    def fragments(self):
        """The columns with the fragments."""
        return [column for column in self.columns if column.texts[0] == self.sound]
