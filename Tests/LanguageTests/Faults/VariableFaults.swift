extension Fault {
  static let variableFaults: [Fault] = [
    Fault(
      "variables that are not set, each once, with where they are used again", .cluster,
      #"""
      cluster:
        brokers: ${KAFKA_BROKERS}
        librdkafka: {client.id: "${BUILD:?set BUILD to the build's number}", group.instance.id: "${KAFKA_BROKERS}"}
      """#,
      finds: #"""
        orders.yaml:4:12: error: variable "KAFKA_BROKERS" is not set [scenario.unset-variable]
          |
        4 |   brokers: ${KAFKA_BROKERS}
          |            ^~~~~~~~~~~~~~~~ set it, or write ${KAFKA_BROKERS:-default}
          = note: it is used again at orders.yaml:5:92

        orders.yaml:5:28: error: variable "BUILD" is not set [scenario.unset-variable]
          |
        5 |   librdkafka: {client.id: "${BUILD:?set BUILD to the build's number}", group.instance.id: "${KAFKA_BROKERS}"}
          |                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ set BUILD to the build's number
        """#),
    Fault(
      "a variable that is empty counts as unset", .cluster,
      #"""
      cluster: {brokers: "${KAFKA_BROKERS}"}
      """#, variables: ["KAFKA_BROKERS": ""],
      finds: #"""
        orders.yaml:3:21: error: variable "KAFKA_BROKERS" is not set [scenario.unset-variable]
          |
        3 | cluster: {brokers: "${KAFKA_BROKERS}"}
          |                     ^~~~~~~~~~~~~~~~ set it, or write ${KAFKA_BROKERS:-default}
        """#),
    Fault(
      "a variable that holds what does not fit", .stages,
      #"""
      stages: [{name: all, rate: "${RATE}", duration: 5s}]
      """#, variables: ["RATE": "fast"],
      finds: #"""
        orders.yaml:6:28: error: rate "${RATE}" is not a rate [scenario.bad-value]
          |
        6 | stages: [{name: all, rate: "${RATE}", duration: 5s}]
          |                            ^~~~~~~~~ for example "500/s", "20k/s" or "max"
          = note: ${RATE} is "fast"
        """#),
    Fault(
      "a variable named like a secret is not shown", .stages,
      #"""
      stages: [{name: all, rate: "${RATE_TOKEN}", duration: 5s, topic: "${API_TOKEN}"}]
      """#, variables: ["RATE_TOKEN": "hunter2", "API_TOKEN": "hunter3"],
      finds: #"""
        orders.yaml:6:28: error: rate "${RATE_TOKEN}" does not fit here [scenario.bad-value]
          |
        6 | stages: [{name: all, rate: "${RATE_TOKEN}", duration: 5s, topic: "${API_TOKEN}"}]
          |                            ^~~~~~~~~~~~~~~

        orders.yaml:6:66: error: unknown topic "${API_TOKEN}" [scenario.unknown-name]
          |
        6 | stages: [{name: all, rate: "${RATE_TOKEN}", duration: 5s, topic: "${API_TOKEN}"}]
          |                                                                  ^~~~~~~~~~~~~~ declared: orders
        """#),
    Fault(
      "braces that nothing closes", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: "${RATE", duration: 5s}]
      """#,
      finds: #"""
        orders.yaml:6:29: error: "${RATE" has no "}" [scenario.interpolation]
          |
        6 | stages: [{name: all, rate: "${RATE", duration: 5s}]
          |                             ^~~~~~ close it, or write $${ for the characters themselves
        """#),
    Fault(
      "a value cut at a comment", .name, schema: .refused,
      #"""
      name: ${NAME:?see #5}
      """#,
      finds: #"""
        orders.yaml:2:7: error: "${NAME:?see" is cut off: " #" begins a comment [scenario.needs-quotes]
          |
        2 | name: ${NAME:?see #5}
          |       ^~~~~~~~~~~ put the whole value in quotes
        """#),
    Fault(
      "an operator of the shell's", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: "${RATE-1k/s}", duration: "${1}", topic: "${A:-${B}}"}]
      """#,
      finds: #"""
        orders.yaml:6:29: error: "${RATE-1k/s}" is not a variable [scenario.interpolation]
          |
        6 | stages: [{name: all, rate: "${RATE-1k/s}", duration: "${1}", topic: "${A:-${B}}"}]
          |                             ^~~~~~~~~~~~ write ${RATE:-1k/s}

        orders.yaml:6:55: error: "${1}" does not name a variable [scenario.interpolation]
          |
        6 | stages: [{name: all, rate: "${RATE-1k/s}", duration: "${1}", topic: "${A:-${B}}"}]
          |                                                       ^~~~ a name has letters, digits and _, and does not begin with a digit

        orders.yaml:6:70: error: "${A:-${B}" contains another variable [scenario.interpolation]
          |
        6 | stages: [{name: all, rate: "${RATE-1k/s}", duration: "${1}", topic: "${A:-${B}}"}]
          |                                                                      ^~~~~~~~~ variables cannot be nested
        """#),
    Fault(
      "embedded from a variable", .cluster,
      #"""
      cluster: {brokers: "${KAFKA_BROKERS}"}
      """#, variables: ["KAFKA_BROKERS": "embedded"],
      finds: #"""
        orders.yaml:3:20: error: brokers "${KAFKA_BROKERS}" cannot become "embedded" through a variable [scenario.bad-value]
          |
        3 | cluster: {brokers: "${KAFKA_BROKERS}"}
          |                    ^~~~~~~~~~~~~~~~~~ write "embedded" in the file
          = note: ${KAFKA_BROKERS} is "embedded"
        """#),
    Fault(
      "an interpolation in a template: a warning", .templates,
      #"""
      templates: {order: {value: "build ${BUILD}"}}
      """#,
      finds: #"""
        orders.yaml:5:35: warning: "${BUILD}" is sent as is: templates do not replace variables [scenario.literal-variable]
          |
        5 | templates: {order: {value: "build ${BUILD}"}}
          |                                   ^~~~~~~~ write vars: {build: "${BUILD}"}, and {{vars.build}} here
        """#),
    Fault(
      "an unknown variable of the scenario", .templates,
      #"""
      vars: {build: local}
      templates: {order: {value: "build {{vars.biuld}}"}}
      """#,
      finds: #"""
        orders.yaml:6:35: error: unknown variable "biuld" [scenario.unknown-name]
          |
        6 | templates: {order: {value: "build {{vars.biuld}}"}}
          |                                   ^~~~~~~~~~~~~~ did you mean "build"?
        """#),
    Fault(
      "a variable outside the quotes of JSON", .templates,
      #"""
      vars: {build: local}
      templates: {order: {format: json, value: '{"build": {{vars.build}}}'}}
      """#,
      finds: #"""
        orders.yaml:6:53: error: "{{vars.build}}" is text, and is outside quotes [scenario.json]
          |
        6 | templates: {order: {format: json, value: '{"build": {{vars.build}}}'}}
          |                                                     ^~~~~~~~~~~~~~ put quotes around it
        """#),
    Fault(
      "a name that a template cannot write", .name, schema: .refused,
      #"""
      name: orders
      vars: {build-number: "1"}
      """#,
      finds: #"""
        orders.yaml:3:8: error: "build-number" cannot be named in a template [scenario.bad-name]
          |
        3 | vars: {build-number: "1"}
          |        ^~~~~~~~~~~~ a name has letters, digits and _, and does not begin with a digit
        """#),
  ]
}
