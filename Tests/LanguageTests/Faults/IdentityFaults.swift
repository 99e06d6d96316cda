extension Fault {
  static let identityFaults: [Fault] = [
    Fault(
      "a password in plain text", .cluster,
      #"""
      cluster: {brokers: embedded}
      identities: {loader: {mechanism: PLAIN, username: loader, password: hunter2}}
      """#,
      finds: #"""
        orders.yaml:4:69: warning: "password" is stored in plain text [scenario.plain-secret]
          |
        4 | identities: {loader: {mechanism: PLAIN, username: loader, password: *******}}
          |                                                                     ^~~~~~~ write {env: PASSWORD}, and set that variable
        """#),
    Fault(
      "a mechanism without what it needs", .cluster, schema: .refused,
      #"""
      cluster: {brokers: embedded}
      identities: {loader: {mechanism: SCRAM-SHA-512}, token: {mechanism: OAUTHBEARER}, machine: {certificate: a.pem}}
      """#,
      finds: #"""
        orders.yaml:4:34: error: "username" is missing in identity "loader" [scenario.missing-key]
          |
        4 | identities: {loader: {mechanism: SCRAM-SHA-512}, token: {mechanism: OAUTHBEARER}, machine: {certificate: a.pem}}
          |                                  ^~~~~~~~~~~~~ mechanism SCRAM-SHA-512 needs it

        orders.yaml:4:69: error: "token" is missing in identity "token" [scenario.missing-key]
          |
        4 | identities: {loader: {mechanism: SCRAM-SHA-512}, token: {mechanism: OAUTHBEARER}, machine: {certificate: a.pem}}
          |                                                                     ^~~~~~~~~~~ mechanism OAUTHBEARER needs it

        orders.yaml:4:93: error: "key" is missing in identity "machine" [scenario.missing-key]
          |
        4 | identities: {loader: {mechanism: SCRAM-SHA-512}, token: {mechanism: OAUTHBEARER}, machine: {certificate: a.pem}}
          |                                                                                             ^~~~~~~~~~~ a certificate needs it
        """#),
    Fault(
      "a mechanism, misspelt", .cluster, schema: .refused,
      #"""
      cluster: {brokers: embedded}
      identities: {loader: {mechanism: SCRAM-SHA512, username: a, password: {env: A}}}
      """#,
      finds: #"""
        orders.yaml:4:34: error: unknown mechanism "SCRAM-SHA512" [scenario.bad-value]
          |
        4 | identities: {loader: {mechanism: SCRAM-SHA512, username: a, password: {env: A}}}
          |                                  ^~~~~~~~~~~~ did you mean "SCRAM-SHA-512"?
        """#),
    Fault(
      "a secret with two places", .cluster, schema: .refused,
      #"""
      cluster: {brokers: embedded}
      identities: {loader: {mechanism: PLAIN, username: a, password: {env: A, file: b}}}
      """#,
      finds: #"""
        orders.yaml:4:73: error: "env" and "file" exclude each other in password [scenario.conflict]
          |
        4 | identities: {loader: {mechanism: PLAIN, username: a, password: {env: A, file: b}}}
          |                                                                         ^~~~ remove one of them
        """#),
    Fault(
      "an identity that is not declared", .cluster,
      #"""
      cluster: {brokers: embedded, auth: laoder}
      identities: {loader: {mechanism: PLAIN, username: a, password: "${PW}"}}
      """#,
      finds: #"""
        orders.yaml:3:36: error: unknown identity "laoder" [scenario.unknown-name]
          |
        3 | cluster: {brokers: embedded, auth: laoder}
          |                                    ^~~~~~ did you mean "loader"?
        """#),
    Fault(
      "tls: false", .cluster, schema: .refused,
      #"""
      cluster: {brokers: embedded, tls: false}
      """#,
      finds: #"""
        orders.yaml:3:35: error: tls "false" is the default [scenario.bad-value]
          |
        3 | cluster: {brokers: embedded, tls: false}
          |                                   ^~~~~ remove it
        """#),
    Fault(
      "a stranger without a control", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: "kafka:9092"}
      topics: {orders: {}}
      templates: {order: {value: "{{seq}}"}}
      identities:
        loader: {mechanism: PLAIN, username: a, password: {env: A}}
        intruder: {mechanism: SCRAM-SHA-512, username: b, password: {env: B}}
      stages:
        - {name: a, count: 10, auth: loader}
        - {name: b, count: 10, auth: intruder, expect: [refused == authentication]}
      """#,
      finds: #"""
        orders.yaml:7:3: error: the embedded broker has no authentication: identity "loader" is of no use [scenario.conflict]
          |
        7 |   loader: {mechanism: PLAIN, username: a, password: {env: A}}
          |   ^~~~~~ remove it, or write the addresses of a cluster

        orders.yaml:8:3: error: the embedded broker has no authentication: identity "intruder" is of no use [scenario.conflict]
          |
        8 |   intruder: {mechanism: SCRAM-SHA-512, username: b, password: {env: B}}
          |   ^~~~~~~~ remove it, or write the addresses of a cluster

        orders.yaml:11:51: error: no other client shows that "refused == authentication" is not the client's own fault [scenario.no-control]
           |
        11 |   - {name: b, count: 10, auth: intruder, expect: [refused == authentication]}
           |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~ add a stage with an allowed identity that uses the same mechanism
        """#),
    Fault(
      "an order by keys that are not there", .stages,
      #"""
      stages: [{name: all, count: 10}]
      verify: {order: per-key}
      """#,
      finds: #"""
        orders.yaml:7:10: error: "order" is not supported yet [scenario.not-supported]
          |
        7 | verify: {order: per-key}
          |          ^~~~~

        orders.yaml:7:17: error: messages of template "order" have no key to be ordered by [scenario.conflict]
          |
        7 | verify: {order: per-key}
          |                 ^~~~~~~ give the template a key, or write per-partition
        """#),
    Fault(
      "an identity in place that extends, and one with a key and a keystore", .cluster,
      #"""
      cluster: {brokers: embedded, auth: {extends: loader}}
      identities:
        loader: {mechanism: PLAIN, username: a, password: no}
        store: {key: a.key, keystore: a.p12}
      """#,
      finds: #"""
        orders.yaml:3:37: error: "extends" is not allowed in auth [scenario.not-allowed]
          |
        3 | cluster: {brokers: embedded, auth: {extends: loader}}
          |                                     ^~~~~~~ declare the identity under identities, and name it here

        orders.yaml:5:53: error: "***" without quotes is a boolean in YAML [scenario.needs-quotes]
          |
        5 |   loader: {mechanism: PLAIN, username: a, password: **}
          |                                                     ^~ write "***" in quotes

        orders.yaml:6:23: error: "key" and "keystore" exclude each other in identity "store" [scenario.conflict]
          |
        6 |   store: {key: a.key, keystore: a.p12}
          |                       ^~~~~~~~ remove one of them
        """#),
  ]
}
