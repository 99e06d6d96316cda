"""The self-test for data, lists, raw placeholders, schemas and known differences."""

import json
import random

from differences import known
from expressions import Expression
from json_template import JSONTemplate
from judging import fault, row_faults
from parsing import SCHEMAS
from rendering import Scenario
from rounds import by_chance, raw, samples, schemas
from tables import Table
from xml_template import XMLTemplate


def changed(line, change):
    message = json.loads(line)
    change(message)
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def withheld_or_not(message):
    """Withheld becomes sent, and sent withheld."""
    if message.pop("withheld", None) is None:
        message["withheld"] = {"at": "", "reason": ""}


def other_row(message):
    message["headers"]["row"] = "r1" if message["headers"]["row"] == "r0" else "r0"


def other_value(message):
    message["value"] = message["value"].rstrip() + "x"


def rendered(scenario, program, path):
    lines = scenario.render(program, path)
    wrong = scenario.judge(lines)
    assert not wrong, f"what is sound is refused: {wrong}"
    return lines


def by_template(scenario, lines):
    """Each template with its lines."""
    count = len(scenario.templates)
    found = [[] for _ in range(count)]
    for line in lines:
        found[int(json.loads(line)["template"][1:])].append(line)
    return zip(scenario.templates, found)


def selftest_of_data(program, path):
    """Rows, and cells in every order. Returns how many faults were found."""
    chance = random.Random(11)
    orders = ["in-order", "shuffled", "once"] * 2
    tables = [Table(chance, f"d{index}", 20 if order == "once" else 10, order) for index, order in enumerate(orders)]
    scenario = by_chance(chance, 500, tables)
    count = 0
    lines = rendered(scenario, program, path)
    for template, own in by_template(scenario, lines):
        for change, name in [(withheld_or_not, "withheld"), (other_value, "another value")]:
            for line in own:
                # What is withheld is not compared.
                if change is withheld_or_not or '","withheld":{' not in line:
                    assert fault(scenario.templates, changed(line, change)), f"was not found: {name} in {line}"
            count += 1
        for line, other in zip(own, own[1:]):
            value = json.loads(other)["value"]
            # Each of another row, or with another text by chance.
            if value.rstrip() != json.loads(line)["value"].rstrip() and '","withheld":{' not in line + other:
                altered = changed(line, lambda message: message.update(value=value))
                assert fault(scenario.templates, altered), f"was not found: the value of another row in {altered}"
        count += 1
        if template.table.order != "shuffled":
            assert fault(scenario.templates, changed(own[0], other_row)), "another row was not found"
            count += 1
            continue
        # All of a message is of one row, so that only the order can tell.
        twice = [own[1] if line == own[0] else line for line in lines]
        assert row_faults(scenario.templates, twice), "a row that comes twice was not found"
        alike = [own[own.index(line) % 10] if line in own else line for line in lines]
        assert row_faults(scenario.templates, alike), "passes that are alike were not found"
        count += 2
    # A cell in a header, and one in the value alone.
    name = next(n for n, known in template.known.items() if known)
    assert fault(scenario.templates, changed(own[0], lambda m: m["headers"].update({name: "another"})))
    return count + 1


def selftest_of_lists(program, path):
    """Lists with an element less, one more, and in another order."""
    chance = random.Random(13)
    hostile = {"v": 'a"\\]]>&<'}
    source = [Expression("vars.v", "text", [hostile["v"]])]
    of_json, of_xml = templates = [kind(None, "en_US", chance, source) for kind in (JSONTemplate, XMLTemplate)]
    name, meant = of_json.list(lambda: ("{{index}}", ("index", None)))
    of_json.lists[name]["repeat"] = "3"
    of_json.value, of_json.meant = "{{%s}}" % name, ("list", (name, meant))
    name, meant = of_xml.list(lambda: ("<i>{{n0}}</i>", ("i", {}, [[("n0",)]])))
    of_xml.lists[name]["repeat"] = "2"
    of_xml.value, of_xml.meant = "<r>{{%s}}</r>" % name, ("r", {}, [[], ("list", (name, meant)), []])
    scenario = Scenario(templates, hostile, 20)
    cases = [
        (of_json, "[0,1,2]", "[0,1]"),
        (of_json, "[0,1,2]", "[0,1,2,3]"),
        (of_json, "[0,1,2]", "[0,2,1]"),
        (of_xml, "</i><i>", ""),
        (of_xml, "</i></r>", "</i><i/></r>"),
    ]
    lines = dict(by_template(scenario, rendered(scenario, program, path)))
    for template, old, new in cases:
        line = lines[template][0]
        assert old in line and not fault(scenario.templates, line), line
        assert fault(scenario.templates, line.replace(old, new, 1)), f"was not found: {new} for {old}"
    return len(cases)


def selftest_of_kinds(program, path):
    count = selftest_of_data(program, path) + selftest_of_lists(program, path)
    chance = random.Random(12)
    for make, is_there in [(raw, True), (schemas, bool(SCHEMAS))]:
        scenario = make(chance, 200)
        seen = set()
        if not is_there:
            continue
        for template, own in by_template(scenario, rendered(scenario, program, path)):
            for line in own:
                altered = changed(line, withheld_or_not)
                if known(template.form, json.loads(line)["value"]):
                    continue
                seen.add((type(template).__name__, template.form, '"withheld":{' in line))
                assert fault(scenario.templates, altered), f"was not found: {altered}"
        assert len(seen) >= 2, f"not all was tried: {seen}"
        count += len(seen)
    scenario = samples(chance)
    for line in rendered(scenario, program, path):
        name = scenario.templates[int(json.loads(line)["template"][1:])].table.samples
        row = int(json.loads(line)["headers"]["row"][1:])
        if name[row][0]:
            assert fault(scenario.templates, changed(line, withheld_or_not)), "a difference that is none was not found"
            count += 1
    return count
