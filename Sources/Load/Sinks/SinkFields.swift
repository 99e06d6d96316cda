internal import Diagnostics
internal import Payloads
internal import Scenarios

/// Finds in a record what a sink asks of it: its ids, the fields that decide whether it is the sink's, and those that are compared with
/// what was sent. For one queue at a time.
final class SinkFields {
  private enum Ids {
    case key, line, header
    case json(path: Int)
    case xml(XMLSearch)
    case regex(TextPattern)
  }

  private enum Field {
    case key
    case path(Int, isList: Bool)
  }

  private let ids: Ids?
  private let conditions: [(field: Field, value: [UInt8])]
  private let comparisons: [(record: Field, message: Field, text: FieldComparison)]
  private let read: JSONPaths
  private let sent: JSONPaths
  private let readsJSON: Bool
  /// Values that are not shown.
  private let secrets: [String]
  /// Records whose search was given up because it took too long: ids may be in them.
  private(set) var givenUp: UInt64 = 0

  init(_ sink: Sink, secrets: [String] = []) {
    var (readPaths, sentPaths): ([[JSONStep]], [[JSONStep]]) = ([], [])
    func field(_ field: RecordField, _ paths: inout [[JSONStep]]) -> Field {
      switch field {
      case .key: return .key
      case .path(let path):
        paths.append(path.jsonSteps)
        return .path(paths.count - 1, isList: path.isList)
      }
    }
    conditions = sink.conditions.map { (field($0.field, &readPaths), Array($0.value.utf8)) }
    comparisons = sink.comparisons.map { (field($0.record, &readPaths), field($0.message, &sentPaths), $0) }
    switch sink.identity {
    case .header: ids = .header
    case .key: ids = .key
    case .line: ids = .line
    case .json(let path):
      readPaths.append(path.jsonSteps)
      ids = .json(path: readPaths.count - 1)
    case .xml(let path): ids = (try? XMLPath(path)).map { .xml(XMLSearch($0)) }
    case .regex(let text): ids = (try? TextPattern(text)).map(Ids.regex)
    }
    read = JSONPaths(readPaths)
    sent = JSONPaths(sentPaths)
    readsJSON = !readPaths.isEmpty
    self.secrets = secrets.filter { !$0.isEmpty }
  }

  /// False where the identity could not be understood: nothing can be found then.
  var canIdentify: Bool { ids != nil }

  /// Another reading of the whole sink begins.
  func beginAnew() { givenUp = 0 }

  // MARK: One record

  /// Takes in a record, whose bytes stay where they are until the next. False where it is not the sink's by its `where`.
  func take(key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?) -> Bool {
    if readsJSON { _ = read.read(value ?? UnsafeRawBufferPointer(start: nil, count: 0)) }
    return conditions.allSatisfy { condition in
      switch condition.field {
      case .key: return key.map { $0.elementsEqual(condition.value) } ?? false
      case .path(let path, _):
        var matches = false
        condition.value.withUnsafeBytes { wanted in
          read.forEach(path) { value in if !matches { matches = value.isSame(asText: wanted) } }
        }
        return matches
      }
    }
  }

  /// Passes each id of the record that was taken in: any bytes that stand where an id should be.
  func forEachID(
    key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    switch ids {
    case nil, .header?: return
    case .key?: if let key { body(key) }
    case .line?: if let value { body(Self.trimmed(value)) }
    case .json(let path)?:
      read.forEach(path) { value in
        if value.isNull { return }
        _ = value.withScalar { body($0) }
      }
    case .xml(let search)?: if let value { _ = search.forEach(in: value) { body(Self.trimmed($0)) } }
    case .regex(let pattern)?:
      if let value, !pattern.forEachMatch(in: value, { body($0) }) { givenUp += 1 }
    }
  }

  private static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: text[first...last])
  }

  // MARK: Comparing

  /// The first field of the record that was taken in which is not what was sent, with both values; nil where all are the same.
  func difference(
    key: UnsafeRawBufferPointer?, sentKey: UnsafeRawBufferPointer?, sentValue: UnsafeRawBufferPointer?
  ) -> String? {
    guard !comparisons.isEmpty else { return nil }
    _ = sent.read(sentValue ?? UnsafeRawBufferPointer(start: nil, count: 0))
    for comparison in comparisons {
      let there = Content(comparison.record, key, read)
      let asSent = Content(comparison.message, sentKey, sent)
      if !there.isSame(as: asSent) {
        return "\(comparison.text.record.text) is \(shown(there)), \(shown(asSent)) was sent"
      }
    }
    return nil
  }

  private func shown(_ content: Content) -> String {
    guard let text = content.text else { return "absent" }
    if secrets.contains(where: text.contains) { return "another value" }
    let start = text.prefix(60)
    return (start.count < text.count ? start + "…" : start).description.visible
  }

  /// A field as it is compared.
  private enum Content {
    case absent
    /// A key.
    case text(UnsafeRawBufferPointer)
    case value(JSONValue)
    case list([JSONValue])

    init(_ field: Field, _ key: UnsafeRawBufferPointer?, _ paths: JSONPaths) {
      switch field {
      case .key: self = key.map(Content.text) ?? .absent
      case .path(let path, isList: false):
        var found: JSONValue?
        paths.forEach(path) { found = $0 }
        self = found.map(Content.value) ?? .absent
      case .path(let path, isList: true):
        var found: [JSONValue] = []
        paths.forEach(path) { found.append($0) }
        self = .list(found)
      }
    }

    func isSame(as other: Content) -> Bool {
      switch (self, other) {
      case (.absent, .absent): true
      case (.text(let left), .text(let right)): left.elementsEqual(right)
      case (.text(let text), .value(let value)), (.value(let value), .text(let text)): value.isSame(asText: text)
      case (.value(let left), .value(let right)): left.isSame(as: right)
      case (.list(let left), .list(let right)):
        left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
      case (.list(let list), .value(let value)), (.value(let value), .list(let list)):
        list.count == 1 && list[0].isSame(as: value)
      case (.list(let list), .text(let text)), (.text(let text), .list(let list)):
        list.count == 1 && list[0].isSame(asText: text)
      case (.list(let list), .absent), (.absent, .list(let list)): list.isEmpty
      case (.absent, .text), (.absent, .value), (.text, .absent), (.value, .absent): false
      }
    }

    var text: String? {
      switch self {
      case .absent: nil
      case .text(let bytes): String(decoding: bytes, as: UTF8.self)
      case .value(let value): String(decoding: value.written, as: UTF8.self)
      case .list(let values):
        "[" + values.prefix(20).map { String(decoding: $0.written, as: UTF8.self) }.joined(separator: ", ") + "]"
      }
    }
  }
}

extension FieldPath {
  fileprivate var jsonSteps: [JSONStep] {
    steps.map { step in
      switch step {
      case .member(let name): .member(name)
      case .element(let index): .element(index)
      case .each: .each
      }
    }
  }
}
