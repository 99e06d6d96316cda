import FoundationEssentials
import Language
import Reporting
import SampleScenarios
import Testing

@testable import Rehearsal

/// The text of `rehearse plan`.
@Suite struct PlanTests {
  private func text(_ yaml: String) throws -> String {
    let reading = SampleScenario(yaml, path: "a.yaml").reading
    let text = PlanText.text(Plan(try #require(reading.scenario, "\(reading.describeAll())")))
    // The version of librdkafka decides which of these two is set.
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      !line.hasPrefix("queued.min.messages") && !line.hasPrefix("fetch.queue.backoff.ms")
    }.joined(separator: "\n")
  }

  @Test func ofTheFirstScenario() throws {
    #expect(
      try text(FirstScenario.text) == #"""
        first: 24,500 messages in 3 stages, on the embedded broker
        This is what a run would do. Nothing was sent, and no broker was asked.

                  0s          500ms        1s           1.5s         2s           2.5s         3s open
                  ├───────────┼────────────┼────────────┼────────────┼────────────┼────────────~~~~~~~~>
        warm-up   ░░░░░░░░░░░░░░░░░░░░░░░░░
        steady                             ████████████████████████████████████████████████████
        flat-out                                                                               ▒▒▒▒▒▒▒▸
        (░ is not measured; ▒ takes as long as the cluster does, and has no scale)

        stage        rate  lasts  messages    bytes  each  topic   template  partition
        warm-up     500/s     1s       500  42.3 kB  85 B  orders  order     by-key
        steady    2,000/s     2s     4,000   342 kB  85 B  orders  order     by-key
        flat-out      max      ?    20,000   189 kB   9 B  orders  note      round-robin
        all                  3s+    24,500   573 kB

        time       at least 3s of sending; flat-out goes on until all of it is sent, 1h at most
        peak       2,000/s, 171 kB/s in steady; as fast as the cluster takes it in flat-out
        bytes      of keys and values: the mean of 1,000 samples of each stage, times its messages
        reading    every message is read back while the load runs, until all is found, or for 10s without
                   progress

        topic   partitions  before the first message
        orders  3           created if it is missing

        message 0 of warm-up: template order, json, 81 bytes
          key    customer-0
          value  {"order": 0, "stage": "warm-up", "run": "0000000000000", "cents": 1850}

        message 0 of flat-out: template note, string, 6 bytes
          key    none
          value  note 0

        client setting                      producer           reader             from
        bootstrap.servers                   (in this process)  (in this process)
        client.id                           rehearse           rehearse
        log.queue                           true               true
        socket.nagle.disable                true               true
        socket.connection.setup.timeout.ms  5000               5000
        reconnect.backoff.max.ms            500                500
        topic.metadata.propagation.max.ms   5000               5000
        statistics.interval.ms              1000               1000
        enable.idempotence                  true
        group.id                                               rehearse
        enable.auto.commit                                     false
        enable.auto.offset.store                               false
        enable.partition.eof                                   true
        auto.offset.reset                                      error
        allow.auto.create.topics                               false
        check.crcs                                             true
        fetch.wait.max.ms                                      5
        isolation.level                                        read_committed
        linger.ms                           5                                     line 10
        (every other setting is the client library's default)

        memory, at most
        producer's queue  8.20 MB  messages waiting to be sent
        in flight         8.81 MB  times and numbers of messages in flight
        reader's queue    11.9 MB  fetched and not yet verified
        ledger: offsets    196 kB  where each message went, up to 4 MiB; then a work file
        ledger: bits      9.19 kB  3 a message, if no range is ever complete
        histograms        3.01 MB  4 for each stage
        embedded broker   15.7 MB  5 MiB for each partition
        all               47.9 MB  beside the program itself
        work file  none: all offsets fit into memory

        writes     Reports/first/<run id>/run.json
                   Reports/first/<run id>/junit.xml
                   Reports/first/<run id>/stages.csv
                   Reports/first/<run id>/timeseries.csv
                   Reports/first/<run id>/client.log
                   Reports/first/latest.txt

        """#)
  }

  @Test func ofAClusterWithSecretsAndOfStagesWithoutAnEnd() throws {
    #expect(
      try text(
        #"""
        version: 1
        name: soak
        cluster:
          brokers: kafka-1:9092,kafka-2:9092
          librdkafka:
            compression.type: lz4
            sasl.password: swordfish
            queue.buffering.max.messages: 5000
        topics:
          orders: {partitions: 12, replication: 3}
          audit: {create: never}
          spare: {}
        templates:
          order: {format: json, key: "k{{seq}}", value: '{"n": {{seq}}}'}
          note: {value: "two\nlines, one \e[31mred"}
          same: {value: "always the same"}
        defaults: {topic: orders}
        stages:
          - {name: soak, template: order, rate: 20k/s, duration: 1h30m}
          - {name: notes, template: note, rate: 5/s, count: 10, topic: audit, partition: 0}
          - {name: while-it-lasts, template: same, duration: 30s}
          - {name: whichever, template: same, count: 1M, duration: 10s, measure: false}
        """#) == #"""
          soak: 109,000,010 messages and what goes at max in 4 stages, on kafka-1:9092,kafka-2:9092
          This is what a run would do. Nothing was sent, and no broker was asked.

                          0s         15m         30m         45m         1h         1h15m       1h30m
                          ├──────────┼───────────┼───────────┼───────────┼──────────┼───────────┼~~~~~~~~>
          soak            ██████████████████████████████████████████████████████████████████████
          notes                                                                                 █
          while-it-lasts                                                                        █
          whichever                                                                              ▒▒▒▒▒▒▒▸
          (▒ takes as long as the cluster does, and has no scale)

          stage               rate      lasts      messages     bytes  each  topic   template  partition
          soak            20,000/s      1h30m   108,000,000   2.59 GB  24 B  orders  order     by-key
          notes                5/s         2s            10     230 B  23 B  audit   note      0
          while-it-lasts       max        30s             ?         ?  15 B  orders  same      sticky
          whichever            max          ?     1,000,000   15.0 MB  15 B  orders  same      sticky
          all                       1h30m32s+  109,000,010+  2.60 GB+

          time       at least 1h30m32s of sending; whichever goes on until all of it is sent, 10s at most
          peak       20,000/s, 479 kB/s in soak; as fast as the cluster takes it in while-it-lasts and
                     whichever
          bytes      of keys and values, before compression by lz4: the mean of 1,000 samples of each stage,
                     times its messages
          reading    every message is read back while the load runs, until all is found, or for 30s without
                     progress

          topic   partitions                        replication  before the first message
          orders  12                                3            created if it is missing
          audit   as it has                                      must exist
          spare   as it has; 1 where it is created               left alone: no stage sends to it

          message 0 of soak: template order, json, 10 bytes
            key    k0
            value  {"n": 0}

          message 0 of notes: template note, string, 23 bytes
            key    none
            value  two
                   lines, one \u{1B}[31mred

          message 0 of while-it-lasts: template same, string, 15 bytes
            key    none
            value  always the same

          client setting                      producer                   reader                     from
          bootstrap.servers                   kafka-1:9092,kafka-2:9092  kafka-1:9092,kafka-2:9092
          client.id                           rehearse                   rehearse
          log.queue                           true                       true
          socket.nagle.disable                true                       true
          socket.connection.setup.timeout.ms  5000                       5000
          reconnect.backoff.max.ms            500                        500
          topic.metadata.propagation.max.ms   5000                       5000
          statistics.interval.ms              1000                       1000
          enable.idempotence                  true
          group.id                                                       rehearse
          enable.auto.commit                                             false
          enable.auto.offset.store                                       false
          enable.partition.eof                                           true
          auto.offset.reset                                              error
          allow.auto.create.topics                                       false
          check.crcs                                                     true
          fetch.wait.max.ms                                              50
          isolation.level                                                read_committed
          compression.type                    lz4                                                   line 6
          sasl.password                       ***                        ***                        line 7
          queue.buffering.max.messages        5000                                                  line 8
          (every other setting is the client library's default)

          memory, at most
          producer's queue  2.13 MB  messages waiting to be sent
          in flight          446 kB  times and numbers of messages in flight
          reader's queue     120 MB  fetched and not yet verified
          ledger: offsets   4.19 MB  where each message went, up to 4 MiB; then a work file
          histograms        3.77 MB  4 for each stage
          all                130 MB  beside the program itself
          work file  2 to 3 bytes for each acknowledged message beyond memory, gone when the run ends

          writes     Reports/soak/<run id>/run.json
                     Reports/soak/<run id>/junit.xml
                     Reports/soak/<run id>/stages.csv
                     Reports/soak/<run id>/timeseries.csv
                     Reports/soak/<run id>/client.log
                     Reports/soak/latest.txt

          """#)
  }

  /// A single stage has no sum row, and the size of a small run is exact.
  @Test func ofTenMessages() throws {
    #expect(
      try text(
        """
        version: 1
        name: ten
        cluster: {brokers: "kafka:9092"}
        topics: {t: {create: by-broker}}
        templates: {m: {value: "{{seq}} in {{run.id}}"}}
        stages: [{name: all, rate: 10/s, count: 10}]
        """) == #"""
          ten: 10 messages in 1 stage, on kafka:9092
          This is what a run would do. Nothing was sent, and no broker was asked.

               0s       100ms    200ms    300ms    400ms    500ms    600ms    700ms    800ms    900ms    1s
               ├────────┼────────┼────────┼────────┼────────┼────────┼────────┼────────┼────────┼────────┤
          all  ██████████████████████████████████████████████████████████████████████████████████████████

          stage  rate  lasts  messages  bytes  each  topic  template  partition
          all    10/s     1s        10  180 B  18 B  t      m         sticky

          time       1s of sending, where the cluster keeps up
          peak       10/s, 180 B/s in all
          bytes      of keys and values: exact, from the messages themselves
          reading    every message is read back while the load runs, until all is found, or for 30s without
                     progress

          topic  partitions  before the first message
          t      as it has   the cluster creates it by its own defaults if it is not there

          message 0 of all: template m, string, 18 bytes
            key    none
            value  0 in 0000000000000

          client setting                      producer    reader
          bootstrap.servers                   kafka:9092  kafka:9092
          client.id                           rehearse    rehearse
          log.queue                           true        true
          socket.nagle.disable                true        true
          socket.connection.setup.timeout.ms  5000        5000
          reconnect.backoff.max.ms            500         500
          topic.metadata.propagation.max.ms   5000        5000
          statistics.interval.ms              1000        1000
          enable.idempotence                  true
          group.id                                        rehearse
          enable.auto.commit                              false
          enable.auto.offset.store                        false
          enable.partition.eof                            true
          auto.offset.reset                               error
          allow.auto.create.topics                        false
          check.crcs                                      true
          fetch.wait.max.ms                               50
          isolation.level                                 read_committed
          (every other setting is the client library's default)

          memory, at most
          producer's queue  4.18 kB  messages waiting to be sent
          in flight         4.40 MB  times and numbers of messages in flight
          reader's queue    4.18 kB  fetched and not yet verified
          ledger: offsets    164 kB  where each message went, up to 4 MiB; then a work file
          ledger: bits          6 B  3 a message, if no range is ever complete
          histograms        1.51 MB  4 for each stage
          all               6.08 MB  beside the program itself
          work file  none: all offsets fit into memory

          writes     Reports/ten/<run id>/run.json
                     Reports/ten/<run id>/junit.xml
                     Reports/ten/<run id>/stages.csv
                     Reports/ten/<run id>/timeseries.csv
                     Reports/ten/<run id>/client.log
                     Reports/ten/latest.txt

          """#)
  }

  /// The content of a message cannot move the cursor or make a line too long.
  @Test func staysInItsColumns() throws {
    let long = String(repeating: "x", count: 5000)
    let yaml = """
      version: 1
      name: wide
      cluster: {brokers: "\((1...30).map { "kafka-\($0):9092" }.joined(separator: ","))"}
      topics: {t: }
      templates: {m: {key: "\(long)", value: "\(long)\\e\\r\\x85"}}
      stages: [{name: "\(long.prefix(60))", count: 1}]
      """
    let lines = try text(yaml).split(separator: "\n").dropFirst()
    #expect(lines.filter { $0.count > 120 } == [])
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 32 })
  }

  /// A message may hold a secret; the plan does not show it, because build servers keep it.
  @Test func secretsOfMessagesAreNotShown() throws {
    let yaml = #"""
      version: 1
      name: secret
      vars: {token: "${API_TOKEN}", place: "${PLACE}"}
      cluster: {brokers: embedded}
      topics: {t: }
      templates: {m: {format: json, key: "{{vars.token}}", value: '{"t": "{{vars.token}}", "p": "{{vars.place}}"}'}}
      stages: [{name: s, count: 1}]
      """#
    let values = ["API_TOKEN": #"sword"fish"#, "PLACE": "here"]
    let reading = ScenarioReader.read(
      Array(yaml.utf8), path: "a.yaml",
      in: ReadingEnvironment(variable: { values[$0] }, file: { _ in .failure(.init(reason: "")) }))
    let scenario = try #require(reading.scenario, "\(reading.describeAll())")
    let explained = try #require(ExplainedScenario(reading))
    #expect(explained.secretVariables == ["token"])
    let plan = Plan(scenario, facts: PlanFacts(secretVariables: explained.secretVariables))
    let text = PlanText.text(plan)
    #expect(text.contains(#"key    ***"#))
    #expect(text.contains(#"value  {"t": "***", "p": "here"}"#))
    #expect(text.contains("json, 43 bytes"))
    #expect(!text.contains("fish"))
  }

  /// The sizes by `samples`: exact if all messages are rendered, from a spread sample if there are more.
  @Test func sizesAreExactOrFromSamples() throws {
    let yaml = """
      version: 1
      name: sizes
      cluster: {brokers: embedded}
      topics: {t: }
      templates: {m: {value: "{{seq}}"}, same: {value: "12345"}}
      stages:
        - {name: few, count: 1000, template: m}
        - {name: many, count: 1M, template: m}
        - {name: same, count: 1M, template: same}
        - {name: open, duration: 1s, template: m}
      """
    let scenario = try #require(SampleScenario(yaml, path: "a.yaml").reading.scenario)
    let sizes = Plan(scenario).stages.map(\.size)
    #expect(sizes[0] == MessageSize(mean: 2.89, largest: 3, samples: nil))
    #expect(sizes[1].samples == 1000)
    // Of a million numbers: 5,888,890 digits.
    #expect(abs(sizes[1].mean - 5.88889) < 0.002)
    #expect(sizes[2] == MessageSize(mean: 5, largest: 5, samples: nil))
    #expect(sizes[3].samples == 1000)
  }
}
