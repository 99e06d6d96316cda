internal import Diagnostics

/// Renders the messages of one stage of one run, in any order, to buffers that are used again. No call allocates; pointers
/// are valid until the next message.
package struct StageRenderer: ~Copyable {
  /// One template's texts. Not private: other modules destroy a renderer inline, and the compiler (6.3) then fails on a private
  /// element.
  struct Texts: ~Copyable {
    let key: Renderer
    let hasKey: Bool
    let value: Renderer
    let hasValue: Bool
    let headers: FixedArray<Renderer>
    let sizes: ClosedRange<UInt64>?
    /// The order of rows; nil without data.
    let rows: RowOrder?
    let unfit: UnfitData?
    /// The fewest values of a unique placeholder.
    let uniqueValues: UInt64

    init(_ template: Template, _ context: RenderContext, stageKey: UInt64) {
      var fewest = UInt64.max
      func renderer(_ text: TemplateText?, _ part: UInt64) -> Renderer {
        let text =
          text
          ?? TemplateText(
            pieces: [], range: SourceRange(start: .init(line: 1, column: 1), end: .init(line: 1, column: 1)))
        let renderer = Renderer(
          text, part: part, locale: template.locale, names: template.names, data: template.data?.table,
          context: context)
        fewest = min(fewest, renderer.uniqueValues)
        return renderer
      }
      key = renderer(template.key, TextPart.key.rawValue)
      hasKey = template.key != nil
      value = renderer(template.value, TextPart.value.rawValue)
      hasValue = template.value != nil
      headers = FixedArray(count: template.headers.count) { index in
        renderer(template.headers[index].value, TextPart.header.rawValue + UInt64(index))
      }
      sizes = template.size
      rows = template.data.map { RowOrder($0.order, rows: $0.table.rows, stageKey: stageKey) }
      unfit = UnfitData(template)
      uniqueValues = fewest
    }

    var valueCapacity: Int { max(value.capacity, Int(clamping: sizes?.upperBound ?? 0)) }

    var headerCapacity: Int { (0..<headers.count).reduce(0) { $0 + headers[$1].capacity + Renderer.slack } }
  }

  /// A header of the template, beside the one that every message has.
  package struct Header {
    /// The name, with a zero byte at its end that `nameCount` does not count.
    package var name: UnsafePointer<CChar>
    package var nameCount: Int
    package var value: UnsafeRawBufferPointer
  }

  private let texts: FixedArray<Texts>
  private let names: FixedArray<CChar>
  private let headers: FixedArray<Header>
  /// The indices in `headers` at which each template's headers begin, and the end.
  private let headerStarts: [Int]
  private let buffer: FixedBytes
  private let valueStart: Int
  private let headerStart: Int
  /// No message has more bytes of key, value and headers together.
  package let mostBytes: Int
  private let stageKey: UInt64
  /// One for each template; empty where no template's values need checking.
  private let validators: [ValueValidator?]
  private var order: MixOrder
  /// The key of the last message; null (a nil base address) without a key, and so the value. All three are stored, not
  /// computed: for a computed property the compiler copies the whole renderer at each use.
  package private(set) var key = UnsafeRawBufferPointer(start: nil, count: 0)
  package private(set) var value = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The headers in the order written.
  package private(set) var userHeaders = UnsafeBufferPointer<Header>(start: nil, count: 0)
  /// True if the last message's value is longer than the size that it should be padded to.
  package private(set) var exceedsSize = false
  /// The row of the last message in its template's data.
  private var row = 0
  /// The number of the last message.
  private var number: UInt64 = 0

  /// The index of the last message's template.
  package private(set) var template = 0

  /// - Parameter weights: one for each template.
  package init(_ templates: [Template], weights: [UInt64], _ context: RenderContext) {
    stageKey = MessageRandom.stageKey(seed: context.seed, stageName: context.stageName)
    order = MixOrder(weights: weights, stageKey: stageKey)
    validators =
      templates.contains { $0.requirement != .none }
      ? templates.map { ValueValidator($0, secrets: context.secrets) } : []
    let stageKey = stageKey
    var keyCapacity = 0
    var valueCapacity = 0
    var headerCapacity = 0
    texts = FixedArray(count: templates.count) { index in
      let texts = Texts(templates[index], context, stageKey: stageKey)
      keyCapacity = max(keyCapacity, texts.key.capacity)
      valueCapacity = max(valueCapacity, texts.valueCapacity)
      headerCapacity = max(headerCapacity, texts.headerCapacity)
      return texts
    }
    var starts = [0]
    for (index, template) in templates.enumerated() { starts.append(starts[index] + template.headers.count) }
    headerStarts = starts
    valueStart = keyCapacity + Renderer.slack
    headerStart = valueStart + valueCapacity + Renderer.slack
    buffer = FixedBytes(count: headerStart + headerCapacity + Renderer.slack)
    let spelled = templates.flatMap(\.headers).map { Array($0.name.utf8) }
    mostBytes = keyCapacity + valueCapacity + headerCapacity + spelled.reduce(0) { $0 + $1.count }
    let names = FixedArray(spelled.flatMap { name in (name + [0]).map { CChar(bitPattern: $0) } })
    var next = UnsafePointer(names.base)
    headers = FixedArray(count: spelled.count) { index in
      let count = spelled[index].count
      defer { next += count + 1 }
      return Header(name: next, nameCount: count, value: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    self.names = names
  }

  /// Renders message `number`.
  /// - Parameter due: nanoseconds since the run's start.
  package mutating func render(_ number: UInt64, due: Int64) {
    let own: UInt64
    self.number = number
    (template, own) = order.place(of: number)
    // Key, headers, names and value of one message see the same row.
    row = texts[template].rows?.row(of: own) ?? 0
    let keyCount = texts[template].key.render(number, own: own, row: row, due: due, into: buffer.base)
    var valueCount = texts[template].value.render(number, own: own, row: row, due: due, into: buffer.base + valueStart)
    exceedsSize = false
    if let sizes = texts[template].sizes, texts[template].hasValue { valueCount = pad(valueCount, number, to: sizes) }
    key = UnsafeRawBufferPointer(start: texts[template].hasKey ? UnsafeRawPointer(buffer.base) : nil, count: keyCount)
    value = UnsafeRawBufferPointer(
      start: texts[template].hasValue ? UnsafeRawPointer(buffer.base + valueStart) : nil, count: valueCount)
    let start = headerStarts[template]
    var place = buffer.base + headerStart
    for index in 0..<texts[template].headers.count {
      let count = texts[template].headers[index].render(number, own: own, row: row, due: due, into: place)
      headers[start + index].value = UnsafeRawBufferPointer(start: place, count: count)
      place += texts[template].headers[index].capacity + Renderer.slack
    }
    userHeaders = UnsafeBufferPointer(start: headers.base + start, count: texts[template].headers.count)
  }

  /// Pads the value with blanks, and returns its size.
  private mutating func pad(_ count: Int, _ number: UInt64, to sizes: ClosedRange<UInt64>) -> Int {
    var random = MessageRandom(
      state: MessageRandom.placeholderState(MessageRandom.messageKey(stageKey, number), TextPart.size.rawValue))
    let size = Int(sizes.lowerBound + random.below(sizes.upperBound - sizes.lowerBound + 1))
    exceedsSize = size < count
    guard size > count else { return count }
    (buffer.base + valueStart + count).initializeMemory(
      as: UInt8.self, repeating: UInt8(ascii: " "), count: size - count)
    return size
  }

  /// The reason why the last message must not be sent; nil where it may: it would repeat a unique value, or its value is
  /// not what the template requires.
  package mutating func invalidValue() -> InvalidValue? {
    if number >= texts[template].uniqueValues { return .usedUp(texts[template].uniqueValues, message: number) }
    return unfitValue()
  }

  /// The reason why the last message's value is not what the template requires. A tombstone has no value to check.
  package mutating func unfitValue() -> InvalidValue? {
    if texts[template].unfit == nil, validators.isEmpty { return nil }
    guard texts[template].hasValue else { return nil }
    if let fault = texts[template].unfit?.fault(row: row, value: value) { return fault }
    return validators.isEmpty ? nil : validators[template]?.fault(in: value)
  }

  /// The index of the template of message `number`, which is not rendered.
  package mutating func template(of number: UInt64) -> Int { order.place(of: number).template }

  /// The most headers of a message.
  package var mostHeaders: Int { (0..<texts.count).map { texts[$0].headers.count }.max() ?? 0 }
}
