/// The record of what was read in one sink, whatever it means: which of it is found, stray or a phantom is known only when sending has
/// ended and everything was read, and `SinkAccounting` says it then.
///
/// A message is a bit; a second record of it takes 2 bits of each message near it, and more of them 4, 8 and so on. Counts are exact.
///
/// Not thread-safe: it belongs to one serial queue, that of the sink's reader.
package final class SinkLedger {
  /// A record of a message, compared with those before it.
  package enum Noted: Sendable, Equatable {
    case first
    /// Beyond the first, and within the copies that each message must have.
    case copy
    /// Beyond the first and the copies.
    case repeated
  }

  /// The position of a record in a topic.
  package struct Position: Sendable, Equatable {
    package var partition: Int32
    package var offset: Int64

    package init(partition: Int32, offset: Int64) {
      self.partition = partition
      self.offset = offset
    }
  }

  /// A record that may be shown, if what it is taken for turns out to be true.
  struct Witness: Sendable, Equatable {
    var kind: Anomaly.Kind
    var rank: Int
    var n: UInt64
    var position: Position?
    var detail: String?
  }

  /// The records with the ids of one stage.
  private struct Book: ~Copyable {
    var seen = PagedBitmap()
    /// Records beyond the first, by message.
    var more = PagedCounter()
    var corrupted = PagedCounter()
    var invalid = PagedCounter()
    /// Records in all.
    var records: UInt64 = 0
  }

  /// Witnesses of each kind that are kept.
  static let witnessLimit = 10

  private let copies: UInt64
  /// By the rank of the stage whose ids they are.
  private let books: FixedArray<Book>
  /// Ids that are of no message of this run.
  package private(set) var foreign: UInt64 = 0
  /// Ids in all, foreign ones included.
  package private(set) var read: UInt64 = 0
  private var repeated = SpreadSample<Witness>(limit: witnessLimit)
  private var corrupted = SpreadSample<Witness>(limit: witnessLimit)
  private var invalid = SpreadSample<Witness>(limit: witnessLimit)

  /// - Parameters:
  ///   - ranks: stages that have ids.
  ///   - copies: records that each message must have, at least 1.
  package init(ranks: Int, copies: Int = 1) {
    self.copies = UInt64(max(copies, 1))
    books = FixedArray(count: ranks) { _ in Book() }
  }

  // MARK: From the reader

  /// Notes a record with the id of message n of the stage at `rank`, which has such a message.
  @discardableResult
  package func note(rank: Int, n: UInt64, at position: Position? = nil) -> Noted {
    read += 1
    books[rank].records += 1
    if books[rank].seen.insert(n) { return .first }
    guard books[rank].more.increment(n) >= copies else { return .copy }
    repeated.offer(Witness(kind: .duplicated, rank: rank, n: n, position: position))
    return .repeated
  }

  /// Notes that a record which was noted has fields that are not those sent; `detail` says which, with both values.
  package func noteCorrupted(rank: Int, n: UInt64, at position: Position? = nil, detail: @autoclosure () -> String?) {
    _ = books[rank].corrupted.increment(n)
    corrupted.offer(Witness(kind: .corrupted, rank: rank, n: n, position: position, detail: detail()))
  }

  /// Notes that a record which was noted is not of the sink's format, or not valid by its schema.
  package func noteInvalid(rank: Int, n: UInt64, at position: Position? = nil, detail: @autoclosure () -> String?) {
    _ = books[rank].invalid.increment(n)
    invalid.offer(Witness(kind: .invalid, rank: rank, n: n, position: position, detail: detail()))
  }

  /// Notes an id of another run, one that no message of this run has, or a record without any.
  package func noteForeign() {
    read += 1
    foreign += 1
  }

  /// Forgets everything: another reading of the whole sink takes the place of this one.
  package func beginAnew() {
    for rank in 0..<books.count { books[rank] = Book() }
    (foreign, read) = (0, 0)
    repeated = SpreadSample(limit: Self.witnessLimit)
    corrupted = SpreadSample(limit: Self.witnessLimit)
    invalid = SpreadSample(limit: Self.witnessLimit)
  }

  // MARK: What was read

  package var ranks: Int { books.count }

  /// True where a record of message n of the stage at `rank` was read.
  package func contains(rank: Int, n: UInt64) -> Bool { books[rank].seen.contains(n) }

  /// Records of message n of the stage at `rank`.
  package func records(rank: Int, n: UInt64) -> UInt64 {
    contains(rank: rank, n: n) ? 1 + books[rank].more.value(n) : 0
  }

  /// Messages of the stage at `rank` of which a record was read.
  package func messages(rank: Int) -> UInt64 { books[rank].seen.count }

  /// Messages of `expected` of which no record was read; a few counts of words, whatever their number.
  package func absent(of expected: borrowing PagedBitmap, rank: Int) -> UInt64 {
    expected.count - expected.countInBoth(books[rank].seen)
  }

  /// Records of all messages of the stage at `rank`.
  package func records(rank: Int) -> UInt64 { books[rank].records }

  /// Calls `body` with each message of the stage at `rank` that was read, in ascending order.
  func forEachMessage(rank: Int, _ body: (UInt64) -> Void) { books[rank].seen.forEach(body) }

  /// True where a record of the stage at `rank` was corrupted or invalid.
  func hasFaults(rank: Int) -> Bool { !books[rank].corrupted.isEmpty || !books[rank].invalid.isEmpty }

  func corrupted(rank: Int, n: UInt64) -> UInt64 { books[rank].corrupted.value(n) }

  func invalid(rank: Int, n: UInt64) -> UInt64 { books[rank].invalid.value(n) }

  /// Some of the records that were repeated, corrupted or invalid when they were read, with their positions.
  var witnesses: [Witness] { repeated.kept + corrupted.kept + invalid.kept }

  /// Bytes held for messages.
  package var memory: Int {
    (0..<books.count).reduce(0) { sum, rank in
      sum + books[rank].seen.memory + books[rank].more.memory + books[rank].corrupted.memory
        + books[rank].invalid.memory
    }
  }
}
