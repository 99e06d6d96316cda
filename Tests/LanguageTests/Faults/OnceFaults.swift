extension Fault {
  /// Faults of stages whose templates use each row once.
  static let onceFaults: [Fault] = [
    Fault(
      "more messages than rows", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {data: {file: users.csv, order: once}, value: '{{data.email}}'}}
      stages: [{name: all, count: 3}]
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:6:29: error: 3 messages in stage "all", and template "order" has 2 rows, each used once [scenario.data]
          |
        6 | stages: [{name: all, count: 3}]
          |                             ^ write count: 2 or less, or order: in-order, which starts again after the last row
        """#),
    Fault(
      "more messages in a time than rows", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {data: {file: users.csv, order: once}, value: '{{data.email}}'}}
      stages: [{name: all, rate: 10/s, duration: 1s}]
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:6:44: error: 10 messages in stage "all", and template "order" has 2 rows, each used once [scenario.data]
          |
        6 | stages: [{name: all, rate: 10/s, duration: 1s}]
          |                                            ^~ write count: 2 or less instead of the duration, or order: in-order, which starts again after the last row
        """#),
    Fault(
      "an unknown template beside one whose rows could have ended the stage", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {data: {file: users.csv, order: once}, value: '{{data.email}}'}}
      stages: [{name: all, template: odrer}]
      """#, files: ["users.csv": "email,name\na@example.com,Ann\n"],
      finds: #"""
        orders.yaml:6:32: error: unknown template "odrer" [scenario.unknown-name]
          |
        6 | stages: [{name: all, template: odrer}]
          |                                ^~~~~ did you mean "order"?
        """#),
    Fault(
      "the same in a mix", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {data: {file: users.csv, order: once}, value: '{{data.email}}'}}
      stages: [{name: all, mix: {odrer: 1}}]
      """#, files: ["users.csv": "email,name\na@example.com,Ann\n"],
      finds: #"""
        orders.yaml:6:28: error: unknown template "odrer" [scenario.unknown-name]
          |
        6 | stages: [{name: all, mix: {odrer: 1}}]
          |                            ^~~~~ did you mean "order"?
        """#),
    Fault(
      "a mix whose rows are not used up together", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        a: {data: {file: users.csv, order: once}, value: '{{data.email}}'}
        b: {data: {file: more.csv, order: once}, value: '{{data.email}}'}
      stages: [{name: all, mix: {a: 1, b: 2}}]
      """#,
      files: [
        "users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n",
        "more.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\nc,d\n",
      ],
      finds: #"""
        orders.yaml:8:17: error: the rows of the mix are not used up together in stage "all" [scenario.data]
          |
        8 | stages: [{name: all, mix: {a: 1, b: 2}}]
          |                 ^~~ write count: 3
          = note: template "a" has 2 rows, and takes 1 of 3 messages
          = note: template "b" has 3 rows, and takes 2 of 3 messages
        """#),
    Fault(
      "a mix that may have more messages than rows", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        a: {data: {file: users.csv, order: once}, value: '{{data.email}}'}
        b: {value: b}
      stages: [{name: all, mix: {a: 2, b: 3}, count: 8}]
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:8:48: error: 8 messages in stage "all", and template "a" has 2 rows, each used once [scenario.data]
          |
        8 | stages: [{name: all, mix: {a: 2, b: 3}, count: 8}]
          |                                                ^ write count: 5 or less, or order: in-order, which starts again after the last row
        """#),
    Fault(
      "a mix of which not one run has rows", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        a: {data: {file: users.csv, order: once}, value: '{{data.email}}'}
        b: {value: b}
      stages: [{name: all, mix: {a: 3, b: 4}, duration: 1s}]
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:8:51: error: the rows of the mix are not used up together in stage "all" [scenario.data]
          |
        8 | stages: [{name: all, mix: {a: 3, b: 4}, duration: 1s}]
          |                                                   ^~ write count: 2
          = note: template "a" has 2 rows, and takes 3 of 7 messages
        """#),
    Fault(
      "neither count nor duration, and rows that begin again", .whole, schema: .refused,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {data: {file: users.csv}, value: '{{data.email}}'}}
      stages: [{name: all}]
      """#, files: ["users.csv": "email,name\na@example.com,Ann\nb@example.com,Bo\n"],
      finds: #"""
        orders.yaml:6:17: error: neither "count" nor "duration" is written in stage "all" [scenario.missing-key]
          |
        6 | stages: [{name: all}]
          |                 ^~~ for example "duration: 30s"
        """#),
    Fault(
      "rows that could not be read", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {data: {file: users.csv, order: once}, value: '{{data.email}}'}}
      stages: [{name: all}]
      """#, files: ["users.csv": "email,name\na\n"],
      finds: #"""
        users.csv:2:1: error: this row has 1 cell, but the header has 2 [scenario.data]
          |
        2 | a
          | ^ write every cell, including empty ones
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
  ]
}
