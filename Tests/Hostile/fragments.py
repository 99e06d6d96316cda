"""Pieces of JSON and XML for raw placeholders: valid ones and broken ones."""

import re

from json_text import JSONText

# Besides those that are broken at random. Texts that parsers disagree about are in differences.py.
JSON = [
    "", " ", "01", "1.", ".5", "+1", "-", "1e", "1e+", "0x10", "1_0", "NaN", "-Infinity", "tru", "nul", "True", "'a'", '"', '"\\"',
    '"a" "b"', '"\t"', '"\n"', '"\x7f"', '"\\x41"', '"\\u00g0"', '"\\u12"', "[1,]", "[,1]", "[1 2]", "{a:1}", '{"a"}', '{"a":}',
    '{"a":1,}', '{"a":1 "b":2}', "[1]]", "}", "]", "1,2", '1, "b": 2', "// a", "/* a */ 1", "\u00a01", "\u20281", "\x0c1", "1\x00",
    "\\n", "a", "{{", "}}", "1\r\n", "[" * 40 + "]" * 40, '{"a":1,"a":2}', '"\\ud83d\\ude00"', '"\\/"', "\ufffe", '"\ufffe"',
]  # fmt: skip
XML = [
    "<a", "<a>", "</a>", "<a></b>", "<a/ >", "< a/>", "<a b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a b='>'/>", "<a b='\"'/>",
    "<1/>", "<a.b-c_d/>", "<ä/>", "<a:b/>", "<:a/>", "<a:/>", "<a xmlns:b='u'><b:c b:d='1'/></a>", "<a xmlns='u'/>", "&", "&amp", "&amp;",
    "&a;", "&#0;", "&#1;", "&#x9;", "&#xD800;", "&#xFFFE;", "&#x110000;", "&#x10FFFF;", "&#a;", "]]>", "]]", "]]&gt;", "<![CDATA[", "<![CDATA[<&]]>",
    "<!-- a -->", "<!-- -- -->", "<!--->", "<!-- a --->", "<?a b?>", "<?a", "<?xml version='1.0'?>", "<?XML?>", "<!DOCTYPE a>",
    "<!ELEMENT a ANY>", "\x01", "\x1b", "\ufffe", "\uffff", "\x00", "\x85", "\u2028", "\r\n", "'", '"', "{{", "}}", "<\u00d7/>", "<a\u00a0b='1'/>",
]  # fmt: skip


class Fragments:
    def __init__(self, chance, text, form):
        self.chance, self.text, self.form = chance, text, form

    def sound(self):
        if self.form == "json":
            return JSONText(self.chance, self.text).value()
        return self.element(0)

    def any(self):
        chance = self.chance
        match chance.randrange(5):
            case 0 | 1:
                return self.sound()
            case 2:
                return self.broken(self.sound())
            case 3:
                return self.text.any(controls=True)
            case _:
                return chance.choice(JSON if self.form == "json" else XML)

    def broken(self, text):
        """Changes one character, which may leave the text valid."""
        chance = self.chance
        place = chance.randint(0, len(text))
        pieces = '"\\{}[]:,0-.eE \n\x01' if self.form == "json" else "<>/&;'\"=]![-? a\x01"
        match chance.randrange(3):
            case 0:
                return text[:place] + text[place + 1 :]
            case 1:
                return text[:place] + chance.choice(pieces) + text[place:]
            case _:
                return text[:place]

    def element(self, depth):
        chance = self.chance
        match chance.randrange(5 if depth < 3 else 3):
            case 0:
                return re.sub("[<&>]", lambda m: f"&#{ord(m[0])};", self.text.any())
            case 1:
                return "<![CDATA[" + self.text.any().replace("]]", "").replace("]", "") + "]]>"
            case 2:
                return chance.choice(["<!-- a -->", "<?a b?>", "&lt;&#65;", "<a/>"])
            case _:
                inner = "".join(self.element(depth + 1) for _ in range(chance.randint(0, 3)))
                value = re.sub("[<&']", lambda m: f"&#{ord(m[0])};", self.text.any())
                return f"<e a='{value}'>{inner}</e>"
