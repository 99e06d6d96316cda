package import Scenarios

/// The counts of a stage's messages as its producers saw them.
package typealias SendCounts = Counts<SendCount>

/// The counts of a stage's messages as the reader saw them; each topic, partition and offset counts once.
package typealias ReadCounts = Counts<ReadCount>

/// The counts of a sink, of one stage or of all that it holds.
package typealias SinkCounts = Counts<SinkCount>

/// A number for each `Key`, all 0 at first. It is not for hot paths: the producers and the ledger count in stored
/// properties, and fill this in when they are done.
package struct Counts<Key: CountKey>: Sendable, Equatable {
  private var numbers = Array(repeating: UInt64(0), count: Key.allCases.count)

  package init() {}

  package subscript(key: Key) -> UInt64 {
    get { numbers[key.rawValue] }
    set { numbers[key.rawValue] = newValue }
  }

  package static func += (left: inout Self, right: Self) {
    for key in Key.allCases {
      left[key] = key.isGreatest ? max(left[key], right[key]) : left[key] + right[key]
    }
  }

  /// The measurement of a count, in the unit of its metric.
  package func measurement(of key: Key) -> Measurement {
    key.facts.units[0] == .size ? .size(Double(self[key])) : .count(self[key])
  }
}

extension Counts: Codable {
  /// The name of a case, as a stored property would have it.
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ key: Key) { stringValue = "\(key)" }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: Name.self)
    for key in Key.allCases { self[key] = try values.decode(UInt64.self, forKey: Name(key)) }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Name.self)
    for key in Key.allCases { try values.encode(self[key], forKey: Name(key)) }
  }
}
