"""Holds a message to parsers that know nothing of ours, and to what was meant."""

import json
import re

try:
    from lxml import etree

    XML = f"lxml {etree.__version__}"
    PARSER = etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True)
except ImportError:
    from xml.etree import ElementTree as etree

    XML = "expat of Python's standard library, without lxml"
    PARSER = None


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
        found = xml_tree(
            etree.fromstring(value.encode("utf-8"), parser=PARSER)
            if PARSER
            else etree.fromstring(value.encode("utf-8"))
        )
        wanted = xml_of(template.meant, headers)
    if not same(found, wanted):
        raise Refused(f"it decodes to {found!r}, and what was meant is {wanted!r}")


def fault(templates, line):
    try:
        match = re.search(r'"template":"t(\d+)"', line)
        judge(templates[int(match[1])], line)
    except (Refused, ValueError, KeyError, TypeError, etree.ParseError) as wrong:
        return f"{type(wrong).__name__}: {wrong}"
    return None
