"""The self-test: messages that are broken on purpose must be found."""

import json
import pathlib
import random
import tempfile

from expressions import Expression
from json_template import JSONTemplate
from judging import fault
from parsing import XML
from rendering import Scenario
from selftest_kinds import selftest_of_kinds
from xml_template import XMLTemplate


def selftest(program):
    """Valid messages pass; the same messages, broken in many ways, are found."""
    chance = random.Random(7)
    hostile = {"v": 'a"\\\n]]>&<\u2028\ufeff\U0001f600e\u0301\r'}
    source = [
        Expression("vars.v", "text", [hostile["v"]]),
        Expression("random.uniform(0, 1)", "a number"),
        Expression("seq", "a whole number"),
    ]
    templates = [JSONTemplate(None, "en_US", chance, source), XMLTemplate(None, "en_US", chance, source)]
    for template in templates:
        template.size = None
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "selftest"
        sound = Scenario(templates, hostile, 20)
        lines = sound.render(program, path)
        wrong = sound.judge(lines)
        assert not wrong, f"a valid message is refused: {wrong}"

        def of(index):
            return next(line for line in lines if f'"template":"t{index}"' in line)

        def broken(index, old, new):
            message = json.loads(of(index))
            assert old in message["value"], f"{old!r} is not in {message['value']!r}"
            message["value"] = message["value"].replace(old, new, 1)
            return json.dumps(message).replace('"template": ', '"template":')

        number = json.loads(of(0))["headers"]["n1"]
        cases = [
            ("a quote that is not escaped", broken(0, '\\"', '"')),
            ("a backslash that is not escaped", broken(0, "\\\\", "\\")),
            ("a line break within quotes", broken(0, "\\n", "\n")),
            ("NaN", broken(0, f": {number}", ": NaN")),
            ("Infinity", broken(0, f": {number}", ": -Infinity")),
            ("a zero in front", broken(0, f": {number}", ": 00.5")),
            ("a number that is another", broken(0, f": {number}", f": {number}1")),
            ("true for 1", broken(0, f": {number}", ": true")),
            ("a text that has lost a character", broken(0, "\u2028", "")),
            ("an ampersand that is not escaped", broken(1, "&amp;", "&")),
            ("a tag from data", broken(1, "&lt;", "<")),
            ("]]> in text", broken(1, "&#93;&#93;&gt;", "]]>")),
            ("a character that XML has not", broken(1, "&amp;", "\x01")),
            ("a line break in an attribute that is not a reference", broken(1, "&#10;", "\n")),
            ("a carriage return that is not a reference", broken(1, "&#13;", "\r")),
            ("a text of XML that has lost a mark", broken(1, "\u0301", "")),
            ("an element too many", broken(1, "</r>", "<f/></r>")),
            ("another header", of(0).replace('"n0":"a', '"n0":"b')),
            ("half a line", of(0)[:-20]),
        ]
        for name, line in cases:
            assert fault(templates, line), f"was not found: {name}"
        assert not any(fault(templates, line) for line in lines), "a valid message is refused"
        assert sound.judge(lines[1:]), "a message that is missing was not found"
        assert Scenario(templates, {"u": "another"}, 20).check(program, path), (
            "a scenario that is refused was not found"
        )
        # By the program itself: the same text where nothing escapes it.
        for index, form in [(0, "json"), (1, "xml")]:
            template = templates[index]
            template.form = "string"
            lines = sound.render(program, path)
            template.form = form
            assert sound.judge(lines), "a value that was not escaped was not found"
        found = len(cases) + 4 + selftest_of_kinds(program, path)
    print(f"hostile: the self-test found {found} of {found} faults, and none in valid messages ({XML})")
    return 0
