"""The independent parsers: why they refuse a text, and what they decode it to."""

import importlib.metadata
import json
import sys

# Python counts how deep values are nested, too.
sys.setrecursionlimit(10_000)
try:
    from lxml import etree

    XML = f"lxml {etree.__version__}"
    OPTIONS = {"parser": etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True)}
except ImportError:
    from xml.etree import ElementTree as etree

    XML = "expat of Python's standard library, without lxml"
    OPTIONS = {}
# By what messages are held to schemas.
SCHEMAS = []
try:
    import fqdn
    import jsonschema
    import rfc3339_validator
    import rfc3986_validator

    # Without these it passes over formats.
    assert fqdn and rfc3339_validator and rfc3986_validator
    SCHEMAS.append(f"jsonschema {importlib.metadata.version('jsonschema')}")
except ImportError:
    jsonschema = None
if hasattr(etree, "XMLSchema"):
    SCHEMAS.append("lxml's XMLSchema")
NOT_XML = (etree.ParseError,)


class Refused(Exception):
    pass


def refuse(word):
    raise Refused(f"{word} is no JSON")


class Number(str):
    """A number as it is written."""


def strict(text):
    return json.loads(
        text,
        parse_constant=refuse,
        parse_int=Number,
        parse_float=Number,
        object_pairs_hook=lambda pairs: ("object", pairs),
    )


def json_refusal(text):
    try:
        strict(text)
    except (Refused, ValueError, RecursionError) as wrong:
        return f"not JSON: {wrong}"
    return None


def xml_refusal(text):
    try:
        etree.fromstring(text.encode("utf-8"), **OPTIONS)
    except (*NOT_XML, ValueError) as wrong:
        return f"not XML: {wrong}"
    return None


def xml_tree(text):
    return tree_of(etree.fromstring(text.encode("utf-8"), **OPTIONS))


def tree_of(element):
    content = [element.text or ""]
    for child in element:
        content += [tree_of(child), child.tail or ""]
    return element.tag, dict(element.attrib), content


def same(found, wanted):
    """Numbers are compared as they are written, and true is not 1."""
    if type(found) is not type(wanted):
        return False
    if isinstance(found, (list, tuple)):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    return found == wanted
