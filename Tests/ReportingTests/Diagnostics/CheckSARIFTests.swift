import FoundationEssentials
import Testing

@testable import Reporting

@Suite struct CheckSARIFTests {
  /// The log as far as these tests read it.
  struct Log: Decodable {
    struct Run: Decodable {
      var tool: Tool
      var invocations: [Invocation]
      var columnKind: String
      var results: [Result]
    }
    struct Tool: Decodable { var driver: Driver }
    struct Driver: Decodable {
      var name: String
      var semanticVersion: String
      var rules: [Rule]
      var notifications: [Rule]?
    }
    struct Rule: Decodable {
      var id: String
      var defaultConfiguration: [String: String]
    }
    struct Invocation: Decodable {
      var executionSuccessful: Bool
      var exitCode: Int
      var toolExecutionNotifications: [Notification]?
    }
    struct Notification: Decodable {
      var message: [String: String]
      var locations: [Location]
    }
    struct Result: Decodable {
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var message: [String: String]
      var locations: [Location]
      var relatedLocations: [Location]?
    }
    struct Location: Decodable {
      var id: Int?
      var message: [String: String]?
      var physicalLocation: Physical?
    }
    struct Physical: Decodable {
      var artifactLocation: [String: String]
      var region: [String: Int]?
    }
    var version: String
    var runs: [Run]
  }

  static func run(_ files: [CheckedFile]) throws -> Log.Run {
    let text = CheckSARIF.text(files, toolVersion: "1.2.3")
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    #expect(log.version == "2.1.0" && log.runs.count == 1)
    return try #require(log.runs.first)
  }

  @Test func aResultStandsAtItsPlace() throws {
    let run = try Self.run([CheckedFiles.good, CheckedFiles.noted, CheckedFiles.faulty])
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.tool.driver.name == "rehearse" && run.tool.driver.semanticVersion == "1.2.3")
    #expect(run.tool.driver.rules.map(\.id) == ["scenario.conflict", "scenario.unknown-key"])
    #expect(run.tool.driver.rules.map { $0.defaultConfiguration["level"] } == ["warning", "error"])
    #expect(run.invocations[0].executionSuccessful && run.invocations[0].exitCode == 65)
    #expect(run.results.map(\.ruleId) == ["scenario.conflict", "scenario.unknown-key"])
    #expect(run.results.map(\.ruleIndex) == [0, 1] && run.results.map(\.level) == ["warning", "error"])
    let faulty = run.results[1]
    #expect(faulty.message == ["text": #"unknown key "durtion" in stage "s"; did you mean "duration"?"#])
    #expect(
      faulty.locations[0].physicalLocation?.artifactLocation == ["uri": "sub/faulty.yaml", "uriBaseId": "%SRCROOT%"])
    #expect(
      faulty.locations[0].physicalLocation?.region == [
        "startLine": 6, "startColumn": 20, "endLine": 6, "endColumn": 27,
      ])
    let related = try #require(run.results[0].relatedLocations)
    #expect(related.map(\.id) == [1, 2])
    #expect(related.map { $0.message?["text"] } == ["written again", "so it is"])
    #expect(related.map { $0.physicalLocation?.region?["startLine"] } == [2, nil])
  }

  @Test func aFileThatCannotBeReadIsANotification() throws {
    let run = try Self.run([CheckedFiles.missing, CheckedFiles.good])
    #expect(!run.invocations[0].executionSuccessful && run.invocations[0].exitCode == 66)
    let notification = try #require(run.invocations[0].toolExecutionNotifications?.first)
    #expect(notification.message == ["text": "nowhere.yaml: the file cannot be read: No such file or directory"])
    #expect(notification.locations[0].physicalLocation?.artifactLocation["uri"] == "nowhere.yaml")
    #expect(run.tool.driver.notifications?.map(\.id) == ["input.unreadable"])
    #expect(run.results.isEmpty)
  }

  /// Neither a link nor a place for an argument comes of a file's own words.
  @Test func messagesArePlain() throws {
    let message = try #require(try Self.run([CheckedFiles.hostile]).results[0].message["text"])
    #expect(message.contains(#"\[a\](1){{0}}{{seq}}é😀\u{E0041}"#))
    #expect(message.contains(#"a\u{1B}\[31m"#))
  }

  @Test(arguments: [
    ("orders.yaml", "orders.yaml"), ("./orders.yaml", "orders.yaml"), ("../a b/ü.yaml", "../a%20b/%C3%BC.yaml"),
    ("a:b.yaml", "a%3Ab.yaml"), ("100%.yaml?x#y", "100%25.yaml%3Fx%23y"), ("/srv/a.yaml", "file:///srv/a.yaml"),
    ("<stdin>", "%3Cstdin%3E"), ("a\n.yaml", "a%0A.yaml"), (".//a", ".//a"),
  ])
  func pathsAreReferences(_ path: String, _ reference: String) { #expect(URIReference.text(path: path) == reference) }
}
