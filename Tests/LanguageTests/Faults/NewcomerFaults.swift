/// Mistakes of first-time users who had only the reference.
extension Fault {
  static let newcomerFaults: [Fault] = [
    Fault(
      "properties of the client beside librdkafka", .cluster, schema: .refused,
      #"""
      cluster: {brokers: embedded, retries: 5, linger.ms: 5}
      """#,
      finds: #"""
        orders.yaml:3:30: error: unknown key "retries" in cluster [scenario.unknown-key]
          |
        3 | cluster: {brokers: embedded, retries: 5, linger.ms: 5}
          |                              ^~~~~~~ properties of librdkafka go under cluster: write librdkafka: {retries: …}

        orders.yaml:3:42: error: unknown key "linger.ms" in cluster [scenario.unknown-key]
          |
        3 | cluster: {brokers: embedded, retries: 5, linger.ms: 5}
          |                                          ^~~~~~~~~ properties of librdkafka go under cluster: write librdkafka: {linger.ms: …}
        """#),
    Fault(
      "keys that belong elsewhere", .stages, schema: .refused,
      #"""
      within: 5s
      stages: [{name: all, rate: 5/s, duration: 5s, weights: {0: 1}, transactional: {every: 10}, brokers: a}]
      """#,
      finds: #"""
        orders.yaml:6:1: error: unknown key "within" [scenario.unknown-key]
          |
        6 | within: 5s
          | ^~~~~~ write it under verify

        orders.yaml:7:47: error: unknown key "weights" in stage "all" [scenario.unknown-key]
          |
        7 | stages: [{name: all, rate: 5/s, duration: 5s, weights: {0: 1}, transactional: {every: 10}, brokers: a}]
          |                                               ^~~~~~~ write it under partition

        orders.yaml:7:64: error: unknown key "transactional" in stage "all" [scenario.unknown-key]
          |
        7 | stages: [{name: all, rate: 5/s, duration: 5s, weights: {0: 1}, transactional: {every: 10}, brokers: a}]
          |                                                                ^~~~~~~~~~~~~ write it under client

        orders.yaml:7:92: error: unknown key "brokers" in stage "all" [scenario.unknown-key]
          |
        7 | stages: [{name: all, rate: 5/s, duration: 5s, weights: {0: 1}, transactional: {every: 10}, brokers: a}]
          |                                                                                            ^~~~~~~ write it under cluster
        """#),
    Fault(
      "a ramp without its name", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: {from: 0/s, to: 10k/s}, duration: 5s}]
      """#,
      finds: #"""
        orders.yaml:6:29: error: unknown key "from" in rate [scenario.unknown-key]
          |
        6 | stages: [{name: all, rate: {from: 0/s, to: 10k/s}, duration: 5s}]
          |                             ^~~~ write {ramp: {from: …, to: …}}

        orders.yaml:6:40: error: unknown key "to" in rate [scenario.unknown-key]
          |
        6 | stages: [{name: all, rate: {from: 0/s, to: 10k/s}, duration: 5s}]
          |                                        ^~ write {ramp: {from: …, to: …}}
        """#),
    Fault(
      "partitions by weight without their name", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 5, partition: {0: 1, 1: 3}}]
      """#,
      finds: #"""
        orders.yaml:6:44: error: unknown key "0" in partition [scenario.unknown-key]
          |
        6 | stages: [{name: all, count: 5, partition: {0: 1, 1: 3}}]
          |                                            ^ write {weights: {0: …}}

        orders.yaml:6:50: error: unknown key "1" in partition [scenario.unknown-key]
          |
        6 | stages: [{name: all, count: 5, partition: {0: 1, 1: 3}}]
          |                                                  ^ write {weights: {1: …}}
        """#),
    Fault(
      "one where a list is asked for", .stages, schema: .refused,
      #"""
      include: common.yaml
      stages: [{name: all, count: 5, expect: lost == 0}]
      """#,
      finds: #"""
        orders.yaml:6:10: error: "include" must be a list, not text [scenario.wrong-kind]
          |
        6 | include: common.yaml
          |          ^~~~~~~~~~~ write [common.yaml]

        orders.yaml:7:40: error: "expect" must be a list, not text [scenario.wrong-kind]
          |
        7 | stages: [{name: all, count: 5, expect: lost == 0}]
          |                                        ^~~~~~~~~ write [lost == 0]
        """#),
    Fault(
      "a list of brokers, and a shell's variable", .cluster, schema: .refused,
      #"""
      cluster: {brokers: [kafka-1:9092, kafka-2:9092]}
      """#,
      finds: #"""
        orders.yaml:3:20: error: "brokers" must be text such as "kafka-1:9092,kafka-2:9092", not a list [scenario.wrong-kind]
          |
        3 | cluster: {brokers: [kafka-1:9092, kafka-2:9092]}
          |                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "kafka-1:9092,kafka-2:9092"
        """#),
    Fault(
      "a variable of the shell's for brokers", .cluster, schema: .refused,
      #"""
      cluster: {brokers: $BROKERS}
      """#,
      finds: #"""
        orders.yaml:3:20: error: broker "$BROKERS" is not an address [scenario.bad-value]
          |
        3 | cluster: {brokers: $BROKERS}
          |                    ^~~~~~~~ a variable is written ${BROKERS}
        """#),
    Fault(
      "a secret's value where its variable is named", .cluster,
      #"""
      cluster: {brokers: embedded}
      identities: {a: {mechanism: PLAIN, username: x, password: {env: "${PW}"}}}
      """#, variables: ["PW": "hunter2"],
      finds: #"""
        orders.yaml:4:65: error: env must be a variable's name, not its value [scenario.bad-value]
          |
        4 | identities: {a: {mechanism: PLAIN, username: x, password: {env: "${PW}"}}}
          |                                                                 ^~~~~~~ write {env: PW}
        """#),
    Fault(
      "a limit that is shorter than the stage: a warning", .stages,
      #"""
      stages: [{name: all, rate: 5/s, duration: 1m, at_most: 10s}]
      """#,
      finds: #"""
        orders.yaml:6:56: warning: at_most is shorter than stage "all" [scenario.conflict]
          |
        6 | stages: [{name: all, rate: 5/s, duration: 1m, at_most: 10s}]
          |                                                        ^~~ the rest is unsent, and the run cannot be judged; write a longer time
        """#),
    Fault(
      "what others call metrics", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: 5/s, duration: 1m}]
      expect: [out_of_order == 0, e2e_latency_p99 < 5ms, stages.all.rate_kept >= 95%]
      """#,
      finds: #"""
        orders.yaml:7:10: error: "out_of_order" is not a metric [scenario.expectation]
          |
        7 | expect: [out_of_order == 0, e2e_latency_p99 < 5ms, stages.all.rate_kept >= 95%]
          |          ^~~~~~~~~~~~ write "reordered"

        orders.yaml:7:29: error: "e2e_latency_p99" is not a metric [scenario.expectation]
          |
        7 | expect: [out_of_order == 0, e2e_latency_p99 < 5ms, stages.all.rate_kept >= 95%]
          |                             ^~~~~~~~~~~~~~~ write "end_to_end_latency_p99"

        orders.yaml:7:52: error: "stages.all.rate_kept" is not a metric [scenario.expectation]
          |
        7 | expect: [out_of_order == 0, e2e_latency_p99 < 5ms, stages.all.rate_kept >= 95%]
          |                                                    ^~~~~~~~~~~~~~~~~~~~ write "stage(all).rate_kept" for one stage
        """#),
    Fault(
      "a file cut by a wrong indentation is not missed anything", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
         rate: 5/s
      """#,
      finds: #"""
        orders.yaml:8:4: error: this line is indented by 3 spaces, and no line above is [scenario.yaml]
          |
        8 |    rate: 5/s
          |    ^ indent it by 4 spaces, as in line 7
        """#),
    Fault(
      "a version of the command line", .stages,
      #"""
      stages: [{name: all, count: 5}]
      """#, settings: ["version=2"],
      finds: #"""
        --set:1:9: error: version 2 of the language needs a newer release of rehearse [scenario.version]
          |
        1 | version=2
          |         ^ this one reads version 1
        """#),
  ]
}
