extension Fault {
  /// Faults of lists of varying length, and of headers that are sent more than once.
  static let listFaults: [Fault] = [
    Fault(
      "a list in the key, a header and a name", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 2, value: '1'}, b: '{{a}}'}
          key: '{{a}}'
          headers: {h: 'x{{a}}'}
          value: '{{a}}'
      """#,
      finds: #"""
        orders.yaml:8:43: error: "a" is a list, which only a value can hold [scenario.placeholder]
          |
        8 |     let: {a: {repeat: 2, value: '1'}, b: '{{a}}'}
          |                                           ^~~~~ write it in the value, or {{a.count}} here

        orders.yaml:9:11: error: "a" is a list, which only a value can hold [scenario.placeholder]
          |
        9 |     key: '{{a}}'
          |           ^~~~~ write it in the value, or {{a.count}} here

        orders.yaml:10:20: error: "a" is a list, which only a value can hold [scenario.placeholder]
           |
        10 |     headers: {h: 'x{{a}}'}
           |                    ^~~~~ write it in the value, or {{a.count}} here
        """#),
    Fault(
      "a list in quotes", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 2, value: '1'}}
          value: '{"n": "{{a}}"}'
      """#,
      finds: #"""
        orders.yaml:9:20: error: "{{a}}" is a list, and is inside quotes [scenario.json]
          |
        9 |     value: '{"n": "{{a}}"}'
          |                    ^~~~~ remove the quotes: it is an array
        """#),
    Fault(
      "a list as a key of JSON", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 2, value: '1'}}
          value: '{ {{a}}: 1}'
      """#,
      finds: #"""
        orders.yaml:9:15: error: "{{a}}" is a list, and is a key [scenario.json]
          |
        9 |     value: '{ {{a}}: 1}'
          |               ^~~~~ write it as a value
        """#),
    Fault(
      "a list without a format", .templates,
      #"""
      templates:
        order:
          let: {a: {repeat: 2, value: '1'}}
          value: 'x {{a}}'
      """#,
      finds: #"""
        orders.yaml:8:15: error: "a" is a list, which needs format: json or format: xml [scenario.placeholder]
          |
        8 |     value: 'x {{a}}'
          |               ^~~~~ write format: json, or format: xml
        """#),
    Fault(
      "a list in a list", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 2, value: '1'}, b: {repeat: 2, value: '[{{a}}]'}}
          value: '{{b}}'
      """#,
      finds: #"""
        orders.yaml:8:63: error: "a" is a list, and lists in lists are not supported [scenario.placeholder]
          |
        8 |     let: {a: {repeat: 2, value: '1'}, b: {repeat: 2, value: '[{{a}}]'}}
          |                                                               ^~~~~ write it in the value, beside this list
        """#),
    Fault(
      "methods, slices, formats and raw on a list", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 2, value: '1'}}
          value: '[{{a[:2]}}, {{a.upper()}}, {{a.length}}, {{a:>10}}, {{raw a}}]'
      """#,
      finds: #"""
        orders.yaml:9:17: error: "a" is a list, which has only a count [scenario.placeholder]
          |
        9 |     value: '[{{a[:2]}}, {{a.upper()}}, {{a.length}}, {{a:>10}}, {{raw a}}]'
          |                 ^ write {{a}} or {{a.count}}

        orders.yaml:9:29: error: "a" is a list, which has only a count [scenario.placeholder]
          |
        9 |     value: '[{{a[:2]}}, {{a.upper()}}, {{a.length}}, {{a:>10}}, {{raw a}}]'
          |                             ^~~~~ write {{a}} or {{a.count}}

        orders.yaml:9:44: error: "a" is a list, which has only a count [scenario.placeholder]
          |
        9 |     value: '[{{a[:2]}}, {{a.upper()}}, {{a.length}}, {{a:>10}}, {{raw a}}]'
          |                                            ^~~~~~ write {{a}} or {{a.count}}

        orders.yaml:9:58: error: ":>10" is not a format for a list [scenario.placeholder]
          |
        9 |     value: '[{{a[:2]}}, {{a.upper()}}, {{a.length}}, {{a:>10}}, {{raw a}}]'
          |                                                          ^~~ a list is written as it is; its count has formats, as in {{NAME.count:>3}}

        orders.yaml:9:65: error: "a" is a list, which is never escaped [scenario.placeholder]
          |
        9 |     value: '[{{a[:2]}}, {{a.upper()}}, {{a.length}}, {{a:>10}}, {{raw a}}]'
          |                                                                 ^~~~~~~~~ write {{a}}
        """#),
    Fault(
      "the number of an element outside of its list", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 2, value: '{{index}}'}}
          value: '[{{a}}, {{index}}]'
      """#,
      finds: #"""
        orders.yaml:9:21: error: {{index}} is the number of an element, and this is not in a list [scenario.placeholder]
          |
        9 |     value: '[{{a}}, {{index}}]'
          |                     ^~~~~~~~~ write it in the value of a list in let
        """#),
    Fault(
      "a name that hides the number of an element", .templates,
      #"""
      templates:
        order:
          format: json
          let: {index: x, a: {repeat: 2, value: '1'}}
          value: '{{a}}'
      """#,
      finds: #"""
        orders.yaml:8:11: error: "index" hides a name of the language [scenario.duplicate-name]
          |
        8 |     let: {index: x, a: {repeat: 2, value: '1'}}
          |           ^~~~~ write another name
        """#),
    Fault(
      "elements that are not JSON", .templates,
      #"""
      templates:
        order:
          format: json
          let:
            a: {repeat: 2, value: '{"x": 1'}
            b: {repeat: 2, value: '{{faker.word()}}'}
            c: {repeat: 2, value: '{{raw seq}}'}
          value: '[{{a}}, {{b}}, {{c}}]'
      """#,
      finds: #"""
        orders.yaml:9:30: error: list "a" is not JSON: this "{" is not closed [scenario.json]
          |
        9 |       a: {repeat: 2, value: '{"x": 1'}
          |                              ^ close it with }

        orders.yaml:10:30: error: "{{faker.word()}}" is text, and is outside quotes [scenario.json]
           |
        10 |       b: {repeat: 2, value: '{{faker.word()}}'}
           |                              ^~~~~~~~~~~~~~~~ put quotes around it

        orders.yaml:11:30: error: raw is not allowed in a list [scenario.placeholder]
           |
        11 |       c: {repeat: 2, value: '{{raw seq}}'}
           |                              ^~~~~~~~~~~ write it without raw
        """#),
    Fault(
      "a repetition that is none", .templates, schema: .refused,
      #"""
      templates:
        order:
          format: json
          let:
            a: {repeat: 5..1, value: '1'}
            b: {repeat: 1-5, value: '1'}
            c: {repeat: 1..2000, value: '1'}
            d: {repeat: 01..5, value: '1'}
          value: '[{{a}}, {{b}}, {{c}}, {{d}}]'
      """#,
      finds: #"""
        orders.yaml:9:19: error: repeat "5..1" has its maximum before its minimum [scenario.bad-value]
          |
        9 |       a: {repeat: 5..1, value: '1'}
          |                   ^~~~ write 1..5

        orders.yaml:10:19: error: repeat "1-5" is not a number of elements [scenario.bad-value]
           |
        10 |       b: {repeat: 1-5, value: '1'}
           |                   ^~~ write 1..5

        orders.yaml:11:19: error: repeat "1..2000" is more than 1000 [scenario.bad-value]
           |
        11 |       c: {repeat: 1..2000, value: '1'}
           |                   ^~~~~~~ write 1000 or less

        orders.yaml:12:19: error: repeat "01..5" begins with a zero [scenario.bad-value]
           |
        12 |       d: {repeat: 01..5, value: '1'}
           |                   ^~~~~ write 1..5
        """#),
    Fault(
      "a list without a repetition or a value", .templates, schema: .refused,
      #"""
      templates:
        order:
          format: json
          let: {a: {value: '1'}, b: {repeat: 3}, c: {repeat: 3, valeu: '1'}}
          value: '[{{a}}, {{b}}, {{c}}]'
      """#,
      finds: #"""
        orders.yaml:8:11: error: "repeat" is missing in list "a" [scenario.missing-key]
          |
        8 |     let: {a: {value: '1'}, b: {repeat: 3}, c: {repeat: 3, valeu: '1'}}
          |           ^ for example "repeat: 1..5"

        orders.yaml:8:28: error: "value" is missing in list "b" [scenario.missing-key]
          |
        8 |     let: {a: {value: '1'}, b: {repeat: 3}, c: {repeat: 3, valeu: '1'}}
          |                            ^ for example "value: '{"pos": {{index}}}'"

        orders.yaml:8:59: error: unknown key "valeu" in list "c" [scenario.unknown-key]
          |
        8 |     let: {a: {value: '1'}, b: {repeat: 3}, c: {repeat: 3, valeu: '1'}}
          |                                                           ^~~~~ did you mean "value"?
        """#),
    Fault(
      "a list that is too long", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 0..1000, value: '"{{random.string(20000)}}"'}}
          value: '[{{a}}]'
      """#,
      finds: #"""
        orders.yaml:8:39: error: list "a" of template "order" can make more than 16 MiB of one text [scenario.too-large]
          |
        8 |     let: {a: {repeat: 0..1000, value: '"{{random.string(20000)}}"'}}
          |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ repeat it less often
        """#),
    Fault(
      "a list in an attribute", .templates,
      #"""
      templates:
        order:
          format: xml
          let: {a: {repeat: 2, value: '<i/>'}}
          value: '<r n="{{a}}">{{a}}<![CDATA[{{a}}]]></r>'
      """#,
      finds: #"""
        orders.yaml:9:19: error: "{{a}}" is a list, and is not between tags [scenario.xml]
          |
        9 |     value: '<r n="{{a}}">{{a}}<![CDATA[{{a}}]]></r>'
          |                   ^~~~~ write it in an element

        orders.yaml:9:40: error: "{{a}}" is a list, and is not between tags [scenario.xml]
          |
        9 |     value: '<r n="{{a}}">{{a}}<![CDATA[{{a}}]]></r>'
          |                                        ^~~~~ write it in an element
        """#),
    Fault(
      "elements that are not XML", .templates,
      #"""
      templates:
        order:
          format: xml
          let:
            a:
              repeat: 2
              value: |
                <i>
                  <n>{{index}}</m>
                </i>
            b: {repeat: 2, value: 'x{{index}}'}
            c: {repeat: 2, value: '<{{stage.name}}/>'}
            d: {repeat: 2, value: '<p:i/>'}
          value: |
            <r>
              {{a}}{{b}}
              {{c}}{{d}}
            </r>
      """#,
      finds: #"""
        orders.yaml:13:13: error: list "a" is not XML: line 2: Opening and ending tag mismatch: n line 2 and m [scenario.xml]
           |
        13 |             <n>{{index}}</m>
           |             ^~~~~~~~~~~~~~~~

        orders.yaml:15:29: error: list "b" does not begin and end with a tag [scenario.xml]
           |
        15 |       b: {repeat: 2, value: 'x{{index}}'}
           |                             ^~~~~~~~~~~~ write an element around it

        orders.yaml:16:31: error: "{{stage.name}}" is part of a tag, and is outside quotes [scenario.xml]
           |
        16 |       c: {repeat: 2, value: '<{{stage.name}}/>'}
           |                               ^~~~~~~~~~~~~~ write names as they are, and quotes around attributes' values

        orders.yaml:17:29: error: list "d" is not XML: Namespace prefix p on i is not defined [scenario.xml]
           |
        17 |       d: {repeat: 2, value: '<p:i/>'}
           |                             ^~~~~~~~
        """#),
    Fault(
      "elements that are not XML where a text is empty", .templates,
      #"""
      templates:
        order:
          format: xml
          let: {a: {repeat: 2, value: '<i>]]{{stage.name[:1]}}></i>'}}
          value: '<r>{{a}}</r>'
      """#,
      finds: #"""
        orders.yaml:8:33: error: list "a" is not XML: Sequence ']]>' not allowed in content, when placeholders are empty [scenario.xml]
          |
        8 |     let: {a: {repeat: 2, value: '<i>]]{{stage.name[:1]}}></i>'}}
          |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        """#),
    Fault(
      "a header without values, and one that is a list in a list", .templates, schema: .refused,
      #"""
      templates: {order: {headers: {a: [], b: [x, [y]], c: [yes]}, value: x}}
      """#,
      finds: #"""
        orders.yaml:5:34: error: header "a" is an empty list [scenario.bad-value]
          |
        5 | templates: {order: {headers: {a: [], b: [x, [y]], c: [yes]}, value: x}}
          |                                  ^~ write its values, or remove the header

        orders.yaml:5:45: error: "b" must be text, not a list [scenario.wrong-kind]
          |
        5 | templates: {order: {headers: {a: [], b: [x, [y]], c: [yes]}, value: x}}
          |                                             ^~~

        orders.yaml:5:55: error: "yes" without quotes is a boolean in YAML [scenario.needs-quotes]
          |
        5 | templates: {order: {headers: {a: [], b: [x, [y]], c: [yes]}, value: x}}
          |                                                       ^~~ write "yes" in quotes
        """#),
  ]
}
