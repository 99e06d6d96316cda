extension Fault {
  static let sinkMeaningFaults: [Fault] = [
    Fault.system(
      "a schema without a format",
      #"""
      sinks: {done: {identity: {json: $.id}, schema: a.json}}
      """#,
      finds: #"""
        orders.yaml:8:40: error: "schema" needs format: json or format: xml in sink "done" [scenario.schema]
          |
        8 | sinks: {done: {identity: {json: $.id}, schema: a.json}}
          |                                        ^~~~~~ write format: json
        """#),
    Fault.system(
      "a schema that is not there",
      #"""
      sinks: {done: {identity: {json: $.id}, format: json, schema: a.json}}
      """#,
      finds: #"""
        orders.yaml:8:62: error: "a.json" cannot be read: No such file or directory [scenario.bad-value]
          |
        8 | sinks: {done: {identity: {json: $.id}, format: json, schema: a.json}}
          |                                                              ^~~~~~ a path is relative to the file in which it is written
        """#),
    Fault.system(
      "words that a sink does not have", schema: .refused,
      #"""
      sinks: {done: {identity: {json: $.id}, copies: 0, format: yaml, mode: now, isolation: none, within: 30, order: per-partition}}
      """#,
      finds: #"""
        orders.yaml:8:48: error: copies "0" is less than 1 [scenario.bad-value]
          |
        8 | sinks: {done: {identity: {json: $.id}, copies: 0, format: yaml, mode: now, isolation: none, within: 30, order: per-partition}}
          |                                                ^

        orders.yaml:8:59: error: unknown format "yaml" [scenario.bad-value]
          |
        8 | sinks: {done: {identity: {json: $.id}, copies: 0, format: yaml, mode: now, isolation: none, within: 30, order: per-partition}}
          |                                                           ^~~~ write one of: json, xml

        orders.yaml:8:71: error: unknown mode "now" [scenario.bad-value]
          |
        8 | sinks: {done: {identity: {json: $.id}, copies: 0, format: yaml, mode: now, isolation: none, within: 30, order: per-partition}}
          |                                                                       ^~~ write one of: tail, after, later

        orders.yaml:8:87: error: unknown isolation "none" [scenario.bad-value]
          |
        8 | sinks: {done: {identity: {json: $.id}, copies: 0, format: yaml, mode: now, isolation: none, within: 30, order: per-partition}}
          |                                                                                       ^~~~ write one of: read_committed, read_uncommitted

        orders.yaml:8:101: error: within "30" has no unit [scenario.bad-value]
          |
        8 | sinks: {done: {identity: {json: $.id}, copies: 0, format: yaml, mode: now, isolation: none, within: 30, order: per-partition}}
          |                                                                                                     ^~ write "30s"

        orders.yaml:8:112: error: unknown order "per-partition" [scenario.bad-value]
          |
        8 | sinks: {done: {identity: {json: $.id}, copies: 0, format: yaml, mode: now, isolation: none, within: 30, order: per-partition}}
          |                                                                                                                ^~~~~~~~~~~~~ write one of: none
        """#),
    Fault.system(
      "order at a sink",
      #"""
      sinks: {done: {identity: {json: $.id}, order: per-key}}
      """#,
      finds: #"""
        orders.yaml:8:47: error: "order: per-key" is not supported yet [scenario.not-supported]
          |
        8 | sinks: {done: {identity: {json: $.id}, order: per-key}}
          |                                               ^~~~~~~
        """#),
    Fault.system(
      "a group that is not declared",
      #"""
      groups: {consumers: {topics: [done]}}
      sinks: {done: {identity: {json: $.id}, group: consumer}}
      """#,
      finds: #"""
        orders.yaml:9:47: error: unknown group "consumer" [scenario.unknown-name]
          |
        9 | sinks: {done: {identity: {json: $.id}, group: consumer}}
          |                                               ^~~~~~~~ did you mean "consumers"?
        """#),
    Fault.system(
      "places that a sink cannot come from",
      #"""
      sinks:
        done: {identity: {json: $.id}, from: dnoe}
        stored: {command: [psql], from: orders}
        failed: {command: [psql], from: nothing-like-it}
      """#,
      finds: #"""
        orders.yaml:9:40: error: unknown sink "dnoe" [scenario.unknown-name]
          |
        9 |   done: {identity: {json: $.id}, from: dnoe}
          |                                        ^~~~ it can be: stored, failed

        orders.yaml:10:35: error: no stage sends to topic "orders", and it is no sink [scenario.conflict]
           |
        10 |   stored: {command: [psql], from: orders}
           |                                   ^~~~~~ declare it under sinks

        orders.yaml:11:35: error: unknown sink "nothing-like-it" [scenario.unknown-name]
           |
        11 |   failed: {command: [psql], from: nothing-like-it}
           |                                   ^~~~~~~~~~~~~~~ it can be: done, stored
        """#),
    Fault.system(
      "sinks that refer to themselves",
      #"""
      sinks:
        a: {command: [psql], from: b}
        b: {any_of: [c, d]}
        c: {command: [psql], from: a}
        d: {command: [psql]}
      """#,
      finds: #"""
        orders.yaml:11:30: error: sink "a" refers to itself: a → b → c → a [scenario.conflict]
           |
        11 |   c: {command: [psql], from: a}
           |                              ^ remove one of them
        """#),
    Fault.system(
      "a sink made of one that there is not",
      #"""
      sinks: {done: {identity: {json: $.id}}, any: {any_of: [done, stroed]}}
      """#,
      finds: #"""
        orders.yaml:8:62: error: unknown sink "stroed" [scenario.unknown-name]
          |
        8 | sinks: {done: {identity: {json: $.id}}, any: {any_of: [done, stroed]}}
          |                                                              ^~~~~~ declared: done
        """#),
    Fault.system(
      "messages that there are not", schema: .refused,
      #"""
      sinks:
        done: {identity: {json: $.id}, holds: {templates: [oder]}}
        a: {command: [psql], holds: {stages: [al]}}
        b: {command: [psql], holds: none}
        c: {command: [psql], holds: {stages: [all], templates: [order]}}
        d: {command: [psql], holds: {stages: []}}
      """#,
      finds: #"""
        orders.yaml:9:54: error: unknown template "oder" [scenario.unknown-name]
          |
        9 |   done: {identity: {json: $.id}, holds: {templates: [oder]}}
          |                                                      ^~~~ did you mean "order"?

        orders.yaml:10:41: error: unknown stage "al" [scenario.unknown-name]
           |
        10 |   a: {command: [psql], holds: {stages: [al]}}
           |                                         ^~ did you mean "all"?

        orders.yaml:11:31: error: unknown holds "none" [scenario.bad-value]
           |
        11 |   b: {command: [psql], holds: none}
           |                               ^~~~ write one of: all, some

        orders.yaml:12:32: error: "templates" and "stages" exclude each other in holds [scenario.conflict]
           |
        12 |   c: {command: [psql], holds: {stages: [all], templates: [order]}}
           |                                ^~~~~~ remove one of them

        orders.yaml:13:40: error: stages "" is empty [scenario.bad-value]
           |
        13 |   d: {command: [psql], holds: {stages: []}}
           |                                        ^~ write at least one name
        """#),
    Fault.system(
      "messages that a sink cannot hold",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}, bad: {format: json, value: '{"id": "{{id}}"}'}, third: {value: "{{id}}"}}
      stages: [{name: all, to: api, mix: {order: 1, bad: 1}, count: 10}, {name: more, to: api, template: order, count: 10}]
      sinks:
        done: {identity: {json: $.id}, holds: {stages: [all]}}
        a: {command: [psql], from: done, holds: {stages: [more]}}
        b: {command: [psql], holds: {templates: [third]}}
        c: {command: [psql], from: done, holds: {templates: [order]}}
        d: {command: [psql], from: c, holds: {templates: [bad]}}
      """#,
      finds: #"""
        orders.yaml:10:53: error: "done" holds no messages of stage "more" [scenario.conflict]
           |
        10 |   a: {command: [psql], from: done, holds: {stages: [more]}}
           |                                                     ^~~~ remove it

        orders.yaml:11:44: error: no stage posts messages of template "third" to a target [scenario.conflict]
           |
        11 |   b: {command: [psql], holds: {templates: [third]}}
           |                                            ^~~~~ write from: and the topic that they are sent to

        orders.yaml:13:53: error: "c" holds no messages of template "bad" [scenario.conflict]
           |
        13 |   d: {command: [psql], from: c, holds: {templates: [bad]}}
           |                                                     ^~~ remove it
        """#),
    Fault.system(
      "a sink without a stage that posts",
      #"""
      targets: {api: "http://localhost:8080/orders"}
      stages: [{name: all, topic: orders, count: 10}]
      """#,
      finds: #"""
        orders.yaml:6:9: error: sink "done" holds nothing: no stage posts to a target [scenario.conflict]
          |
        6 | sinks: {done: {identity: {json: $.id}}}
          |         ^~~~ write from: and the topic that stages send to, or holds: {stages: [NAME]}
        """#),
    Fault.system(
      "a topic that stages send to as a sink",
      #"""
      stages: [{name: all, topic: orders, count: 10}, {name: posted, to: api, count: 10}]
      sinks: {orders: {}, done: {identity: {json: $.id}}}
      """#,
      finds: #"""
        orders.yaml:8:9: error: topic "orders" is verified without a sink: stages send to it [scenario.conflict]
          |
        8 | sinks: {orders: {}, done: {identity: {json: $.id}}}
          |         ^~~~~~ remove the sink, or write where requests put {{id}}: identity: {json: $.id}
        """#),
    Fault.system(
      "a header behind a target",
      #"""
      sinks: {done: {identity: header}}
      """#,
      finds: #"""
        orders.yaml:8:9: error: sink "done" looks for the header "rehearse", which messages of stage "all" do not have: they are posted to a target [scenario.id]
          |
        8 | sinks: {done: {identity: header}}
          |         ^~~~ write where {{id}} is in its records, for example identity: {json: $.id}
        """#),
    Fault.system(
      "two stages with the same ids in one sink",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}, again: {format: json, value: '{"id": "{{id(stage=''all'')}}"}'}}
      stages: [{name: all, to: api, template: order, count: 10}, {name: more, to: api, template: again, count: 10}]
      """#,
      finds: #"""
        orders.yaml:6:9: error: sink "done" holds "all" and "more", whose messages carry the same ids [scenario.id]
          |
        6 | sinks: {done: {identity: {json: $.id}}}
          |         ^~~~ write holds: {stages: [all]}, and a sink for the other
        """#),
    Fault.system(
      "expectations of sinks and groups",
      #"""
      groups: {consumers: {topics: [done], expect: [missing == 0, lag_max < 5]}}
      sinks: {done: {identity: {json: $.id}, expect: [mising == 0, stage(all).lost == 0]}}
      expect: [sink(doen).missing == 0, group(consumer).lag_max < 5k]
      """#,
      finds: #"""
        orders.yaml:8:47: error: "missing" is not a metric of a group [scenario.expectation]
          |
        8 | groups: {consumers: {topics: [done], expect: [missing == 0, lag_max < 5]}}
          |                                               ^~~~~~~ write "sink(NAME).missing" at the top

        orders.yaml:9:49: error: unknown metric "mising" of a sink [scenario.expectation]
          |
        9 | sinks: {done: {identity: {json: $.id}, expect: [mising == 0, stage(all).lost == 0]}}
          |                                                 ^~~~~~ did you mean "missing"?

        orders.yaml:9:68: error: an expectation of a sink cannot name a stage [scenario.not-allowed]
          |
        9 | sinks: {done: {identity: {json: $.id}, expect: [mising == 0, stage(all).lost == 0]}}
          |                                                                    ^~~ move this to the top of the file

        orders.yaml:10:15: error: unknown sink "doen" [scenario.unknown-name]
           |
        10 | expect: [sink(doen).missing == 0, group(consumer).lag_max < 5k]
           |               ^~~~ did you mean "done"?

        orders.yaml:10:41: error: unknown group "consumer" [scenario.unknown-name]
           |
        10 | expect: [sink(doen).missing == 0, group(consumer).lag_max < 5k]
           |                                         ^~~~~~~~ did you mean "consumers"?
        """#),
  ]
}
