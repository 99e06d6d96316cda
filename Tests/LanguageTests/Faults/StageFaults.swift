extension Fault {
  static let stageFaults: [Fault] = [
    Fault(
      "a key that defaults cannot have is not missed in every stage", .stages, schema: .refused,
      #"""
      defaults: {duration: 1s, rate: 5/s}
      stages: [{name: a}, {name: b}]
      """#,
      finds: #"""
        orders.yaml:6:12: error: "duration" is not allowed in defaults [scenario.not-allowed]
          |
        6 | defaults: {duration: 1s, rate: 5/s}
          |            ^~~~~~~~ write it in each stage
        """#),
    Fault(
      "a key that defaults cannot have", .stages, schema: .refused,
      #"""
      defaults: {count: 10}
      stages: [{name: all, count: 10}]
      """#,
      finds: #"""
        orders.yaml:6:12: error: "count" is not allowed in defaults [scenario.not-allowed]
          |
        6 | defaults: {count: 10}
          |            ^~~~~ write it in each stage
        """#),
    Fault(
      "an unknown template in the defaults, reported once", .stages,
      #"""
      defaults: {template: ordr}
      stages: [{name: a, count: 10}, {name: b, count: 10}]
      """#,
      finds: #"""
        orders.yaml:6:22: error: unknown template "ordr" [scenario.unknown-name]
          |
        6 | defaults: {template: ordr}
          |                      ^~~~ did you mean "order"?
        """#),
    Fault(
      "stages as a mapping", .stages, schema: .refused,
      #"""
      stages: {all: {count: 10}}
      """#,
      finds: #"""
        orders.yaml:6:9: error: "stages" must be a list, not a mapping [scenario.wrong-kind]
          |
        6 | stages: {all: {count: 10}}
          |         ^~~~~~~~~~~~~~~~~~
        """#),
    Fault(
      "no stages", .stages, schema: .refused,
      #"""
      stages: []
      """#,
      finds: #"""
        orders.yaml:6:1: error: "stages" is empty [scenario.missing-key]
          |
        6 | stages: []
          | ^~~~~~ for example "stages: [{name: all, count: 1000}]"
        """#),
    Fault(
      "a stage that is not a mapping", .stages, schema: .refused,
      #"""
      stages: [all]
      """#,
      finds: #"""
        orders.yaml:6:10: error: "stage 1" must be a mapping of keys, not text [scenario.wrong-kind]
          |
        6 | stages: [all]
          |          ^~~
        """#),
    Fault(
      "a stage without a name", .stages, schema: .refused,
      #"""
      stages: [{count: 10}]
      """#,
      finds: #"""
        orders.yaml:6:11: error: "name" is missing in stage 1 [scenario.missing-key]
          |
        6 | stages: [{count: 10}]
          |           ^~~~~ for example "name: peak"
        """#),
    Fault(
      "two stages of one name", .stages,
      #"""
      stages:
        - {name: all, count: 10}
        - {name: all, count: 20}
      """#,
      finds: #"""
        orders.yaml:8:12: error: two stages are named "all" [scenario.duplicate-name]
          |
        8 |   - {name: all, count: 20}
          |            ^~~ the first is in line 7
        """#),
  ]
}
