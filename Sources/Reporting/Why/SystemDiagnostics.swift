internal import Scenarios

/// Diagnostics of systems under test.
enum SystemDiagnostics {
  static let id = Explanation(
    "messages that nothing can recognise behind a system",
    """
    A system that takes messages over HTTP, or that writes others in their place, keeps no header of Kafka. What it passes on is \
    the payload, so the payload has to hold the id: {{id}}. It says which run, stage and message it is of.

    The messages of a stage carry the ids of one stage: its own, or with {{id(stage='NAME')}} those of a stage above, message n \
    that of message n. Two stages that carry the same ids cannot be kept apart in one sink.
    """,
    do: "Write {{id}} into a field that the system passes on, and name its place in the sink: identity: {json: $.id}.",
    unseen: "Whether the system passes the field on: a sink in which nothing is found says so after the run.",
    example: .init(
      faulty: """
        cluster: {brokers: "localhost:9092"}
        targets: {api: "http://localhost:8080/orders"}
        sinks: {orders: {identity: {json: $.id}}}
        templates: {order: {format: json, value: '{"n": {{seq}}}'}}
        stages: [{name: steady, to: api, count: 10}]
        """,
      fixed: """
        cluster: {brokers: "localhost:9092"}
        targets: {api: "http://localhost:8080/orders"}
        sinks: {orders: {identity: {json: $.id}}}
        templates: {order: {format: json, value: '{"id": "{{id}}"}'}}
        stages: [{name: steady, to: api, count: 10}]
        """))

  static let unheldStage = Explanation(
    "messages that are posted, and looked for nowhere",
    """
    No sink holds the messages of the stage. Its answers are judged, and nothing else: an answer of 200 is a promise, and whether \
    the system kept it is not looked at.
    """,
    do: "Declare a sink where the messages must be found: a topic, or a command that lists the rows of a table.",
    example: .init(
      faulty: """
        cluster: {brokers: "localhost:9092"}
        targets: {api: "http://localhost:8080/orders"}
        templates: {order: {format: json, value: '{"id": "{{id}}"}'}}
        stages: [{name: steady, to: api, count: 10}]
        """,
      fixed: """
        cluster: {brokers: "localhost:9092"}
        targets: {api: "http://localhost:8080/orders"}
        sinks: {orders: {identity: {json: $.id}}}
        templates: {order: {format: json, value: '{"id": "{{id}}"}'}}
        stages: [{name: steady, to: api, count: 10}]
        """))

  static let unsentKey = Explanation(
    "a key that is not sent",
    "A request has a body and headers, and no key: the key of a record is made by the system that writes it.",
    do: "Write what the system makes its key of into the value, or remove the key.",
    example: .init(
      faulty: """
        cluster: {brokers: "localhost:9092"}
        targets: {api: "http://localhost:8080/orders"}
        sinks: {orders: {identity: {json: $.id}}}
        templates: {order: {format: json, key: "{{seq}}", value: '{"id": "{{id}}"}'}}
        stages: [{name: steady, to: api, count: 10}]
        """,
      fixed: """
        cluster: {brokers: "localhost:9092"}
        targets: {api: "http://localhost:8080/orders"}
        sinks: {orders: {identity: {json: $.id}}}
        templates: {order: {format: json, value: '{"id": "{{id}}"}'}}
        stages: [{name: steady, to: api, count: 10}]
        """))
}
