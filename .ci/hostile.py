"""What .ci/hostile runs: makes scenarios of hostile templates by a seed, has them rendered, and holds every message to
parsers that know nothing of ours.

    hostile.py PROGRAM COUNT SEED [KEPT]    COUNT messages; a scenario of which one is refused is kept in the folder KEPT
    hostile.py PROGRAM --selftest           breaks messages on purpose, each of which must be found

Whatever a template yields is a name of `let:`, which stands in a header, where nothing is escaped, and in the value, where
it is. So what a parser decodes of the value must be the header's text, whatever was drawn. Of `vars` and of texts written
in the template it is known besides: those must come back as they were put in, changed as Python's own methods change them.
"""

import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

try:
    from lxml import etree

    XML = f"lxml {etree.__version__}"
    PARSER = etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True)
except ImportError:
    from xml.etree import ElementTree as etree

    XML = "expat of Python's standard library, without lxml"
    PARSER = None

LOCALES = ["en_US", "de_DE", "ja_JP"]
TEMPLATES = 25  # in one scenario, mixed

# ---- What is hostile ------------------------------------------------------------------------------------------------

CONTROLS = ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1c", "\x1f", "\ufffe", "\uffff"]
SNIPPETS = [
    '"', "'", '"""', "\\", "\\\\", "\\n", '\\"', "\\u0041", "\n", "\r", "\r\n", "\t", "\x7f", "\x85", "\x9f", "]]>", "]]",
    "]", ">", "<", "&", "&amp;", "&#0;", "&lt;", "<!--", "-->", "<![CDATA[", "<?xml?>", "</a>", "<b>", "%", "%s", "%n", "{",
    "}", "{}", "{a}", "$", "$$", "#", "//", "/*", "\u2028", "\u2029", "\ufeff", "\u200d", "\u202e", "\u00a0", "\ufffd",
    "e\u0301", "a\u0308\u0323", "\u0301", "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea",
    "\U0010fffd", "\U00020000", "\ud7ff", "\ue000", "ß", "ÄÖÜ", "İi", "ﬁ", "ŉ", "ΐ", "日本", "ｶﾞ", "שלום", " ", "  ", "0", "-1",
    "+7", "1e5", "null", "NaN", "Infinity", "true", "a b", "O'Neil", "x" * 40, "é" * 70, "\u3000",
]  # fmt: skip

# What has to be written in a call, and what is worth writing there. A function that asks for more and is not here stops this.
CALLS = {
    "random.randint": ["(-5, 5)", "(-9223372036854775808, 9223372036854775807)", "(0, 0)"],
    "random.uniform": ["(-1.5, 1e3)", "(-1e15, 1e15)", "(0, 1e-9)", "(-0.001, 0.001)"],
    "random.gauss": ["()", "(-1e9, 1e9)", "(0, 0)", "(0, 1e-9)"],
    "random.zipf": ["(10)", "(1)", "(1000000000000, s=0)", "(100, s=10)"],
    "random.hex": ["(1)", "(33)"],
    "random.string": ["(1)", "(70)"],
    "faker.words": ["()", "(1)", "(40)"],
    "faker.sentence": ["()", "(1)", "(30, False)"],
    "faker.text": ["()", "(5)", "(400)"],
    "faker.random_int": ["()", "(-9, 9, 3)"],
    "faker.boolean": ["()", "(0)", "(100)"],
    "faker.date_between": ["()", "('-1y', '-1d')", "('1900-01-01', '2400-12-31')"],
}
METHODS = ["upper()", "lower()", "title()", "capitalize()", "strip()", "zfill(30)", "zfill(3)"]
SLICES = [":1", ":3", "1:", "-1:", "-3:", "2:5", ":-1", "5:2", "1:2"]


class Text:
    """Hostile texts by chance."""

    def __init__(self, chance):
        self.chance = chance

    def any(self, controls=False, most=6):
        pool = SNIPPETS + CONTROLS * controls
        return "".join(self.chance.choice(pool) for _ in range(self.chance.randint(0, most)))

    def literal(self, controls=False):
        """Such as stands between placeholders, where pairs of braces would begin one, and single ones belong to `fields`."""
        return re.sub(r"[{}]", "", self.any(controls, 3))


def written(text, quote):
    """A text as a literal of the expression language."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ufeff\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", text)
    return quote + text.replace(quote, "\\" + quote) + quote


def yaml(value):
    """JSON, which YAML reads alike once what is no part of YAML's characters is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text)


# ---- Expressions ----------------------------------------------------------------------------------------------------


def functions():
    """Of the page that is generated from the table: name, whether something has to be written in the call, and its kind."""
    page = pathlib.Path(__file__).parent.parent / "Scenarios/templates.md"
    rows = re.findall(r"^\| `((?:faker|random)\.\w+)\((.*)\)` \| (.+?) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    found = []
    for name, parameters, kind in rows:
        asks = bool(parameters) and "=" not in parameters.split(",")[0]
        if kind == "bytes" or kind == "its elements' kind":
            continue
        if asks and name not in CALLS:
            sys.exit(f"hostile: {name}({parameters}) has to be called with something: write it into CALLS")
        found.append((name, kind))
    if len(found) < 50:
        sys.exit("hostile: Scenarios/templates.md has no functions that can be read")
    return found


class Expressions:
    """Each is (what stands between the braces, its kind, its text where that is known)."""

    def __init__(self, chance, variables, controls):
        self.chance, self.variables, self.controls = chance, variables, controls
        self.text = Text(chance)
        self.functions = functions()

    def quoted(self, text):
        return written(text, self.chance.choice("'\""))

    def source(self):
        chance = self.chance
        match chance.randrange(12):
            case 0 | 1 | 2:
                names = [n for n, v in self.variables.items() if self.controls or not any(c in v for c in CONTROLS)]
                name = chance.choice(names)
                return f"vars.{name}", "text", self.variables[name]
            case 3 | 4:
                text = self.text.any(self.controls)
                return self.quoted(text), "text", text
            case 5:
                items = [self.quoted(self.text.any(self.controls)) for _ in range(chance.randint(1, 4))]
                return f"{chance.choice(['random.choice', 'faker.random_element'])}([{', '.join(items)}])", "text", None
            case 6:
                items = chance.choice(["1, None, True", "False, None", "-1, 2.5, 1e300", "0, 1e-7, None"])
                return f"random.choices([{items}])", "scalar", None
            case 7:
                name, call = chance.choice([("numerify", ""), ("bothify", ""), ("lexify", ", letters={}")])
                letters = self.quoted(self.text.any(self.controls) or "a")
                text = self.quoted(self.text.any(self.controls) + "#?!@%")
                return f"faker.{name}({text}{call.format(letters)})", "text", None
            case 8:
                return f"faker.date(pattern={self.quoted(self.text.literal(self.controls).replace('%', '') + '%Y')})", "text", None
            case 9:
                return chance.choice([("seq", "a whole number", None), ("stage.name", "text", "all"), ("run.id", "text", None)])
            case _:
                name, kind = chance.choice(self.functions)
                return name + chance.choice(CALLS.get(name, ["()"])), kind, None

    def expression(self):
        chance = self.chance
        source, kind, known = self.source()
        if kind == "text":
            for _ in range(chance.choice([0, 0, 0, 1, 1, 2])):
                source, known = self.step(source, known)
            if chance.randrange(8) == 0:
                form = chance.choice(["<", ">", "^"]) + str(chance.randint(1, 60))
                source, known = f"{source}:{form}", None if known is None else format(known, form)
        elif kind in ("a whole number", "a number") and chance.randrange(4) == 0:
            source += chance.choice([":8.2f", ":.1f", ":>30", ":<5", ":^9"])
        elif kind.startswith("a date") and chance.randrange(2) == 0:
            source += chance.choice([":%d.%m.%Y", ":<%A>&'%B", ':"%j\\%p', ":%Y-%m-%dT%H:%M:%S.%fZ"])
        return source, kind, known

    def step(self, source, known):
        chance = self.chance
        match chance.randrange(4):
            case 0:
                method = chance.choice(METHODS)
                return f"{source}.{method}", None if known is None else method_of(known, method)
            case 1:
                old = chance.choice(['"', "e", "a", "<", "]", "\\", " ", "\n", "&", "\u0301"])
                new = self.text.any(self.controls, 2)
                step = f".replace({self.quoted(old)}, {self.quoted(new)})"
                return source + step, None if known is None else known.replace(old, new)
            case 2:
                characters = self.text.any(self.controls, 4) or "x"
                return f"{source}.strip({self.quoted(characters)})", None if known is None else known.strip(characters)
            case _:
                part = chance.choice(SLICES)
                bounds = slice(*(int(b) if b else None for b in part.split(":")))
                return f"{source}[{part}]", None if known is None else known[bounds]


def method_of(text, method):
    """As Python does it. No snippet has a capital sigma, of which ours does not know that it ends a word."""
    return eval("text." + method, {"text": text})


# ---- Templates ------------------------------------------------------------------------------------------------------


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


class JSONTemplate(Template):
    def __init__(self, make, locale, chance, every=None):
        super().__init__("json", locale, chance)
        self.text = Text(chance)
        if every:
            pairs = [self.pair(name) for name in map(self.name, every)]
            self.value, self.meant = self.object(list(itertools.chain(*pairs)))
        else:
            self.make = make
            self.value, self.meant = self.node(0)

    def pair(self, name):
        """In a key, in a text, and outside of quotes where it may stand there."""
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

    def is_scalar(self, name):
        return self.kinds[name] in ("a whole number", "a number", "true or false", "scalar")

    def string(self):
        text, meant = '"', []
        for _ in range(self.chance.randint(0, 3)):
            literal = self.text.literal(controls=True)
            text += json.dumps(literal, ensure_ascii=self.chance.random() < 0.5)[1:-1]
            name = self.name(self.make(), derives=True)
            text += self.place(name)
            meant += [literal, (name,)]
        return text + '"', ("text", meant)


class XMLTemplate(Template):
    def __init__(self, make, locale, chance, every=None):
        super().__init__("xml", locale, chance)
        self.text = Text(chance)
        if every:
            names = [self.name(expression) for expression in every]
            self.value, self.meant = self.every(names)
        else:
            self.make = make
            self.value, self.meant = self.element(0)
        if chance.randrange(3) == 0:
            self.value = '<?xml version="1.0" encoding="UTF-8"?>' + chance.choice(["", "\n", "<!-- ]]> & -->"]) + self.value

    def every(self, names):
        """In text, in attributes of both kinds and in a section."""
        body, children = "", []
        for name in names:
            place = self.place(name)
            body += f"<f a=\"{place}\" b='- {place}'>{place}<![CDATA[{place}]]></f>"
            children.append(("f", {"a": [(name,)], "b": ["- ", (name,)]}, [[(name,), (name,)]]))
        return f"<r>{body}</r>", ("r", {}, [[]] + list(itertools.chain(*([child, []] for child in children))))

    def part(self, literal):
        """A literal and a placeholder, at most one."""
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
                case _:
                    inner, meant = self.element(depth + 1)
                    text += inner
                    content += [meant, []]
        return text + "</e>", ("e", attributes, content)


# ---- Judging --------------------------------------------------------------------------------------------------------


class Refused(Exception):
    pass


def refuse(word):
    raise Refused(f"{word} is no JSON")


class Number(str):
    """A number as it is written."""


def strict(text):
    return json.loads(
        text, parse_constant=refuse, parse_int=Number, parse_float=Number, object_pairs_hook=lambda pairs: ("object", pairs)
    )


def text_of(parts, headers):
    return "".join(headers[part[0]] if isinstance(part, tuple) else part for part in parts)


def json_of(meant, headers):
    kind, content = meant
    match kind:
        case "text":
            return text_of(content, headers)
        case "literal":
            return strict(content)
        case "scalar":
            text = headers[content].strip()
            return {"": None, "true": True, "false": False}.get(text, Number(text))
        case "array":
            return [json_of(node, headers) for node in content]
        case _:
            return ("object", [(json_of(key, headers), json_of(value, headers)) for key, value in content])


def same(found, wanted):
    """Numbers are compared as they are written, and true is not 1."""
    if type(found) is not type(wanted):
        return False
    if isinstance(found, (list, tuple)):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    return found == wanted


def xml_of(meant, headers):
    tag, attributes, content = meant
    nodes = [text_of(node, headers) if isinstance(node, list) else xml_of(node, headers) for node in content]
    return tag, {name: text_of(parts, headers) for name, parts in attributes.items()}, nodes


def xml_tree(element):
    content = [element.text or ""]
    for child in element:
        content += [xml_tree(child), child.tail or ""]
    return element.tag, dict(element.attrib), content


def judge(template, line):
    """Raises what is wrong with one message."""
    message = json.loads(line, parse_constant=refuse)
    headers = message["headers"]
    for name, known in template.known.items():
        if known is not None and headers[name] != known:
            raise Refused(f"{template.names[name]} is {headers[name]!r} and not {known!r}")
        if template.names[name] == "{{seq}}" and headers[name] != str(message["seq"]):
            raise Refused("seq is not the message's number")
    for name, derive in template.derived.items():
        if headers[name] != derive(headers):
            raise Refused(f"{template.names.get(name, name)} is {headers[name]!r} and not {derive(headers)!r}")
    if template.names and message["key"] != "".join(headers[n] for n in list(template.names)[:3]):
        raise Refused(f"the key is {message['key']!r}")
    value = message["value"]
    if template.form == "json":
        found, wanted = strict(value), json_of(template.meant, headers)
    else:
        found = xml_tree(etree.fromstring(value.encode("utf-8"), parser=PARSER) if PARSER else etree.fromstring(value.encode("utf-8")))
        wanted = xml_of(template.meant, headers)
    if not same(found, wanted):
        raise Refused(f"it decodes to {found!r}, and what was meant is {wanted!r}")


# ---- Scenarios ------------------------------------------------------------------------------------------------------


def scenario(templates, variables, count):
    return {
        "version": 1,
        "name": "hostile",
        "seed": 1,
        "vars": {name: value.replace("${", "$${") for name, value in variables.items()},
        "cluster": {"brokers": "embedded"},
        "topics": {"t": {}},
        "templates": {f"t{index}": template.mapping() for index, template in enumerate(templates)},
        "stages": [{"name": "all", "topic": "t", "count": count, "mix": {f"t{i}": 1 for i in range(len(templates))}}],
    }


def render(program, path, count):
    command = [program, "render", "--format", "ndjson", "--keys", "--headers", "-n", str(count), str(path)]
    done = subprocess.run(command, capture_output=True, timeout=300)
    if done.returncode != 0:
        raise Refused(f"rehearse ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[:2000]}")
    return done.stdout.decode("utf-8").split("\n")[:-1]


def check(program, templates, variables, count, path, there=None):
    """Renders and judges; returns what is wrong, each with its line, at most twenty. `there` are the stage's messages."""
    path.write_text(yaml(scenario(templates, variables, there or count)), encoding="utf-8")
    try:
        lines = render(program, path, count)
    except (Refused, UnicodeDecodeError, subprocess.TimeoutExpired) as wrong:
        return [(str(wrong), "")]
    found = [] if len(lines) == count else [(f"{len(lines)} messages of {count}", "")]
    for line in lines:
        wrong = fault(templates, line)
        if wrong:
            found.append((wrong, line))
    return found[:20]


def fault(templates, line):
    try:
        match = re.search(r'"template":"t(\d+)"', line)
        judge(templates[int(match[1])], line)
    except (Refused, ValueError, KeyError, TypeError, etree.ParseError) as wrong:
        return f"{type(wrong).__name__}: {wrong}"
    return None


def made(chance, systematic):
    """The templates of one scenario: of every function in every place, or by chance."""
    text = Text(chance)
    variables = {f"v{index}": text.any(controls=index % 2 == 0) for index in range(8)} | {"plain": "a"}
    if systematic:
        every = [(name + call, kind, None) for name, kind in functions() for call in CALLS.get(name, ["()"])]
        kinds = [JSONTemplate, XMLTemplate]
        return [kind(None, locale, chance, every) for kind in kinds for locale in LOCALES], variables
    templates = []
    for index in range(TEMPLATES):
        kind = JSONTemplate if index % 2 else XMLTemplate
        make = Expressions(chance, variables, controls=kind is JSONTemplate).expression
        templates.append(kind(make, chance.choice(LOCALES), chance))
    return templates, variables


def rounds(chance, count):
    """Templates, variables and how many messages of them, until there are COUNT: first of every function in every place."""
    size = min(600, count)
    yield *made(chance, True), size
    while (count := count - size) > 0:
        size = min(max(250, min(5000, count // 4)), count)
        yield *made(chance, False), size


def run(program, count, seed, kept):
    print(f"hostile: seed={seed} count={count} parsers: Python's json, {XML}", flush=True)
    rounds_of = list(enumerate(rounds(random.Random(seed), count)))
    failed = 0
    # Two at a time: what takes long is the program.
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=2) as threads:

        def one(round):
            index, (templates, variables, size) = round
            path = pathlib.Path(folder) / f"{seed}-{index}.yaml"
            return path, check(program, templates, variables, size, path)

        for path, wrong in threads.map(one, rounds_of):
            if not wrong:
                continue
            failed += 1
            kept.mkdir(parents=True, exist_ok=True)
            (kept / path.name).write_bytes(path.read_bytes())
            print(f"FAILED: {kept / path.name}")
            for sentence, line in wrong[:5]:
                print(f"  {sentence[:1500]}\n    {line[:600]}")
    templates = sum(len(templates) for _, (templates, _, _) in rounds_of)
    print(f"hostile: {count} messages of {templates} templates in {len(rounds_of)} scenarios, {failed} scenarios failed")
    return 1 if failed else 0


# ---- Self-test ------------------------------------------------------------------------------------------------------


def selftest(program):
    """What is sound passes; the same broken in any way is found."""
    chance = random.Random(7)
    hostile = {"v": 'a"\\\n]]>&<\u2028\ufeff\U0001f600e\u0301\r'}
    source = [("vars.v", "text", hostile["v"]), ("random.uniform(0, 1)", "a number", None), ("seq", "a whole number", None)]
    templates = [JSONTemplate(None, "en_US", chance, source), XMLTemplate(None, "en_US", chance, source)]
    for template in templates:
        template.size = None
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "selftest.yaml"
        wrong = check(program, templates, hostile, 20, path)
        assert not wrong, f"what is sound is refused: {wrong}"
        lines = render(program, path, 20)
        of = lambda index: next(line for line in lines if f'"template":"t{index}"' in line)  # noqa: E731

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
            ("a line break in an attribute that is no reference", broken(1, "&#10;", "\n")),
            ("a carriage return that is no reference", broken(1, "&#13;", "\r")),
            ("a text of XML that has lost a mark", broken(1, "\u0301", "")),
            ("an element too many", broken(1, "</r>", "<f/></r>")),
            ("another header", of(0).replace('"n0":"a', '"n0":"b')),
            ("half a line", of(0)[:-20]),
        ]
        for name, line in cases:
            assert fault(templates, line), f"was not found: {name}"
        assert not any(fault(templates, line) for line in lines), "what is sound is refused"
        assert check(program, templates, hostile, 20, path, there=19), "a message that is missing was not found"
        assert check(program, templates, {"u": "another"}, 20, path), "a scenario that is refused was not found"
        # By the program itself: the same text where nothing escapes it.
        for index, form in [(0, "json"), (1, "xml")]:
            template = templates[index]
            template.form = "string"
            path.write_text(yaml(scenario(templates, hostile, 20)), encoding="utf-8")
            template.form = form
            assert any(fault(templates, line) for line in render(program, path, 20)), "what nobody escaped was not found"
    print(f"hostile: the self-test found {len(cases) + 4} of {len(cases) + 4} faults, and none in what is sound ({XML})")
    return 0


if __name__ == "__main__":
    if sys.argv[2] == "--selftest":
        sys.exit(selftest(sys.argv[1]))
    sys.exit(run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4])))
