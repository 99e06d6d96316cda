extension Fault {
  /// A scenario of a real cluster with these lines.
  private static func cluster(_ cluster: String, _ rest: String) -> String {
    """
    version: 1
    name: orders
    cluster: \(cluster)
    topics: {orders: {partitions: 2}}
    templates: {order: {value: "{{seq}}"}}
    \(rest)
    """
  }

  private static let stages = "stages: [{name: all, count: 10}]"

  static let accessFaults: [Fault] = [
    Fault(
      "keys that a mechanism has no use for", .whole,
      cluster(
        #"{brokers: "kafka:9092", auth: a}"#,
        """
        identities:
          a: {mechanism: OAUTHBEARER, token: {env: T}, username: a, password: {env: P}}
          b: {mechanism: PLAIN, username: b, password: {env: P}, token: {env: T}}
          c: {mechanism: none, username: c}
          d: {certificate: a.pem, key: a.key, username: d}
        \(stages)
        """),
      finds: #"""
        orders.yaml:7:3: warning: the token of identity "a" is sent without encryption [scenario.unencrypted]
          |
        7 |   a: {mechanism: OAUTHBEARER, token: {env: T}, username: a, password: {env: P}}
          |   ^ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:7:48: error: mechanism OAUTHBEARER has no use for "username" in identity "a" [scenario.conflict]
          |
        7 |   a: {mechanism: OAUTHBEARER, token: {env: T}, username: a, password: {env: P}}
          |                                                ^~~~~~~~ remove it, or change the mechanism

        orders.yaml:7:61: error: mechanism OAUTHBEARER has no use for "password" in identity "a" [scenario.conflict]
          |
        7 |   a: {mechanism: OAUTHBEARER, token: {env: T}, username: a, password: {env: P}}
          |                                                             ^~~~~~~~ remove it, or change the mechanism

        orders.yaml:8:58: error: mechanism PLAIN has no use for "token" in identity "b" [scenario.conflict]
          |
        8 |   b: {mechanism: PLAIN, username: b, password: {env: P}, token: {env: T}}
          |                                                          ^~~~~ remove it, or change the mechanism

        orders.yaml:9:24: error: mechanism none has no use for "username" in identity "c" [scenario.conflict]
          |
        9 |   c: {mechanism: none, username: c}
          |                        ^~~~~~~~ remove it, or change the mechanism

        orders.yaml:10:39: error: "mechanism" is missing in identity "d" [scenario.missing-key]
           |
        10 |   d: {certificate: a.pem, key: a.key, username: d}
           |                                       ^~~~~~~~ "username" needs it: for example "mechanism: SCRAM-SHA-512"
        """#),
    Fault(
      "parts of a certificate without the rest", .whole, schema: .refused,
      cluster(
        #"{brokers: "kafka:9092", tls: {truststore_password: {env: P}}}"#,
        """
        identities:
          a: {mechanism: PLAIN, username: a, password: {env: P}, key: a.key}
          b: {mechanism: PLAIN, username: a, password: {env: P}, key_password: {env: P}}
          c: {mechanism: PLAIN, username: a, password: {env: P}, keystore_password: {env: P}}
          d: {certificate: a.pem, key: a.key, tls: false}
        \(stages)
        """),
      finds: #"""
        orders.yaml:3:40: error: "truststore" is missing in tls [scenario.missing-key]
          |
        3 | cluster: {brokers: "kafka:9092", tls: {truststore_password: {env: P}}}
          |                                        ^~~~~~~~~~~~~~~~~~~ name the file that the password is of

        orders.yaml:7:58: error: "certificate" is missing in identity "a" [scenario.missing-key]
          |
        7 |   a: {mechanism: PLAIN, username: a, password: {env: P}, key: a.key}
          |                                                          ^~~ "key" needs it

        orders.yaml:8:58: error: "key" is missing in identity "b" [scenario.missing-key]
          |
        8 |   b: {mechanism: PLAIN, username: a, password: {env: P}, key_password: {env: P}}
          |                                                          ^~~~~~~~~~~~ "key_password" needs it

        orders.yaml:9:58: error: "keystore" is missing in identity "c" [scenario.missing-key]
          |
        9 |   c: {mechanism: PLAIN, username: a, password: {env: P}, keystore_password: {env: P}}
          |                                                          ^~~~~~~~~~~~~~~~~ "keystore_password" needs it

        orders.yaml:10:7: error: a certificate is of use with TLS alone in identity "d" [scenario.conflict]
           |
        10 |   d: {certificate: a.pem, key: a.key, tls: false}
           |       ^~~~~~~~~~~ remove it, or write tls: true
        """#),
    Fault(
      "properties of librdkafka that auth and tls set", .whole,
      cluster(
        """

          brokers: "kafka:9092"
          auth: a
          tls: {truststore: ca.pem}
          librdkafka: {security.protocol: SASL_SSL, sasl.username: b, ssl.ca.location: ca.pem, ssl.cipher.suites: ALL}
        """,
        """
        identities: {a: {mechanism: PLAIN, username: a, password: {env: P}}}
        \(stages)
        """),
      finds: #"""
        orders.yaml:7:16: error: "security.protocol" is set by identity "a" [scenario.conflict]
          |
        7 |   librdkafka: {security.protocol: SASL_SSL, sasl.username: b, ssl.ca.location: ca.pem, ssl.cipher.suites: ALL}
          |                ^~~~~~~~~~~~~~~~~ remove it

        orders.yaml:7:45: error: "sasl.username" is set by identity "a" [scenario.conflict]
          |
        7 |   librdkafka: {security.protocol: SASL_SSL, sasl.username: b, ssl.ca.location: ca.pem, ssl.cipher.suites: ALL}
          |                                             ^~~~~~~~~~~~~ remove it

        orders.yaml:7:63: error: "ssl.ca.location" is set by tls [scenario.conflict]
          |
        7 |   librdkafka: {security.protocol: SASL_SSL, sasl.username: b, ssl.ca.location: ca.pem, ssl.cipher.suites: ALL}
          |                                                               ^~~~~~~~~~~~~~~ remove it
        """#),
    Fault(
      "the embedded broker in place of a listener", .whole,
      cluster(
        #"{brokers: "kafka:9092", auth: a}"#,
        """
        identities: {a: {mechanism: PLAIN, username: a, password: {env: P}, brokers: embedded}}
        \(stages)
        """),
      finds: #"""
        orders.yaml:6:14: warning: the password of identity "a" is sent without encryption [scenario.unencrypted]
          |
        6 | identities: {a: {mechanism: PLAIN, username: a, password: {env: P}, brokers: embedded}}
          |              ^ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:6:78: error: the embedded broker has no authentication [scenario.not-allowed]
          |
        6 | identities: {a: {mechanism: PLAIN, username: a, password: {env: P}, brokers: embedded}}
          |                                                                              ^~~~~~~~ write the addresses of a listener
        """#),
    Fault(
      "certificates that are not checked", .whole,
      cluster(
        #"{brokers: "kafka:9092", tls: {verify: false}}"#, stages),
      finds: #"""
        orders.yaml:3:48: warning: the certificates of brokers are not checked: anyone can pose as one [scenario.unverified]
          |
        3 | cluster: {brokers: "kafka:9092", tls: {verify: false}}
          |                                                ^~~~~ name their authority: truststore: ca.pem
        """#),
    Fault(
      "certificates that are not checked, by librdkafka's names", .whole,
      cluster(
        #"{brokers: "kafka:9092", librdkafka: {security.protocol: ssl, enable.ssl.certificate.verification: false, ssl.endpoint.identification.algorithm: none}}"#,
        stages),
      finds: #"""
        orders.yaml:3:71: warning: the certificates of brokers are not checked: anyone can pose as one [scenario.unverified]
          |
        3 | cluster: {brokers: "kafka:9092", librdkafka: {security.protocol: ssl, enable.ssl.certificate.verification: false, ssl.endpoint.identification.algorithm: none}}
          |                                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ remove it, and name their authority: ssl.ca.location

        orders.yaml:3:115: warning: the certificates of brokers are not checked: anyone can pose as one [scenario.unverified]
          |
        3 | cluster: {brokers: "kafka:9092", librdkafka: {security.protocol: ssl, enable.ssl.certificate.verification: false, ssl.endpoint.identification.algorithm: none}}
          |                                                                                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ remove it, and name their authority: ssl.ca.location
        """#),
    Fault(
      "tokens that come from nowhere", .whole,
      cluster(
        #"{brokers: "kafka:9092", librdkafka: {security.protocol: sasl_ssl, sasl.mechanism: OAUTHBEARER}}"#, stages),
      finds: #"""
        orders.yaml:3:92: error: OAUTHBEARER has no source of tokens [scenario.conflict]
          |
        3 | cluster: {brokers: "kafka:9092", librdkafka: {security.protocol: sasl_ssl, sasl.mechanism: OAUTHBEARER}}
          |                                                                                            ^~~~~~~~~~~ write auth: with mechanism: OAUTHBEARER and token:, or sasl.oauthbearer.method: oidc
        """#),
    Fault(
      "tokens that anyone can make", .whole, schema: .refused,
      cluster(
        #"{brokers: "kafka:9092", librdkafka: {enable.sasl.oauthbearer.unsecure.jwt: true}}"#, stages),
      finds: #"""
        orders.yaml:3:47: error: "enable.sasl.oauthbearer.unsecure.jwt" cannot be set: anyone can make its tokens, and librdkafka 2.0.2 crashes when one expires [scenario.refused-property]
          |
        3 | cluster: {brokers: "kafka:9092", librdkafka: {enable.sasl.oauthbearer.unsecure.jwt: true}}
          |                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write auth: with mechanism: OAUTHBEARER and token:
        """#),
    Fault(
      "expectations of the reader that are none", .whole,
      cluster(
        #"{brokers: "kafka:9092"}"#,
        """
        \(stages)
        verify: {expect: [lost == 0]}
        """),
      finds: #"""
        orders.yaml:7:19: error: "lost == 0" is not an expectation of the reader [scenario.not-allowed]
          |
        7 | verify: {expect: [lost == 0]}
          |                   ^~~~~~~~~ move it to the top of the file
        """#),
    Fault(
      "refusals that a reader cannot meet", .whole,
      cluster(
        #"{brokers: "kafka:9092", auth: a}"#,
        """
        identities:
          a: {mechanism: PLAIN, username: a, password: {env: P}}
          b: {mechanism: PLAIN, username: b, password: {env: P}}
        \(stages)
        verify: {auth: b, expect: [refused == unknown-topic]}
        """),
      finds: #"""
        orders.yaml:7:3: warning: the password of identity "a" is sent without encryption [scenario.unencrypted]
          |
        7 |   a: {mechanism: PLAIN, username: a, password: {env: P}}
          |   ^ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:8:3: warning: the password of identity "b" is sent without encryption [scenario.unencrypted]
          |
        8 |   b: {mechanism: PLAIN, username: b, password: {env: P}}
          |   ^ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:10:28: error: "refused == unknown-topic" is not an expectation of the reader [scenario.not-allowed]
           |
        10 | verify: {auth: b, expect: [refused == unknown-topic]}
           |                            ^~~~~~~~~~~~~~~~~~~~~~~~ write refused == authentication, authorization or tls
        """#),
    Fault(
      "two refusals of one reader", .whole,
      cluster(
        #"{brokers: "kafka:9092", auth: a}"#,
        """
        identities:
          a: {mechanism: PLAIN, username: a, password: {env: P}}
          b: {mechanism: PLAIN, username: b, password: {env: P}}
        \(stages)
        verify: {auth: b, expect: [refused == authentication, refused == tls]}
        """),
      finds: #"""
        orders.yaml:7:3: warning: the password of identity "a" is sent without encryption [scenario.unencrypted]
          |
        7 |   a: {mechanism: PLAIN, username: a, password: {env: P}}
          |   ^ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:8:3: warning: the password of identity "b" is sent without encryption [scenario.unencrypted]
          |
        8 |   b: {mechanism: PLAIN, username: b, password: {env: P}}
          |   ^ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:10:55: error: a reader is refused for one reason [scenario.conflict]
           |
        10 | verify: {auth: b, expect: [refused == authentication, refused == tls]}
           |                                                       ^~~~~~~~~~~~~~ remove the others
        """#),
    Fault(
      "a reader that would be refused, and reads nothing", .whole,
      cluster(
        #"{brokers: "kafka:9092", auth: a}"#,
        """
        identities:
          a: {mechanism: SCRAM-SHA-256, username: a, password: {env: P}}
          b: {mechanism: SCRAM-SHA-256, username: b, password: {env: P}}
        \(stages)
        verify: {mode: later, auth: b, expect: [refused == authentication]}
        """),
      finds: #"""
        orders.yaml:10:41: error: no reader can be refused: "mode" of verify is later, and nothing is read [scenario.conflict]
           |
        10 | verify: {mode: later, auth: b, expect: [refused == authentication]}
           |                                         ^~~~~~~~~~~~~~~~~~~~~~~~~ write another mode, or take "refused == authentication" out
        """#),
    Fault(
      "a reader that reads nothing is no control", .whole,
      cluster(
        #"{brokers: "kafka:9092", auth: a}"#,
        """
        identities:
          a: {mechanism: SCRAM-SHA-256, username: a, password: {env: P}}
          b: {mechanism: SCRAM-SHA-512, username: b, password: {env: P}}
          c: {mechanism: SCRAM-SHA-512, username: c, password: {env: P}}
        stages: [{name: all, count: 10}, {name: stranger, auth: c, count: 5, expect: [refused == authentication]}]
        verify: {mode: later, auth: b}
        """),
      finds: #"""
        orders.yaml:10:79: error: no other client shows that "refused == authentication" is not the client's own fault [scenario.no-control]
           |
        10 | stages: [{name: all, count: 10}, {name: stranger, auth: c, count: 5, expect: [refused == authentication]}]
           |                                                                               ^~~~~~~~~~~~~~~~~~~~~~~~~ add a stage with an allowed identity that uses the same mechanism
        """#),
  ]
}
