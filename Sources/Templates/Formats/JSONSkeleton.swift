package import Payloads

/// A template's text as JSON, checked before anything is rendered: the text between the placeholders is parsed once, and
/// the kind of each placeholder must be allowed at its place. Its value is a number, `true`, `false`, `null`, or escaped
/// text, so every message is JSON if the skeleton is.
///
/// A raw placeholder can be anything, so with one of them nothing is ensured: each message is checked. Then the other
/// placeholders are checked as if the raw ones were balanced.
package struct JSONSkeleton {
  /// The place of a placeholder.
  package enum Place: Equatable {
    case insideString
    /// A number, `true`, `false` or `null` is allowed here.
    case value
    case mistaken(Mistake)

    package enum Mistake {
      case text, zeros, key, glued, escape
      /// A list is inside quotes, or a key.
      case list, listKey
    }
  }

  package enum Mistake {
    /// An error of the placeholder with this index.
    case placeholder(Int, Place.Mistake)
    /// The parser's error, and its offset in `filled`, where that is known.
    case document(String, at: Int?)
  }

  private let template: ParsedTemplate
  package private(set) var places: [Place] = []
  /// The text with a 0 for each placeholder.
  private(set) var filled: [UInt8] = []
  /// The offsets of raw placeholders in it.
  private var rawOffsets: Set<Int> = []

  /// The names of `let:`, with their kinds.
  private let names: [String: ValueKind]

  package init(_ template: ParsedTemplate, names: [String: ValueKind] = [:]) {
    self.template = template
    self.names = names
    var scan = StringScan()
    var outside: [(index: Int, offset: Int)] = []
    for part in template.parts {
      switch part {
      case .literal(let bytes):
        for byte in bytes { scan.pass(byte) }
        filled += bytes
      case .placeholder(let index):
        let isRaw = template.placeholders[index].isRaw
        if !scan.isInString { outside.append((index, filled.count)) }
        places.append(scan.isInEscape && !isRaw ? .mistaken(.escape) : .insideString)
        if isRaw {
          scan.endEscape()
          rawOffsets.insert(filled.count)
        }
        filled.append(UInt8(ascii: "0"))
      }
    }
    for (index, offset) in outside {
      places[index] = template.placeholders[index].isRaw ? .value : place(at: offset)
    }
  }

  /// The errors, all of one kind: misplaced placeholders make errors of the document meaningless, and the other way round.
  package func mistakes(by json: JSONDocument) -> [Mistake] {
    let misplaced = places.indices.compactMap { index -> Mistake? in
      switch places[index] {
      case .mistaken(.key) where template.placeholders[index].isList(names): .placeholder(index, .listKey)
      case .mistaken(let mistake): .placeholder(index, mistake)
      case .insideString: template.placeholders[index].isList(names) ? .placeholder(index, .list) : nil
      case .value: nil
      }
    }
    if !misplaced.isEmpty { return misplaced }
    if !template.hasRaw, let fault = filled.withUnsafeBytes({ json.fault(in: $0) }) {
      return [.document(fault, at: JSONLocator.offset(ofFaultIn: filled))]
    }
    return places.indices.compactMap { index -> Mistake? in
      guard places[index] == .value else { return nil }
      guard let expression = template.placeholders[index].expression, let kind = expression.kind(names) else {
        return nil
      }
      if expression.isRaw || kind.isJSONScalar || kind == .list { return nil }
      return .placeholder(index, expression.format?.isZeroPadded == true ? .zeros : .text)
    }
  }

  /// The escape context of each placeholder, where there are no errors.
  package var escapeContexts: [EscapeContext] { places.map { $0 == .value ? .jsonValue : .jsonText } }

  /// True if it is an object or an array.
  package func looksLikeJSON(by json: JSONDocument) -> Bool {
    let first = filled.first { !Self.isBlank($0) }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    return filled.withUnsafeBytes { json.fault(in: $0) } == nil
  }

  /// The place of a placeholder outside quotes.
  private func place(at offset: Int) -> Place {
    let before = rawOffsets.contains(offset - 1) ? nil : filled[..<offset].last
    let after = rawOffsets.contains(offset + 1) ? nil : filled[(offset + 1)...].first
    // Next to a quote, a quote is missing or extra: the parser's message is better.
    let parts = [before, after].compactMap { $0 }.filter { !Self.isBlank($0) && !"[]{}:,\"".utf8.contains($0) }
    if !parts.isEmpty { return .mistaken(.glued) }
    let next = filled[(offset + 1)...].first { !Self.isBlank($0) }
    return next == UInt8(ascii: ":") ? .mistaken(.key) : .value
  }

  private static func isBlank(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }
}

extension Placeholder {
  /// True if it is a list of `let:`.
  func isList(_ names: [String: ValueKind]) -> Bool { expression?.kind(names) == .list }
}

/// Tracks where strings and escapes begin and end.
private struct StringScan {
  private(set) var isInString = false
  /// Bytes of an escape that are still to come.
  private var remaining = 0
  private var isAfterBackslash = false

  var isInEscape: Bool { remaining > 0 || isAfterBackslash }

  mutating func endEscape() { (remaining, isAfterBackslash) = (0, false) }

  mutating func pass(_ byte: UInt8) {
    if isAfterBackslash {
      isAfterBackslash = false
      if byte == UInt8(ascii: "u") { remaining = 4 }
    } else if remaining > 0 {
      remaining -= 1
    } else if byte == UInt8(ascii: "\"") {
      isInString.toggle()
    } else if isInString, byte == UInt8(ascii: "\\") {
      isAfterBackslash = true
    }
  }
}
