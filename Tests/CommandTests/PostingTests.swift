import PostRequests
import Testing
import Verification

@testable import Rehearsal

/// Requests as they are read, before anything is sent.
@Suite struct PostingTests {
  private static func posting(
    _ kafka: String = #""brokers": "localhost:9092", "topic": "t""#, content: String = "hello", _ more: String = "",
    _ change: (inout PostTerms) -> Void = { _ in }
  ) throws -> Posting {
    var terms = PostTerms()
    change(&terms)
    let request = #"{"kafka": {\#(kafka)}, "message": {"content": "\#(content)"\#(more)}}"#
    let file = PostingFile(Array(request.utf8), path: "r.json", terms)
    return try #require(file.postings.first)
  }

  private static let account = #", "authentication": {"serviceAcntNm": "svc", "serviceAcntPswd": "hunter2geheim"}"#
  private static let kafka = #""brokers": "localhost:9092", "topic": "t""#

  struct Answer: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kafka = PostingTests.kafka
    var content = "hello"
    var more = ""
    var error: String?
  }

  @Test(arguments: [
    Answer(testDescription: "all well", error: nil),
    Answer(testDescription: "a variable in the content is text", content: "${HOME}", error: nil),
    Answer(
      testDescription: "a function in the second line", content: #"<a>\n {{faker.frist_name()}}"#,
      error:
        #"message.content, line 2, column 4: unknown function "faker.frist_name"; did you mean "faker.first_name"?"#),
    Answer(
      testDescription: "the address of a broker", kafka: #""brokers": "${HOME}:9092", "topic": "t""#,
      error: #"kafka.brokers: broker "${HOME}:9092" is not an address"#),
    Answer(
      testDescription: "a partition that the embedded topic does not have",
      kafka: #""brokers": "embedded", "topic": "t", "noOfPartitions": 3"#, more: #", "partitionNo": 5"#,
      error: #"message.partitionNo: topic "t" has no partition 5; they are 0 to 2"#),
    Answer(
      testDescription: "an account that the embedded broker has no use for",
      kafka: #""brokers": "embedded", "topic": "t""# + account,
      error:
        #"kafka.authentication: the embedded broker has no authentication: user "svc" is of no use; remove it, or write the addresses of a cluster"#
    ),
    Answer(
      testDescription: "a password in the content", kafka: kafka + account, content: "{{faker.hunter2geheim()}}",
      error: #"message.content, column 3: unknown function "faker.***"; rehearse schema functions lists what there is"#),
    Answer(
      testDescription: "a truststore that is not there",
      kafka: kafka + #", "truststore": {"location": "nowhere/ca.jks"}"#,
      error:
        #"kafka.truststore.location: cannot read "nowhere/ca.jks": No such file or directory; check the path: it is relative to the request's file"#
    ),
  ])
  func firstError(_ case: Answer) throws {
    let check = try Self.posting(`case`.kafka, content: `case`.content, `case`.more).checked(connects: false)
    #expect(check.error == `case`.error)
    #expect(check.exit == (`case`.error == nil ? .passed : .invalidInput))
  }

  @Test(arguments: [
    (
      "PLAIN",
      "kafka.authentication: without kafka.truststore the password and the messages are sent without encryption (SASL_PLAINTEXT); add kafka.truststore, or take --mechanism SCRAM-SHA-512, which does not send the password"
    ),
    (
      "SCRAM-SHA-512",
      "kafka.authentication: without kafka.truststore the messages are sent without encryption (SASL_PLAINTEXT); add kafka.truststore"
    ),
  ])
  func aLoginWithoutTLSIsAWarning(mechanism: String, warning: String) throws {
    let posting = try Self.posting(Self.kafka + Self.account) {
      $0.mechanism = PostTerms.Mechanism(rawValue: mechanism) ?? .plain
    }
    let check = posting.checked(connects: false)
    #expect(check.notes == [warning])
    #expect(check.exit == .passed)
  }

  @Test func mistakesOfTheContentAreFoundBesideThoseOfTheRequest() throws {
    let posting = try Self.posting(content: "{{faker.frist_name()}}", #", "noOfMsgToBeGen": 0"#)
    let check = posting.checked(connects: false)
    #expect(check.text.contains("message.noOfMsgToBeGen must be at least 1"))
    #expect(check.text.contains("unknown function \"faker.frist_name\""))
    #expect(posting.text == nil)
    #expect(check.exit == .invalidInput)
  }

  /// A remedy that is not given any more would leave its row behind.
  @Test func eachRemedyIsOfAScenario() throws {
    let sources =
      ["IdentityAccess", "AccessSentences", "TopicSentences"].map { "Sources/Rehearsal/\($0).swift" }
      + ["Sources/Language/Mappings/Brokers.swift", "Sources/Language/Meaning/ValueSamples.swift"]
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let texts = try sources.map { String(decoding: try InputFile.read("\(root)/\($0)"), as: UTF8.self) }
    for row in RequestRemedies.table {
      let words = row.scenario.replacing(" --stage post", with: "").replacing("\"", with: "\\\"")
        .replacing("${", with: "${\\(")
      #expect(texts.contains { $0.contains(words) }, "\(row.scenario)")
    }
  }
}
