"""Random XSDs, and messages of which some are valid."""

import json

from fragments import Fragments
from parsing import etree, xml_refusal
from raw_template import hold_to
from tables import Column, Table
from templates import Template

# A type, the words that restrict it, and texts of which the first is allowed. libxml2 2.9 takes no whole number of more than
# 24 digits, and lxml's own does.
TYPES = [
    ("xs:int", "", ["7", "-1", "+7", "007", "7.0", "2147483648", "", "x"]),
    ("xs:int", '<xs:minInclusive value="1"/><xs:maxExclusive value="10"/>', ["1", "9", "10", "0", "x"]),
    ("xs:decimal", '<xs:fractionDigits value="2"/><xs:totalDigits value="5"/>', ["1.25", "1.255", "123456", "1e2", "-0.10", ".5"]),
    ("xs:double", "", ["1e400", "NaN", "INF", "-0", "1.5E-7", "1,5", "+INF", "x"]),
    ("xs:boolean", "", ["true", "1", "0", "True", "yes", ""]),
    ("xs:date", "", ["2024-02-29", "2023-02-29", "2024-01-31Z", "2024-1-1", "x"]),
    ("xs:dateTime", "", ["2024-01-31T12:00:00Z", "2024-01-31T12:00:00.5+02:00", "2024-01-31", "2024-01-31T25:00:00", "2024-01-31T24:00:00"]),
    ("xs:string", '<xs:maxLength value="4"/>', ["abcd", "abcde", "é\u0301\U0001f600", "", " a b ", "a\r\nb"]),
    ("xs:string", '<xs:minLength value="2"/>', ["ab", "a", "\U0001f600", "<>", "&amp;"]),
    ("xs:token", '<xs:length value="3"/>', ["a b", " a  b ", "ab", "\ta\nb"]),
    ("xs:string", '<xs:pattern value="[a-z]+[0-9]*"/>', ["abc1", "1", "abc", "ABC", "a1b", "é"]),
    ("xs:string", '<xs:enumeration value="a"/><xs:enumeration value="&lt;&quot;"/>', ["a", '<"', "b", "", "A"]),
    ("xs:language", "", ["de", "de-DE", "d_e", ""]),
    ("xs:NMTOKEN", "", ["a.b-c", "a b", "1", "ä", ""]),
    ("xs:anyURI", "", ["https://example.com/a?b#c", "a b", "%zz", ":"]),
    ("xs:base64Binary", "", ["YQ==", "YQ=", "Y Q = =", "!", ""]),
    ("xs:hexBinary", "", ["0aFF", "0a1", "xx", ""]),
    ("xs:nonNegativeInteger", "", ["0", "-0", "9" * 24, "-1"]),
]  # fmt: skip


class FieldTable(Table):
    """A column for each field, and `inner`: raw markup, required by its schema or not."""

    def __init__(self, chance, name, rows):
        self.types = chance.sample(TYPES, chance.randint(2, 5))
        super().__init__(chance, name, rows, chance.choice(["in-order", "shuffled"]))

    def names(self):
        return [f"f{index}" for index in range(len(self.types))] + ["inner"]

    def csv(self):
        return self.ndjson()

    def ndjson(self):
        chance = self.chance
        self.name = self.name.split(".")[0] + ".ndjson"
        for name, (_, _, texts) in zip(self.names(), self.types):
            cells = [texts[0]] + [self.cell(texts) for _ in range(self.rows - 1)]
            self.columns.append(Column([name], "text", cells))
        fragments = Fragments(chance, self.text, "xml")
        inner = [
            "",
            "<i/>",
            "<i>a</i>",
            "<j/>",
            "<i/><i/>",
            "a",
            "<!-- a -->",
            " ",
            "<i b='1'/>",
            "<x:i xmlns:x='u'/>",
            "<i",
        ]
        raw = [""] + [chance.choice([*inner, fragments.any()]) for _ in range(self.rows - 1)]
        self.columns.append(Column(["inner"], "text", raw))
        rows = zip(*(column.texts for column in self.columns))
        names = [column.path[0] for column in self.columns]
        return self.marked("\n".join(json.dumps(dict(zip(names, row))) for row in rows))

    def cell(self, texts):
        """A random value, mostly one that the type allows."""
        chance = self.chance
        return chance.choice(
            [texts[0], texts[0], texts[0], texts[0], *texts, self.text.any(controls=chance.randrange(4) == 0)]
        )


class XMLSchemaTemplate(Template):
    """A message must be withheld exactly when lxml's XMLSchema refuses it."""

    def __init__(self, chance, table):
        super().__init__("xml", "en_US", chance, table)
        self.schema = f"{table.name}.xsd"
        elements, attributes, body, tag = "", "", "", ""
        for index, (base, facets, _) in enumerate(table.types):
            name = self.add("{{data.f%d}}" % index, "text", table.columns[index + 1].texts)
            restriction = f'<xs:simpleType><xs:restriction base="{base}">{facets}</xs:restriction></xs:simpleType>'
            match chance.randrange(3):
                case 0:
                    use = chance.choice(["required", "optional"])
                    attributes += f'<xs:attribute name="f{index}" use="{use}">{restriction}</xs:attribute>'
                    tag += f" f{index}='{self.place(name)}'"
                case 1:
                    elements += f'<xs:element name="f{index}">{restriction}</xs:element>'
                    body += f"<f{index}>{self.place(name)}</f{index}>"
                case _:
                    elements += f'<xs:element name="f{index}">{restriction}</xs:element>'
                    body += f"<f{index}><![CDATA[{self.place(name)}]]></f{index}>"
        if chance.randrange(2):
            elements += '<xs:element name="i" minOccurs="0" type="xs:string"/>'
        self.xsd = (
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>'
            f"{elements}</xs:sequence>{attributes}</xs:complexType></xs:element></xs:schema>"
        )
        self.value = f"<r{tag}>{body}{{{{raw data.inner}}}}</r>"
        self.validator = etree.XMLSchema(etree.fromstring(self.xsd))

    def files(self):
        return super().files() | {self.schema: self.xsd.encode("utf-8")}

    def judge(self, message):
        refusal = xml_refusal(message.value)
        # An empty section counts as text where only elements may be, so it has to be kept.
        parser = etree.XMLParser(strip_cdata=False, resolve_entities=False)
        if refusal is None and not self.validator.validate(etree.fromstring(message.value.encode("utf-8"), parser)):
            refusal = str(self.validator.error_log.last_error)
        hold_to(message, refusal)
