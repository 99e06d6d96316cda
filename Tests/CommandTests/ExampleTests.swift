import Diagnostics
import Language
import Rehearsal
import Reporting
import Scenarios
import Testing

/// The examples that `why` shows are true: the faulty one is told so, and the fixed one is not.
@Suite struct ExampleTests {
  /// What the reader does not find yet. Whatever it learns is taken off here.
  static let pending: Set<Code> = [
    .setting
  ]

  /// A snippet cannot show these: bytes that are not UTF-8, millions of bytes, an argument.
  static let unshowable: Set<Code> = [.encoding, .tooLarge, .setting]

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

  /// The day that the reader finds it, its example is held to it.
  @Test(arguments: pending) func isPendingOnlyWhileItIsNotFound(_ code: Code) throws {
    guard let example = code.explanation.example else { return }
    #expect(!Self.diagnostics(of: example.faulty, code).contains { $0.code == code }, "take \(code) off the list")
  }

  /// What is said of a snippet, beside files that it can name. That something is not supported yet is no matter,
  /// unless it is the matter.
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
      code == .refusedByLibrdkafka
      ? ScenarioFile.reading(text, path: "example.yaml")
      : ScenarioReader.read(text, path: "example.yaml", in: environment)
    return reading.diagnostics.filter { code == .notSupported || $0.code != .notSupported }
  }

  /// A sound scenario, with the snippet in place of those of its keys that the snippet has. One without a key of its own
  /// is a whole file.
  private static func scenario(with snippet: String) -> String {
    let keys = snippet.split(separator: "\n").filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } }
    if keys.isEmpty { return snippet }
    let rest = sound.split(separator: "\n").filter { line in !keys.contains(line.prefix { $0 != ":" }) }
    return (rest + [snippet[...]]).joined(separator: "\n") + "\n"
  }

  private static let sound = """
    version: 1
    name: orders
    cluster: {brokers: embedded}
    topics: {orders: {partitions: 6}}
    templates: {order: {value: hello}}
    stages: [{name: steady, count: 10}]
    """
}
