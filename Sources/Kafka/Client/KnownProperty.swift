internal import CRdkafka

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The clients that a property is for, from librdkafka's own table (CONFIGURATION.md, column C/P).
package enum PropertyScope: Sendable {
  case producer, consumer, both
}

/// A property of the linked librdkafka, from its own table.
package struct KnownProperty: Sendable {
  package var scope: PropertyScope
  /// The name that this is an alias of, or its own.
  package var original: String
  /// Its values are numbers, without a unit.
  package var isNumber: Bool
  /// They may have decimals.
  package var isDecimal: Bool
  /// It is set by functions of a program, such as a callback.
  package var isCallback: Bool

  /// Every property by its names.
  package static let all: [String: KnownProperty] = {
    var text: UnsafeMutablePointer<CChar>?
    var size = 0
    guard let stream = open_memstream(&text, &size) else { return [:] }
    rd_kafka_conf_properties_show(stream)
    fclose(stream)
    guard let text else { return [:] }
    defer { free(text) }
    var all: [String: KnownProperty] = [:]
    for line in String(cString: text).split(separator: "\n") {
      // A description may have bars of its own.
      let columns = line.split(separator: "|", maxSplits: 5, omittingEmptySubsequences: false)
      guard columns.count == 6 else { continue }
      let name = String(columns[0].prefix { $0 != " " })
      // Where a property is both the client's and its topics', the client's is set.
      guard all[name] == nil, let scope = PropertyScope(columns[1].filter { $0 != " " }) else { continue }
      all[name] = KnownProperty(
        scope: scope, original: alias(columns[5]) ?? name,
        isNumber: columns[5].hasSuffix("*Type: integer*") || columns[5].hasSuffix("*Type: float*"),
        isDecimal: columns[5].hasSuffix("*Type: float*"),
        isCallback: columns[5].hasSuffix("*Type: see dedicated API*"))
    }
    return all
  }()

  /// The name behind `Alias for`.
  private static func alias(_ description: Substring) -> String? {
    guard let begin = description.firstRange(of: "Alias for `")?.upperBound else { return nil }
    return String(description[begin...].prefix { $0 != "`" })
  }

  /// The property of a name: also of `topic.acks`, by which librdkafka sets `acks` for all topics.
  package static func of(_ name: String) -> KnownProperty? {
    all[name] ?? (name.hasPrefix(topicPrefix) ? all[String(name.dropFirst(topicPrefix.count))] : nil)
  }

  private static let topicPrefix = "topic."

  /// The same for all spellings of a property: `acks`, `topic.acks` and `request.required.acks` are one.
  package static func original(of name: String) -> String { of(name)?.original ?? name }
}

extension PropertyScope {
  fileprivate init?(_ column: Substring.SubSequence) {
    switch column {
    case "P": self = .producer
    case "C": self = .consumer
    case "*": self = .both
    default: return nil
    }
  }
}
