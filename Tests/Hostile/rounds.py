"""The scenarios of one seed: first every function in every context, then each kind in turn."""

import math

from differences import SampleTemplate
from expressions import CALLS, Expression, Expressions, functions
from json_schema import InstanceTable, JSONSchemaTemplate
from json_template import JSONTemplate
from parsing import etree, jsonschema
from raw_template import FragmentTable, RawTemplate
from rendering import Scenario
from snippets import Text
from tables import Table
from xml_schema import FieldTable, XMLSchemaTemplate
from xml_template import XMLTemplate

LOCALES = ["en_US", "de_DE", "ja_JP", "en_GB", "fr_FR", "es_ES", "it_IT", "pt_BR"]
TEMPLATES = 25  # in one scenario, mixed


def variables(chance):
    text = Text(chance)
    return {f"v{index}": text.any(controls=index % 2 == 0) for index in range(8)} | {"plain": "a"}


def every_function(chance, size):
    every = [Expression(name + call, kind) for name, kind in functions() for call in CALLS.get(name, ["()"])]
    templates = [kind(None, locale, chance, every) for kind in [JSONTemplate, XMLTemplate] for locale in LOCALES]
    return Scenario(templates, variables(chance), size)


def by_chance(chance, size, tables=None, counts=True):
    """Random templates over variables, and over tables if there are any."""
    known = variables(chance)
    templates = []
    for index in range(TEMPLATES):
        kind = JSONTemplate if index % 2 else XMLTemplate
        table = tables and chance.choice(tables)
        make = Expressions(chance, known, controls=kind is JSONTemplate, table=table).expression
        templates.append(kind(make, chance.choice(LOCALES), chance, table=table))
    return Scenario(templates, known, size, counts)


def with_data(chance, size):
    """Templates over data; one scenario of four has no count and sends each row once."""
    rows = math.ceil(size / TEMPLATES)
    counts = size % TEMPLATES != 0 or chance.randrange(4) > 0
    tables = []
    for index in range(8):
        order = chance.choice(["in-order", "shuffled", "once"]) if counts else "once"
        more = rows + chance.randint(0, 3) if counts else rows
        few = chance.choice([1, 2, 3, 16, 17, chance.randint(1, 60)])
        tables.append(Table(chance, f"d{index}", more if order == "once" else few, order))
    return by_chance(chance, size, tables, counts)


def raw(chance, size):
    """Few enough templates that each gets the valid row of its table."""
    tables = {
        form: [FragmentTable(chance, f"{form}{index}", 12, form) for index in range(5)] for form in ["json", "xml"]
    }
    templates = [RawTemplate(form, chance, table) for form in tables for table in tables[form]]
    return Scenario(templates, {}, size)


def schemas(chance, size):
    """Templates with JSON Schemas and XSDs, as far as jsonschema and lxml are installed."""
    kinds = [(InstanceTable, JSONSchemaTemplate)] * (jsonschema is not None)
    kinds += [(FieldTable, XMLSchemaTemplate)] * hasattr(etree, "XMLSchema")
    if not kinds:
        return by_chance(chance, size)
    templates = []
    for index in range(10):
        table, template = kinds[index % len(kinds)]
        templates.append(template(chance, table(chance, f"d{index}", chance.randint(5, 25))))
    return Scenario(templates, {}, size)


def samples(chance):
    """Every sample in differences.py."""
    templates = [SampleTemplate(chance, form) for form in ["json", "xml"]]
    return Scenario(templates, {}, 2 * max(template.table.rows for template in templates))


KINDS = [with_data, raw, with_data, schemas, by_chance]


def rounds(chance, count):
    """Scenarios with COUNT messages in all."""
    known = samples(chance)
    yield known
    size = min(600, count := max(count - known.size, 1))
    yield every_function(chance, size)
    turn = 0
    while (count := count - size) > 0:
        size = min(max(250, min(2500, count // 4)), count)
        yield KINDS[turn % len(KINDS)](chance, size)
        turn += 1
