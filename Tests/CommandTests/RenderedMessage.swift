import Rehearsal
import Scenarios
import Templates
import Testing

/// A stage of an example, rendered without a run.
struct ExampleStage: Sendable, CustomTestStringConvertible {
  var file: String
  var index: Int

  var testDescription: String { "\(file), stage \(index)" }

  /// The stages of every example. An example that cannot be read has a first stage all the same, with which its test fails.
  static let all: [ExampleStage] = [
    "quickstart", "expectations", "partitions", "read-after", "sharing", "system-a-phase-1", "system-a-phase-2",
    "templates", "lists",
  ].flatMap { file in
    let first = ExampleStage(file: file, index: 0)
    let count = (try? first.scenario())?.stages.count ?? 1
    return (0..<count).map { ExampleStage(file: file, index: $0) }
  }

  private struct Missing: Error {}

  func scenario() throws -> Scenario {
    let folder = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    let settings = file == "templates" ? ["vars.build=local"] : []
    let read = ScenarioFile.read("\(folder)/Scenarios/\(file).yaml", Overrides(settings: settings))
    return try #require(read.scenario, "\(read.text)")
  }

  func run(of scenario: Scenario) throws -> MessageListing.Run {
    guard case .fixed(let seed) = scenario.seed else { throw Missing() }
    return .none(seed: seed)
  }

  func recipe() throws -> RenderRecipe {
    let scenario = try scenario()
    let run = try run(of: scenario)
    return scenario.recipe(stage: index, seed: run.seed, runID: run.id, startedAt: run.startedAt)
  }
}

/// All bytes of a message; null differs from empty.
struct RenderedMessage: Equatable, Sendable {
  var key: [UInt8]?
  var headers: [(name: [UInt8], value: [UInt8])]
  var value: [UInt8]?

  /// The message that `renderer` rendered last.
  init(_ renderer: borrowing StageRenderer) {
    key = renderer.key.baseAddress == nil ? nil : Array(renderer.key)
    value = renderer.value.baseAddress == nil ? nil : Array(renderer.value)
    headers = renderer.userHeaders.map { header in
      (Array(UnsafeRawBufferPointer(start: header.name, count: header.nameCount)), Array(header.value))
    }
  }

  static func == (a: Self, b: Self) -> Bool {
    a.key == b.key && a.value == b.value && a.headers.elementsEqual(b.headers) { $0 == $1 }
  }

  /// The line that `rehearse render --keys --headers` prints.
  var line: [UInt8] {
    let headers = headers.map { $0.name + [UInt8(ascii: ":")] + $0.value }
    let tab = [UInt8(ascii: "\t")]
    return (headers.isEmpty ? Array("NO_HEADERS".utf8) : Array(headers.joined(separator: [UInt8(ascii: ",")]))) + tab
      + (key ?? Array("null".utf8)) + tab + (value ?? Array("null".utf8)) + [UInt8(ascii: "\n")]
  }
}
