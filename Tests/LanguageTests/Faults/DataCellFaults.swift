extension Fault {
  /// Cells that do not fit where the template uses them.
  static let dataCellFaults: [Fault] = [
    Fault(
      "a cell outside quotes that is no JSON", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '{"n": {{data.n}}}'}}
      """#, files: ["users.csv": "n\n1\ntrue\n-2.5e3\n\"\"\"text\"\"\"\nnull\n007\nx\n"],
      finds: #"""
        users.csv:7:1: error: this cell is not a JSON value, and data.n is outside quotes [scenario.json]
          |
        7 | 007
          | ^~~ write a number, true, false or null, or put quotes around {{data.n}}
          = note: template "order" reads its data from here at orders.yaml:5:48
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
      finds: #"""
        users.csv:2:3: error: this cell is not a JSON value, and data.name is outside quotes [scenario.json]
          |
        2 | 1,"Ann
          |   ^~~~ write a number, true, false or null, or put quotes around {{data.name}}
          = note: template "order" reads its data from here at orders.yaml:8:18
        """#),
    Fault(
      "a cell outside quotes that is empty", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '[{{data.n}}]'}}
      """#, files: ["users.csv": "n,m\n1,\n,2\n"],
      finds: #"""
        users.csv:3:1: error: this cell is not a JSON value, and data.n is outside quotes [scenario.json]
          |
        3 | ,2
          | ^ write a number, true, false or null, or put quotes around {{data.n}}
          = note: template "order" reads its data from here at orders.yaml:5:48
        """#),
    Fault(
      "a changed cell outside quotes", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '[{{data.n.strip()}}]'}}
      """#, files: ["users.csv": "n\n1\n"],
      finds: #"""
        orders.yaml:5:69: error: "{{data.n.strip()}}" is text, and is outside quotes [scenario.json]
          |
        5 | templates: {order: {format: json, data: {file: users.csv}, value: '[{{data.n.strip()}}]'}}
          |                                                                     ^~~~~~~~~~~~~~~~~~ put quotes around it
        """#),
    Fault(
      "a key of JSON outside quotes", .templates,
      #"""
      templates: {order: {format: json, data: {file: users.csv}, value: '{ {{data.n}}: 1}'}}
      """#, files: ["users.csv": "n\n1\n"],
      finds: #"""
        orders.yaml:5:70: error: "{{data.n}}" is a key, and is outside quotes [scenario.json]
          |
        5 | templates: {order: {format: json, data: {file: users.csv}, value: '{ {{data.n}}: 1}'}}
          |                                                                      ^~~~~~~~~~ put quotes around it
        """#),
    Fault(
      "characters that XML cannot hold: a warning", .templates,
      #"""
      templates: {order: {format: xml, data: {file: users.csv}, value: '<a>{{data.n}}</a>'}}
      """#, files: ["users.csv": "n\nfine\nbad\u{1}\nworse\u{2}\n"],
      finds: #"""
        users.csv:3:1: warning: 2 cells of data.n with characters that XML does not allow, such as U+0001: their messages are withheld [scenario.xml]
          |
        3 | bad\u{1}
          | ^~~~~~~~ remove the character
          = note: template "order" reads its data from here at orders.yaml:5:47
        """#),
  ]
}
