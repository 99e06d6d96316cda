extension RequestFault {
  static let fileFaults: [RequestFault] = [
    RequestFault(
      "nothing",
      "",
      finds: #"""
        request.json:1:1: error: the file is empty [request.json]
          |
        1 |
          | ^ write a request, for example {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}
        """#),
    RequestFault(
      "blanks",
      #"""
       
       
      """#,
      finds: #"""
        request.json:1:1: error: the file is empty [request.json]
          |
        1 |
          | ^ write a request, for example {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}
        """#),
    RequestFault(
      "a text in place of a request",
      #"""
      "hello"
      """#,
      finds: #"""
        request.json:1:1: error: a request must be an object, not text [request.json]
          |
        1 | "*****"
          | ^~~~~~~ for example {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}
        """#),
    RequestFault(
      "an array without requests",
      "[]",
      finds: #"""
        request.json:1:1: error: the array is empty: it has no request [request.json]
          |
        1 | []
          | ^~
        """#),
    RequestFault(
      "an array of something else",
      #"""
      [5,
       null]
      """#,
      finds: #"""
        request.json:1:2: error: request 1: a request must be an object, not a number [request.bad-value]
          |
        1 | [5,
          |  ^

        request.json:2:2: error: request 2: a request must be an object, not null [request.bad-value]
          |
        2 |  null]
          |  ^~~~
        """#),
    RequestFault(
      "a comma too many",
      #"""
      {"kafka": {"brokers": "a:1", "topic": "t",},
       "message": {"content": "hello"}}
      """#,
      finds: #"""
        request.json:1:43: error: the file is not JSON: a comma is before the closing bracket [request.json]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t",},
          |                                           ^ remove the comma
        """#),
    RequestFault(
      "a comma too few",
      #"""
      {"kafka": {"brokers": "a:1" "topic": "t"},
       "message": {"content": "hello"}}
      """#,
      finds: #"""
        request.json:1:29: error: the file is not JSON: a comma is missing [request.json]
          |
        1 | {"kafka": {"brokers": "a:1" "topic": "t"},
          |                             ^ write a comma before it
        """#),
    RequestFault(
      "a line break in a text",
      #"""
      {"kafka": {"brokers": "a:1", "topic": "t"},
       "message": {"content": "hello
      world"}}
      """#,
      finds: #"""
        request.json:2:25: error: the file is not JSON: a text goes on in the next line [request.json]
          |
        2 |  "message": {"content": "hello
          |                         ^ close it, or write \n for a line break in it
        """#),
    RequestFault(
      "an end that is missing",
      #"""
      {"kafka": {"brokers": "a:1", "topic": "t"},
       "message": {"content": "hello"}
      """#,
      finds: #"""
        request.json:2:33: error: the file is not JSON: it ends too early [request.json]
          |
        2 |  "message": {"content": "hello"}
          |                                 ^ write } where it is missing
        """#),
    RequestFault(
      "a second request behind the first",
      #"{"kafka": {"brokers": "a:1", "topic": "t"}, "message": {"content": "é"}} {}"#,
      finds: #"""
        request.json:1:74: error: the file is not JSON: it goes on behind the request [request.json]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t"}, "message": {"content": "é"}} {}
          |                                                                          ^ write several requests as an array: [{…}, {…}]
        """#),
    RequestFault(
      "a comment",
      #"""
      // posts one
      {"kafka": {}}
      """#,
      finds: #"""
        request.json:1:1: error: the file is not JSON: JSON has no comments [request.json]
          |
        1 | // posts one
          | ^ remove it
        """#),
    RequestFault(
      "a quote of another kind",
      "{'kafka': {}}",
      finds: #"""
        request.json:1:2: error: the file is not JSON: it has quotes of another kind [request.json]
          |
        1 | {'kafka': {}}
          |  ^ write double quotes
        """#),
    RequestFault(
      "an escape that JSON does not have",
      #"{"kafka": {"topic": "a\qb"}}"#,
      finds: #"""
        request.json:1:23: error: the file is not JSON: JSON does not have this escape [request.json]
          |
        1 | {"kafka": {"topic": "a\qb"}}
          |                       ^ write \\ for a backslash, \" for a quote, \u and four digits for others
        """#),
    RequestFault(
      "half of a surrogate pair",
      #"{"kafka": {"topic": "\ud800"}}"#,
      finds: #"""
        request.json:1:22: error: the file is not JSON: JSON does not have this escape [request.json]
          |
        1 | {"kafka": {"topic": "\ud800"}}
          |                      ^ write \\ for a backslash, \" for a quote, \u and four digits for others
        """#),
    RequestFault(
      "a number that begins with 0",
      #"{"message": {"noOfMsgToBeGen": 010}}"#,
      finds: #"""
        request.json:1:32: error: the file is not JSON: problem while parsing a number [request.json]
          |
        1 | {"message": {"noOfMsgToBeGen": 010}}
          |                                ^
        """#),
    RequestFault(
      "a colon too few",
      #"{"kafka" {"brokers": "a:1"}}"#,
      finds: #"""
        request.json:1:10: error: the file is not JSON: a colon is missing [request.json]
          |
        1 | {"kafka" {"brokers": "a:1"}}
          |          ^ write a colon before it
        """#),
    RequestFault(
      "a word without quotes",
      #"{"kafka": {"topic": useractivity}}"#,
      finds: #"""
        request.json:1:21: error: the file is not JSON: a word is neither in quotes nor true, false or null [request.json]
          |
        1 | {"kafka": {"topic": useractivity}}
          |                     ^ put it in quotes
        """#),
    RequestFault(
      "a name without quotes",
      "{kafka: {}}",
      finds: #"""
        request.json:1:2: error: the file is not JSON: a word is neither in quotes nor true, false or null [request.json]
          |
        1 | {kafka: {}}
          |  ^ put it in quotes
        """#),
    RequestFault(
      "a bracket of another kind",
      #"{"kafka": [1, 2}"#,
      finds: #"""
        request.json:1:16: error: the file is not JSON: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [request.json]
          |
        1 | {"kafka": [1, 2}
          |                ^
        """#),
  ]
}
