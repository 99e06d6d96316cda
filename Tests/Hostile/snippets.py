"""Hostile texts, and how they are written in a template and in YAML."""

import json
import re

CONTROLS = ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1c", "\x1f", "\ufffe", "\uffff"]
SNIPPETS = [
    '"', "'", '"""', "\\", "\\\\", "\\n", '\\"', "\\u0041", "\n", "\r", "\r\n", "\t", "\x7f", "\x85", "\x9f", "]]>", "]]",
    "]", ">", "<", "&", "&amp;", "&#0;", "&lt;", "<!--", "-->", "<![CDATA[", "<?xml?>", "</a>", "<b>", "%", "%s", "%n", "{",
    "}", "{}", "{a}", "$", "$$", "#", "//", "/*", "\u2028", "\u2029", "\ufeff", "\u200d", "\u202e", "\u00a0", "\ufffd",
    "e\u0301", "a\u0308\u0323", "\u0301", "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea",
    "\U0010fffd", "\U00020000", "\ud7ff", "\ue000", "ß", "ÄÖÜ", "İi", "ﬁ", "ŉ", "ΐ", "日本", "ｶﾞ", "שלום", " ", "  ", "0", "-1",
    "+7", "1e5", "null", "NaN", "Infinity", "true", "a b", "O'Neil", "x" * 40, "é" * 70, "\u3000",
]  # fmt: skip


class Text:
    """Random hostile texts."""

    def __init__(self, chance, extra=()):
        self.chance, self.snippets = chance, [*SNIPPETS, *extra]

    def any(self, controls=False, most=6):
        pool = self.snippets + CONTROLS * controls
        return "".join(self.chance.choice(pool) for _ in range(self.chance.randint(0, most)))

    def literal(self, controls=False):
        """Text for between placeholders: without braces, which would begin a placeholder or a field."""
        return re.sub(r"[{}]", "", self.any(controls, 3))


def written(text, quote):
    """A text as a literal of the expression language."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ufeff\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", text)
    return quote + text.replace(quote, "\\" + quote) + quote


def yaml(value):
    """The value as JSON, which is YAML too once the characters that YAML does not allow are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text)
