/// The part of SARIF 2.1.0 that we write, with its names. What is nil is left out.
struct SARIFLog: Encodable {
  struct Run: Encodable {
    var tool: Tool
    var invocations: [Invocation]
    /// Columns count Unicode scalars, as everywhere in this program.
    var columnKind = "unicodeCodePoints"
    /// The line ends of YAML, which every line number here counts.
    var newlineSequences = ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    var results: [Result]
  }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct Driver: Encodable {
    var name = "rehearse"
    var semanticVersion: String
    /// Those of what was found, and no others.
    var rules: [Rule]
    var notifications: [Rule]?
  }

  struct Rule: Encodable {
    var id: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Help
    var defaultConfiguration: Configuration
  }

  struct Help: Encodable {
    var text: String
    var markdown: String
  }

  struct Configuration: Encodable {
    var level: String
  }

  struct Invocation: Encodable {
    /// Every file could be read; mistakes in them are results.
    var executionSuccessful: Bool
    var exitCode: Int32
    var toolExecutionNotifications: [Notification]?
  }

  struct Notification: Encodable {
    var descriptor: Descriptor
    var level = "error"
    var message: Message
    var locations: [Location]
  }

  struct Descriptor: Encodable {
    var id: String
    var index: Int
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]?
  }

  struct Message: Encodable {
    var text: String
  }

  struct Location: Encodable {
    var id: Int?
    var message: Message?
    var physicalLocation: PhysicalLocation?
  }

  struct PhysicalLocation: Encodable {
    var artifactLocation: Artifact
    var region: Region?
  }

  struct Artifact: Encodable {
    var uri: String
    /// The name that viewers know for "the root of the checkout"; nil for an absolute path.
    var uriBaseId: String?
  }

  /// `endColumn` is behind the last character, as it is with us.
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]
}
