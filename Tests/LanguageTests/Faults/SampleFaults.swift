extension Fault {
  static let sampleFaults: [Fault] = [
    Fault(
      "some messages that their schema refuses: a warning", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": {{faker.random_int(min=17, max=60)}}}'}
      stages: [{name: all, count: 2000}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:33: warning: 24 of 1000 messages of template "order" do not fit its schema, and would be withheld: #3 at /age: 17 is less than 18 [scenario.unfit-messages]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": {{faker.random_int(min=17, max=60)}}}'}
          |                                 ^~~~~~~~ change the template or the schema
          = note: rehearse render --stage all --seq 3 shows that message
        """#),
    Fault(
      "messages of which the schema refuses all", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": {{random.randint(1, 17)}}}'}
      stages: [{name: all, count: 2000}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:33: error: no message of template "order" fits its schema, of 1000 checked: #0 at /age: 7 is less than 18 [scenario.unfit-messages]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": {{random.randint(1, 17)}}}'}
          |                                 ^~~~~~~~ change the template or the schema
        """#),
    Fault(
      "some messages that their XSD refuses: a warning", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: xml, schema: age.xsd, value: '<age>{{faker.random_int(min=17, max=60)}}</age>'}
      stages: [{name: all, count: 2000}]
      """#,
      files: [
        "age.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="age"><xs:simpleType><xs:restriction base="xs:int">
            <xs:minInclusive value="18"/>
          </xs:restriction></xs:simpleType></xs:element>
        </xs:schema>
        """#
      ],
      finds: #"""
        orders.yaml:6:32: warning: 24 of 1000 messages of template "order" do not fit its schema, and would be withheld: #3 at /age: [facet 'minInclusive'] The value '17' is less than the minimum value allowed ('18') [scenario.unfit-messages]
          |
        6 |   order: {format: xml, schema: age.xsd, value: '<age>{{faker.random_int(min=17, max=60)}}</age>'}
          |                                ^~~~~~~ change the template or the schema
          = note: rehearse render --stage all --seq 3 shows that message
        """#),
    Fault(
      "messages of which the XSD refuses all", .templates,
      #"""
      templates: {order: {format: xml, schema: age.xsd, value: '<years>{{seq}}</years>'}}
      """#,
      files: [
        "age.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="age"><xs:simpleType><xs:restriction base="xs:int">
            <xs:minInclusive value="18"/>
          </xs:restriction></xs:simpleType></xs:element>
        </xs:schema>
        """#
      ],
      finds: #"""
        orders.yaml:5:42: error: no message of template "order" fits its schema, of 10 checked: #0 at /years: No matching global declaration available for the validation root [scenario.unfit-messages]
          |
        5 | templates: {order: {format: xml, schema: age.xsd, value: '<years>{{seq}}</years>'}}
          |                                          ^~~~~~~ change the template or the schema
        """#),
    Fault(
      "as many as the stages send", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": {{seq}}}'}
      stages: [{name: one, count: 3}, {name: two, count: 20}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:33: warning: 21 of 23 messages of template "order" do not fit its schema, and would be withheld: #0 at /age: 0 is less than 18 [scenario.unfit-messages]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": {{seq}}}'}
          |                                 ^~~~~~~~ change the template or the schema
          = note: rehearse render --stage one --seq 0 shows that message
        """#),
    Fault(
      "messages of a mix have their numbers in it", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": {{seq}}}'}
        other: {value: a}
      stages: [{name: all, mix: {order: 1, other: 9}, count: 200}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:33: warning: 2 of 20 messages of template "order" do not fit its schema, and would be withheld: #3 at /age: 3 is less than 18 [scenario.unfit-messages]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": {{seq}}}'}
          |                                 ^~~~~~~~ change the template or the schema
          = note: rehearse render --stage all --seq 3 shows that message
        """#),
    Fault(
      "a template that no stage sends", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {value: a}
        spare: {format: json, schema: age.json, value: '{"age": {{seq}}}'}

      stages: [{name: all, template: order, count: 2}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:7:33: warning: 18 of 1000 messages of template "spare" do not fit its schema, and would be withheld: #0 at /age: 0 is less than 18 [scenario.unfit-messages]
          |
        7 |   spare: {format: json, schema: age.json, value: '{"age": {{seq}}}'}
          |                                 ^~~~~~~~ change the template or the schema
        """#),
    Fault(
      "templates that inherit one schema are each reported", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": 1}'}
        other: {extends: order, value: '{"age": 2}'}
      stages: [{name: all, template: order, count: 2}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:33: error: no message of template "order" fits its schema, of 2 checked: #0 at /age: 1 is less than 18 [scenario.unfit-messages]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": 1}'}
          |                                 ^~~~~~~~ change the template or the schema
          = note: extended as "order" at orders.yaml:7:20

        orders.yaml:7:3: error: no message of template "other" fits its schema, of 1000 checked: #0 at /age: 2 is less than 18 [scenario.unfit-messages]
          |
        7 |   other: {extends: order, value: '{"age": 2}'}
          |   ^~~~~ change the template or the schema
        """#),
    Fault(
      "a template with another mistake is not sampled", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": {{seq}}, "n": {{faker.nam()}}}'}
      stages: [{name: all, count: 2000}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:75: error: unknown function "faker.nam" [scenario.placeholder]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": {{seq}}, "n": {{faker.nam()}}}'}
          |                                                                           ^~~~~~~~~ did you mean "faker.name"?
        """#),
    Fault(
      "a mistake elsewhere hides no samples", .whole, schema: .refused,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": 1}'}
        other: {}
      stages: [{name: all, template: order, count: x}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:33: error: no message of template "order" fits its schema, of 1000 checked: #0 at /age: 1 is less than 18 [scenario.unfit-messages]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": 1}'}
          |                                 ^~~~~~~~ change the template or the schema

        orders.yaml:7:3: error: "value" is missing in template "other" [scenario.missing-key]
          |
        7 |   other: {}
          |   ^~~~~ for example value: "order {{seq}}"

        orders.yaml:8:46: error: count "x" is not a number [scenario.bad-value]
          |
        8 | stages: [{name: all, template: order, count: x}]
          |                                              ^ for example 100000, 100k or 1.5M
        """#),
    Fault(
      "raw that is JSON", .templates,
      #"""
      vars: {members: '"a": [1]'}
      templates: {order: {format: json, value: '{{{raw vars.members}}, "n": {{seq}}}'}}
      """#,
      finds: ""),
    Fault(
      "raw that is not always JSON: a warning", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, value: '{"a": {{raw random.choice(["1", "[1]", "x"])}}}'}
      stages: [{name: all, count: 2000}]
      """#,
      finds: #"""
        orders.yaml:6:39: warning: 314 of 1000 messages of template "order" are not JSON, and would be withheld: #4: not JSON at line 1, column 7: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.unfit-messages]
          |
        6 |   order: {format: json, value: '{"a": {{raw random.choice(["1", "[1]", "x"])}}}'}
          |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ remove raw, or change what it writes
          = note: rehearse render --stage all --seq 4 shows that message
        """#),
    Fault(
      "raw that is never JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": {{raw faker.word()}}}'}}
      """#,
      finds: #"""
        orders.yaml:5:49: error: no message of template "order" is JSON, of 10 checked: #0: not JSON at line 1, column 7: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.unfit-messages]
          |
        5 | templates: {order: {format: json, value: '{"a": {{raw faker.word()}}}'}}
          |                                                 ^~~~~~~~~~~~~~~~~~~~ remove raw, or change what it writes
        """#),
    Fault(
      "JSON with raw that is none for another reason", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": "{{raw seq}}"'}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: no message of template "order" is JSON, of 10 checked: #0: not JSON at line 1, column 10: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.unfit-messages]
          |
        5 | templates: {order: {format: json, value: '{"a": "{{raw seq}}"'}}
          |                                                  ^~~~~~~~~~~ remove raw, or change what it writes
        """#),
    Fault(
      "raw with a schema", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: json, schema: age.json, value: '{"age": {{raw random.choice(["17", "18", "?"])}}}'}
      stages: [{name: all, count: 2000}]
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:6:33: warning: 656 of 1000 messages of template "order" do not fit its schema, and would be withheld: #2 at /age: 17 is less than 18 [scenario.unfit-messages]
          |
        6 |   order: {format: json, schema: age.json, value: '{"age": {{raw random.choice(["17", "18", "?"])}}}'}
          |                                 ^~~~~~~~ change the template or the schema
          = note: rehearse render --stage all --seq 2 shows that message
        """#),
    Fault(
      "raw and a text outside quotes", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": {{raw seq}}, "b": {{stage.name}}, "c": 1{{seq}}}'}}
      """#,
      finds: #"""
        orders.yaml:5:89: error: "{{seq}}" is part of a number or a word [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"a": {{raw seq}}, "b": {{stage.name}}, "c": 1{{seq}}}'}}
          |                                                                                         ^~~~~~~ put quotes around all of it, or spaces or commas beside it
        """#),
    Fault(
      "raw that is XML", .templates,
      #"""
      vars: {in: '<b c="d">', out: '</b>'}
      templates: {order: {format: xml, value: '<a {{raw vars.in[3:-1]}}>{{raw vars.in}}{{seq}}{{raw vars.out}}</a>'}}
      """#,
      finds: ""),
    Fault(
      "raw that is not always XML: a warning", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order: {format: xml, value: '<a>{{raw random.choice(["<b/>", "<b>"])}}</a>'}
      stages: [{name: all, count: 2000}]
      """#,
      finds: #"""
        orders.yaml:6:35: warning: 486 of 1000 messages of template "order" are not XML, and would be withheld: #4: not XML at line 1, column 11: Opening and ending tag mismatch: b line 1 and a [scenario.unfit-messages]
          |
        6 |   order: {format: xml, value: '<a>{{raw random.choice(["<b/>", "<b>"])}}</a>'}
          |                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ remove raw, or change what it writes
          = note: rehearse render --stage all --seq 4 shows that message
        """#),
    Fault(
      "raw that is never XML", .templates,
      #"""
      templates: {order: {format: xml, value: '<a>{{raw random.choice(["&", "<"])}}</a>'}}
      """#,
      finds: #"""
        orders.yaml:5:45: error: no message of template "order" is XML, of 10 checked: #0: not XML at line 1, column 5: xmlParseEntityRef: no name [scenario.unfit-messages]
          |
        5 | templates: {order: {format: xml, value: '<a>{{raw random.choice(["&", "<"])}}</a>'}}
          |                                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ remove raw, or change what it writes
        """#),
    Fault(
      "cells of CSV behind raw, of which one is no JSON", .templates,
      #"""
      templates: {order: {format: json, data: {file: parts.csv}, value: '[{{raw data.part}}]'}}
      """#, files: ["parts.csv": "part\n\"{\"\"c\"\": 3}\"\n{\n"],
      finds: #"""
        orders.yaml:5:69: warning: 5 of 10 messages of template "order" are not JSON, and would be withheld: #1: not JSON at line 1, column 3: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.unfit-messages]
          |
        5 | templates: {order: {format: json, data: {file: parts.csv}, value: '[{{raw data.part}}]'}}
          |                                                                     ^~~~~~~~~~~~~~~~~ remove raw, or change what it writes
          = note: rehearse render --stage all --seq 1 shows that message
        """#),
    Fault(
      "raw and a placeholder in a tag", .templates,
      #"""
      templates: {order: {format: xml, value: '<a {{raw seq}}="1" {{stage.name}}="2"/>'}}
      """#,
      finds: #"""
        orders.yaml:5:61: error: "{{stage.name}}" is part of a tag, and is outside quotes [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a {{raw seq}}="1" {{stage.name}}="2"/>'}}
          |                                                             ^~~~~~~~~~~~~~ write names as they are, and quotes around attributes' values
        """#),
    Fault(
      "raw in let", .templates,
      #"""
      templates: {order: {format: xml, let: {b: '<{{raw seq}}>'}, value: '<a>{{b}}</a>'}}
      """#,
      finds: #"""
        orders.yaml:5:45: error: raw is not allowed in "let" [scenario.placeholder]
          |
        5 | templates: {order: {format: xml, let: {b: '<{{raw seq}}>'}, value: '<a>{{b}}</a>'}}
          |                                             ^~~~~~~~~~~ write it where the name is used, as in {{raw name}}
        """#),
    Fault(
      "raw in text changes nothing", .templates,
      #"""
      templates: {order: {key: '{{raw seq}}', value: '{{raw stage.name}}'}}
      """#,
      finds: ""),
  ]
}
