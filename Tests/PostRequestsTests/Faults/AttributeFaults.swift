extension RequestFault {
  static let attributeFaults: [RequestFault] = [
    RequestFault(
      "an empty object",
      "{}",
      finds: #"""
        request.json:1:1: error: kafka is missing [request.missing-attribute]
          |
        1 | {}
          | ^ for example "kafka": {"brokers": "localhost:9092", "topic": "useractivity"}

        request.json:1:1: error: message is missing [request.missing-attribute]
          |
        1 | {}
          | ^ for example "message": {"content": "hello"}
        """#),
    RequestFault(
      "null in place of kafka and message",
      #"{"kafka": null, "message": null}"#,
      finds: #"""
        request.json:1:11: error: kafka must not be null [request.missing-attribute]
          |
        1 | {"kafka": null, "message": null}
          |           ^~~~ for example "kafka": {"brokers": "localhost:9092", "topic": "useractivity"}

        request.json:1:28: error: message must not be null [request.missing-attribute]
          |
        1 | {"kafka": null, "message": null}
          |                            ^~~~ for example "message": {"content": "hello"}
        """#),
    RequestFault(
      "text in place of objects",
      #"{"kafka": "localhost:9092", "message": "hello"}"#,
      finds: #"""
        request.json:1:11: error: kafka must be an object, not text [request.bad-value]
          |
        1 | {"kafka": "localhost:9092", "message": "hello"}
          |           ^~~~~~~~~~~~~~~~ for example {"brokers": "localhost:9092", "topic": "useractivity"}

        request.json:1:40: error: message must be an object, not text [request.bad-value]
          |
        1 | {"kafka": "localhost:9092", "message": "hello"}
          |                                        ^~~~~~~ for example {"content": "hello"}
        """#),
    RequestFault(
      "a flat request",
      #"""
      {"brokers": "localhost:9092", "topic": "t",
       "content": "hello", "noOfMsgToBeGen": 10}
      """#,
      finds: #"""
        request.json:1:2: error: unknown attribute "brokers" [request.unknown-attribute]
          |
        1 | {"brokers": "localhost:9092", "topic": "t",
          |  ^~~~~~~~~ it belongs in kafka

        request.json:1:31: error: unknown attribute "topic" [request.unknown-attribute]
          |
        1 | {"brokers": "localhost:9092", "topic": "t",
          |                               ^~~~~~~ it belongs in kafka

        request.json:2:2: error: unknown attribute "content" [request.unknown-attribute]
          |
        2 |  "content": "hello", "noOfMsgToBeGen": 10}
          |  ^~~~~~~~~ it belongs in message

        request.json:2:22: error: unknown attribute "noOfMsgToBeGen" [request.unknown-attribute]
          |
        2 |  "content": "hello", "noOfMsgToBeGen": 10}
          |                      ^~~~~~~~~~~~~~~~ it belongs in message
        """#),
    RequestFault(
      "brokers and topic are missing",
      kafka: #"""
        "noOfPartitions": 3
        """#,
      finds: #"""
        request.json:1:2: error: kafka.brokers is missing [request.missing-attribute]
          |
        1 | {"kafka": {"noOfPartitions": 3},
          |  ^~~~~~~ for example "brokers": "localhost:9092"

        request.json:1:2: error: kafka.topic is missing [request.missing-attribute]
          |
        1 | {"kafka": {"noOfPartitions": 3},
          |  ^~~~~~~ for example "topic": "useractivity"
        """#),
    RequestFault(
      "content is missing",
      message: #"""
        "noOfMsgToBeGen": 3
        """#,
      finds: #"""
        request.json:2:2: error: message.content is missing [request.missing-attribute]
          |
        2 |  "message": {"noOfMsgToBeGen": 3}}
          |  ^~~~~~~~~ for example "content": "<id>{{faker.uuid4()}}</id>"
        """#),
    RequestFault(
      "required attributes are null",
      kafka: #"""
        "brokers": null, "topic": null
        """#,
      finds: #"""
        request.json:1:23: error: kafka.brokers must not be null [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": null, "topic": null},
          |                       ^~~~ for example "brokers": "localhost:9092"

        request.json:1:38: error: kafka.topic must not be null [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": null, "topic": null},
          |                                      ^~~~ for example "topic": "useractivity"
        """#),
    RequestFault(
      "required attributes are empty",
      kafka: #"""
        "brokers": "", "topic": ""
        """#,
      finds: #"""
        request.json:1:23: error: kafka.brokers must not be empty [request.bad-value]
          |
        1 | {"kafka": {"brokers": "", "topic": ""},
          |                       ^~

        request.json:1:36: error: kafka.topic must not be empty [request.bad-value]
          |
        1 | {"kafka": {"brokers": "", "topic": ""},
          |                                    ^~
        """#),
    RequestFault(
      "the content is empty",
      message: #"""
        "content": ""
        """#,
      finds: #"""
        request.json:2:25: error: message.content must not be empty [request.bad-value]
          |
        2 |  "message": {"content": ""}}
          |                         ^~
        """#),
    RequestFault(
      "a misspelt attribute is not missing, too",
      kafka: #"""
        "brokrs": "localhost:9092", "Topic": "useractivity"
        """#,
      finds: #"""
        request.json:1:12: error: unknown attribute "kafka.brokrs" [request.unknown-attribute]
          |
        1 | {"kafka": {"brokrs": "localhost:9092", "Topic": "useractivity"},
          |            ^~~~~~~~ did you mean "brokers"?

        request.json:1:40: error: unknown attribute "kafka.Topic" [request.unknown-attribute]
          |
        1 | {"kafka": {"brokrs": "localhost:9092", "Topic": "useractivity"},
          |                                        ^~~~~~~ did you mean "topic"?
        """#),
    RequestFault(
      "an attribute of the other object",
      message: #"""
        "content": "hello", "noOfPartitions": 3
        """#,
      finds: #"""
        request.json:2:34: error: unknown attribute "message.noOfPartitions" [request.unknown-attribute]
          |
        2 |  "message": {"content": "hello", "noOfPartitions": 3}}
          |                                  ^~~~~~~~~~~~~~~~ it belongs in kafka
        """#),
    RequestFault(
      "a misspelt attribute of the other object",
      message: #"""
        "content": "hello", "noOfPartition": 3
        """#,
      finds: #"""
        request.json:2:34: error: unknown attribute "message.noOfPartition" [request.unknown-attribute]
          |
        2 |  "message": {"content": "hello", "noOfPartition": 3}}
          |                                  ^~~~~~~~~~~~~~~ did you mean "noOfPartitions"? it belongs in kafka
        """#),
    RequestFault(
      "an unknown attribute",
      message: #"""
        "content": "hello", "key": "user-1"
        """#,
      finds: #"""
        request.json:2:34: error: unknown attribute "message.key" [request.unknown-attribute]
          |
        2 |  "message": {"content": "hello", "key": "user-1"}}
          |                                  ^~~~~ allowed: content, dynamicAttributeName, noOfMsgToBeGen, noOfProcesses, partitionNo, validateAs
        """#),
    RequestFault(
      "an unknown attribute of the request, and in the request what belongs elsewhere",
      #"""
      {"kafka": {"brokers": "a:1", "topic": "t"}, "message": {"content": "hello"},
       "retries": 3, "location": "x.jks"}
      """#,
      finds: #"""
        request.json:2:2: error: unknown attribute "retries" [request.unknown-attribute]
          |
        2 |  "retries": 3, "location": "x.jks"}
          |  ^~~~~~~~~ allowed: kafka, message

        request.json:2:16: error: unknown attribute "location" [request.unknown-attribute]
          |
        2 |  "retries": 3, "location": "x.jks"}
          |                ^~~~~~~~~~ it belongs in kafka.truststore
        """#),
    RequestFault(
      "a name that a terminal would act on",
      message: #"""
        "content": "hello", "a\u001b[31mb": 1
        """#,
      finds: #"""
        request.json:2:34: error: unknown attribute "message.a\u{1B}[31mb" [request.unknown-attribute]
          |
        2 |  "message": {"content": "hello", "a\u001b[31mb": 1}}
          |                                  ^~~~~~~~~~~~~~ allowed: content, dynamicAttributeName, noOfMsgToBeGen, noOfProcesses, partitionNo, validateAs
        """#),
    RequestFault(
      "an attribute that is written twice",
      kafka: #"""
        "brokers": "a:1", "topic": "t",
          "topic": "u"
        """#,
      finds: #"""
        request.json:2:3: error: "kafka.topic" is written twice [request.duplicate-attribute]
          |
        2 |   "topic": "u"},
          |   ^~~~~~~ remove one of them
          = note: the first is at request.json:1:30
        """#),
    RequestFault(
      "the same name with an escape",
      kafka: #"""
        "brokers": "a:1", "topic": "t",
          "\u0062rokers": "b:1"
        """#,
      finds: #"""
        request.json:2:3: error: "kafka.brokers" is written twice [request.duplicate-attribute]
          |
        2 |   "\u0062rokers": "b:1"},
          |   ^~~~~~~~~~~~~~ remove one of them
          = note: the first is at request.json:1:12
        """#),
    RequestFault(
      "duplicates at every level",
      message: #"""
        "content": "hello",
          "x": [{"a": 1, "a": 2}],
          "dynamicAttributeName": {"d1": null, "d1": null, "d1": null}},
         "kafka": {"brokers": "b:1"
        """#,
      finds: #"""
        request.json:3:3: error: unknown attribute "message.x" [request.unknown-attribute]
          |
        3 |   "x": [{"a": 1, "a": 2}],
          |   ^~~ allowed: content, dynamicAttributeName, noOfMsgToBeGen, noOfProcesses, partitionNo, validateAs

        request.json:3:18: error: "message.x[0].a" is written twice [request.duplicate-attribute]
          |
        3 |   "x": [{"a": 1, "a": 2}],
          |                  ^~~ remove one of them
          = note: the first is at request.json:3:10

        request.json:4:40: error: "message.dynamicAttributeName.d1" is written twice [request.duplicate-attribute]
          |
        4 |   "dynamicAttributeName": {"d1": null, "d1": null, "d1": null}},
          |                                        ^~~~ remove one of them
          = note: the first is at request.json:4:28

        request.json:4:52: error: "message.dynamicAttributeName.d1" is written twice [request.duplicate-attribute]
          |
        4 |   "dynamicAttributeName": {"d1": null, "d1": null, "d1": null}},
          |                                                    ^~~~ remove one of them
          = note: the first is at request.json:4:28

        request.json:5:2: error: "kafka" is written twice [request.duplicate-attribute]
          |
        5 |  "kafka": {"brokers": "b:1"}}
          |  ^~~~~~~ remove one of them
          = note: the first is at request.json:1:2
        """#),
    RequestFault(
      "a truststore without its location",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "truststore": {}
        """#,
      finds: #"""
        request.json:1:44: error: kafka.truststore.location is missing [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "truststore": {}},
          |                                            ^~~~~~~~~~~~ for example "location": "client.truststore.jks"
        """#),
    RequestFault(
      "a truststore as text",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "truststore": "client.truststore.jks"
        """#,
      finds: #"""
        request.json:1:58: error: kafka.truststore must be an object, not text [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "truststore": "client.truststore.jks"},
          |                                                          ^~~~~~~~~~~~~~~~~~~~~~~ write {"location": "client.truststore.jks"}
        """#),
    RequestFault(
      "a truststore with empty texts",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "truststore": {"location": "", "password": ""}
        """#,
      finds: #"""
        request.json:1:71: error: kafka.truststore.location must not be empty [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "truststore": {"location": "", "password": ""}},
          |                                                                       ^~

        request.json:1:87: error: kafka.truststore.password must not be empty [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "truststore": {"location": "", "password": ""}},
          |                                                                                       ^~
        """#),
    RequestFault(
      "an account without a password",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": "svc"}
        """#,
      finds: #"""
        request.json:1:44: error: kafka.authentication.serviceAcntPswd is missing [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": "svc"}},
          |                                            ^~~~~~~~~~~~~~~~ write both, or leave kafka.authentication out
        """#),
    RequestFault(
      "a password without an account",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": {"serviceAcntPswd": "hunter2"}
        """#,
      finds: #"""
        request.json:1:44: error: kafka.authentication.serviceAcntNm is missing [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"serviceAcntPswd": "*******"}},
          |                                            ^~~~~~~~~~~~~~~~ write both, or leave kafka.authentication out
        """#),
    RequestFault(
      "an empty authentication",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": {}
        """#,
      finds: #"""
        request.json:1:44: error: kafka.authentication.serviceAcntNm is missing [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {}},
          |                                            ^~~~~~~~~~~~~~~~ write both, or leave kafka.authentication out

        request.json:1:44: error: kafka.authentication.serviceAcntPswd is missing [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {}},
          |                                            ^~~~~~~~~~~~~~~~ write both, or leave kafka.authentication out
        """#),
    RequestFault(
      "an account of nulls",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": null, "serviceAcntPswd": null}
        """#,
      finds: #"""
        request.json:1:80: error: kafka.authentication.serviceAcntNm must not be null [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": null, "serviceAcntPswd": null}},
          |                                                                                ^~~~ write both, or leave kafka.authentication out

        request.json:1:105: error: kafka.authentication.serviceAcntPswd must not be null [request.missing-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": null, "serviceAcntPswd": null}},
          |                                                                                                         ^~~~ write both, or leave kafka.authentication out
        """#),
    RequestFault(
      "an account of empty texts",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": "", "serviceAcntPswd": ""}
        """#,
      finds: #"""
        request.json:1:80: error: kafka.authentication.serviceAcntNm must not be empty [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": "", "serviceAcntPswd": ""}},
          |                                                                                ^~

        request.json:1:103: error: kafka.authentication.serviceAcntPswd must not be empty [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": "", "serviceAcntPswd": ""}},
          |                                                                                                       ^~
        """#),
    RequestFault(
      "an account as one text",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": "svc:hunter2"
        """#,
      finds: #"""
        request.json:1:62: error: kafka.authentication must be an object, not text [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": "***********"},
          |                                                              ^~~~~~~~~~~~~ for example {"serviceAcntNm": "…", "serviceAcntPswd": "…"}
        """#),
    RequestFault(
      "an account by other names",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": {"username": "svc", "password": "hunter2"}
        """#,
      finds: #"""
        request.json:1:63: error: unknown attribute "kafka.authentication.username" [request.unknown-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"username": "svc", "password": "*******"}},
          |                                                               ^~~~~~~~~~ did you mean "serviceAcntNm"?

        request.json:1:82: error: unknown attribute "kafka.authentication.password" [request.unknown-attribute]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"username": "svc", "password": "*******"}},
          |                                                                                  ^~~~~~~~~~ did you mean "serviceAcntPswd"?
        """#),
    RequestFault(
      "the character U+0000",
      #"""
      {"kafka": {"brokers": "a\u0000:1", "topic": "t\u0000", "truststore": {"location": "a\u0000b.pem", "password": "\u0000"},
        "authentication": {"serviceAcntNm": "s\u0000v", "serviceAcntPswd": "secret\u0000"}}, "message": {"content": "\u0000"}}
      """#,
      finds: #"""
        request.json:1:23: error: kafka.brokers must not have the character U+0000 [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a******:1", "topic": "t******", "truststore": {"location": "a******b.pem", "password": "******"},
          |                       ^~~~~~~~~~~

        request.json:1:45: error: kafka.topic must not have the character U+0000 [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a******:1", "topic": "t******", "truststore": {"location": "a******b.pem", "password": "******"},
          |                                             ^~~~~~~~~

        request.json:1:83: error: kafka.truststore.location must not have the character U+0000 [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a******:1", "topic": "t******", "truststore": {"location": "a******b.pem", "password": "******"},
          |                                                                                   ^~~~~~~~~~~~~~

        request.json:1:111: error: kafka.truststore.password must not have the character U+0000 [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a******:1", "topic": "t******", "truststore": {"location": "a******b.pem", "password": "******"},
          |                                                                                                               ^~~~~~~~

        request.json:2:39: error: kafka.authentication.serviceAcntNm must not have the character U+0000 [request.bad-value]
          |
        2 |   "authentication": {"serviceAcntNm": "s******v", "serviceAcntPswd": "************"}}, "message": {"content": "******"}}
          |                                       ^~~~~~~~~~

        request.json:2:70: error: kafka.authentication.serviceAcntPswd must not have the character U+0000 [request.bad-value]
          |
        2 |   "authentication": {"serviceAcntNm": "s******v", "serviceAcntPswd": "************"}}, "message": {"content": "******"}}
          |                                                                      ^~~~~~~~~~~~~~
        """#),
    RequestFault(
      "a password as a number",
      kafka: #"""
        "brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": "svc", "serviceAcntPswd": 123456}
        """#,
      finds: #"""
        request.json:1:106: error: kafka.authentication.serviceAcntPswd must be text, not a number [request.bad-value]
          |
        1 | {"kafka": {"brokers": "a:1", "topic": "t", "authentication": {"serviceAcntNm": "svc", "serviceAcntPswd": ******}},
          |                                                                                                          ^~~~~~ put it in quotes
        """#),
  ]
}
