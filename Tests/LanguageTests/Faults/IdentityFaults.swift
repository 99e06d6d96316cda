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
      "a command without a program, and a time limit without a command", .cluster, schema: .refused,
      #"""
      cluster: {brokers: "kafka:9092", auth: loader}
      identities:
        loader: {mechanism: PLAIN, username: a, password: {command: []}}
        other: {mechanism: PLAIN, username: a, password: {command: ["", a]}}
        third: {mechanism: PLAIN, username: a, password: {command: ""}}
        fourth: {mechanism: PLAIN, username: a, password: {file: a, within: 5s}}
        fifth: {mechanism: PLAIN, username: a, password: {within: 5s}}
        sixth: {mechanism: PLAIN, username: a, password: {command: a, within: 5}}
        seventh: {mechanism: PLAIN, username: a, password: {command: [a, [b]]}}
      """#,
      finds: #"""
        orders.yaml:5:3: warning: the password of identity "loader" is sent without encryption [scenario.unencrypted]
          |
        5 |   loader: {mechanism: PLAIN, username: a, password: {command: []}}
          |   ^~~~~~ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:5:63: error: "command" has no program [scenario.bad-value]
          |
        5 |   loader: {mechanism: PLAIN, username: a, password: {command: []}}
          |                                                               ^~ write [PROGRAM, ARGUMENT, …]

        orders.yaml:6:62: error: "command" has no program [scenario.bad-value]
          |
        6 |   other: {mechanism: PLAIN, username: a, password: {command: ["", a]}}
          |                                                              ^~~~~~~ write [PROGRAM, ARGUMENT, …]

        orders.yaml:7:62: error: command "" is empty [scenario.bad-value]
          |
        7 |   third: {mechanism: PLAIN, username: a, password: {command: ""}}
          |                                                              ^~ write the command

        orders.yaml:8:63: error: "within" is the time limit of a command, and there is none in password [scenario.not-allowed]
          |
        8 |   fourth: {mechanism: PLAIN, username: a, password: {file: a, within: 5s}}
          |                                                               ^~~~~~ remove it

        orders.yaml:9:53: error: one of env, file, command is missing in password [scenario.missing-key]
          |
        9 |   fifth: {mechanism: PLAIN, username: a, password: {within: 5s}}
          |                                                     ^~~~~~ write one of them

        orders.yaml:10:73: error: within "5" has no unit [scenario.bad-value]
           |
        10 |   sixth: {mechanism: PLAIN, username: a, password: {command: a, within: 5}}
           |                                                                         ^ write "5s"

        orders.yaml:11:68: error: "command" must be text, not a list [scenario.wrong-kind]
           |
        11 |   seventh: {mechanism: PLAIN, username: a, password: {command: [*, [*]]}}
           |                                                                    ^~~
        """#),
    Fault(
      "a secret in the arguments of a command", .cluster,
      #"""
      cluster: {brokers: "kafka:9092", auth: loader}
      identities:
        loader: {mechanism: PLAIN, username: a, password: {command: "vault get -token ${VAULT_TOKEN}"}}
        other: {mechanism: PLAIN, username: a, password: {command: [vault, get, "${VAULT_TOKEN}"]}}
        good: {mechanism: PLAIN, username: a, password: {command: "vault get $VAULT_TOKEN ${PATH_OF_IT}"}}
      """#, variables: ["VAULT_TOKEN": "hunter2", "PATH_OF_IT": "a"],
      finds: #"""
        orders.yaml:5:3: warning: the password of identity "loader" is sent without encryption [scenario.unencrypted]
          |
        5 |   loader: {mechanism: PLAIN, username: a, password: {command: "vault get -token ${VAULT_TOKEN}"}}
          |   ^~~~~~ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:5:63: error: a secret in a command can be read by every user of this machine [scenario.not-allowed]
          |
        5 |   loader: {mechanism: PLAIN, username: a, password: {command: "vault get -token ${VAULT_TOKEN}"}}
          |                                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write $NAME without braces, which the shell replaces

        orders.yaml:6:75: error: a secret in a command can be read by every user of this machine [scenario.not-allowed]
          |
        6 |   other: {mechanism: PLAIN, username: a, password: {command: [vault, get, "${VAULT_TOKEN}"]}}
          |                                                                           ^~~~~~~~~~~~~~~~ let the command read it from its environment
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
        orders.yaml:7:3: warning: the password of identity "loader" is sent without encryption [scenario.unencrypted]
          |
        7 |   loader: {mechanism: PLAIN, username: a, password: {env: A}}
          |   ^~~~~~ write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512

        orders.yaml:11:51: error: no other client shows that "refused == authentication" is not the client's own fault [scenario.no-control]
           |
        11 |   - {name: b, count: 10, auth: intruder, expect: [refused == authentication]}
           |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~ add a stage with an allowed identity that uses the same mechanism
        """#),
    Fault(
      "an order by keys, of producers that are not idempotent, and keys in several partitions", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: "localhost:9092", librdkafka: {acks: 1}}
      topics: {orders: {}}
      templates: {order: {value: plain, key: k}}
      stages: [{name: all, count: 10, template: order, partition: round-robin}]
      verify: {order: per-key}
      """#,
      finds: #"""
        orders.yaml:7:17: error: order per key needs idempotent producers, and "acks" rules them out [scenario.conflict]
          |
        7 | verify: {order: per-key}
          |                 ^~~~~~~ remove that, or write per-partition
          = note: it is set at orders.yaml:3:51
        """#),
    Fault(
      "an expectation on an order that is not checked", .stages,
      #"""
      stages: [{name: all, count: 10, expect: [reordered == 0]}]
      verify: {order: none}
      """#,
      finds: #"""
        orders.yaml:6:42: error: "reordered" is not measured with "order: none" [scenario.expectation]
          |
        6 | stages: [{name: all, count: 10, expect: [reordered == 0]}]
          |                                          ^~~~~~~~~~~~~~ remove it, or write "order: per-partition"
        """#),
    Fault(
      "an order by keys that are not there", .stages,
      #"""
      stages: [{name: all, count: 10}]
      verify: {order: per-key}
      """#,
      finds: #"""
        orders.yaml:7:17: error: messages of template "order" have no key to be ordered by [scenario.conflict]
          |
        7 | verify: {order: per-key}
          |                 ^~~~~~~ give the template a key, or write per-partition
        """#),
    Fault(
      "an identity in place that extends, and one with a key and a keystore", .cluster, schema: .refused,
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
