extension Fault {
  static let targetFaults: [Fault] = [
    Fault.system(
      "a target without a URL", schema: .refused,
      #"""
      targets: {api: {timeout: 5s}}
      """#,
      finds: #"""
        orders.yaml:8:11: error: "url" is missing in target "api" [scenario.missing-key]
          |
        8 | targets: {api: {timeout: 5s}}
          |           ^~~ for example "url: http://localhost:8080/orders"
        """#),
    Fault.system(
      "a secret in an address",
      #"""
      targets: {api: {url: "http://h/?key=${API_KEY}"}}
      """#, variables: ["API_KEY": "hunter22"],
      finds: #"""
        orders.yaml:8:22: error: "url" holds a secret, and reports show it [scenario.not-allowed]
          |
        8 | targets: {api: {url: "http://h/?key=${API_KEY}"}}
          |                      ^~~~~~~~~~~~~~~~~~~~~~~~~~ send it as a header, under headers: or by auth:
        """#),
    Fault.system(
      "addresses that are none of HTTP", schema: .refused,
      #"""
      targets:
        api: "localhost:8080/orders"
        b: "ftp://localhost/orders"
        c: {url: "HTTP://localhost/orders"}
        d: {url: "http:///orders"}
        e: {url: "http://localhost:99999/orders"}
        f: {url: "http://local host/orders"}
        g: {url: "http://localhost/the orders"}
        h: {url: "http://localhost/orders#new"}
        i: {url: "http://localhost/orders/{{seq}}"}
      """#,
      finds: #"""
        orders.yaml:9:8: error: url "localhost:8080/orders" is not a URL [scenario.bad-value]
          |
        9 |   api: "localhost:8080/orders"
          |        ^~~~~~~~~~~~~~~~~~~~~~~ write "http://localhost:8080/orders"

        orders.yaml:10:6: error: url "ftp://localhost/orders" begins with "ftp://" [scenario.bad-value]
           |
        10 |   b: "ftp://localhost/orders"
           |      ^~~~~~~~~~~~~~~~~~~~~~~~ only http:// and https:// are posted to

        orders.yaml:11:12: error: url "HTTP://localhost/orders" begins with "HTTP://" [scenario.bad-value]
           |
        11 |   c: {url: "HTTP://localhost/orders"}
           |            ^~~~~~~~~~~~~~~~~~~~~~~~~ write it in small letters

        orders.yaml:12:12: error: url "http:///orders" has no valid host [scenario.bad-value]
           |
        12 |   d: {url: "http:///orders"}
           |            ^~~~~~~~~~~~~~~~ for example "http://localhost:8080/orders"

        orders.yaml:13:12: error: url "http://localhost:99999/orders" has no valid port [scenario.bad-value]
           |
        13 |   e: {url: "http://localhost:99999/orders"}
           |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ a port is a number from 1 to 65535

        orders.yaml:14:12: error: url "http://local host/orders" has no valid host [scenario.bad-value]
           |
        14 |   f: {url: "http://local host/orders"}
           |            ^~~~~~~~~~~~~~~~~~~~~~~~~~ for example "http://localhost:8080/orders"

        orders.yaml:15:12: error: url "http://localhost/the orders" has a character that a URL cannot have [scenario.bad-value]
           |
        15 |   g: {url: "http://localhost/the orders"}
           |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write a blank as %20

        orders.yaml:16:12: error: url "http://localhost/orders#new" has a fragment, which is never sent [scenario.bad-value]
           |
        16 |   h: {url: "http://localhost/orders#new"}
           |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~ remove it from the # on

        orders.yaml:17:12: error: url "http://localhost/orders/{{seq}}" has a placeholder, which an address cannot [scenario.bad-value]
           |
        17 |   i: {url: "http://localhost/orders/{{seq}}"}
           |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ a variable is written ${NAME}
        """#),
    Fault.system(
      "an address with a password", schema: .refused,
      #"""
      targets: {api: {url: "http://loader:hunter2@localhost/orders"}}
      """#,
      finds: #"""
        orders.yaml:8:22: error: url has a user and a password, which an address cannot have [scenario.bad-value]
          |
        8 | targets: {api: {url: "**************************************"}}
          |                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write auth: {mechanism: BASIC, username: …, password: {env: …}}
        """#),
    Fault.system(
      "keys of a target, misspelt", schema: .refused,
      #"""
      targets: {api: {url: "http://localhost/", conections: 3, keep-alive: 1s, body: x}}
      """#,
      finds: #"""
        orders.yaml:8:43: error: unknown key "conections" in target "api" [scenario.unknown-key]
          |
        8 | targets: {api: {url: "http://localhost/", conections: 3, keep-alive: 1s, body: x}}
          |                                           ^~~~~~~~~~ did you mean "connections"?

        orders.yaml:8:58: error: unknown key "keep-alive" in target "api" [scenario.unknown-key]
          |
        8 | targets: {api: {url: "http://localhost/", conections: 3, keep-alive: 1s, body: x}}
          |                                                          ^~~~~~~~~~ did you mean "keep_alive"?

        orders.yaml:8:74: error: unknown key "body" in target "api" [scenario.unknown-key]
          |
        8 | targets: {api: {url: "http://localhost/", conections: 3, keep-alive: 1s, body: x}}
          |                                                                          ^~~~ allowed keys: url, method, ready, headers, auth, tls, connections, timeout, keep_alive, acknowledged, rejected
        """#),
    Fault.system(
      "values of a target", schema: .refused,
      #"""
      targets:
        api:
          url: "http://localhost:8080/orders"
          method: GET
          ready: "http://localhost:8080/health"
          connections: 0
          timeout: 10
          keep_alive: 1500ms
      """#,
      finds: #"""
        orders.yaml:11:13: error: unknown method "GET" [scenario.bad-value]
           |
        11 |     method: GET
           |             ^~~ write one of: POST, PUT, PATCH

        orders.yaml:12:12: error: ready "http://localhost:8080/health" is not a path of the same host [scenario.bad-value]
           |
        12 |     ready: "http://localhost:8080/health"
           |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write /health

        orders.yaml:13:18: error: connections "0" is less than 1 [scenario.bad-value]
           |
        13 |     connections: 0
           |                  ^

        orders.yaml:14:14: error: timeout "10" has no unit [scenario.bad-value]
           |
        14 |     timeout: 10
           |              ^~ write "10s"

        orders.yaml:15:17: error: keep_alive "1500ms" is not whole seconds [scenario.bad-value]
           |
        15 |     keep_alive: 1500ms
           |                 ^~~~~~ for example "1s"
        """#),
    Fault.system(
      "a path without a slash",
      #"""
      targets: {api: {url: "http://localhost/", ready: health}}
      """#,
      finds: #"""
        orders.yaml:8:50: error: ready "health" is not a path of the same host [scenario.bad-value]
          |
        8 | targets: {api: {url: "http://localhost/", ready: health}}
          |                                                  ^~~~~~ write it with a / first, for example /health
        """#),
    Fault.system(
      "statuses that are none", schema: .refused,
      #"""
      targets:
        api: {url: "http://localhost/", acknowledged: [2**, 200], rejected: [4XX, 700]}
        b: {url: "http://localhost/", acknowledged: [], rejected: 4xx}
      """#,
      finds: #"""
        orders.yaml:9:50: error: acknowledged "2**" is not a status of HTTP [scenario.bad-value]
          |
        9 |   api: {url: "http://localhost/", acknowledged: [2**, 200], rejected: [4XX, 700]}
          |                                                  ^~~ write 2xx

        orders.yaml:9:72: error: rejected "4XX" is not a status of HTTP [scenario.bad-value]
          |
        9 |   api: {url: "http://localhost/", acknowledged: [2**, 200], rejected: [4XX, 700]}
          |                                                                        ^~~ write 4xx

        orders.yaml:9:77: error: rejected "700" is not a status of HTTP [scenario.bad-value]
          |
        9 |   api: {url: "http://localhost/", acknowledged: [2**, 200], rejected: [4XX, 700]}
          |                                                                             ^~~ for example 201, or 2xx

        orders.yaml:10:47: error: acknowledged "" is empty [scenario.bad-value]
           |
        10 |   b: {url: "http://localhost/", acknowledged: [], rejected: 4xx}
           |                                               ^~ for example [2xx]

        orders.yaml:10:61: error: "rejected" must be a list, not text [scenario.wrong-kind]
           |
        10 |   b: {url: "http://localhost/", acknowledged: [], rejected: 4xx}
           |                                                             ^~~ write [4xx]
        """#),
    Fault.system(
      "a status in both lists",
      #"""
      targets: {api: {url: "http://localhost/", acknowledged: [2xx, 409], rejected: [4xx, 409]}}
      """#,
      finds: #"""
        orders.yaml:8:79: error: 409 is in "acknowledged" and in "rejected" in target "api" [scenario.conflict]
          |
        8 | targets: {api: {url: "http://localhost/", acknowledged: [2xx, 409], rejected: [4xx, 409]}}
          |                                                                               ^~~~~~~~~~ take it out of one of them
        """#),
    Fault.system(
      "headers that a request cannot have",
      #"""
      targets:
        api:
          url: "http://localhost/"
          headers: {Content-Length: 5, "a b": c, X-Id: "{{id}}", Authorization: "Bearer hunter2"}
      """#,
      finds: #"""
        orders.yaml:11:15: error: "Content-Length" is a header that each request has already [scenario.bad-name]
           |
        11 |     headers: {Content-Length: 5, "a b": c, X-Id: "{{id}}", Authorization: "***************}
           |               ^~~~~~~~~~~~~~ remove it

        orders.yaml:11:34: error: "a b" is not the name of an HTTP header [scenario.bad-name]
           |
        11 |     headers: {Content-Length: 5, "a b": c, X-Id: "{{id}}", Authorization: "***************}
           |                                  ^~~~~ write letters, digits and -

        orders.yaml:11:50: error: a target's headers are the same for every message, and have no placeholders [scenario.placeholder]
           |
        11 |     headers: {Content-Length: 5, "a b": c, X-Id: "{{id}}", Authorization: "***************}
           |                                                  ^~~~~~~~ write it under "headers" of the template

        orders.yaml:11:75: warning: "Authorization" is stored in plain text [scenario.plain-secret]
           |
        11 |     headers: {Content-Length: 5, "a b": c, X-Id: "{{id}}", Authorization: "***************}
           |                                                                           ^~~~~~~~~~~~~~~~ write {env: AUTHORIZATION}, and set that variable
        """#),
    Fault.system(
      "encryption without https",
      #"""
      identities: {machine: {certificate: a.pem, key: a.key}}
      targets:
        api: {url: "http://localhost/", tls: {truststore: ca.pem}}
        b: {url: "http://localhost/", auth: machine}
      """#,
      finds: #"""
        orders.yaml:10:35: error: tls is of use with https:// alone in target "api" [scenario.conflict]
           |
        10 |   api: {url: "http://localhost/", tls: {truststore: ca.pem}}
           |                                   ^~~ remove it, or write https://

        orders.yaml:11:33: error: a certificate is of use with https:// alone in target "b" [scenario.conflict]
           |
        11 |   b: {url: "http://localhost/", auth: machine}
           |                                 ^~~~ remove it, or write https://
        """#),
    Fault.system(
      "a target whose certificate is not checked",
      #"""
      targets: {api: {url: "https://localhost/", tls: {verify: false}}}
      """#,
      finds: #"""
        orders.yaml:8:58: warning: the certificates of targets are not checked: anyone can pose as one [scenario.unverified]
          |
        8 | targets: {api: {url: "https://localhost/", tls: {verify: false}}}
          |                                                          ^~~~~ name their authority: truststore: ca.pem
        """#),
    Fault.system(
      "mechanisms of Kafka at a target",
      #"""
      identities:
        loader: {mechanism: SCRAM-SHA-512, username: a, password: {env: A}}
        token: {mechanism: OAUTHBEARER, token: {env: A}}
        web: {mechanism: BASIC, username: a, password: {env: A}}
      targets:
        api: {url: "http://localhost/", auth: loader}
        b: {url: "http://localhost/", auth: token}
        c: {url: "http://localhost/", auth: wep}
      stages: [{name: all, to: api, count: 10, auth: loader}, {name: more, to: b, count: 10, auth: web}]
      """#,
      finds: #"""
        orders.yaml:12:41: error: mechanism SCRAM-SHA-512 signs in to Kafka, not to a target [scenario.conflict]
           |
        12 |   api: {url: "http://localhost/", auth: loader}
           |                                         ^~~~~~ name an identity with mechanism BASIC

        orders.yaml:13:39: error: mechanism OAUTHBEARER signs in to Kafka, not to a target [scenario.conflict]
           |
        13 |   b: {url: "http://localhost/", auth: token}
           |                                       ^~~~~ name an identity with mechanism BEARER

        orders.yaml:14:39: error: unknown identity "wep" [scenario.unknown-name]
           |
        14 |   c: {url: "http://localhost/", auth: wep}
           |                                       ^~~ did you mean "web"?

        orders.yaml:15:48: error: mechanism SCRAM-SHA-512 signs in to Kafka, not to a target [scenario.conflict]
           |
        15 | stages: [{name: all, to: api, count: 10, auth: loader}, {name: more, to: b, count: 10, auth: web}]
           |                                                ^~~~~~ name an identity with mechanism BASIC
        """#),
    Fault.system(
      "mechanisms of targets at Kafka",
      #"""
      cluster: {brokers: "localhost:9092", auth: web}
      identities:
        web: {mechanism: BASIC, username: a, password: {env: A}}
        api: {mechanism: BEARER, token: {env: A}}
      verify: {auth: api}
      stages: [{name: all, to: api, count: 10}, {name: direct, topic: orders, auth: {mechanism: BEARER, token: {env: A}}, count: 10}]
      """#,
      finds: #"""
        orders.yaml:7:44: error: mechanism BASIC signs in to a target, not to Kafka [scenario.conflict]
          |
        7 | cluster: {brokers: "localhost:9092", auth: web}
          |                                            ^~~ name an identity with mechanism PLAIN

        orders.yaml:11:16: error: mechanism BEARER signs in to a target, not to Kafka [scenario.conflict]
           |
        11 | verify: {auth: api}
           |                ^~~ name an identity with mechanism OAUTHBEARER

        orders.yaml:12:79: error: mechanism BEARER signs in to a target, not to Kafka [scenario.conflict]
           |
        12 | stages: [{name: all, to: api, count: 10}, {name: direct, topic: orders, auth: {mechanism: BEARER, token: {env: A}}, count: 10}]
           |                                                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ name an identity with mechanism OAUTHBEARER
        """#),
    Fault.system(
      "mechanisms of targets without what they need", schema: .refused,
      #"""
      identities: {web: {mechanism: BASIC, username: a}, api: {mechanism: BEARER, password: {env: A}}}
      """#,
      finds: #"""
        orders.yaml:9:31: error: "password" is missing in identity "web" [scenario.missing-key]
          |
        9 | identities: {web: {mechanism: BASIC, username: a}, api: {mechanism: BEARER, password: {env: A}}}
          |                               ^~~~~ mechanism BASIC needs it

        orders.yaml:9:69: error: "token" is missing in identity "api" [scenario.missing-key]
          |
        9 | identities: {web: {mechanism: BASIC, username: a}, api: {mechanism: BEARER, password: {env: A}}}
          |                                                                     ^~~~~~ mechanism BEARER needs it

        orders.yaml:9:77: error: mechanism BEARER has no use for "password" in identity "api" [scenario.conflict]
          |
        9 | identities: {web: {mechanism: BASIC, username: a}, api: {mechanism: BEARER, password: {env: A}}}
          |                                                                             ^~~~~~~~ remove it, or change the mechanism
        """#),
    Fault.system(
      "credentials on their way without encryption",
      #"""
      targets:
        api: {url: "http://api.example.com/orders", auth: {mechanism: BASIC, username: a, password: {env: A}}}
        b: {url: "http://localhost/orders", auth: {mechanism: BEARER, token: {env: A}}}
        c: {url: "http://10.0.0.1/orders", auth: {mechanism: BEARER, token: {env: A}}}
      """#,
      finds: #"""
        orders.yaml:9:14: warning: the password of requests to target "api" is sent without encryption [scenario.unencrypted]
          |
        9 |   api: {url: "http://api.example.com/orders", auth: {mechanism: BASIC, username: a, password: {env: A}}}
          |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write https://

        orders.yaml:11:12: warning: the token of requests to target "c" is sent without encryption [scenario.unencrypted]
           |
        11 |   c: {url: "http://10.0.0.1/orders", auth: {mechanism: BEARER, token: {env: A}}}
           |            ^~~~~~~~~~~~~~~~~~~~~~~~ write https://
        """#),
  ]
}
