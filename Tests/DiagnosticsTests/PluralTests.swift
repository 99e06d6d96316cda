import Diagnostics
import Testing

@Suite struct PluralTests {
  @Test(arguments: [(0, "0 messages"), (1, "1 message"), (2, "2 messages"), (1_000_000, "1000000 messages")])
  func aNounAgreesWithItsNumber(_ count: Int, _ expected: String) {
    #expect(Plural.count(count, "message") == expected)
  }

  @Test func anotherPlural() {
    #expect([0, 1, 2].map { Plural.count($0, "entry", "entries") } == ["0 entries", "1 entry", "2 entries"])
    #expect([0, 1, 2].map { Plural.form($0, "is", "are") } == ["are", "is", "are"])
    #expect(Plural.count(UInt64.max, "byte") == "18446744073709551615 bytes")
  }
}
