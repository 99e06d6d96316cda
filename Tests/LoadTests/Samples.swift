import Diagnostics
import Language
import SampleScenarios
import Scenarios
import Templates
import Testing
import Verification

/// The smallest values that tests begin from.
enum Samples {
  static let range = SourceRange(
    start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))

  static func stage(
    rate: RateProfile = .maximum, count: UInt64? = nil, duration: Nanoseconds? = nil
  ) -> Stage {
    Stage(
      name: "steady", range: range, schedule: Schedule(rate, count: count, duration: duration), template: 0,
      destination: .topic(0),
      partition: .roundRobin, measured: true)
  }

  static func text(_ pieces: TemplateText.Piece...) -> TemplateText { TemplateText(pieces: pieces, range: range) }

  /// `order-<seq>` as key, `{"n": <seq>}` as value.
  static let order = Template(
    name: "order", format: .json, key: text(.literal(Array("order-".utf8)), sequence(.plain)),
    value: text(.literal(Array(#"{"n": "#.utf8)), sequence(.jsonValue), .literal(Array("}".utf8))))

  static func sequence(_ place: EscapeContext) -> TemplateText.Piece {
    .placeholder(Expression(source: .sequence, written: "{{seq}}"), place)
  }

  /// A stage of one template.
  static func recipe(_ template: Template, run: UInt64 = 1) -> RenderRecipe {
    RenderRecipe(
      templates: [template], weights: [1],
      context: RenderContext(seed: 0, stageName: "steady", runID: RunID(value: run).text, startedAt: 0))
  }

  static func properties(_ written: KeyValuePairs<String, String>) -> [ClientProperty] {
    written.map { ClientProperty(name: $0, value: $1, range: range) }
  }

  /// A scenario on the embedded broker with one topic of two partitions, `orders`, and another, `parcels`.
  static func scenario(stages: String, more: String = "") throws -> Scenario {
    try SampleScenario(
      topics: "{orders: {partitions: 2}, parcels: {partitions: 1}}",
      templates: #"{order: {format: json, key: "k{{seq}}", value: '{"n": {{seq}}}'}}"#, stages: stages,
      more: "defaults: {template: order}\n\(more)"
    ).scenario()
  }

  /// A scenario on the embedded broker with four messages of this size.
  static func sized(_ size: String) throws -> Scenario {
    try SampleScenario(
      topics: "{orders: {partitions: 1}}", templates: #"{order: {value: "order {{seq}}", size: \#(size)}}"#,
      stages: "[{name: a, count: 4}]"
    ).scenario()
  }
}
