import SampleScenarios
import Testing

@testable import Language
@testable import Scenarios
@testable import Templates

/// A scenario with data files.
struct DataSample {
  var templates: String
  var stages = "[{name: all, count: 100}]"
  var seed: UInt64 = 42
  var files: [String: [UInt8]]

  init(_ templates: String, stages: String = "[{name: all, count: 100}]", seed: UInt64 = 42, files: [String: String]) {
    self.templates = templates
    self.stages = stages
    self.seed = seed
    self.files = files.mapValues { Array($0.utf8) }
  }

  private var sample: SampleScenario {
    var sample = SampleScenario(templates: templates, stages: stages)
    sample.files = files
    return sample
  }

  var reading: ScenarioReading { sample.reading }

  func scenario() throws -> Scenario { try sample.scenario() }

  func recipe(stage: Int = 0) throws -> RenderRecipe {
    try scenario().recipe(stage: stage, seed: seed, runID: "01J", startedAt: Rendering.startedAt)
  }

  /// The values of messages `numbers`.
  func values(_ numbers: some Sequence<UInt64>, stage: Int = 0) throws -> [String] {
    var renderer = try recipe(stage: stage).renderer()
    return numbers.map { number in
      renderer.render(number, due: 0)
      return String(decoding: renderer.value, as: UTF8.self)
    }
  }
}

extension DataTable {
  /// All cells as text.
  var texts: [[String]] {
    (0..<rows).map { row in columns.indices.map { String(decoding: cell(row, $0), as: UTF8.self) } }
  }
}
