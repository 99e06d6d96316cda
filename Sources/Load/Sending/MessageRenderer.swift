internal import Scenarios
internal import Verification

/// One message after another of a stage, in buffers that are used again.
struct MessageRenderer: ~Copyable {
  /// Of an empty text where there is no key.
  private let keyText: Renderer
  private let hasKey: Bool
  private let valueText: Renderer
  private let buffer: UnsafeMutableRawPointer
  private let valueStart: Int
  private let headerStart: Int
  private var keyCount = 0
  private var valueCount = 0

  init(_ template: Template, stageName: String, runID: RunID) {
    let noKey = TemplateText(pieces: [], range: template.value.range)
    keyText = Renderer(template.key ?? noKey, stageName: stageName, runID: runID.text)
    hasKey = template.key != nil
    valueText = Renderer(template.value, stageName: stageName, runID: runID.text)
    valueStart = keyText.capacity
    headerStart = valueStart + valueText.capacity
    buffer = .allocate(byteCount: headerStart + Identity.byteCount, alignment: 16)
  }

  deinit { buffer.deallocate() }

  mutating func render(_ sequence: UInt64) {
    keyCount = keyText.render(sequence, into: buffer)
    valueCount = valueText.render(sequence, into: buffer + valueStart)
  }

  /// Without a key: null, which is a nil base address. Valid until the next message, as is `value`.
  var key: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: hasKey ? UnsafeRawPointer(buffer) : nil, count: keyCount)
  }

  var value: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: buffer + valueStart, count: valueCount) }

  var checksum: UInt32 {
    var sum = PayloadChecksum()
    sum.add(hasKey ? key : nil)
    sum.add(value)
    return sum.value
  }

  func identify(_ identity: Identity) -> UnsafeRawBufferPointer {
    identity.write(to: buffer + headerStart)
    return UnsafeRawBufferPointer(start: buffer + headerStart, count: Identity.byteCount)
  }
}
