extension Fault {
  /// Of a template's data: at its placeholders, and at the lines of the files.
  static let dataFaults: [Fault] = [
    Fault(
      "a column that there is not", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.emial}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
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
      #"""
      orders.yaml:5:57: error: "users.csv" has no column "telephone" [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{ data.telephone.upper() }}'}}
        |                                                         ^~~~~~~~~~~~~~ there are data.email, data.name
      """#),
    Fault(
      "a placeholder that names no column", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
      orders.yaml:5:54: error: "{{data}}" names no column [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data}}'}}
        |                                                      ^~~~~~~~ write such as {{data.COLUMN}} or {{data["COLUMN"]}}
      """#),
    Fault(
      "a number in brackets", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data[0]}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
      orders.yaml:5:54: error: "{{data[0]}}" names no column [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data[0]}}'}}
        |                                                      ^~~~~~~~~~~ write such as {{data.COLUMN}} or {{data["COLUMN"]}}
      """#),
    Fault(
      "a column in brackets without quotes", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data[email]}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
      orders.yaml:5:54: error: "{{data[email]}}" names no column [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data[email]}}'}}
        |                                                      ^~~~~~~~~~~~~~~ write such as {{data.COLUMN}} or {{data["COLUMN"]}}
      """#),
    Fault(
      "what only resembles data, and no warning beside it", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{Data.email}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
      orders.yaml:5:54: error: unknown placeholder "{{Data.email}}" [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{Data.email}}'}}
        |                                                      ^~~~~~~~~~~~~~ known are {{seq}}, {{stage.name}}, {{run.id}}, {{data.COLUMN}}, and functions such as {{faker.name()}}
      """#),
    Fault(
      "a placeholder that is not closed, and no warning beside it", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
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
      #"""
      orders.yaml:5:34: warning: nothing takes from "users.csv" [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, let: {a: '{{seq}}', b: '{{a}}'}, value: '{{b}}'}}
        |                                  ^~~~~~~~~ write such as {{data.email}} where it is meant
      """#),
    Fault(
      "cells between semicolons", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email;name\na@example.com;Ann\n"],
      #"""
      orders.yaml:5:56: error: "users.csv" has no column "email" [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
        |                                                        ^~~~~~~~~~ there is data["email;name"] alone: separate cells by commas, not by semicolons
      """#),
    Fault(
      "a format of whole numbers where one is null", .templates,
      #"""
      templates: {order: {format: json, data: {file: a.ndjson}, value: '"{{data.n:04d}}"'}}
      """#, files: ["a.ndjson": "{\"n\": 1}\n{\"n\": null}\n"],
      #"""
      orders.yaml:5:77: error: ":04d" is no format of values of several kinds [scenario.placeholder]
        |
      5 | templates: {order: {format: json, data: {file: a.ndjson}, value: '"{{data.n:04d}}"'}}
        |                                                                             ^~~ write such as :<12, :>12 or :^12
      """#),
    Fault(
      "a column behind raw, in quotes", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: 'a {{raw data["e mail"]}}'}}
      """#, files: ["users.csv": "e-mail,nächste\n1,2\n"],
      #"""
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
      #"""
      orders.yaml:5:56: error: "email" is a cell of CSV, which has nothing in it [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data.email.upper}}'}}
        |                                                        ^~~~~~~~~~~~~~~~ a method is written .upper()
      """#),
    Fault(
      "a column without a name", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
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
      #"""
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
      #"""
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
      #"""
      orders.yaml:5:66: error: ":08d" is no format of a cell of data [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data.name:08d}}'}}
        |                                                                  ^~~ it is text: write such as :<12, :>12 or :^12
      """#),
    Fault(
      "a format that decimal numbers do not have", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.n:.2f}}'}}
      """#, files: ["a.ndjson": "{\"n\": 1.5}\n"],
      #"""
      orders.yaml:5:62: error: ":.2f" is no format of a cell of data [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: a.ndjson}, value: '{{data.n:.2f}}'}}
        |                                                              ^~~ it is text: write such as :<12, :>12 or :^12
      """#),
    Fault(
      "a method of a whole number", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.n.zfill(3)}}'}}
      """#, files: ["a.ndjson": "{\"n\": 1}\n"],
      #"""
      orders.yaml:5:62: error: "zfill" is a method of text, and this is a whole number [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: a.ndjson}, value: '{{data.n.zfill(3)}}'}}
        |                                                              ^~~~~ write a format such as :08d
      """#),
    Fault(
      "a data file that is not there", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#,
      #"""
      orders.yaml:5:34: error: "users.csv" cannot be read: No such file or directory [scenario.bad-value]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
        |                                  ^~~~~~~~~ a path is relative to the file in which it is written
      """#),
    Fault(
      "data that nothing takes: a warning", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: 'a'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
      orders.yaml:5:34: warning: nothing takes from "users.csv" [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: users.csv}, value: 'a'}}
        |                                  ^~~~~~~~~ write such as {{data.email}} where it is meant
      """#),
    Fault(
      "an order that there is not", .templates, schema: .refused,
      #"""
      templates: {order: {data: {file: users.csv, order: random}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      #"""
      orders.yaml:5:52: error: unknown order "random" [scenario.bad-value]
        |
      5 | templates: {order: {data: {file: users.csv, order: random}, value: '{{data.email}}'}}
        |                                                    ^~~~~~ write one of: in-order, shuffled, once
      """#),
    Fault(
      "an empty data file", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": ""],
      #"""
      orders.yaml:5:34: error: "users.csv" is empty [scenario.data]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
        |                                  ^~~~~~~~~ write a row with the columns' names
      """#),
    Fault(
      "a header without rows", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email\n"],
      #"""
      orders.yaml:5:34: error: "users.csv" has no rows [scenario.data]
        |
      5 | templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
        |                                  ^~~~~~~~~ write some beneath the header
      """#),
    Fault(
      "NDJSON without rows", .templates,
      #"""
      templates: {order: {data: {file: a.jsonl}, value: '{{data.email}}'}}
      """#, files: ["a.jsonl": "\n \n"],
      #"""
      orders.yaml:5:34: error: "a.jsonl" has no rows [scenario.data]
        |
      5 | templates: {order: {data: {file: a.jsonl}, value: '{{data.email}}'}}
        |                                  ^~~~~~~ write one object a line
      """#),
    Fault(
      "a row with too few cells", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,b\nc\nd,e\n"],
      #"""
      users.csv:3:1: error: this row has 1 cell, and the header 2 [scenario.data]
        |
      3 | c
        | ^ write all of them, those that are empty, too
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a row with too many cells, behind a cell of two lines", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\n\"a\n\",b\nMöller,c,d\n"],
      #"""
      users.csv:4:1: error: this row has 3 cells, and the header 2 [scenario.data]
        |
      4 | Möller,c,d
        | ^~~~~~~~~~ put quotes around a cell that has a comma
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a blank line among columns", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,b\n\n"],
      #"""
      users.csv:3:1: error: this line is empty [scenario.data]
        |
      3 |
        | ^ take it out
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "text behind a closing quote", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\n\"a\" ,b\n"],
      #"""
      users.csv:2:4: error: text behind a closing quote [scenario.data]
        |
      2 | "a" ,b
        |    ^ inside of a cell each quote is written twice
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a quote that nothing closes", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,\"b\nc,d\n"],
      #"""
      users.csv:2:3: error: a quote that nothing closes [scenario.data]
        |
      2 | a,"b
        |   ^ close it, or write it twice inside of a cell
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a quote in the middle", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,b \"c\"\n"],
      #"""
      users.csv:2:5: error: a quote in a cell that does not begin with one [scenario.data]
        |
      2 | a,b "c"
        |     ^ put quotes around the whole cell, and write those inside of it twice
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a carriage return alone", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na\rb,c\n"],
      #"""
      users.csv:2:2: error: a carriage return without a line feed [scenario.data]
        |
      2 | a\u{d}b,c
        |  ^~~~~ end lines with a line feed, or put quotes around the cell
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "two columns of one name", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,\"email\"\na,b\n"],
      #"""
      users.csv:1:7: error: two columns are named "email" [scenario.data]
        |
      1 | email,"email"
        |       ^~~~~~~ write another name
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a column that has no name", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,\na,b\n"],
      #"""
      users.csv:1:7: error: a column without a name [scenario.data]
        |
      1 | email,
        |       ^ name it, or take the column out
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a line that is no JSON", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.email}}'}}
      """#, files: ["a.ndjson": "{\"email\": \"a\"}\n\n{\"email\": \"b\",}\n"],
      #"""
      a.ndjson:3:15: error: this line is not JSON: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.data]
        |
      3 | {"email": "b",}
        |               ^ write one object a line, such as {"email": "a@example.com"}
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a line that is an array", .templates,
      #"""
      templates: {order: {data: {file: a.json}, value: '{{data.email}}'}}
      """#, files: ["a.json": "[{\"email\": \"a\"}]\n"],
      #"""
      a.json:1:1: error: this line is no object: it is an array [scenario.data]
        |
      1 | [{"email": "a"}]
        | ^ write one object a line, such as {"email": "a@example.com"}
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "an object over several lines", .templates,
      #"""
      templates: {order: {data: {file: a.json}, value: '{{data.email}}'}}
      """#, files: ["a.json": "{\n  \"email\": \"a\"\n}\n"],
      #"""
      a.json:1:1: error: this line is not JSON: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.data]
        |
      1 | {
        | ^ write one object a line, such as {"email": "a@example.com"}
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a field that one row lacks", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.user.name}}'}}
      """#, files: ["a.ndjson": "{\"user\": {\"name\": \"a\"}}\n{\"user\": {\"nam\": \"b\"}}\n{\"user\": 5}\n"],
      #"""
      a.ndjson:2:1: error: "user.name" is missing in this row [scenario.data]
        |
      2 | {"user": {"nam": "b"}}
        | ^~~~~~~~~~~~~~~~~~~~~~ write it, or null
        = note: template "order" takes its data from here at orders.yaml:5:34
      """#),
    Fault(
      "a field that no row has", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.user.nane}}'}}
      """#, files: ["a.ndjson": "{\"user\": {\"name\": \"a\"}, \"x-y\": 1}\n"],
      #"""
      orders.yaml:5:55: error: "a.ndjson" has no field "user.nane" [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: a.ndjson}, value: '{{data.user.nane}}'}}
        |                                                       ^~~~~~~~~~~~~~ did you mean "data.user.name"?
      """#),
    Fault(
      "a file of another ending that begins with a brace", .templates,
      #"""
      templates: {order: {data: {file: rows}, value: '{{data.b}}'}}
      """#, files: ["rows": " {\"a\": 1}\n"],
      #"""
      orders.yaml:5:51: error: "rows" has no field "b" [scenario.placeholder]
        |
      5 | templates: {order: {data: {file: rows}, value: '{{data.b}}'}}
        |                                                   ^~~~~~ there is data.a
      """#),
    Fault(
      "a cell outside quotes that is no JSON", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '{"n": {{data.n}}}'}}
      """#, files: ["users.csv": "n\n1\ntrue\n-2.5e3\n\"\"\"text\"\"\"\nnull\n007\nx\n"],
      #"""
      users.csv:7:1: error: this cell is no value of JSON, and data.n stands outside quotes [scenario.json]
        |
      7 | 007
        | ^~~ write a number, true, false or null, or put quotes around {{data.n}}
        = note: template "order" takes its data from here at orders.yaml:5:48
      """#),
    Fault(
      "the same by way of a name", .templates,
      #"""
      templates:
        order:
          format: json
          data: {file: users.csv}
          let: {x: '{{data.name}}'}
          value: '["{{x}}", {{x}}]'
      """#, files: ["users.csv": "id,name\n1,\"Ann\nB\"\n"],
      #"""
      users.csv:2:3: error: this cell is no value of JSON, and data.name stands outside quotes [scenario.json]
        |
      2 | 1,"Ann
        |   ^~~~ write a number, true, false or null, or put quotes around {{data.name}}
        = note: template "order" takes its data from here at orders.yaml:8:18
      """#),
    Fault(
      "a cell outside quotes that is empty", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '[{{data.n}}]'}}
      """#, files: ["users.csv": "n,m\n1,\n,2\n"],
      #"""
      users.csv:3:1: error: this cell is no value of JSON, and data.n stands outside quotes [scenario.json]
        |
      3 | ,2
        | ^ write a number, true, false or null, or put quotes around {{data.n}}
        = note: template "order" takes its data from here at orders.yaml:5:48
      """#),
    Fault(
      "a changed cell outside quotes", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '[{{data.n.strip()}}]'}}
      """#, files: ["users.csv": "n\n1\n"],
      #"""
      orders.yaml:5:69: error: "{{data.n.strip()}}" is text, and stands outside quotes [scenario.json]
        |
      5 | templates: {order: {format: json, data: {file: users.csv}, value: '[{{data.n.strip()}}]'}}
        |                                                                     ^~~~~~~~~~~~~~~~~~ put quotes around it
      """#),
    Fault(
      "a key of JSON outside quotes", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '{ {{data.n}}: 1}'}}
      """#, files: ["users.csv": "n\n1\n"],
      #"""
      orders.yaml:5:70: error: "{{data.n}}" is a key, and stands outside quotes [scenario.json]
        |
      5 | templates: {order: {format: json, data: {file: users.csv}, value: '{ {{data.n}}: 1}'}}
        |                                                                      ^~~~~~~~~~ put quotes around it
      """#),
    Fault(
      "characters that XML cannot hold: a warning", .templates,
      #"""
      templates: {order: {format: xml, data: {file: users.csv}, value: '<a>{{data.n}}</a>'}}
      """#, files: ["users.csv": "n\nfine\nbad\u{1}\nworse\u{2}\n"],
      #"""
      users.csv:3:1: warning: 2 cells of data.n with what XML cannot hold, such as U+0001: their messages are withheld [scenario.xml]
        |
      3 | bad\u{1}
        | ^~~~~~~~ take the character out
        = note: template "order" takes its data from here at orders.yaml:5:47
      """#),
  ]
}
