extension Fault {
  static let templateFaults: [Fault] = [
    Fault(
      "a name of let that takes from itself", .templates,
      #"""
      templates: {order: {let: {a: 'x{{a}}'}, value: '{{a}}'}}
      """#,
      finds: #"""
        orders.yaml:5:32: error: "a" is used before it is defined [scenario.placeholder]
          |
        5 | templates: {order: {let: {a: 'x{{a}}'}, value: '{{a}}'}}
          |                                ^~~~~ write another name
        """#),
    Fault(
      "a template without a value", .templates, schema: .refused,
      #"""
      templates: {order: {format: json}}
      """#,
      finds: #"""
        orders.yaml:5:13: error: "value" is missing in template "order" [scenario.missing-key]
          |
        5 | templates: {order: {format: json}}
          |             ^~~~~ for example value: "order {{seq}}"
        """#),
    Fault(
      "a value that is misspelt", .templates, schema: .refused,
      #"""
      templates: {order: {valeu: hello}}
      """#,
      finds: #"""
        orders.yaml:5:21: error: unknown key "valeu" in template "order" [scenario.unknown-key]
          |
        5 | templates: {order: {valeu: hello}}
          |                     ^~~~~ did you mean "value"?
        """#),
    Fault(
      "a function that is misspelt", .templates,
      #"""
      templates:
        order:
          value: |
            first
              id {{faker.uid4()}} of {{ stage.name }}
      """#,
      finds: #"""
        orders.yaml:9:14: error: unknown function "faker.uid4" [scenario.placeholder]
          |
        9 |         id {{faker.uid4()}} of {{ stage.name }}
          |              ^~~~~~~~~~ did you mean "faker.uuid4"?
        """#),
    Fault(
      "a placeholder with a format that it does not have", .templates,
      #"""
      templates: {order: {value: "{{seq:8x}}"}}
      """#,
      finds: #"""
        orders.yaml:5:35: error: ":8x" is not a format for a whole number [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{seq:8x}}"}}
          |                                   ^~ for example :08d, :>12 or :.2f
        """#),
    Fault(
      "data that nothing gives", .templates,
      #"""
      templates: {order: {value: "{{data.email}}"}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: "{{data.email}}" is used, but the template has no data [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{data.email}}"}}
          |                             ^~~~~~~~~~~~~~ write data: {file: users.csv} in the template
        """#),
    Fault(
      "a name that is taken", .templates,
      #"""
      templates: {order: {let: {seq: "1"}, value: "{{seq}}"}}
      """#,
      finds: #"""
        orders.yaml:5:27: error: "seq" hides a name of the language [scenario.duplicate-name]
          |
        5 | templates: {order: {let: {seq: "1"}, value: "{{seq}}"}}
          |                           ^~~ write another name
        """#),
    Fault(
      "a name before it is there", .templates,
      #"""
      templates: {order: {let: {first: "{{second}}", second: "1"}, value: "{{first}}"}}
      """#,
      finds: #"""
        orders.yaml:5:35: error: "second" is used before it is defined [scenario.placeholder]
          |
        5 | templates: {order: {let: {first: "{{second}}", second: "1"}, value: "{{first}}"}}
          |                                   ^~~~~~~~~~ define it above
        """#),
    Fault(
      "bytes where there is text", .templates,
      #"""
      templates: {order: {format: string, value: "{{random.bytes(4)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:45: error: "{{random.bytes(4)}}" yields bytes, which only a value with format: bytes can hold [scenario.placeholder]
          |
        5 | templates: {order: {format: string, value: "{{random.bytes(4)}}"}}
          |                                             ^~~~~~~~~~~~~~~~~~~ write random.hex or random.string
        """#),
    Fault(
      "a reserved header", .templates,
      #"""
      templates: {order: {headers: {rehearse: x}, value: a}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: the header "rehearse" is reserved [scenario.bad-name]
          |
        5 | templates: {order: {headers: {rehearse: x}, value: a}}
          |                               ^~~~~~~~ write another name
        """#),
    Fault(
      "a locale that there is not", .templates,
      #"""
      templates: {order: {locale: de_AT, value: a}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: unknown locale "de_AT" [scenario.bad-value]
          |
        5 | templates: {order: {locale: de_AT, value: a}}
          |                             ^~~~~ write de_DE
        """#),
    Fault(
      "a locale of two that there are", .templates,
      #"""
      templates: {order: {locale: en_AU, value: a}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: unknown locale "en_AU" [scenario.bad-value]
          |
        5 | templates: {order: {locale: en_AU, value: a}}
          |                             ^~~~~ write en_US or en_GB
        """#),
    Fault(
      "a language that there is not", .templates,
      #"""
      templates: {order: {locale: ru_RU, value: a}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: unknown locale "ru_RU" [scenario.bad-value]
          |
        5 | templates: {order: {locale: ru_RU, value: a}}
          |                             ^~~~~ write one of: en_US, de_DE, ja_JP, en_GB, fr_FR, es_ES, it_IT, pt_BR
        """#),
    Fault(
      "a field that is never used: a warning", .templates,
      #"""
      templates: {order: {fields: {id: {sequence: {start: 1}}}, value: "{ID}"}}
      """#,
      finds: #"""
        orders.yaml:5:30: warning: field "id" is never used [scenario.placeholder]
          |
        5 | templates: {order: {fields: {id: {sequence: {start: 1}}}, value: "{ID}"}}
          |                              ^~ write {id} where it belongs
        """#),
    Fault(
      "a size beyond all messages", .templates,
      #"""
      templates: {order: {size: {min: 1B, max: 1GiB}, value: a}}
      """#,
      finds: #"""
        orders.yaml:5:27: error: size is more than 16 MiB [scenario.bad-value]
          |
        5 | templates: {order: {size: {min: 1B, max: 1GiB}, value: a}}
          |                           ^~~~~~~~~~~~~~~~~~~~ write less
        """#),
    Fault(
      "names that double without end", .templates,
      #"""
      templates:
        order:
          let: {a: "{{random.string(1000000)}}", b: "{{a}}{{a}}{{a}}{{a}}{{a}}", c: "{{b}}{{b}}{{b}}{{b}}{{b}}"}
          value: "{{c}}{{c}}"
      """#,
      finds: #"""
        orders.yaml:8:12: error: template "order" can make more than 16 MiB of one text [scenario.too-large]
          |
        8 |     value: "{{c}}{{c}}"
          |            ^~~~~~~~~~~~ ask for less
        """#),
    Fault(
      "a due time where nothing is due", .templates,
      #"""
      templates: {order: {value: "{{due}}"}}
      """#,
      finds: #"""
        orders.yaml:6:17: error: template "order" uses due times, but messages have none at max in stage "all" [scenario.conflict]
          |
        6 | stages: [{name: all, count: 10}]
          |                 ^~~ give the stage a rate
        """#),
    Fault(
      "a file that is not there", .templates,
      #"""
      templates: {order: {file: a.txt}}
      """#,
      finds: #"""
        orders.yaml:5:27: error: "a.txt" cannot be read: No such file or directory [scenario.bad-value]
          |
        5 | templates: {order: {file: a.txt}}
          |                           ^~~~~ a path is relative to the file in which it is written
        """#),
    Fault(
      "a mistake in a file", .templates,
      #"""
      templates: {order: {file: a.txt}}
      """#, files: ["a.txt": "first\n  {{sequ}}\n"],
      finds: #"""
        a.txt:2:3: error: unknown placeholder "{{sequ}}" [scenario.placeholder]
          |
        2 |   {{sequ}}
          |   ^~~~~~~~ did you mean "{{seq}}"?
        """#),
    Fault(
      "an unknown placeholder", .templates,
      #"""
      templates: {order: {value: "a {{sequ}} b"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: unknown placeholder "{{sequ}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "a {{sequ}} b"}}
          |                               ^~~~~~~~ did you mean "{{seq}}"?
        """#),
    Fault(
      "an unknown placeholder near none", .templates,
      #"""
      templates: {order: {value: 'a {{customer}} b'}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: unknown placeholder "{{customer}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: 'a {{customer}} b'}}
          |                               ^~~~~~~~~~~~ known placeholders are {{seq}}, {{stage.name}}, {{run.id}}, and functions such as {{faker.name()}}
        """#),
    Fault(
      "a variable without vars. before it", .templates,
      #"""
      vars: {build: "7"}
      templates: {order: {value: "{{build}} {{build.upper()}} {{biuld}}"}}
      """#,
      finds: #"""
        orders.yaml:6:29: error: unknown placeholder "{{build}}" [scenario.placeholder]
          |
        6 | templates: {order: {value: "{{build}} {{build.upper()}} {{biuld}}"}}
          |                             ^~~~~~~~~ did you mean "{{vars.build}}"?

        orders.yaml:6:39: error: unknown placeholder "{{build.upper()}}" [scenario.placeholder]
          |
        6 | templates: {order: {value: "{{build}} {{build.upper()}} {{biuld}}"}}
          |                                       ^~~~~~~~~~~~~~~~~ did you mean "{{vars.build}}"?

        orders.yaml:6:57: error: unknown placeholder "{{biuld}}" [scenario.placeholder]
          |
        6 | templates: {order: {value: "{{build}} {{build.upper()}} {{biuld}}"}}
          |                                                         ^~~~~~~~~ did you mean "{{vars.build}}"?
        """#),
    Fault(
      "braces that nothing closes", .templates, schema: .refused,
      #"""
      templates: {order: {value: "a {{seq} b"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: "{{" has no "}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "a {{seq} b"}}
          |                               ^~ close it, as in {{seq}}
        """#),
    Fault(
      "a placeholder in text with an escape", .templates,
      #"""
      templates: {order: {value: "\t{{sequ}}"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: unknown placeholder "{{sequ}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "\t{{sequ}}"}}
          |                               ^~~~~~~~ did you mean "{{seq}}"?
        """#),
    Fault(
      "a bare placeholder in a block", .templates, schema: .unreadable,
      #"""
      templates:
        order:
          key: {{seq}}
          value: hello
      """#,
      finds: #"""
        orders.yaml:7:10: error: "{{seq}}" without quotes is a mapping in YAML [scenario.needs-quotes]
          |
        7 |     key: {{seq}}
          |          ^~~~~~~ put the whole value in quotes
        """#),
    Fault(
      "a bare placeholder within a value", .templates, schema: .unreadable,
      #"""
      templates: {order: {value: order-{{seq}}}}
      """#,
      finds: #"""
        orders.yaml:5:34: error: "{{seq}}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        5 | templates: {order: {value: order-{{seq}}}}
          |                                  ^~~~~~~ put the whole value in quotes
        """#),
    Fault(
      "a mapping for a value", .templates, schema: .refused,
      #"""
      templates: {order: {value: {id}}}
      """#,
      finds: #"""
        orders.yaml:5:28: error: "value" must be text, not a mapping [scenario.wrong-kind]
          |
        5 | templates: {order: {value: {id}}}
          |                            ^~~~ put quotes around it
        """#),
    Fault(
      "a boolean for a value", .templates,
      #"""
      templates: {order: {value: on}}
      """#,
      finds: #"""
        orders.yaml:5:28: error: "on" without quotes is a boolean in YAML [scenario.needs-quotes]
          |
        5 | templates: {order: {value: on}}
          |                            ^~ write "on" in quotes
        """#),
    Fault(
      "a placeholder in folded text, at its own line", .templates,
      #"""
      templates:
        order:
          value: >-
            one {{seq}} and
            two {{sek}} and
            three
      """#,
      finds: #"""
        orders.yaml:9:11: error: unknown placeholder "{{sek}}" [scenario.placeholder]
          |
        9 |       two {{sek}} and
          |           ^~~~~~~ did you mean "{{seq}}"?
        """#),
  ]
}
