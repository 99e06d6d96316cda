extension RequestFault {
  static let nameFaults: [RequestFault] = [
    RequestFault(
      "a name as text",
      message: #"""
        "content": "<id>{id}</id>", "dynamicAttributeName": "id"
        """#,
      finds: #"""
        request.json:2:66: error: message.dynamicAttributeName must be an object of names, not text [request.bad-value]
          |
        2 |  "message": {"content": "<id>{id}</id>", "dynamicAttributeName": "id"}}
          |                                                                  ^~~~ write {"d1": "id"}
        """#),
    RequestFault(
      "names as an array",
      message: #"""
        "content": "<id>{id}{n}</id>", "dynamicAttributeName": ["id", "{n}"]
        """#,
      finds: #"""
        request.json:2:69: error: message.dynamicAttributeName must be an object of names, not an array [request.bad-value]
          |
        2 |  "message": {"content": "<id>{id}{n}</id>", "dynamicAttributeName": ["id", "{n}"]}}
          |                                                                     ^~~~~~~~~~~~~ write {"d1": "id", "d2": "n"}
        """#),
    RequestFault(
      "a number in place of names",
      message: #"""
        "content": "<id>{id}</id>", "dynamicAttributeName": 5
        """#,
      finds: #"""
        request.json:2:66: error: message.dynamicAttributeName must be an object of names, not a number [request.bad-value]
          |
        2 |  "message": {"content": "<id>{id}</id>", "dynamicAttributeName": 5}}
          |                                                                  ^ for example {"d1": "id"}
        """#),
    RequestFault(
      "a name with its braces",
      message: #"""
        "content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "{id}"}
        """#,
      finds: #"""
        request.json:2:73: error: message.dynamicAttributeName.d1 must be a name without braces [request.bad-value]
          |
        2 |  "message": {"content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "{id}"}}}
          |                                                                         ^~~~~~ write "id"
        """#),
    RequestFault(
      "a name in double braces",
      message: #"""
        "content": "<id>{{id}}</id>", "dynamicAttributeName": {"d1": "{{ id }}", "d2": "{}"}
        """#,
      finds: #"""
        request.json:2:75: error: message.dynamicAttributeName.d1 must be a name without braces [request.bad-value]
          |
        2 |  "message": {"content": "<id>{{id}}</id>", "dynamicAttributeName": {"d1": "{{ id }}", "d2": "{}"}}}
          |                                                                           ^~~~~~~~~~ write "id"

        request.json:2:93: error: message.dynamicAttributeName.d2 must be a name without braces [request.bad-value]
          |
        2 |  "message": {"content": "<id>{{id}}</id>", "dynamicAttributeName": {"d1": "{{ id }}", "d2": "{}"}}}
          |                                                                                             ^~~~
        """#),
    RequestFault(
      "an empty name",
      message: #"""
        "content": "<id>{}</id>", "dynamicAttributeName": {"d1": ""}
        """#,
      finds: #"""
        request.json:2:71: error: message.dynamicAttributeName.d1 must not be empty [request.bad-value]
          |
        2 |  "message": {"content": "<id>{}</id>", "dynamicAttributeName": {"d1": ""}}}
          |                                                                       ^~
        """#),
    RequestFault(
      "names of other kinds",
      message: #"""
        "content": "<id>{id}</id>", "dynamicAttributeName": {"d1": 1, "d2": 1.5, "d3": ["id"]}
        """#,
      finds: #"""
        request.json:2:73: error: message.dynamicAttributeName.d1 must be text, not a number [request.bad-value]
          |
        2 |  "message": {"content": "<id>{id}</id>", "dynamicAttributeName": {"d1": 1, "d2": 1.5, "d3": ["id"]}}}
          |                                                                         ^

        request.json:2:82: error: message.dynamicAttributeName.d2 must be text, not 1.5 [request.bad-value]
          |
        2 |  "message": {"content": "<id>{id}</id>", "dynamicAttributeName": {"d1": 1, "d2": 1.5, "d3": ["id"]}}}
          |                                                                                  ^~~

        request.json:2:93: error: message.dynamicAttributeName.d3 must be text, not an array [request.bad-value]
          |
        2 |  "message": {"content": "<id>{id}</id>", "dynamicAttributeName": {"d1": 1, "d2": 1.5, "d3": ["id"]}}}
          |                                                                                             ^~~~~~
        """#),
    RequestFault(
      "a misspelt name",
      message: #"""
        "content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "idd"}
        """#,
      finds: #"""
        request.json:2:73: error: message.dynamicAttributeName.d1: "{idd}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "idd"}}}
          |                                                                         ^~~~~ did you mean "id"?
        """#),
    RequestFault(
      "a name near none of several",
      message: #"""
        "content": "{a} {b}", "dynamicAttributeName": {"d1": "number"}
        """#,
      finds: #"""
        request.json:2:67: error: message.dynamicAttributeName.d1: "{number}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "{a} {b}", "dynamicAttributeName": {"d1": "number"}}}
          |                                                                   ^~~~~~~~ write it in single braces where the number belongs
        """#),
    RequestFault(
      "a name near none",
      message: #"""
        "content": "{a}", "dynamicAttributeName": {"d1": "number"}
        """#,
      finds: #"""
        request.json:2:63: error: message.dynamicAttributeName.d1: "{number}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "{a}", "dynamicAttributeName": {"d1": "number"}}}
          |                                                               ^~~~~~~~ the content has "{a}"
        """#),
    RequestFault(
      "a name without braces in the content",
      message: #"""
        "content": "<id>id</id>", "dynamicAttributeName": {"d1": "id"}
        """#,
      finds: #"""
        request.json:2:71: error: message.dynamicAttributeName.d1: "{id}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "<id>id</id>", "dynamicAttributeName": {"d1": "id"}}}
          |                                                                       ^~~~ write it in single braces where the number belongs
        """#),
    RequestFault(
      "a name in double braces in the content",
      message: #"""
        "content": "<id>{{ id }}</id>", "dynamicAttributeName": {"d1": "id"}
        """#,
      finds: #"""
        request.json:2:77: error: message.dynamicAttributeName.d1: "{id}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "<id>{{ id }}</id>", "dynamicAttributeName": {"d1": "id"}}}
          |                                                                             ^~~~ write it in single braces there
        """#),
    RequestFault(
      "the same name twice",
      message: #"""
        "content": "{a}", "dynamicAttributeName": {"d1": "b", "d2": "b", "d3": "a"}
        """#,
      finds: #"""
        request.json:2:63: error: message.dynamicAttributeName.d1: "{b}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "{a}", "dynamicAttributeName": {"d1": "b", "d2": "b", "d3": "a"}}}
          |                                                               ^~~ write it in single braces where the number belongs

        request.json:2:74: error: message.dynamicAttributeName.d2: "{b}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "{a}", "dynamicAttributeName": {"d1": "b", "d2": "b", "d3": "a"}}}
          |                                                                          ^~~ write it in single braces where the number belongs
        """#),
    RequestFault(
      "a name in the literal text of JSON",
      message: #"""
        "content": "{\"id\": {\"n\": 1}}", "dynamicAttributeName": {"d1": "id"}
        """#,
      finds: #"""
        request.json:2:80: error: message.dynamicAttributeName.d1: "{id}" is not in message.content [request.unused-name]
          |
        2 |  "message": {"content": "{\"id\": {\"n\": 1}}", "dynamicAttributeName": {"d1": "id"}}}
          |                                                                                ^~~~ write it in single braces where the number belongs
        """#),
  ]
}
