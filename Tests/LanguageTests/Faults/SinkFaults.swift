extension Fault {
  static let sinkFaults: [Fault] = [
    Fault.system(
      "a sink without a place",
      #"""
      sinks: {dome: {identity: {json: $.id}}, stored: {}}
      """#,
      finds: #"""
        orders.yaml:8:9: error: sink "dome" has no topic, and no topic has its name [scenario.missing-key]
          |
        8 | sinks: {dome: {identity: {json: $.id}}, stored: {}}
          |         ^~~~ did you mean "done"?

        orders.yaml:8:41: error: sink "stored" has no topic, and no topic has its name [scenario.missing-key]
          |
        8 | sinks: {dome: {identity: {json: $.id}}, stored: {}}
          |                                         ^~~~~~ write topic:, command: or any_of:
        """#),
    Fault.system(
      "a topic that is not declared",
      #"""
      sinks: {done: {topic: dome, identity: key}}
      """#,
      finds: #"""
        orders.yaml:8:23: error: unknown topic "dome" [scenario.unknown-name]
          |
        8 | sinks: {done: {topic: dome, identity: key}}
          |                       ^~~~ did you mean "done"?
        """#),
    Fault.system(
      "places that exclude each other", schema: .refused,
      #"""
      sinks:
        done: {topic: done, command: [psql]}
        other: {any_of: [third], identity: key, copies: 2}
        third: {command: [psql], isolation: read_committed}
      """#,
      finds: #"""
        orders.yaml:9:23: error: "topic" and "command" exclude each other in sink "done" [scenario.conflict]
          |
        9 |   done: {topic: done, command: [psql]}
          |                       ^~~~~~~ remove one of them

        orders.yaml:10:28: error: "any_of" and "identity" exclude each other in sink "other" [scenario.conflict]
           |
        10 |   other: {any_of: [third], identity: key, copies: 2}
           |                            ^~~~~~~~ remove one of them: its sinks have records of their own

        orders.yaml:10:43: error: "any_of" and "copies" exclude each other in sink "other" [scenario.conflict]
           |
        10 |   other: {any_of: [third], identity: key, copies: 2}
           |                                           ^~~~~~ remove one of them: its sinks have records of their own

        orders.yaml:11:28: error: "command" and "isolation" exclude each other in sink "third" [scenario.conflict]
           |
        11 |   third: {command: [psql], isolation: read_committed}
           |                            ^~~~~~~~~ remove one of them: a command reads no topic
        """#),
    Fault.system(
      "keys of a command without one", schema: .refused,
      #"""
      sinks: {done: {identity: key, input: select, environment: {A: b}, every: 5s}}
      """#,
      finds: #"""
        orders.yaml:8:31: error: "command" is missing in sink "done" [scenario.missing-key]
          |
        8 | sinks: {done: {identity: key, input: select, environment: {A: b}, every: 5s}}
          |                               ^~~~~ "input" needs it

        orders.yaml:8:46: error: "command" is missing in sink "done" [scenario.missing-key]
          |
        8 | sinks: {done: {identity: key, input: select, environment: {A: b}, every: 5s}}
          |                                              ^~~~~~~~~~~ "environment" needs it

        orders.yaml:8:67: error: "command" is missing in sink "done" [scenario.missing-key]
          |
        8 | sinks: {done: {identity: key, input: select, environment: {A: b}, every: 5s}}
          |                                                                   ^~~~~ "every" needs it
        """#),
    Fault.system(
      "a command as text", schema: .refused,
      #"""
      sinks: {done: {command: "psql -c \"select id from orders\""}}
      """#,
      finds: #"""
        orders.yaml:8:25: error: "command" must be a list of words, not text [scenario.wrong-kind]
          |
        8 | sinks: {done: {command: "psql -c \"select id from orders\""}}
          |                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write [bash, -c, "psql -c \"select id from orders\""]
        """#),
    Fault.system(
      "a command without a program",
      #"""
      sinks: {done: {command: []}, other: {command: ["", a]}}
      """#,
      finds: #"""
        orders.yaml:8:25: error: "command" has no program [scenario.bad-value]
          |
        8 | sinks: {done: {command: []}, other: {command: ["", a]}}
          |                         ^~ write [PROGRAM, ARGUMENT, …]

        orders.yaml:8:47: error: "command" has no program [scenario.bad-value]
          |
        8 | sinks: {done: {command: []}, other: {command: ["", a]}}
          |                                               ^~~~~~~ write [PROGRAM, ARGUMENT, …]
        """#),
    Fault.system(
      "an alias among the words of a command", schema: .refused,
      #"""
      x-psql: &psql [psql, -At]
      sinks: {done: {command: [*psql, -c, select]}}
      """#,
      finds: #"""
        orders.yaml:8:9: error: "command" has a list among its words [scenario.wrong-kind]
          |
        8 | x-psql: &psql [psql, -At]
          |         ^~~~~~~~~~~~~~~~~ an alias can be the whole list (command: *NAME), and not a part of one
          = note: used as *psql at orders.yaml:9:26
        """#),
    Fault.system(
      "placeholders that a command does not have",
      #"""
      vars: {table: orders}
      sinks:
        done:
          command: [psql, "{{id}}", "{{seq}}", "{{vars.tabel}}"]
          input: "select '{{run.id}}' from {{vars.table}} where {{run.tag.upper()}}"
          environment: {A: "{{faker.name()}}"}
        other: {command: [psql, "{{run.tag"]}
      """#,
      finds: #"""
        orders.yaml:11:22: error: "{{id}}" is not replaced in a command [scenario.placeholder]
           |
        11 |     command: [psql, "{{id}}", "{{seq}}", "{{vars.tabel}}"]
           |                      ^~~~~~ write {{run.tag}} or {{vars.NAME}}; {{ '{{' }} writes two braces

        orders.yaml:11:32: error: "{{seq}}" is not replaced in a command [scenario.placeholder]
           |
        11 |     command: [psql, "{{id}}", "{{seq}}", "{{vars.tabel}}"]
           |                                ^~~~~~~ write {{run.tag}} or {{vars.NAME}}; {{ '{{' }} writes two braces

        orders.yaml:11:43: error: unknown variable "tabel" [scenario.unknown-name]
           |
        11 |     command: [psql, "{{id}}", "{{seq}}", "{{vars.tabel}}"]
           |                                           ^~~~~~~~~~~~~~ did you mean "table"?

        orders.yaml:12:21: error: "{{run.id}}" is not replaced in a command [scenario.placeholder]
           |
        12 |     input: "select '{{run.id}}' from {{vars.table}} where {{run.tag.upper()}}"
           |                     ^~~~~~~~~~ write {{run.tag}} or {{vars.NAME}}; {{ '{{' }} writes two braces

        orders.yaml:12:59: error: "{{run.tag.upper()}}" is not replaced in a command [scenario.placeholder]
           |
        12 |     input: "select '{{run.id}}' from {{vars.table}} where {{run.tag.upper()}}"
           |                                                           ^~~~~~~~~~~~~~~~~~~ write {{run.tag}} or {{vars.NAME}}; {{ '{{' }} writes two braces

        orders.yaml:13:23: error: "{{faker.name()}}" is not replaced in a command [scenario.placeholder]
           |
        13 |     environment: {A: "{{faker.name()}}"}
           |                       ^~~~~~~~~~~~~~~~ write {{run.tag}} or {{vars.NAME}}; {{ '{{' }} writes two braces

        orders.yaml:14:28: error: a placeholder is not closed [scenario.placeholder]
           |
        14 |   other: {command: [psql, "{{run.tag"]}
           |                            ^~ close it with }}, or write {{ '{{' }} for two braces
        """#),
    Fault.system(
      "secrets in the words of a command",
      #"""
      vars: {password: "${PGPASSWORD}"}
      sinks:
        done: {command: [psql, "${PGPASSWORD}"], input: "{{vars.password}}", environment: {PGPASSWORD: "{{run.tag}}"}}
      """#, variables: ["PGPASSWORD": "hunter2"],
      finds: #"""
        orders.yaml:10:26: error: a secret in the words or the input of a command can be read by others [scenario.not-allowed]
           |
        10 |   done: {command: [psql, "${PGPASSWORD}"], input: "{{vars.password}}", environment: {PGPASSWORD: "************}}
           |                          ^~~~~~~~~~~~~~~ write it under environment: {NAME: {env: NAME}}

        orders.yaml:10:52: error: a secret in the words or the input of a command can be read by others [scenario.not-allowed]
           |
        10 |   done: {command: [psql, "${PGPASSWORD}"], input: "{{vars.password}}", environment: {PGPASSWORD: "************}}
           |                                                    ^~~~~~~~~~~~~~~~~ write it under environment: {NAME: {env: NAME}}

        orders.yaml:10:98: warning: "PGPASSWORD" is stored in plain text [scenario.plain-secret]
           |
        10 |   done: {command: [psql, "${PGPASSWORD}"], input: "{{vars.password}}", environment: {PGPASSWORD: "************}}
           |                                                                                                  ^~~~~~~~~~~~~ write {env: PGPASSWORD}, and set that variable

        orders.yaml:10:98: error: a secret has no placeholders [scenario.placeholder]
           |
        10 |   done: {command: [psql, "${PGPASSWORD}"], input: "{{vars.password}}", environment: {PGPASSWORD: "************}}
           |                                                                                                  ^~~~~~~~~~~~~ write it under a name that is not a secret's
        """#),
    Fault.system(
      "a secret in plain text, and a default that is too short for one",
      #"""
      sinks:
        done: {command: [psql], environment: {PGPASSWORD: hunter2, API_TOKEN: "${API_TOKEN:-none}"}}
      """#,
      finds: #"""
        orders.yaml:9:53: warning: "PGPASSWORD" is stored in plain text [scenario.plain-secret]
          |
        9 |   done: {command: [psql], environment: {PGPASSWORD: *******, API_TOKEN: "*******************}}
          |                                                     ^~~~~~~ write {env: PGPASSWORD}, and set that variable
        """#),
    Fault.system(
      "a topic whose records have no known place for an id",
      #"""
      sinks: {done: {}}
      """#,
      finds: #"""
        orders.yaml:8:9: error: "identity" is missing in sink "done" [scenario.missing-key]
          |
        8 | sinks: {done: {}}
          |         ^~~~ write where {{id}} is in its records, for example identity: {json: $.id}
        """#),
    Fault.system(
      "identities of another kind of place", schema: .refused,
      #"""
      sinks:
        done: {identity: line}
        a: {command: [psql], identity: key}
        b: {command: [psql], identity: header}
        c: {command: [psql], identity: {xml: //id}}
        d: {topic: done, identity: headre}
        e: {topic: done, identity: {json: $.id, xml: //id}}
      """#,
      finds: #"""
        orders.yaml:9:20: error: a topic has no lines in sink "done" [scenario.conflict]
          |
        9 |   done: {identity: line}
          |                    ^~~~ write {json: $.id} or key

        orders.yaml:10:34: error: a line of a command has no key in sink "a" [scenario.conflict]
           |
        10 |   a: {command: [psql], identity: key}
           |                                  ^~~ write line

        orders.yaml:11:34: error: a line of a command has no headers in sink "b" [scenario.conflict]
           |
        11 |   b: {command: [psql], identity: header}
           |                                  ^~~~~~ write line

        orders.yaml:12:34: error: a line of a command is not XML in sink "c" [scenario.conflict]
           |
        12 |   c: {command: [psql], identity: {xml: //id}}
           |                                  ^~~~~~~~~~~ write line, {json: …} or {regex: …}

        orders.yaml:13:30: error: unknown identity "headre" [scenario.bad-value]
           |
        13 |   d: {topic: done, identity: headre}
           |                              ^~~~~~ did you mean "header"?

        orders.yaml:14:43: error: "json" and "xml" exclude each other in identity [scenario.conflict]
           |
        14 |   e: {topic: done, identity: {json: $.id, xml: //id}}
           |                                           ^~~ remove one of them
        """#),
    Fault.system(
      "paths that are none",
      #"""
      sinks:
        done: {identity: {json: id}}
        a: {topic: done, identity: {json: $..id}}
        b: {topic: done, identity: {json: "$.ids[*"}}
        c: {topic: done, identity: {json: "$.ids[x]"}}
        d: {topic: done, identity: {json: "$.ids[]"}}
        e: {topic: done, identity: {json: $.}}
        f: {topic: done, identity: {json: $.*}}
        g: {topic: done, identity: {json: $id}}
        h: {topic: done, identity: {xml: id}}
        i: {topic: done, identity: {xml: //order/@id/x}}
        j: {topic: done, identity: {regex: '(r[0-9a-z]+'}}
      """#,
      finds: #"""
        orders.yaml:9:27: error: json "id" is not a path in a JSON value [scenario.bad-value]
          |
        9 |   done: {identity: {json: id}}
          |                           ^~ write $.id

        orders.yaml:10:38: error: json "$..id" searches with two dots, which is not supported [scenario.bad-value]
           |
        10 |   a: {topic: done, identity: {json: $..id}}
           |                                      ^~ write each name on the way: $.order.id

        orders.yaml:11:43: error: json "$.ids[*" has a [ that is not closed [scenario.bad-value]
           |
        11 |   b: {topic: done, identity: {json: "$.ids[*"}}
           |                                           ^ close it with ]

        orders.yaml:12:43: error: json "$.ids[x]" has no number in its brackets [scenario.bad-value]
           |
        12 |   c: {topic: done, identity: {json: "$.ids[x]"}}
           |                                           ^~~ write [0], [*] or ["x"]

        orders.yaml:13:43: error: json "$.ids[]" has no number in its brackets [scenario.bad-value]
           |
        13 |   d: {topic: done, identity: {json: "$.ids[]"}}
           |                                           ^~ write [*] for every element

        orders.yaml:14:38: error: json "$." has no name after a dot [scenario.bad-value]
           |
        14 |   e: {topic: done, identity: {json: $.}}
           |                                      ^ write each name on the way: $.order.id

        orders.yaml:15:38: error: json "$.*" has no name after a dot [scenario.bad-value]
           |
        15 |   f: {topic: done, identity: {json: $.*}}
           |                                      ^~ write [*] for the elements of a list

        orders.yaml:16:38: error: json "$id" has "i" where . or [ is expected [scenario.bad-value]
           |
        16 |   g: {topic: done, identity: {json: $id}}
           |                                      ^ for example $.order.id

        orders.yaml:17:36: error: xml "id" is not a path of elements [scenario.bad-value]
           |
        17 |   h: {topic: done, identity: {xml: id}}
           |                                    ^~ write //id

        orders.yaml:18:36: error: xml "//order/@id/x" is not a path of elements [scenario.bad-value]
           |
        18 |   i: {topic: done, identity: {xml: //order/@id/x}}
           |                                    ^~~~~~~~~~~~~ for example //id, or /order/@id

        orders.yaml:19:38: error: regex "(r[0-9a-z]+" is not a regular expression: missing closing parenthesis [scenario.bad-value]
           |
        19 |   j: {topic: done, identity: {regex: '(r[0-9a-z]+'}}
           |                                      ^~~~~~~~~~~~~
        """#),
    Fault.system(
      "fields that are none", schema: .refused,
      #"""
      sinks:
        done: {identity: {json: $.id}, where: {type: login, "$.ids[*]": a, $.ok: [true]}, same: {id: $.id, $.id: id}}
      """#,
      finds: #"""
        orders.yaml:9:42: error: field "type" is not a path in a JSON value [scenario.bad-value]
          |
        9 |   done: {identity: {json: $.id}, where: {type: login, "$.ids[*]": a, $.ok: [true]}, same: {id: $.id, $.id: id}}
          |                                          ^~~~ write $.type

        orders.yaml:9:55: error: "where" compares one value, and "$.ids[*]" can be several [scenario.bad-value]
          |
        9 |   done: {identity: {json: $.id}, where: {type: login, "$.ids[*]": a, $.ok: [true]}, same: {id: $.id, $.id: id}}
          |                                                       ^~~~~~~~~~ write [0] for one of them

        orders.yaml:9:76: error: "$.ok" must be a value, not a list [scenario.wrong-kind]
          |
        9 |   done: {identity: {json: $.id}, where: {type: login, "$.ids[*]": a, $.ok: [true]}, same: {id: $.id, $.id: id}}
          |                                                                            ^~~~~~

        orders.yaml:9:92: error: field "id" is not a path in a JSON value [scenario.bad-value]
          |
        9 |   done: {identity: {json: $.id}, where: {type: login, "$.ids[*]": a, $.ok: [true]}, same: {id: $.id, $.id: id}}
          |                                                                                            ^~ write $.id

        orders.yaml:9:108: error: field "id" is not a path in a JSON value [scenario.bad-value]
          |
        9 |   done: {identity: {json: $.id}, where: {type: login, "$.ids[*]": a, $.ok: [true]}, same: {id: $.id, $.id: id}}
          |                                                                                                            ^~ write $.id
        """#),
    Fault.system(
      "fields of lines",
      #"""
      sinks:
        done: {command: [psql], where: {$.type: login}, same: {key: $.id}, format: json}
        other: {topic: done, identity: {xml: //id}, same: {$.id: $.id}}
      """#,
      finds: #"""
        orders.yaml:9:35: error: "where" compares fields of JSON in sink "done" [scenario.conflict]
          |
        9 |   done: {command: [psql], where: {$.type: login}, same: {key: $.id}, format: json}
          |                                   ^~~~~~ a line is one text, unless identity is {json: …}

        orders.yaml:9:58: error: a line of a command has no key in sink "done" [scenario.conflict]
          |
        9 |   done: {command: [psql], where: {$.type: login}, same: {key: $.id}, format: json}
          |                                                          ^~~ name a path such as $.id

        orders.yaml:9:70: error: "format" has nothing to check in sink "done" [scenario.conflict]
          |
        9 |   done: {command: [psql], where: {$.type: login}, same: {key: $.id}, format: json}
          |                                                                      ^~~~~~ a line is one text, unless identity is {json: …}

        orders.yaml:10:54: error: "same" compares fields of JSON in sink "other" [scenario.conflict]
           |
        10 |   other: {topic: done, identity: {xml: //id}, same: {$.id: $.id}}
           |                                                      ^~~~ its values are XML
        """#),
  ]
}
