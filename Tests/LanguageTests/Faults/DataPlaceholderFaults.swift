extension Fault {
  /// Faults of placeholders that use a template's data.
  static let dataPlaceholderFaults: [Fault] = [
    Fault(
      "a column that there is not", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.emial}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:56: error: "users.csv" has no column "emial" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data.emial}}'}}
          |                                                        ^~~~~~~~~~ did you mean "data.email"?
        """#),
    Fault(
      "a column that is near none", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{ data.telephone.upper() }}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:57: error: "users.csv" has no column "telephone" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{ data.telephone.upper() }}'}}
          |                                                         ^~~~~~~~~~~~~~ it has data.email, data.name
        """#),
    Fault(
      "a placeholder that does not name a column", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:54: error: "{{data}}" does not name a column [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data}}'}}
          |                                                      ^~~~~~~~ write {{data.COLUMN}} or {{data["COLUMN"]}}
        """#),
    Fault(
      "a number in brackets", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data[0]}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:54: error: "{{data[0]}}" does not name a column [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data[0]}}'}}
          |                                                      ^~~~~~~~~~~ write {{data.COLUMN}} or {{data["COLUMN"]}}
        """#),
    Fault(
      "a column in brackets without quotes", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data[email]}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:54: error: "{{data[email]}}" does not name a column [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data[email]}}'}}
          |                                                      ^~~~~~~~~~~~~~~ write {{data.COLUMN}} or {{data["COLUMN"]}}
        """#),
    Fault(
      "what only resembles data, and no warning beside it", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{Data.email}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:54: error: unknown placeholder "{{Data.email}}" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{Data.email}}'}}
          |                                                      ^~~~~~~~~~~~~~ known placeholders are {{seq}}, {{stage.name}}, {{run.id}}, {{data.COLUMN}}, and functions such as {{faker.name()}}
        """#),
    Fault(
      "a placeholder that is not closed, and no warning beside it", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:54: error: "{{" has no "}}" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data.email}'}}
          |                                                      ^~ close it, as in {{seq}}
        """#),
    Fault(
      "data that no name takes either: a warning", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, let: {a: '{{seq}}', b: '{{a}}'}, value: '{{b}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:34: warning: no placeholder uses "users.csv" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, let: {a: '{{seq}}', b: '{{a}}'}, value: '{{b}}'}}
          |                                  ^~~~~~~~~ for example {{data.email}} where it belongs
        """#),
    Fault(
      "cells between semicolons", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email;name\na@example.com;Ann\n"],
      finds: #"""
        users.csv:1:6: error: the header has a semicolon, and no comma [scenario.data]
          |
        1 | email;name
          |      ^ write separator: ";" beside file
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a format of whole numbers where one is null", .templates,
      #"""
      templates: {order: {format: json, data: {file: a.ndjson}, value: '"{{data.n:04d}}"'}}
      """#, files: ["a.ndjson": "{\"n\": 1}\n{\"n\": null}\n"],
      finds: #"""
        orders.yaml:5:77: error: ":04d" is not a format for values of several kinds [scenario.placeholder]
          |
        5 | templates: {order: {format: json, data: {file: a.ndjson}, value: '"{{data.n:04d}}"'}}
          |                                                                             ^~~ for example :<12, :>12 or :^12
        """#),
    Fault(
      "a column behind raw, in quotes", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: 'a {{raw data["e mail"]}}'}}
      """#, files: ["users.csv": "e-mail,nächste\n1,2\n"],
      finds: #"""
        orders.yaml:5:62: error: "users.csv" has no column "e mail" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: 'a {{raw data["e mail"]}}'}}
          |                                                              ^~~~~~~~~~~~~~ did you mean "data["e-mail"]"?
        """#),
    Fault(
      "a field of a cell", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email.upper}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:56: error: "email" is a CSV cell, which has no fields [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data.email.upper}}'}}
          |                                                        ^~~~~~~~~~~~~~~~ write .upper() to call the method
        """#),
    Fault(
      "a column has no name", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:61: error: a name is missing [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data.}}'}}
          |                                                             ^ write data.NAME or data["NAME"]
        """#),
    Fault(
      "brackets that nothing closes", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data["email"}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:61: error: a name in brackets is not closed [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data["email"}}'}}
          |                                                             ^~~~~~~ close it with ]
        """#),
    Fault(
      "a method of text that there is not", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email.uper()}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:67: error: unknown method "uper" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data.email.uper()}}'}}
          |                                                                   ^~~~ did you mean "upper"?
        """#),
    Fault(
      "a format that text does not have", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.name:08d}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:5:66: error: ":08d" is not a format for a cell of data [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data.name:08d}}'}}
          |                                                                  ^~~ a cell is text; for example :<12, :>12 or :^12
        """#),
    Fault(
      "a format that decimal numbers do not have", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.n:.2f}}'}}
      """#, files: ["a.ndjson": "{\"n\": 1.5}\n"],
      finds: #"""
        orders.yaml:5:62: error: ":.2f" is not a format for a cell of data [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: a.ndjson}, value: '{{data.n:.2f}}'}}
          |                                                              ^~~ a cell is text; for example :<12, :>12 or :^12
        """#),
    Fault(
      "a method of a whole number", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.n.zfill(3)}}'}}
      """#, files: ["a.ndjson": "{\"n\": 1}\n"],
      finds: #"""
        orders.yaml:5:62: error: "zfill" is a method of text, but this is a whole number [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: a.ndjson}, value: '{{data.n.zfill(3)}}'}}
          |                                                              ^~~~~ use a format such as :08d
        """#),
  ]
}
