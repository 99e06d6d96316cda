import Diagnostics
import Language
import PostRequests
import Rehearsal
import Reporting
import Scenarios
import Testing

/// The examples that `why` shows are true: the faulty one gets its diagnostic, and the fixed one gets none.
@Suite struct ExampleTests {
  /// The codes that the reader does not report yet; a code that it reports is removed here.
  static let pending: Set<Code> = [
    .setting
  ]

  /// A snippet cannot show these: bytes that are not UTF-8, a file of certificates or of variables, what a secret's source gives, millions of bytes, an argument.
  static let unshowable: Set<Code> = [
    .certificate, .encoding, .environmentFile, .secret, .secretFile, .tooLarge, .setting,
  ]

  @Test(arguments: Code.allCases.filter { $0.area == .scenario }) func isTrue(
    _ code: Code
  ) throws {
    guard let example = code.explanation.example else {
      #expect(Self.unshowable.contains(code), "\(code.rawValue) has no example")
      return
    }
    guard !Self.pending.contains(code) else { return }
    let faulty = Self.diagnostics(of: example.faulty, code)
    #expect(faulty.map(\.code) == [code], "\(faulty.map(\.message))")
    let fixed = Self.diagnostics(of: example.fixed, code)
    #expect(fixed == [], "\(fixed.map(\.message))")
  }

  @Test(arguments: Code.allCases.filter { $0.area == .request }) func ofARequestIsTrue(_ code: Code) throws {
    let example = try #require(code.explanation.example)
    let found = [example.faulty, example.fixed].map { text in
      let file = PostRequestFile.read(Array(text.utf8), path: "request.json")
      return (file.diagnostics + file.entries.flatMap(\.diagnostics)).map(\.code)
    }
    #expect(found == [[code], []])
  }

  /// Fails when the reader reports a pending code, so that its example is tested from then on.
  @Test(arguments: pending) func isPendingOnlyWhileItIsNotFound(_ code: Code) throws {
    guard let example = code.explanation.example else { return }
    #expect(!Self.diagnostics(of: example.faulty, code).contains { $0.code == code }, "take \(code) off the list")
  }

  /// The diagnostics of a snippet, with files that it can name. Those of keys that are not supported yet only count for that
  /// code.
  private static func diagnostics(of snippet: String, _ code: Code) -> [Diagnostic] {
    let text = Array(scenario(with: snippet).utf8)
    let files = [
      "common.yaml": "version: 1", "order.schema.json": "{}", "users.csv": "email\na@example.com\n",
    ]
    let environment = ReadingEnvironment(
      variable: { _ in nil },
      file: { path in
        files[path].map { .success(Array($0.utf8)) } ?? .failure(.init(reason: "it is not there"))
      })
    let reading =
      code == .refusedByLibrdkafka || code == .messageTooLarge
      ? ScenarioFile.reading(text, path: "example.yaml")
      : ScenarioReader.read(text, path: "example.yaml", in: environment)
    return reading.diagnostics.filter { code == .notSupported || $0.code != .notSupported }
  }

  /// A valid scenario in which the snippet replaces the keys that it has. A snippet without a key is a whole file.
  private static func scenario(with snippet: String) -> String {
    let keys = snippet.split(separator: "\n").filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } }
    if keys.isEmpty { return snippet }
    let rest = valid.split(separator: "\n").filter { line in !keys.contains(line.prefix { $0 != ":" }) }
    return (rest + [snippet[...]]).joined(separator: "\n") + "\n"
  }

  private static let valid = """
    version: 1
    name: orders
    cluster: {brokers: embedded}
    topics: {orders: {partitions: 6}}
    templates: {order: {value: hello}}
    stages: [{name: steady, count: 10}]
    """
}
