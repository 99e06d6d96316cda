extension RequestFault {
  static let valueFaults: [RequestFault] = [
    RequestFault(
      "a number in quotes",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": "10"
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be a whole number, not text [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": "10"}}
          |                                                    ^~~~ write 10 without quotes
        """#),
    RequestFault(
      "a number in words",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": "ten"
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be a whole number, not text [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": "ten"}}
          |                                                    ^~~~~ for example 10
        """#),
    RequestFault(
      "numbers with a point or an exponent",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": 10.0, "noOfProcesses": 2e0, "partitionNo": 1.5
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be a whole number, not 10.0 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 10.0, "noOfProcesses": 2e0, "partitionNo": 1.5}}
          |                                                    ^~~~ write 10

        request.json:2:75: error: message.noOfProcesses must be a whole number, not 2e0 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 10.0, "noOfProcesses": 2e0, "partitionNo": 1.5}}
          |                                                                           ^~~ write 2

        request.json:2:95: error: message.partitionNo must be a whole number, not 1.5 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 10.0, "noOfProcesses": 2e0, "partitionNo": 1.5}}
          |                                                                                               ^~~ for example 1
        """#),
    RequestFault(
      "a number with an exponent",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": 1e3
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be a whole number, not 1e3 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 1e3}}
          |                                                    ^~~ write 1000
        """#),
    RequestFault(
      "true and an object in place of numbers",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": true, "noOfProcesses": {}
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be a whole number, not true [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": true, "noOfProcesses": {}}}
          |                                                    ^~~~ for example 10

        request.json:2:75: error: message.noOfProcesses must be a whole number, not an object [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": true, "noOfProcesses": {}}}
          |                                                                           ^~ for example 1
        """#),
    RequestFault(
      "numbers that are too small",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": 0, "noOfProcesses": 0, "partitionNo": -1
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be at least 1 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 0, "noOfProcesses": 0, "partitionNo": -1}}
          |                                                    ^

        request.json:2:72: error: message.noOfProcesses must be at least 1 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 0, "noOfProcesses": 0, "partitionNo": -1}}
          |                                                                        ^

        request.json:2:90: error: message.partitionNo must be at least 0 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 0, "noOfProcesses": 0, "partitionNo": -1}}
          |                                                                                          ^~
        """#),
    RequestFault(
      "numbers that are too great",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": 1000000000001, "noOfProcesses": 65, "partitionNo": 2147483648
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be at most 1000000000000 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 1000000000001, "noOfProcesses": 65, "partitionNo": 2147483648}}
          |                                                    ^~~~~~~~~~~~~

        request.json:2:84: error: message.noOfProcesses must be at most 64 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 1000000000001, "noOfProcesses": 65, "partitionNo": 2147483648}}
          |                                                                                    ^~

        request.json:2:103: error: message.partitionNo must be at most 2147483647 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 1000000000001, "noOfProcesses": 65, "partitionNo": 2147483648}}
          |                                                                                                       ^~~~~~~~~~
        """#),
    RequestFault(
      "numbers beyond 64 bits",
      message: #"""
        "content": "hello", "noOfMsgToBeGen": 18446744073709551616, "partitionNo": -18446744073709551616
        """#,
      finds: #"""
        request.json:2:52: error: message.noOfMsgToBeGen must be at most 1000000000000 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 18446744073709551616, "partitionNo": -18446744073709551616}}
          |                                                    ^~~~~~~~~~~~~~~~~~~~

        request.json:2:89: error: message.partitionNo must be at least 0 [request.bad-value]
          |
        2 |  "message": {"content": "hello", "noOfMsgToBeGen": 18446744073709551616, "partitionNo": -18446744073709551616}}
          |                                                                                         ^~~~~~~~~~~~~~~~~~~~~
        """#),
    RequestFault(
      "partitions out of bounds",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "noOfPartitions": 0
        """#,
      finds: #"""
        request.json:1:62: error: kafka.noOfPartitions must be at least 1 [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "noOfPartitions": 0},
          |                                                              ^
        """#),
    RequestFault(
      "brokers as an array",
      kafka: #"""
        "brokers": ["a:9092", "b:9092"], "topic": "t"
        """#,
      finds: #"""
        request.json:1:23: error: kafka.brokers must be text, not an array [request.bad-value]
          |
        1 | {"kafka": {"brokers": ["a:9092", "b:9092"], "topic": "t"},
          |                       ^~~~~~~~~~~~~~~~~~~~ write "a:9092,b:9092"
        """#),
    RequestFault(
      "brokers as an array of something else",
      kafka: #"""
        "brokers": [{"host": "a"}], "topic": 5
        """#,
      finds: #"""
        request.json:1:23: error: kafka.brokers must be text, not an array [request.bad-value]
          |
        1 | {"kafka": {"brokers": [{"host": "a"}], "topic": 5},
          |                       ^~~~~~~~~~~~~~~ write one text with commas between the addresses

        request.json:1:49: error: kafka.topic must be text, not a number [request.bad-value]
          |
        1 | {"kafka": {"brokers": [{"host": "a"}], "topic": 5},
          |                                                 ^ write "5"
        """#),
    RequestFault(
      "a content that is JSON itself",
      message: #"""
        "content": {"id": "{id}"}
        """#,
      finds: #"""
        request.json:2:25: error: message.content must be text, not an object [request.bad-value]
          |
        2 |  "message": {"content": {"id": "{id}"}}}
          |                         ^~~~~~~~~~~~~~ write the message as one text, with \" for each quote in it
        """#),
    RequestFault(
      "a content that is a number",
      message: #"""
        "content": 1.50
        """#,
      finds: #"""
        request.json:2:25: error: message.content must be text, not 1.50 [request.bad-value]
          |
        2 |  "message": {"content": 1.50}}
          |                         ^~~~ write "1.50"
        """#),
    RequestFault(
      "a format that there is not",
      message: #"""
        "content": "hello", "validateAs": "jsn"
        """#,
      finds: #"""
        request.json:2:48: error: message.validateAs must be xml, json or string [request.bad-value]
          |
        2 |  "message": {"content": "hello", "validateAs": "jsn"}}
          |                                                ^~~~~ did you mean "json"?
        """#),
    RequestFault(
      "a format that is near none",
      message: #"""
        "content": "hello", "validateAs": "avro"
        """#,
      finds: #"""
        request.json:2:48: error: message.validateAs must be xml, json or string [request.bad-value]
          |
        2 |  "message": {"content": "hello", "validateAs": "avro"}}
          |                                                ^~~~~~
        """#),
    RequestFault(
      "a format of another kind",
      message: #"""
        "content": "hello", "validateAs": ["xml"]
        """#,
      finds: #"""
        request.json:2:48: error: message.validateAs must be text, not an array [request.bad-value]
          |
        2 |  "message": {"content": "hello", "validateAs": ["xml"]}}
          |                                                ^~~~~~~
        """#),
    RequestFault(
      "characters of several bytes before the mistake",
      message: #"""
        "content": "é😀", "noOfMsgToBeGen": 0
        """#,
      finds: #"""
        request.json:2:49: error: message.noOfMsgToBeGen must be at least 1 [request.bad-value]
          |
        2 |  "message": {"content": "é😀", "noOfMsgToBeGen": 0}}
          |                                                  ^
        """#),
  ]
}
