extension Fault {
  static let includeFaults: [Fault] = [
    Fault(
      "an included file that is not there", .topics,
      #"""
      topics: {orders: {partitions: 6}}
      include: [common.yaml]
      """#,
      finds: #"""
        orders.yaml:5:11: error: "common.yaml" cannot be read: No such file or directory [scenario.include]
          |
        5 | include: [common.yaml]
          |           ^~~~~~~~~~~ a path is relative to the file in which it is written
        """#),
    Fault(
      "a web address", .topics,
      #"""
      topics: {orders: {partitions: 6}}
      include: ["https://example.org/common.yaml"]
      """#,
      finds: #"""
        orders.yaml:5:11: error: "https://example.org/common.yaml" is not a file [scenario.include]
          |
        5 | include: ["https://example.org/common.yaml"]
          |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ only files can be included
        """#),
    Fault(
      "a file that includes itself by another", .topics,
      #"""
      topics: {orders: {partitions: 6}}
      include: [parts/a.yaml]
      """#,
      files: [
        "parts/a.yaml": "version: 1\ninclude: [b.yaml]\n",
        "parts/b.yaml": "version: 1\ninclude: [a.yaml]\n",
      ],
      finds: #"""
        parts/b.yaml:2:11: error: "a.yaml" includes itself: parts/a.yaml → parts/b.yaml → parts/a.yaml [scenario.include]
          |
        2 | include: [a.yaml]
          |           ^~~~~~ remove one of them
        """#),
    Fault(
      "an included file with stages, a name and a mistake", .topics,
      #"""
      topics: {orders: {partitions: 6}}
      include: [common.yaml]
      """#,
      files: ["common.yaml": "version: 1\nname: common\ndefaults: {rate: 500}\nstages: []\n"],
      finds: #"""
        common.yaml:2:1: error: "name" is not allowed in an included file [scenario.not-allowed]
          |
        2 | name: common
          | ^~~~ write it in the file that includes this one

        common.yaml:3:18: error: rate "500" has no unit [scenario.bad-value]
          |
        3 | defaults: {rate: 500}
          |                  ^~~ write "500/s"

        common.yaml:4:1: error: "stages" is not allowed in an included file [scenario.not-allowed]
          |
        4 | stages: []
          | ^~~~~~ write it in the file that includes this one
        """#),
    Fault(
      "an included file without a version", .topics,
      #"""
      topics: {orders: {partitions: 6}}
      include: [common.yaml]
      """#,
      files: ["common.yaml": "defaults: {measure: false}\n"],
      finds: #"""
        common.yaml:1:1: error: "version" is missing in an included file [scenario.missing-key]
          |
        1 | defaults: {measure: false}
          | ^~~~~~~~ write "version: 1"
        """#),
    Fault(
      "an included file of a newer version", .topics,
      #"""
      topics: {orders: {partitions: 6}}
      include: [common.yaml]
      """#,
      files: ["common.yaml": "version: 2\ndefaults: {colour: red}\n"],
      finds: #"""
        common.yaml:1:10: error: version 2 of the language needs a newer release of rehearse [scenario.version]
          |
        1 | version: 2
          |          ^ this one reads version 1
        """#),
    Fault(
      "an included file that is no YAML", .topics,
      #"""
      topics: {orders: {partitions: 6}}
      include: [common.yaml]
      """#,
      files: ["common.yaml": "version: 1\ndefaults: {rate: [}\n"],
      finds: #"""
        common.yaml:2:19: error: "[" is closed by "}" [scenario.yaml]
          |
        2 | defaults: {rate: [}
          |                   ^ write ]
        """#),
    Fault(
      "an alias of an anchor in an included file", .stages, schema: .unreadable,
      #"""
      include: [common.yaml]
      stages: [{name: all, <<: *quick}]
      """#,
      files: ["common.yaml": "version: 1\nx-quick: &quick {count: 10}\n"],
      finds: #"""
        orders.yaml:7:26: error: no anchor "&quick" is defined above [scenario.alias]
          |
        7 | stages: [{name: all, <<: *quick}]
          |                          ^~~~~~ an anchor is written before the value that it names: &quick; text that begins with * needs quotes
        """#),
  ]
}
