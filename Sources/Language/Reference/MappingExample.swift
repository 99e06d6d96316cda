/// How a mapping is written, with its place around it.
struct MappingExample {
  /// Whose keys the example's outermost keys are.
  var place: MappingName
  var text: String

  init(in place: MappingName, _ text: String) {
    self.place = place
    self.text = text
  }
}

extension MappingName {
  /// For the reference; nil where the mapping is too small or too large for one.
  var example: MappingExample? {
    switch self {
    case .scenario:
      MappingExample(
        in: .scenario,
        """
        version: 1
        name: orders
        cluster: {brokers: "localhost:9092"}
        topics: {orders: {partitions: 6}}
        templates: {order: {format: json, value: '{"order": {{seq}}}'}}
        stages: [{name: steady, rate: 500/s, duration: 30s}]
        """)
    case .included:
      MappingExample(in: .included, "version: 1\ncluster: {brokers: \"kafka-1:9092,kafka-2:9092\"}")
    case .cluster:
      MappingExample(
        in: .scenario, "cluster:\n  brokers: ${KAFKA_BROKERS:-localhost:9092}\n  librdkafka: {linger.ms: 5}")
    case .tls:
      MappingExample(
        in: .cluster, "tls: {truststore: certs/truststore.jks, truststore_password: {env: TRUST_PW}}")
    case .identity:
      MappingExample(
        in: .scenario,
        """
        identities:
          loader: {mechanism: SCRAM-SHA-512, username: loader, password: {env: LOADER_PASSWORD}}
          machine: {certificate: certs/client.pem, key: certs/client.key}
        """)
    case .secret: MappingExample(in: .identity, "password: {file: /run/secrets/loader}")
    case .topic:
      MappingExample(in: .scenario, "topics:\n  orders: {name: orders-v2, partitions: 6, replication: 3}")
    case .template:
      MappingExample(
        in: .scenario,
        """
        templates:
          order:
            format: json
            key: "customer-{{seq}}"
            value: '{"order": {{seq}}, "stage": "{{stage.name}}"}'
        """)
    case .sequence: nil
    case .field:
      MappingExample(in: .template, "value: \"<id>{id}</id>\"\nfields: {id: {sequence: {start: 1, prefix: \"id-\"}}}")
    case .data: MappingExample(in: .template, "data: {file: users.csv, order: shuffled}")
    case .size: MappingExample(in: .template, "size: {min: 1KiB, max: 2KiB}")
    case .defaults: MappingExample(in: .scenario, "defaults: {topic: orders, template: order, partition: sticky}")
    case .stage: MappingExample(in: .scenario, "stages:\n  - {name: peak, rate: 20k/s, duration: 5m}")
    case .rate: MappingExample(in: .stage, "rate: {poisson: 500/s}\nduration: 30s")
    case .ramp: MappingExample(in: .stage, "rate: {ramp: {from: 0/s, to: 20k/s}}\nduration: 30s")
    case .step: MappingExample(in: .stage, "rate: {steps: [{rate: 1k/s, for: 10s}, {rate: 5k/s, for: 10s}]}")
    case .sine:
      MappingExample(in: .stage, "rate: {sine: {mean: 10k/s, amplitude: 5k/s, period: 1m}}\nduration: 10m")
    case .burst:
      MappingExample(in: .stage, "rate: {burst: {base: 5k/s, peak: 60k/s, every: 10s, for: 1s}}\nduration: 60s")
    case .replay: MappingExample(in: .stage, "rate: {replay: {file: gaps.txt, speed: 2}}")
    case .partition: MappingExample(in: .stage, "partition: {weights: {0: 3, 1: 1}}")
    case .start: MappingExample(in: .stage, "start: {with: spike, delay: 5s}")
    case .client: MappingExample(in: .stage, "client: {idempotent: false}")
    case .transactional: MappingExample(in: .stage, "client: {transactional: {every: 1000, abort: 1%}}")
    case .verify: MappingExample(in: .scenario, "verify: {mode: after, within: 10s, at_most: 5m}")
    case .messageIdentity: MappingExample(in: .verify, "identity: {json: $.id}")
    case .check:
      MappingExample(in: .scenario, "expect:\n  - lost == 0\n  - {check: stage(*).rate_kept >= 95%, level: warn}")
    case .condition:
      MappingExample(in: .stage, "abort_when:\n  - {check: rejected > 100, scope: stage}")
    }
  }
}
