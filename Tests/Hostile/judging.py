"""Checks a message with independent parsers, and against its row of data and the intended value."""

import json
import re

from parsing import NOT_XML, Number, Refused, json_refusal, refuse, same, strict, xml_refusal, xml_tree
from snippets import CONTROLS


class Message:
    """One line of output, and its row of data if its template has a table."""

    def __init__(self, template, line, templates):
        fields = json.loads(line, parse_constant=refuse)
        self.template, self.number, self.own = template, fields["seq"], fields["seq"] // templates
        self.headers, self.key, self.value = fields["headers"], fields["key"], fields["value"]
        self.withheld = fields.get("withheld")
        # The number of the element that is judged.
        self.index = 0
        self.row = template.table.ids.index(self.headers["row"]) if template.table else 0

    def of_row(self, texts):
        """The text for this row; an expression without data has one text for all rows."""
        return texts[self.row if len(texts) > 1 else 0]

    def text(self, parts):
        return "".join(self.headers[part[0]] if isinstance(part, tuple) else part for part in parts)


def json_of(meant, message):
    kind, content = meant
    match kind:
        case "text":
            return message.text(content)
        case "literal":
            return strict(content)
        case "scalar":
            whole = message.template.whole.get(content)
            if whole:
                return strict(message.of_row(whole))
            text = message.headers[content].strip()
            return {"": None, "true": True, "false": False}.get(text, Number(text))
        case "array":
            return [json_of(node, message) for node in content]
        case "list":
            return list(elements_of(content, message, json_of))
        case "index":
            return Number(str(message.index))
        case _:
            return ("object", [(json_of(key, message), json_of(value, message)) for key, value in content])


def elements_of(content, message, of):
    """What each element of a list means; there are as many as the header with its name says."""
    name, meant = content
    for message.index in range(int(message.headers[name])):
        yield of(meant, message)


def xml_of(meant, message):
    tag, attributes, content = meant
    # Texts and elements in turn, beginning and ending with a text.
    nodes = [""]
    for node in content:
        if isinstance(node, list):
            nodes[-1] += message.text(node)
        else:
            is_list = node[0] == "list"
            for element in elements_of(node[1], message, xml_of) if is_list else [xml_of(node, message)]:
                nodes += [element, ""]
    return tag, {name: message.text(parts) for name, parts in attributes.items()}, nodes


def texts_of(tree):
    _, attributes, nodes = tree
    return [
        *attributes.values(),
        *(text for node in nodes for text in ([node] if isinstance(node, str) else texts_of(node))),
    ]


def judge_texts(message):
    """Checks the key and the headers against what is known of them."""
    template, headers = message.template, message.headers
    table = template.table
    if table and table.order != "shuffled" and message.row != message.own % table.rows:
        raise Refused(f"it is of row {message.row} and not {message.own % table.rows}")
    for name, known in template.known.items():
        if known and headers[name] != message.of_row(known):
            raise Refused(f"{template.names[name]} is {headers[name]!r} and not {message.of_row(known)!r}")
        if template.names[name] == "{{seq}}" and headers[name] != str(message.number):
            raise Refused("seq is not the message's number")
    for name, derive in template.derived.items():
        if headers[name] != derive(headers):
            raise Refused(f"{template.names.get(name, name)} is {headers[name]!r} and not {derive(headers)!r}")
    if template.names and message.key != "".join(headers[n] for n in list(template.names)[:3]):
        raise Refused(f"the key is {message.key!r}")


def judge_value(message):
    """Checks what the value decodes to; it must be withheld exactly when it has a character that XML does not allow."""
    template = message.template
    if template.form == "json":
        refusal, wanted, is_unfit = json_refusal(message.value), json_of(template.meant, message), False
    else:
        refusal, wanted = xml_refusal(message.value), xml_of(template.meant, message)
        is_unfit = any(control in text for text in texts_of(wanted) for control in CONTROLS)
    if (message.withheld is not None) != is_unfit:
        raise Refused(f"it is withheld: {message.withheld}" if message.withheld else "it is not withheld")
    if is_unfit != (refusal is not None):
        raise Refused(refusal or "a parser takes what XML cannot hold")
    if refusal is None:
        found = strict(message.value) if template.form == "json" else xml_tree(message.value)
        if not same(found, wanted):
            raise Refused(f"it decodes to {found!r}, and what was meant is {wanted!r}")


def fault(templates, line):
    """What is wrong with one message, or None."""
    try:
        template = templates[int(re.search(r'"template":"t(\d+)"', line)[1])]
        message = Message(template, line, len(templates))
        judge_texts(message)
        template.judge(message)
    except (Refused, ValueError, KeyError, TypeError, *NOT_XML) as wrong:
        return f"{type(wrong).__name__}: {wrong}"
    return None


def row_faults(templates, lines):
    """In a shuffled order each pass has every row once, and the passes differ."""
    found = []
    for index, template in enumerate(templates):
        if not template.table or template.table.order != "shuffled":
            continue
        rows = re.findall(rf'"template":"t{index}".*?"row":"(r\d+)"', "\n".join(lines))
        count = template.table.rows
        passes = [rows[start : start + count] for start in range(0, len(rows), count)]
        for number, one in enumerate(passes):
            if len(set(one)) != len(one):
                found.append((f"t{index} has a row twice in pass {number}", " ".join(one)))
        if count > 9 and len(passes) > 1 and passes[0][: len(passes[1])] == passes[1]:
            found.append((f"t{index} has two passes alike", " ".join(passes[1])))
    return found
