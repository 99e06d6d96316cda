"""Random JSON values as text, in every form that JSON allows."""

import json
import re

NUMBERS = [
    "0", "-0", "0.0", "-0.0", "1", "-1", "1E+7", "1e-7", "1.50", "0e0", "-0E-0", "0.1e1", "1e308", "1.7976931348623157e308",
    "4.9e-324", "1e-400", "123456789012345678901234567890", "-9223372036854775809", "18446744073709551616", "0." + "3" * 60,
]  # fmt: skip
INTEGERS = ["0", "-0", "7", "-12", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1" * 40]


def otherwise(part, way):
    """Another way to write a character of a string."""
    match way, part:
        case 0, "/":
            return "\\/"
        case 0, "a":
            return "\\u0061"
        case 1, "\\n" | "\\r" | "\\t" | "\\b" | "\\f" | '\\"' | "\\\\":
            return f"\\u{ord(json.loads(chr(34) + part + chr(34))):04X}"
        case _:
            return part


class JSONText:
    def __init__(self, chance, text):
        self.chance, self.text = chance, text

    def string(self, text):
        """With escapes of every kind."""
        written = json.dumps(text, ensure_ascii=self.chance.randrange(2) == 0)
        way = self.chance.randrange(4)
        if way < 2:
            written = re.sub(r"\\u....|\\.|[/a]", lambda part: otherwise(part[0], way), written)
        return written

    def integer(self):
        return self.chance.choice([*INTEGERS, str(self.chance.randint(-(10**6), 10**6))])

    def value(self, depth=0):
        chance = self.chance
        match chance.randrange(7 if depth < 3 else 5):
            case 0:
                return chance.choice(["null", "true", "false"])
            case 1:
                return chance.choice(NUMBERS)
            case 2:
                return repr(chance.uniform(-1e6, 1e6))
            case 3 | 4:
                return self.string(self.text.any(controls=True))
            case 5:
                members = [
                    f"{self.string(self.text.any())} :{self.value(depth + 1)}" for _ in range(chance.randint(0, 3))
                ]
                return "{" + ", ".join(members) + "}"
            case _:
                return (
                    "["
                    + chance.choice([",", " , "]).join(self.value(depth + 1) for _ in range(chance.randint(0, 3)))
                    + "]"
                )
