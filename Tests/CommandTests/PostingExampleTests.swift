import Diagnostics
import FoundationEssentials
import PostRequests
import Rehearsal
import Reporting
import Testing
import Verification

/// The requests in `Scenarios/posting`, the scenarios beside them, and the page about them.
@Suite struct PostingExampleTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/Scenarios/posting"

  private static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  @Test(arguments: ["phase-1", "phase-2"]) func aRequestBecomesTheScenarioBesideIt(_ name: String) throws {
    let file = PostingFile(Array(try Self.text("\(name).json").utf8), path: "\(name).json", PostTerms())
    #expect(file.postings.map(\.text) == [try Self.text("\(name).yaml")])
    #expect(!file.isArray)
  }

  @Test func thePageHasEveryAttribute() throws {
    let page = try Self.text("README.md")
    let parents = Set(PostAttribute.allCases.compactMap(\.parent))
    for attribute in PostAttribute.allCases where !parents.contains(attribute) && attribute.parent != .authentication {
      #expect(page.contains("| `\(attribute.path)` |"), "\(attribute.path)")
    }
    #expect(page.contains("| `\(PostAttribute.authentication.path)` | `serviceAcntNm` and `serviceAcntPswd`, both."))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var kafka = #""brokers": "localhost:9092", "topic": "useractivity""#
    var message = #""content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "id"}"#
    /// As the page has it.
    var error: String

    var testDescription: String { error }
    var request: String { #"{"kafka": {\#(kafka)}, "message": {\#(message), "validateAs": "xml"}}"# }
  }

  static let mistakes = [
    Mistake(kafka: ",", error: "the file is not JSON: the JSON document has an improper structure"),
    Mistake(
      message: #""content": "a", "noOfMsgToBeGenerated": 10"#,
      error: #"unknown attribute "message.noOfMsgToBeGenerated"; did you mean "noOfMsgToBeGen"?"#),
    Mistake(
      kafka: #""brokers": "localhost:9092", "topic": "a", "topic": "useractivity""#,
      error: #""kafka.topic" is written twice; remove one of them"#),
    Mistake(
      kafka: #""brokers": "localhost:9092""#, error: #"kafka.topic is missing; for example "topic": "useractivity""#),
    Mistake(
      kafka: #""brokers": "localhost:9092", "topic": "useractivity", "authentication": {"serviceAcntNm": "svc"}"#,
      error: "kafka.authentication.serviceAcntPswd is missing; write both, or leave kafka.authentication out"),
    Mistake(
      message: #""content": "<a/>", "noOfMsgToBeGen": "10""#,
      error: "message.noOfMsgToBeGen must be a whole number, not text; write 10 without quotes"),
    Mistake(message: #""content": "<a/>", "noOfMsgToBeGen": 0"#, error: "message.noOfMsgToBeGen must be at least 1"),
    Mistake(
      message: #""content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "idd"}"#,
      error: #"message.dynamicAttributeName.d1: "{idd}" is not in message.content; did you mean "id"?"#),
    Mistake(
      message: #""content": "<id>{id}<id>", "dynamicAttributeName": {"d1": "id"}"#,
      error: #"message.content, column 1: value of template "message" is not XML"#),
    Mistake(
      message: #""content": "<event>{{faker.uuid4()</event>""#, error: #"message.content, column 8: "{{" has no "}}""#),
    Mistake(
      message: #""content": "<event>{{faker.frist_name()}}</event>""#,
      error: #"message.content, column 10: unknown function "faker.frist_name"; did you mean "faker.first_name"?"#),
    Mistake(
      message: #""content": "<event>{{__import__('os')}}</event>""#,
      error: #"message.content, column 8: unknown placeholder "{{__import__('os')}}""#),
    Mistake(
      kafka: #""brokers": "localhost:9092", "topic": "a", "truststore": {"location": "client.truststore.jks"}"#,
      error: #"kafka.truststore.location: cannot read "client.truststore.jks": No such file or directory; "#
        + "check the path: it is relative to the request's file"),
  ]

  /// The answer begins with what the page says.
  @Test(arguments: mistakes) func thePageHasTheError(_ mistake: Mistake) throws {
    let posting = try #require(
      PostingFile(Array(mistake.request.utf8), path: "request.json", PostTerms()).postings.first)
    let checked = posting.checked(connects: false)
    #expect(checked.error?.hasPrefix(mistake.error) == true, "\(checked.error ?? "none")")
    #expect(checked.exit == .invalidInput)
    #expect(try Self.text("README.md").contains("| `\(mistake.error)"))
  }

  @Test func thePageHasEveryStatus() throws {
    let page = try Self.text("README.md")
    for status in PostResponse.Status.allCases {
      #expect(page.contains("| `\(status.rawValue)` |"), "\(status)")
    }
  }

  private static let attributes = [
    "status", "execution_time", "messages_sent", "messages_failed", "errorDesc", "verdict", "run_id", "exit",
    "verified_after", "broker", "reports", "notes",
  ]

  /// The answer that is shown, and the table, have the attributes that the program writes, in its order.
  @Test func thePageHasEveryAttributeOfTheAnswer() throws {
    let page = try Self.text("README.md")
    let written = PostResponseJSON.text([.refused("a", asked: 1, exit: .nothingRan)], isArray: false)
    #expect(Self.names(in: written) == Self.attributes)
    let shown = try #require(page.split(separator: "```json\n", maxSplits: 1).last)
    #expect(Self.names(in: String(shown.prefix { $0 != "}" })) == Self.attributes)
    let table = try #require(page.split(separator: "| attribute | is |", maxSplits: 1).last)
    #expect(Self.firstCells(of: table.prefix { $0 != "#" }) == Self.attributes)
  }

  /// Each exit code that a posting can have is in the table of statuses.
  @Test func thePageHasEveryExitCode() throws {
    let page = try Self.text("README.md")
    let table = try #require(page.split(separator: "| status | means | exit code |", maxSplits: 1).last)
    let cells = table.prefix { $0 != "#" }.split(separator: "\n").prefix { $0.hasPrefix("|") }
      .compactMap { $0.split(separator: "|").last }
    let numbers = Set(cells.flatMap { $0.split { !$0.isNumber }.compactMap { Int32($0) } })
    // A command line that is wrong has no answer, and the others are for comparisons and limits on times.
    let others: [ExitCode] = [.regressed, .notComparable, .generatorLimited, .usage]
    #expect(numbers == Set(ExitCode.allCases.filter { !others.contains($0) }.map(\.rawValue)))
  }

  /// The words between backquotes in the first cells of the rows that a text begins with.
  private static func firstCells(of text: Substring) -> [String] {
    text.split(separator: "\n").prefix { $0.hasPrefix("|") }.filter { $0.hasPrefix("| `") }.compactMap { row in
      row.split(separator: "`").dropFirst().first.map(String.init)
    }
  }

  /// The names of an object's members, one a line.
  private static func names(in object: String) -> [String] {
    object.split(separator: "\n").compactMap { line in
      let words = line.split(separator: "\"", omittingEmptySubsequences: false)
      return words.count > 2 && words[2].hasPrefix(":") ? String(words[1]) : nil
    }
  }
}
