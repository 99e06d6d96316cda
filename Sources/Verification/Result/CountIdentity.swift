internal import Scenarios

/// The identities between counts; Reports/README.md says what each counts. They hold for every stage and the whole run; a violation is a defect of
/// this program, and ends with exit code 70.
package enum CountIdentity {
  private static let sending: [(whole: SendCount, parts: [SendCount])] = [
    (.due, [.sent, .withheld, .dropped, .unsent]), (.sent, [.acknowledged, .rejected, .unknown, .aborted]),
  ]

  private static let settled: [(whole: SendCount, parts: [ReadCount])] = [
    (.acknowledged, [.found, .lost, .trimmed, .unseen]), (.unknown, [.unknownFound, .unknownAbsent, .unknownUnseen]),
    (.aborted, [.abortedHidden, .abortedVisible]),
  ]

  private static let records: [ReadCount] = [
    .found, .unknownFound, .abortedVisible, .phantom, .duplicated, .foreign,
  ]

  /// The identities that do not hold, each as it would be written with its numbers; empty where all hold.
  package static func violations(send: SendCounts, read: ReadCounts?) -> [String] {
    let ofSending = sending.compactMap { identity in
      violation(term(identity.whole, in: send), identity.parts.map { term($0, in: send) })
    }
    guard let read else { return ofSending }
    let ofSettled = settled.compactMap { identity in
      violation(term(identity.whole, in: send), identity.parts.map { term($0, in: read) })
    }
    let ofRecords = violation(term(.read, in: read), records.map { term($0, in: read) })
    return ofSending + ofSettled + [ofRecords].compactMap { $0 }
  }

  private struct Term {
    let name: String
    let number: UInt64
    var text: String { "\(name) \(number)" }
  }

  private static func term<Key: CountKey>(_ key: Key, in counts: Counts<Key>) -> Term {
    Term(name: key.facts.name, number: counts[key])
  }

  private static func violation(_ whole: Term, _ parts: [Term]) -> String? {
    guard whole.number != parts.reduce(0, { $0 &+ $1.number }) else { return nil }
    return "\(whole.text) = " + parts.map(\.text).joined(separator: " + ")
  }
}
