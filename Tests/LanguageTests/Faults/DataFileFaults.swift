extension Fault {
  /// Faults of data files, at their own lines.
  static let dataFileFaults: [Fault] = [
    Fault(
      "a data file that is not there", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#,
      finds: #"""
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
      finds: #"""
        orders.yaml:5:34: warning: no placeholder uses "users.csv" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: users.csv}, value: 'a'}}
          |                                  ^~~~~~~~~ for example {{data.email}} where it belongs
        """#),
    Fault(
      "an order that there is not", .templates, schema: .refused,
      #"""
      templates: {order: {data: {file: users.csv, order: random}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
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
      finds: #"""
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
      finds: #"""
        orders.yaml:5:34: error: "users.csv" has no rows [scenario.data]
          |
        5 | templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
          |                                  ^~~~~~~~~ write rows below the header
        """#),
    Fault(
      "NDJSON without rows", .templates,
      #"""
      templates: {order: {data: {file: a.jsonl}, value: '{{data.email}}'}}
      """#, files: ["a.jsonl": "\n \n"],
      finds: #"""
        orders.yaml:5:34: error: "a.jsonl" has no rows [scenario.data]
          |
        5 | templates: {order: {data: {file: a.jsonl}, value: '{{data.email}}'}}
          |                                  ^~~~~~~ write one object per line
        """#),
    Fault(
      "a row with too few cells", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,b\nc\nd,e\n"],
      finds: #"""
        users.csv:3:1: error: this row has 1 cell, but the header has 2 [scenario.data]
          |
        3 | c
          | ^ write every cell, including empty ones
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a row with too many cells, behind a cell of two lines", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\n\"a\n\",b\nMöller,c,d\n"],
      finds: #"""
        users.csv:4:1: error: this row has 3 cells, but the header has 2 [scenario.data]
          |
        4 | Möller,c,d
          | ^~~~~~~~~~ put quotes around a cell that contains a comma
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a blank line among columns", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,b\n\n"],
      finds: #"""
        users.csv:3:1: error: this line is empty [scenario.data]
          |
        3 |
          | ^ remove it
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "text after a closing quote", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\n\"a\" ,b\n"],
      finds: #"""
        users.csv:2:4: error: text after a closing quote [scenario.data]
          |
        2 | "a" ,b
          |    ^ write each quote inside a cell twice
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a quote is not closed", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,\"b\nc,d\n"],
      finds: #"""
        users.csv:2:3: error: a quote is not closed [scenario.data]
          |
        2 | a,"b
          |   ^ close it, or write it twice inside a cell
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a quote in the middle", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na,b \"c\"\n"],
      finds: #"""
        users.csv:2:5: error: a quote inside a cell without quotes [scenario.data]
          |
        2 | a,b "c"
          |     ^ put quotes around the whole cell, and write each quote inside it twice
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a carriage return alone", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,name\na\rb,c\n"],
      finds: #"""
        users.csv:2:2: error: a carriage return without a line feed [scenario.data]
          |
        2 | a\u{D}b,c
          |  ^~~~~ end lines with a line feed, or put quotes around the cell
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "two columns of one name", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,\"email\"\na,b\n"],
      finds: #"""
        users.csv:1:7: error: two columns are named "email" [scenario.data]
          |
        1 | email,"email"
          |       ^~~~~~~ use another name
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a column that has no name", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      """#, files: ["users.csv": "email,\na,b\n"],
      finds: #"""
        users.csv:1:6: error: the header ends with a comma, so its last column has no name [scenario.data]
          |
        1 | email,
          |      ^ write a name, or remove the comma
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a line that is no JSON", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.email}}'}}
      """#, files: ["a.ndjson": "{\"email\": \"a\"}\n\n{\"email\": \"b\",}\n"],
      finds: #"""
        a.ndjson:3:15: error: this line is not JSON: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.data]
          |
        3 | {"email": "b",}
          |               ^ write one object per line, such as {"email": "a@example.com"}
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a line that is an array", .templates,
      #"""
      templates: {order: {data: {file: a.json}, value: '{{data.email}}'}}
      """#, files: ["a.json": "[{\"email\": \"a\"}]\n"],
      finds: #"""
        a.json:1:1: error: the file is a list, not one object per line [scenario.data]
          |
        1 | [{"email": "a"}]
          | ^ jq -c '.[]' OLD > NEW.ndjson writes one object per line
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "an object over several lines", .templates,
      #"""
      templates: {order: {data: {file: a.json}, value: '{{data.email}}'}}
      """#, files: ["a.json": "{\n  \"email\": \"a\"\n}\n"],
      finds: #"""
        a.json:1:1: error: this object goes on in the next line [scenario.data]
          |
        1 | {
          | ^ jq -c . OLD > NEW.ndjson writes one object per line
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a field that one row lacks", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.user.name}}'}}
      """#, files: ["a.ndjson": "{\"user\": {\"name\": \"a\"}}\n{\"user\": {\"nam\": \"b\"}}\n{\"user\": 5}\n"],
      finds: #"""
        a.ndjson:2:1: error: "user.name" is missing in this row [scenario.data]
          |
        2 | {"user": {"nam": "b"}}
          | ^~~~~~~~~~~~~~~~~~~~~~ write it, or null
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a field that no row has", .templates,
      #"""
      templates: {order: {data: {file: a.ndjson}, value: '{{data.user.nane}}'}}
      """#, files: ["a.ndjson": "{\"user\": {\"name\": \"a\"}, \"x-y\": 1}\n"],
      finds: #"""
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
      finds: #"""
        orders.yaml:5:51: error: "rows" has no field "b" [scenario.placeholder]
          |
        5 | templates: {order: {data: {file: rows}, value: '{{data.b}}'}}
          |                                                   ^~~~~~ it has data.a
        """#),
  ]
}
