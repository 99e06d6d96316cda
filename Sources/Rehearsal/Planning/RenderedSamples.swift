internal import Kafka
internal import Reporting
internal import Scenarios
internal import Verification

/// Messages of one stage made beforehand, without a run: its run id is zero, and it begins with the century.
struct RenderedSamples {
  private let scenario: Scenario
  private let stage: Stage
  private let recipe: RenderRecipe

  /// 2000-01-01T00:00:00Z in milliseconds since 1970.
  private static let startedAt: Int64 = 946_684_800_000

  init(_ scenario: Scenario, stage index: Int) {
    self.scenario = scenario
    stage = scenario.stages[index]
    let seed: UInt64 = if case .fixed(let seed) = scenario.seed { seed } else { 0 }
    recipe = scenario.recipe(
      stage: index, seed: seed, runID: RunID(value: 0).text, startedAt: Self.startedAt)
  }

  /// The size of the stage's messages, from at most `limit` of them, spread evenly over all; of the first ones where it is
  /// not known how many there are.
  func size(total: UInt64?, limit: Int) -> MessageSize {
    let isConstant = recipe.templates.count == 1 && recipe.templates[0].isConstant
    let sequences = isConstant ? [0] : Self.spread(limit, over: total)
    var renderer = recipe.renderer()
    let sizes = sequences.map { sequence in
      renderer.render(sequence, due: due(sequence))
      return renderer.key.count + renderer.value.count
    }
    let sum = sizes.reduce(0, +)
    let isCertain = isConstant || UInt64(sequences.count) == total
    return MessageSize(
      mean: Double(sum) / Double(max(sizes.count, 1)), largest: sizes.max() ?? 0,
      samples: isCertain ? nil : sequences.count)
  }

  /// The first message of a template of the stage's, without what must not be shown of it; nil where the stage does not
  /// send it.
  func firstMessage(of template: Int, _ redaction: Redaction) -> SampleMessage? {
    guard let share = stage.shares.firstIndex(where: { $0.template == template }) else { return nil }
    // In each run of as many messages as the weights add up to, every template comes.
    let run = recipe.weights.reduce(0, +)
    var renderer = recipe.renderer()
    for sequence in 0..<max(run, 1) {
      renderer.render(sequence, due: due(sequence))
      if renderer.template == share { return message(sequence, renderer.key, renderer.value, template, redaction) }
    }
    return nil
  }

  private func message(
    _ sequence: UInt64, _ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, _ template: Int,
    _ redaction: Redaction
  ) -> SampleMessage {
    func shown(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
      guard bytes.baseAddress != nil else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      let redacted = redaction.apply(to: text)
      return redacted == text ? Array(bytes) : Array(redacted.utf8)
    }
    return SampleMessage(
      template: scenario.templates[template].name, format: scenario.templates[template].format, stage: stage.name,
      sequence: sequence, byteCount: key.count + value.count, key: shown(key), value: shown(value))
  }

  /// Nanoseconds since the run's start; 0 where nothing is due at a time.
  private func due(_ sequence: UInt64) -> Int64 {
    if case .constant(let rate) = stage.rate { Int64(clamping: rate.due(sequence)) } else { 0 }
  }

  /// The middles of `limit` stretches of equal length.
  private static func spread(_ limit: Int, over total: UInt64?) -> [UInt64] {
    let limit = UInt64(max(limit, 1))
    guard let total, total > limit else { return Array(0..<(total ?? limit)) }
    return (0..<limit).map { index in
      let (high, low) = (2 * index + 1).multipliedFullWidth(by: total)
      return (2 * limit).dividingFullWidth((high, low)).quotient
    }
  }
}

extension Template {
  /// Whether all of its messages are alike in size.
  fileprivate var isConstant: Bool {
    [key, value].compactMap { $0 }.allSatisfy { text in
      text.pieces.allSatisfy { if case .literal = $0 { true } else { false } }
    }
  }
}
