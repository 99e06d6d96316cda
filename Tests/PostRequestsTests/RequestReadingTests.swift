import Diagnostics
import PostRequests
import Testing

@Suite struct RequestReadingTests {
  static let phase1 = #"""
    { "kafka":   { "brokers": "localhost:9092", "topic": "useractivity", "noOfPartitions": 3 },
      "message": { "content": "<event><user>Username6</user><id>{id}</id><action>Login</action></event>",
                   "dynamicAttributeName": { "d1": "id" },
                   "noOfMsgToBeGen": 10, "noOfProcesses": 1, "partitionNo": 1 } }
    """#

  static let phase2 = #"""
    { "kafka":   { "brokers": "localhost:9092", "topic": "useractivity",
                   "truststore": { "location": "client.truststore.jks" },
                   "authentication": { "serviceAcntNm": "svc", "serviceAcntPswd": "…" } },
      "message": { "content": "<person><id>{{faker.uuid4()}}</id></person>",
                   "noOfMsgToBeGen": 10, "noOfProcesses": 1, "partitionNo": 1, "validateAs": "xml" } }
    """#

  @Test func aBodyOfPhase1() throws {
    let file = PostRequestFile.read(Self.phase1)
    #expect(!file.isArray && file.all == [])
    var request = try #require(file.entries.first?.request)
    #expect(file.entries.map(\.asked) == [10])
    request.ranges = [:]
    var expected = PostRequest(
      brokers: "localhost:9092", topic: "useractivity",
      content: "<event><user>Username6</user><id>{id}</id><action>Login</action></event>")
    expected.partitions = 3
    expected.names = ["id"]
    expected.count = 10
    expected.partition = 1
    #expect(request == expected)
  }

  @Test func aBodyOfPhase2() throws {
    let file = PostRequestFile.read(Self.phase2)
    #expect(file.all == [])
    var request = try #require(file.entries.first?.request)
    request.ranges = [:]
    var expected = PostRequest(
      brokers: "localhost:9092", topic: "useractivity", content: "<person><id>{{faker.uuid4()}}</id></person>")
    expected.truststore = .init(location: "client.truststore.jks")
    expected.account = .init(name: "svc", password: "…")
    expected.count = 10
    expected.partition = 1
    expected.format = .xml
    #expect(request == expected)
  }

  @Test func everyAttributeHasItsPlace() throws {
    let request = try #require(PostRequestFile.read(Self.phase1).entries.first?.request)
    func place(_ line: Int, _ columns: Range<Int>) -> SourceRange {
      SourceRange(
        start: SourcePosition(line: line, column: columns.lowerBound),
        end: SourcePosition(line: line, column: columns.upperBound))
    }
    #expect(request.ranges[.brokers] == place(1, 27..<43))
    #expect(request.ranges[.count] == place(4, 34..<36))
    #expect(
      Set(request.ranges.keys) == [
        .kafka, .brokers, .topic, .partitions, .message, .content, .names, .count, .processes, .partition,
      ])
  }

  /// Null is absent, and nothing but the required attributes must be there.
  @Test(
    arguments: [
      ("", PostRequest.Format.string),
      (#", "validateAs": null, "noOfMsgToBeGen": null, "noOfProcesses": null, "partitionNo": null"#, .string),
      (#", "dynamicAttributeName": null"#, .string), (#", "dynamicAttributeName": {}"#, .string),
      (#", "dynamicAttributeName": {"d1": null}"#, .string),
      (#", "validateAs": "XML""#, .xml), (#", "validateAs": "Json""#, .json), (#", "validateAs": "string""#, .string),
    ]) func whatIsAbsentHasItsDefault(_ rest: String, _ format: PostRequest.Format) throws
  {
    let file = PostRequestFile.read(
      #"{"kafka": {"brokers": "a:1", "topic": "t", "truststore": null, "authentication": null}, "#
        + #""message": {"content": "hello"\#(rest)}}"#)
    #expect(file.all == [])
    var request = try #require(file.entries.first?.request)
    request.ranges = [:]
    var expected = PostRequest(brokers: "a:1", topic: "t", content: "hello")
    expected.format = format
    #expect(request == expected)
    #expect(file.entries.first?.asked == 1)
  }

  /// The first and the last value that each number may have.
  @Test(
    arguments: [
      (#""noOfMsgToBeGen": 1"#, 1), (#""noOfMsgToBeGen": 1000000000000"#, 1_000_000_000_000),
      (#""noOfProcesses": 64, "noOfMsgToBeGen": 2"#, 2), (#""partitionNo": 0"#, 1), (#""partitionNo": -0"#, 1),
      (#""partitionNo": 2147483647"#, 1),
    ] as [(String, UInt64)]) func boundsAreAllowed(_ member: String, _ count: UInt64) throws
  {
    let file = PostRequestFile.read(
      #"{"kafka": {"brokers": "a:1", "topic": "t", "noOfPartitions": 1}, "message": {"content": "hello", \#(member)}}"#)
    #expect(file.all == [])
    #expect(file.entries.first?.request?.count == count)
  }

  /// Names are distinct and in order; a label may be called as it likes.
  @Test func distinctNamesAreInOrder() {
    let file = PostRequestFile.read(
      #"{"kafka": {"brokers": "a:1", "topic": "t"}, "message": {"content": "{b} {a} {my id}", "#
        + #""dynamicAttributeName": {"d1": "b", "d2": "a", "d3": "b", "password": "my id"}}}"#)
    #expect(file.all == [])
    #expect(file.entries.first?.request?.names == ["b", "a", "my id"])
  }

  @Test func textsAreDecoded() {
    let file = PostRequestFile.read(
      "\u{feff}"
        + #"{"\u006bafka": {"brokers": "a:1", "topic": "t"}, "message": {"content": "\"\\\n\u00e9\ud83d\ude00\u0000é"}}"#
    )
    #expect(file.all == [])
    #expect(file.entries.first?.request?.content == "\"\\\né😀\0é")
  }

  @Test func anArrayHasOneEntryForEachElement() {
    let sound = #"{"kafka": {"brokers": "a:1", "topic": "t"}, "message": {"content": "x", "noOfMsgToBeGen": 7}}"#
    let file = PostRequestFile.read("[\(sound),\n {\"message\": {\"noOfMsgToBeGen\": 5}},\n 5,\n \(sound)]")
    #expect(file.isArray)
    #expect(file.entries.map { $0.request != nil } == [true, false, false, true])
    #expect(file.entries.map(\.asked) == [7, 5, 0, 7])
    #expect(
      file.all.map(\.message) == [
        "request 2: kafka is missing", "request 2: message.content is missing",
        "request 3: a request must be an object, not a number",
      ])
  }

  /// Where the request is faulty, its response still has the number.
  @Test(
    arguments: [
      ("10", 10), ("0", 0), ("10000000000000", 10_000_000_000_000), ("-3", 0), (#""10""#, 10), ("10.0", 10),
      ("1e1", 10), ("10.5", 0), (#""ten""#, 0), ("99999999999999999999", 0), ("null", 1), ("true", 0),
    ] as [(String, UInt64)]) func theNumberAskedFor(_ written: String, _ asked: UInt64)
  {
    #expect(PostRequestFile.read(#"{"message": {"noOfMsgToBeGen": \#(written)}}"#).entries.map(\.asked) == [asked])
  }

  /// A mistake elsewhere does not keep the content from being read, so that its mistakes are found, too.
  @Test func aRequestWithMistakesIsThere() throws {
    let file = PostRequestFile.read(
      #"{"kafka": {"brokers": "a:1", "topic": "t", "foo": 1, "truststore": {}, "authentication": {}}, "#
        + #""message": {"content": "{a}", "noOfMsgToBeGen": "10", "noOfProcesses": 65, "partitionNo": -1, "#
        + #""validateAs": "avro", "dynamicAttributeName": {"d1": "a", "d2": "b"}}}"#)
    #expect(file.all.count == 9)
    var request = try #require(file.entries.first?.request)
    request.ranges = [:]
    var expected = PostRequest(brokers: "a:1", topic: "t", content: "{a}")
    expected.names = ["a"]
    #expect(request == expected)
  }
}
