internal import Kafka
internal import Reporting
internal import Scenarios
internal import Verification

/// Messages of one stage made beforehand, without a run: its run id is zero.
struct RenderedSamples {
  let template: Template
  let stageName: String

  private static let runID = RunID(value: 0).text

  /// The size of the stage's messages, from at most `limit` of them, spread evenly over all; of the first ones where it is
  /// not known how many there are.
  func size(total: UInt64?, limit: Int) -> MessageSize {
    let isConstant = !([template.key, template.value].compactMap { $0 }.contains { $0.pieces.contains(.sequence) })
    let sequences = isConstant ? [0] : Self.spread(limit, over: total)
    let sizes = sizes(of: sequences)
    let sum = sizes.reduce(0, +)
    let isCertain = isConstant || UInt64(sequences.count) == total
    return MessageSize(
      mean: Double(sum) / Double(max(sizes.count, 1)), largest: sizes.max() ?? 0,
      samples: isCertain ? nil : sequences.count)
  }

  /// Message `sequence` itself, without what must not be shown of it.
  func message(_ sequence: UInt64, _ redaction: Redaction) -> SampleMessage {
    func shown(_ bytes: [UInt8]) -> [UInt8] {
      let text = String(decoding: bytes, as: UTF8.self)
      let redacted = redaction.apply(to: text)
      return redacted == text ? bytes : Array(redacted.utf8)
    }
    let key = template.key.map { bytes($0, sequence) }
    let value = bytes(template.value, sequence)
    return SampleMessage(
      template: template.name, format: template.format, stage: stageName, sequence: sequence,
      byteCount: (key?.count ?? 0) + value.count, key: key.map(shown), value: shown(value))
  }

  private func sizes(of sequences: [UInt64]) -> [Int] {
    let nothing = TemplateText(pieces: [], range: template.value.range)
    let key = Renderer(template.key ?? nothing, stageName: stageName, runID: Self.runID)
    let value = Renderer(template.value, stageName: stageName, runID: Self.runID)
    return withUnsafeTemporaryAllocation(byteCount: max(key.capacity, value.capacity, 1), alignment: 16) { buffer in
      guard let start = buffer.baseAddress else { return [] }
      return sequences.map { key.render($0, into: start) + value.render($0, into: start) }
    }
  }

  private func bytes(_ text: TemplateText, _ sequence: UInt64) -> [UInt8] {
    let renderer = Renderer(text, stageName: stageName, runID: Self.runID)
    return withUnsafeTemporaryAllocation(byteCount: max(renderer.capacity, 1), alignment: 16) { buffer in
      guard let start = buffer.baseAddress else { return [] }
      return Array(buffer.prefix(renderer.render(sequence, into: start)))
    }
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
