extension Fault {
  static let messageIDFaults: [Fault] = [
    Fault.system(
      "a template without an id",
      #"""
      templates: {order: {format: json, value: '{"n": {{seq}}}'}}
      """#,
      finds: #"""
        orders.yaml:8:13: error: messages of template "order" have no {{id}}, and stage "all" posts them to a target [scenario.id]
          |
        8 | templates: {order: {format: json, value: '{"n": {{seq}}}'}}
          |             ^~~~~ write {{id}} in the value, where the system passes it on
        """#),
    Fault.system(
      "an id in the key alone",
      #"""
      templates: {order: {format: json, key: "{{id}}", value: '{"n": {{seq}}}'}}
      """#,
      finds: #"""
        orders.yaml:8:13: error: messages of template "order" have no {{id}}, and stage "all" posts them to a target [scenario.id]
          |
        8 | templates: {order: {format: json, key: "{{id}}", value: '{"n": {{seq}}}'}}
          |             ^~~~~ write {{id}} in the value, where the system passes it on

        orders.yaml:8:35: warning: the key of template "order" is not posted to a target [scenario.unsent-key]
          |
        8 | templates: {order: {format: json, key: "{{id}}", value: '{"n": {{seq}}}'}}
          |                                   ^~~ write it in the value or in a header, or remove it
          = note: stage "all" posts it at orders.yaml:6:17
        """#),
    Fault.system(
      "a template without an id, behind a topic",
      #"""
      templates: {order: {format: json, value: '{"n": {{seq}}}'}}
      stages: [{name: all, topic: orders, count: 10}]
      sinks: {done: {identity: {json: $.id}, from: orders}}
      """#,
      finds: #"""
        orders.yaml:6:13: error: messages of template "order" have no {{id}}, and sink "done" looks for it [scenario.id]
          |
        6 | templates: {order: {format: json, value: '{"n": {{seq}}}'}}
          |             ^~~~~ write {{id}} in the value, where the system passes it on
        """#),
    Fault.system(
      "ids of a stage that there is not",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id(stage=''al'')}}"}'}}
      """#,
      finds: #"""
        orders.yaml:8:51: error: unknown stage "al" [scenario.unknown-name]
          |
        8 | templates: {order: {format: json, value: '{"id": "{{id(stage=''al'')}}"}'}}
          |                                                   ^~~~~~~~~~~~~~~~~~~~ did you mean "all"?
        """#),
    Fault.system(
      "ids of a stage below",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}, again: {format: json, value: '{"id": "{{id(stage=''all'')}}"}'}}
      stages: [{name: first, to: api, template: again, count: 5}, {name: all, to: api, template: order, count: 10}]
      sinks: {done: {identity: {json: $.id}, holds: {stages: [all]}}, first: {command: [psql], holds: {stages: [first]}}}
      """#,
      finds: #"""
        orders.yaml:7:17: error: stage "first" carries the ids of "all", which comes after it [scenario.id]
          |
        7 | stages: [{name: first, to: api, template: again, count: 5}, {name: all, to: api, template: order, count: 10}]
          |                 ^~~~~ move it below "all"
        """#),
    Fault.system(
      "ids that there are not",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}, again: {format: json, value: '{"id": "{{id(stage=''all'')}}"}'}}
      stages:
        - {name: all, to: api, template: order, count: 10}
        - {name: more, to: api, template: again, count: 11}
        - {name: flat-out, to: api, template: again, duration: 5s}
      sinks: {done: {identity: {json: $.id}, holds: {stages: [all]}}, a: {command: [psql], holds: {stages: [more]}}, b: {command: [psql], holds: {stages: [flat-out]}}}
      """#,
      finds: #"""
        orders.yaml:9:12: error: stage "more" sends 11 messages, and "all", whose ids they carry, only 10 [scenario.id]
          |
        9 |   - {name: more, to: api, template: again, count: 11}
          |            ^~~~ write count: 10 or less

        orders.yaml:10:12: error: stage "flat-out" carries the ids of "all", and may send more messages than that [scenario.id]
           |
        10 |   - {name: flat-out, to: api, template: again, duration: 5s}
           |            ^~~~~~~~ write count: 10 or less
        """#),
    Fault.system(
      "ids of a stage without a count",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}, again: {format: json, value: '{"id": "{{id(stage=''all'')}}"}'}}
      stages: [{name: all, to: api, template: order, duration: 5s}, {name: more, to: api, template: again, count: 5}]
      sinks: {done: {identity: {json: $.id}, holds: {stages: [all]}}, a: {command: [psql], holds: {stages: [more]}}}
      """#,
      finds: #"""
        orders.yaml:7:70: error: stage "more" carries the ids of "all", and how many that has is not known [scenario.id]
          |
        7 | stages: [{name: all, to: api, template: order, duration: 5s}, {name: more, to: api, template: again, count: 5}]
          |                                                                      ^~~~ give "all" a count
        """#),
    Fault.system(
      "ids of a stage that carries others",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}, again: {format: json, value: '{"id": "{{id(stage=''all'')}}"}'}, third: {format: json, value: '{"id": "{{id(stage=''more'')}}"}'}}
      stages: [{name: all, to: api, template: order, count: 5}, {name: more, to: api, template: again, count: 5}, {name: last, to: api, template: third, count: 5}]
      sinks: {done: {identity: {json: $.id}, holds: {stages: [all]}}, a: {command: [psql], holds: {stages: [more]}}, b: {command: [psql], holds: {stages: [last]}}}
      """#,
      finds: #"""
        orders.yaml:7:116: error: stage "last" carries the ids of "more", whose messages have none of their own [scenario.id]
          |
        7 | stages: [{name: all, to: api, template: order, count: 5}, {name: more, to: api, template: again, count: 5}, {name: last, to: api, template: third, count: 5}]
          |                                                                                                                    ^~~~ write {{id}} in a template of "more"
        """#),
    Fault.system(
      "ids of several stages",
      #"""
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}, again: {format: json, value: '{"id": "{{id(stage=''all'')}}"}'}}
      stages: [{name: all, to: api, template: order, count: 10}, {name: more, to: api, mix: {order: 1, again: 1}, count: 10}]
      """#,
      finds: #"""
        orders.yaml:8:67: error: messages of stage "more" carry the ids of several stages: "all", "more" [scenario.id]
          |
        8 | stages: [{name: all, to: api, template: order, count: 10}, {name: more, to: api, mix: {order: 1, again: 1}, count: 10}]
          |                                                                   ^~~~ each stage carries the ids of one: split it
        """#),
    Fault.system(
      "changed ids",
      #"""
      templates:
        order:
          format: json
          headers: {a: "{{id.upper()}}", b: "{{id[:8]}}", c: "{{id:>20}}", d: "{{id(1)}}", e: "{{id.uuid}}", f: "{{run.tags}}"}
          value: '{"id": "{{id}}", "n": {{id}}}'
      """#,
      finds: #"""
        orders.yaml:11:24: error: an id that is changed is not found again [scenario.placeholder]
           |
        11 |     headers: {a: "{{id.upper()}}", b: "{{id[:8]}}", c: "{{id:>20}}", d: "{{id(1)}}", e: "{{id.uuid}}", f: "{{run.tags}}"}
           |                        ^~~~~ write {{id}} as it is

        orders.yaml:11:44: error: an id that is changed is not found again [scenario.placeholder]
           |
        11 |     headers: {a: "{{id.upper()}}", b: "{{id[:8]}}", c: "{{id:>20}}", d: "{{id(1)}}", e: "{{id.uuid}}", f: "{{run.tags}}"}
           |                                            ^ write {{id}} as it is

        orders.yaml:11:62: error: an id that is changed is not found again [scenario.placeholder]
           |
        11 |     headers: {a: "{{id.upper()}}", b: "{{id[:8]}}", c: "{{id:>20}}", d: "{{id(1)}}", e: "{{id.uuid}}", f: "{{run.tags}}"}
           |                                                              ^~~ write {{id}} as it is

        orders.yaml:11:76: error: the id of another stage's message is written with the stage's name [scenario.placeholder]
           |
        11 |     headers: {a: "{{id.upper()}}", b: "{{id[:8]}}", c: "{{id:>20}}", d: "{{id(1)}}", e: "{{id.uuid}}", f: "{{run.tags}}"}
           |                                                                            ^~~~~ write {{id(stage='NAME')}}, or {{id}} for its own

        orders.yaml:11:92: error: "id.uuid" is not supported yet [scenario.placeholder]
           |
        11 |     headers: {a: "{{id.upper()}}", b: "{{id[:8]}}", c: "{{id:>20}}", d: "{{id(1)}}", e: "{{id.uuid}}", f: "{{run.tags}}"}
           |                                                                                            ^~~~~~~ write {{id}}

        orders.yaml:11:108: error: unknown placeholder "{{run.tags}}" [scenario.placeholder]
           |
        11 |     headers: {a: "{{id.upper()}}", b: "{{id[:8]}}", c: "{{id:>20}}", d: "{{id(1)}}", e: "{{id.uuid}}", f: "{{run.tags}}"}
           |                                                                                                            ^~~~~~~~~~~~ did you mean "{{run.tag}}"?

        orders.yaml:12:35: error: "{{id}}" is text, and is outside quotes [scenario.json]
           |
        12 |     value: '{"id": "{{id}}", "n": {{id}}}'
           |                                   ^~~~~~ put quotes around it
        """#),
    Fault.system(
      "a field that is named id",
      #"""
      templates: {order: {value: "{{id}}", fields: {id: {sequence: {start: 1}}}}}
      """#,
      finds: #"""
        orders.yaml:8:29: error: unknown placeholder "{{id}}" [scenario.placeholder]
          |
        8 | templates: {order: {value: "{{id}}", fields: {id: {sequence: {start: 1}}}}}
          |                             ^~~~~~ a field is written in single braces: {id}

        orders.yaml:8:47: warning: field "id" is never used [scenario.placeholder]
          |
        8 | templates: {order: {value: "{{id}}", fields: {id: {sequence: {start: 1}}}}}
          |                                               ^~ write {id} where it belongs
        """#),
    Fault.system(
      "more stages than ids can name",
      #"""
      defaults: {to: api}
      stages:
        - {name: s0, count: 1}
        - {name: s1, count: 1}
        - {name: s2, count: 1}
        - {name: s3, count: 1}
        - {name: s4, count: 1}
        - {name: s5, count: 1}
        - {name: s6, count: 1}
        - {name: s7, count: 1}
        - {name: s8, count: 1}
        - {name: s9, count: 1}
        - {name: s10, count: 1}
        - {name: s11, count: 1}
        - {name: s12, count: 1}
        - {name: s13, count: 1}
        - {name: s14, count: 1}
        - {name: s15, count: 1}
        - {name: s16, count: 1}
        - {name: s17, count: 1}
        - {name: s18, count: 1}
        - {name: s19, count: 1}
        - {name: s20, count: 1}
        - {name: s21, count: 1}
        - {name: s22, count: 1}
        - {name: s23, count: 1}
        - {name: s24, count: 1}
        - {name: s25, count: 1}
        - {name: s26, count: 1}
        - {name: s27, count: 1}
        - {name: s28, count: 1}
        - {name: s29, count: 1}
        - {name: s30, count: 1}
        - {name: s31, count: 1}
        - {name: s32, count: 1}
        - {name: s33, count: 1}
        - {name: s34, count: 1}
        - {name: s35, count: 1}
        - {name: s36, count: 1}
      """#,
      finds: #"""
        orders.yaml:46:12: error: 37 stages have ids of their own, and ids can name 36 [scenario.id]
           |
        46 |   - {name: s36, count: 1}
           |            ^~~ use fewer stages, or the ids of another: {{id(stage='NAME')}}
        """#),
    Fault.system(
      "more messages than ids can number",
      #"""
      stages: [{name: all, to: api, count: 3000M}]
      """#,
      finds: #"""
        orders.yaml:8:17: error: stage "all" sends more messages than ids can number [scenario.id]
          |
        8 | stages: [{name: all, to: api, count: 3000M}]
          |                 ^~~ write count: 2176782336 or less
        """#),
  ]
}
