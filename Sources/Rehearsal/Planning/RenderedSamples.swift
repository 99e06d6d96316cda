internal import Diagnostics
internal import Kafka
internal import Language
internal import Reporting
internal import Scenarios
internal import Templates
internal import Verification

/// Messages of one stage that are rendered without a run: the run id is zero, and the start is the year 2000.
struct RenderedSamples {
  private let scenario: Scenario
  private let stage: Stage
  private let recipe: RenderRecipe

  init(_ scenario: Scenario, stage index: Int) {
    self.scenario = scenario
    stage = scenario.stages[index]
    let seed: UInt64 = if case .fixed(let seed) = scenario.seed { seed } else { 0 }
    let context = RenderContext.outsideOfRuns(seed: seed, stageName: stage.name)
    recipe = scenario.recipe(stage: index, seed: seed, runID: context.runID, startedAt: context.startedAt)
  }

  /// The size of the stage's messages, from at most `limit` of them, spread evenly over all, or the first ones if their number
  /// is not known; and how many of these are longer than their padded `size`.
  func size(total: UInt64?, limit: Int) -> (size: MessageSize, padding: PlannedPadding?) {
    let isConstant = recipe.templates.count == 1 && recipe.templates[0].isConstant
    let sequences = isConstant ? [0] : Self.spread(limit, over: total)
    var renderer = recipe.renderer()
    var longer = 0
    let sizes = sequences.map { sequence in
      renderer.render(sequence, due: stage.schedule.due(sequence).count)
      if renderer.exceedsSize { longer += 1 }
      return renderer.key.count + renderer.value.count
    }
    let sum = sizes.reduce(0, +)
    let isCertain = isConstant || UInt64(sequences.count) == total
    let size = MessageSize(
      mean: Double(sum) / Double(max(sizes.count, 1)), largest: sizes.max() ?? 0,
      samples: isCertain ? nil : sequences.count)
    let isPadded = recipe.templates.contains { $0.size != nil }
    return (size, isPadded ? PlannedPadding(longer: longer, samples: sequences.count) : nil)
  }

  /// The most messages, and the most bytes of them, that are rendered to find one that is too large.
  private static let (mostSized, mostSizedBytes) = (1000, 64 << 20)

  /// The messages of the stage that are larger than `limit`, as `size` counts them, of the template with the largest of them; nil
  /// where none is, of those that are rendered.
  func excess(over limit: Int, _ size: (RecordSize) -> Int) -> SizeExcess? {
    var renderer = recipe.renderer()
    // The headers' lengths and a record's other fields take less than this.
    guard renderer.mostBytes + 20 * (renderer.mostHeaders + 10) > limit else { return nil }
    let count = recipe.templates.count
    var worst: SizeExcess?
    for (share, template) in recipe.templates.enumerated() {
      var excess = SizeExcess(template: count > 1 ? template.name : nil)
      var bytes = 0
      let wanted = template.isConstant && template.hasConstantHeaders ? 1 : max(Self.mostSized / count, 1)
      for start in Self.spread(wanted, over: stage.schedule.total) where bytes < Self.mostSizedBytes / count {
        guard let sequence = next(of: share, from: start, &renderer) else { break }
        renderer.render(sequence, due: stage.schedule.due(sequence).count)
        bytes += renderer.key.count + renderer.value.count
        excess.note(sequence, size(Self.recordSize(renderer)), limit)
      }
      if excess.larger > 0, excess.largest.bytes > worst?.largest.bytes ?? 0 { worst = excess }
    }
    return worst
  }

  /// The first message of a template that is not before `start`; a little before it where the stage ends too soon.
  private func next(of share: Int, from start: UInt64, _ renderer: inout StageRenderer) -> UInt64? {
    // Every template occurs within as many messages as the sum of the weights.
    let run = recipe.weights.reduce(0, +)
    guard run > 1, recipe.templates.count > 1 else { return start }
    let total = stage.schedule.total ?? .max
    let first = min(start, total > run ? total - run : 0)
    let end = first.addingReportingOverflow(run)
    return (first..<min(end.overflow ? .max : end.partialValue, total)).first { renderer.template(of: $0) == share }
  }

  /// The size of the message just rendered, with the header that every message has.
  private static func recordSize(_ renderer: borrowing StageRenderer) -> RecordSize {
    func count(_ bytes: UnsafeRawBufferPointer) -> Int? { bytes.baseAddress == nil ? nil : bytes.count }
    var size = RecordSize(key: count(renderer.key), value: count(renderer.value))
    size.addHeader(name: Identity.headerName.utf8CodeUnitCount, value: Identity.byteCount)
    for header in renderer.userHeaders { size.addHeader(name: header.nameCount, value: header.value.count) }
    return size
  }

  /// Nanoseconds for which messages are rendered and checked, to measure how fast that is.
  private static let checkTime: UInt64 = 20_000_000

  /// The checks of the stage's messages, and the number of messages that one core renders and checks in a second; nil if no
  /// check is needed. `clock` is in nanoseconds.
  func check(_ clock: () -> UInt64) -> PlannedLook? {
    let what = recipe.templates.map(\.requirement).compactMap(\.words)
    guard !what.isEmpty else { return nil }
    var renderer = recipe.renderer()
    // The first message creates the parsers and validators.
    renderer.render(0, due: 0)
    _ = renderer.invalidValue()
    let start = clock()
    var (count, sequence, elapsed): (UInt64, UInt64, UInt64) = (0, 0, 0)
    repeat {
      var bytes = 0
      while bytes < 1 << 16 {
        renderer.render(sequence, due: stage.schedule.due(sequence).count)
        _ = renderer.invalidValue()
        bytes += renderer.key.count + renderer.value.count + 64
        count += 1
        sequence = sequence + 1 == stage.schedule.total ? 0 : sequence + 1
      }
      elapsed = clock() - start
    } while elapsed < Self.checkTime
    var words: [String] = []
    for word in what where !words.contains(word) { words.append(word) }
    return PlannedLook(what: words, perSecond: Double(count) * 1e9 / Double(elapsed))
  }

  /// The first message of a template, redacted; nil if the stage does not send the template.
  func firstMessage(of template: Int, _ redaction: Redaction) -> SampleMessage? {
    guard let share = stage.shares.firstIndex(where: { $0.template == template }) else { return nil }
    // Every template occurs within as many messages as the sum of the weights.
    let run = recipe.weights.reduce(0, +)
    var renderer = recipe.renderer()
    for sequence in 0..<max(run, 1) {
      renderer.render(sequence, due: stage.schedule.due(sequence).count)
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

  /// The middles of `limit` ranges of equal length.
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
  /// True if all messages have the same size.
  fileprivate var isConstant: Bool {
    if let size, size.lowerBound < size.upperBound { return false }
    return [key, value].compactMap { $0 }.allSatisfy(\.isLiteral)
  }

  fileprivate var hasConstantHeaders: Bool { headers.allSatisfy(\.value.isLiteral) }
}

extension TemplateText {
  fileprivate var isLiteral: Bool { pieces.allSatisfy { if case .literal = $0 { true } else { false } } }
}

extension ValueRequirement {
  /// Nil if nothing is checked.
  fileprivate var words: String? {
    switch self {
    case .none: nil
    case .json: "as JSON"
    case .xml: "as XML"
    case .schema(let schema): "by \(schema.path)"
    }
  }
}
