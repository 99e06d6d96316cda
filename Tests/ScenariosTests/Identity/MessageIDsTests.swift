import Scenarios
import Templates
import Testing

@Suite struct MessageIDsTests {
  private static let run = "0d6vq3mzk1x8t"

  private static func ids(_ counts: [UInt64?], run: String = run) throws -> MessageIDs {
    try MessageIDs(run: run, carriers: counts.enumerated().map { .init(stage: $0.offset * 2 + 1, count: $0.element) })
  }

  struct Form: CustomTestStringConvertible, Sendable {
    var name: String
    var count: UInt64?
    var length: Int
    var testDescription: String { name }
  }

  static let forms = [
    Form(name: "no message", count: 0, length: 10),
    Form(name: "one message", count: 1, length: 10),
    Form(name: "as many as a digit has", count: 36, length: 10),
    Form(name: "one more", count: 37, length: 11),
    Form(name: "as many as three digits have", count: 46_656, length: 12),
    Form(name: "a million", count: 1_000_000, length: 13),
    Form(name: "as many as 32 bits with a sign have", count: 2_147_483_648, length: 15),
    Form(name: "the most", count: 2_176_782_336, length: 15),
    Form(name: "not known", count: nil, length: 15),
  ]

  @Test(arguments: forms) func theLengthIsThatOfTheGreatestNumber(_ form: Form) throws {
    let ids = try Self.ids([form.count])
    let limit = form.count ?? 2_176_782_336
    #expect(ids.form(0).length == form.length && ids.form(0).limit == limit)
    let numbers: [UInt64] =
      [0, 1, 35, 36, 4711, 1_679_615, 1_679_616, limit / 2].filter { $0 < limit } + (limit > 0 ? [limit - 1] : [])
    for n in numbers {
      let text = ids.text(rank: 0, n)
      #expect(text.utf8.count == form.length && text.utf8.count <= 15)
      #expect(text.first == "r" && text.hasPrefix(ids.tag.text))
      #expect(text.utf8.allSatisfy { 48...57 ~= $0 || 97...122 ~= $0 }, "\(text)")
      #expect(ids.read(text) == .message(rank: 0, n: n))
    }
  }

  @Test func everyStageHasItsOwn() throws {
    let ids = try Self.ids(Array(repeating: 5000, count: 36))
    var texts: Set<String> = []
    for rank in 0..<36 {
      #expect(ids.rank(ofStage: rank * 2 + 1) == rank && ids.rank(ofStage: rank * 2) == nil)
      for n: UInt64 in [0, 17, 4999] {
        texts.insert(ids.text(rank: rank, n))
        #expect(ids.read(ids.text(rank: rank, n)) == .message(rank: rank, n: n))
      }
    }
    #expect(texts.count == 36 * 3)
  }

  @Test func whatIsTooMuchIsSaid() {
    #expect(throws: MessageIDs.Excess.stages(37)) { try Self.ids(Array(repeating: 1, count: 37)) }
    #expect(throws: MessageIDs.Excess.messages(stage: 3, 2_176_782_337)) { try Self.ids([1, 2_176_782_337]) }
  }

  /// Texts that are no id of the run, and what they are.
  @Test func otherTextsAreRefused() throws {
    let ids = try Self.ids([1000, 50])
    let id = ids.text(rank: 0, 999)
    let another = try Self.ids([1000], run: "0d6vq3mzk1x8v")
    let longer = try Self.ids([100_000])
    let greater = try Self.ids([1200])
    let cases: [(name: String, text: String, reading: MessageIDs.Reading)] = [
      ("an id", id, .message(rank: 0, n: 999)),
      ("nothing", "", .noID),
      ("the tag alone", ids.tag.text, .noID),
      ("a word", "processed-at-once", .noID),
      ("upper case", id.uppercased(), .noID),
      ("a space behind it", id + " ", .noID),
      ("a space before it", " " + id, .noID),
      ("a letter before it", "x" + id, .noID),
      ("not ASCII", String(id.dropLast()) + "é", .noID),
      ("a zero byte", String(id.dropLast()) + "\0", .noID),
      ("too long for any", id + "0000000", .noID),
      ("too short for any", String(id.prefix(9)), .noID),
      ("another run's", another.text(rank: 0, 999), .anotherRun),
      ("the length of another count", longer.text(rank: 0, 999), .impossible),
      ("a character more", id + "0", .impossible),
      ("a character less", String(id.dropLast()), .impossible),
      ("a number that the stage does not have", greater.text(rank: 0, 1000), .impossible),
      ("a stage that has none", try Self.ids([1, 1, 50]).text(rank: 2, 0), .impossible),
      ("the length of fewer messages", try Self.ids([20]).text(rank: 0, 19), .impossible),
    ]
    for (name, text, reading) in cases {
      #expect(ids.read(text) == reading, "\(name)")
      #expect(ids.read(text).isForeign == (name != "an id"), "\(name)")
    }
  }

  @Test func tagsOfRunsDiffer() {
    // All that differs is a character, as between two runs of one second.
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var tags: Set<String> = []
    for first in alphabet { for second in alphabet { tags.insert(RunTag(run: "0d6vq3mzk1x\(first)\(second)").text) } }
    #expect(tags.count == 1024)
    #expect(tags.allSatisfy { $0.utf8.count == 7 && $0.first == "r" })
    #expect(RunTag(run: Self.run) == RunTag(run: Self.run))
    // Every character of the tag takes every value.
    for place in 1..<7 { #expect(Set(tags.map { Array($0)[place] }).count == 36, "character \(place)") }
  }

  /// Every id with one wrong character, and with two neighbours that changed places, of every number of digits.
  @Test(arguments: [1, 36, 1000, 46_656, 1_000_000, 60_000_000, 2_176_782_336] as [UInt64])
  func everySlipIsSeen(_ count: UInt64) throws {
    let ids = try Self.ids(Array(repeating: count, count: 36))
    let characters = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    var random = SystemRandomNumberGenerator()
    var tried = 0
    for _ in 0..<60 {
      let (rank, n) = (Int.random(in: 0..<36, using: &random), UInt64.random(in: 0..<count, using: &random))
      let id = Array(ids.text(rank: rank, n).utf8)
      for place in id.indices {
        for character in characters where character != id[place] {
          var wrong = id
          wrong[place] = character
          let reading = wrong.withUnsafeBytes { ids.read($0) }
          let expected: MessageIDs.Reading = place == 0 ? .noID : place < 7 ? .anotherRun : .impossible
          #expect(reading == expected, "\(String(decoding: id, as: UTF8.self)) \(place)")
          tried += 1
        }
        guard place > 0, id[place - 1] != id[place] else { continue }
        var wrong = id
        wrong.swapAt(place - 1, place)
        #expect(wrong.withUnsafeBytes { ids.read($0) }.isForeign, "\(String(decoding: id, as: UTF8.self)) \(place)")
      }
    }
    #expect(tried > 60 * 9 * 35)
  }
}
