import FoundationEssentials
import Scenarios
import Testing

@Suite struct NanosecondsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var value: Nanoseconds
    var count: Int64
    var testDescription: String { name }

    init(_ name: String, _ value: Nanoseconds, is count: Int64) {
      self.name = name
      self.value = value
      self.count = count
    }
  }

  @Test(arguments: [
    Case("a literal", 7, is: 7),
    Case("microseconds", .microseconds(5), is: 5_000),
    Case("milliseconds", .milliseconds(5), is: 5_000_000),
    Case("seconds", .seconds(2), is: 2_000_000_000),
    Case("minutes", .minutes(1), is: 60_000_000_000),
    Case("hours", .hours(1), is: 3_600_000_000_000),
    Case("days", .days(1), is: 86_400_000_000_000),
    Case("a sum", .seconds(1) + .milliseconds(1), is: 1_001_000_000),
    Case("a difference below zero", .seconds(1) - .seconds(3), is: -2_000_000_000),
    Case("a multiple", .milliseconds(2) * 3, is: 6_000_000),
    Case("a sum too great", .max - 1 + .seconds(1), is: .max),
    Case("a sum too small", .min + -1, is: .min),
    Case("a difference too great", .seconds(1) - .min, is: .max),
    Case("a difference too small", -2 - .max, is: .min),
    Case("a multiple too great", .days(1) * 1_000_000, is: .max),
    Case("two below zero", .min * -1, is: .max),
    Case("a multiple too small", .days(-1) * 1_000_000, is: .min),
    Case("a greatest multiple below zero", .max * -2, is: .min),
    Case("more seconds than fit", .seconds(.max), is: .max),
    Case("a greater number", Nanoseconds(clamping: UInt64.max), is: .max),
  ]) func arithmetic(_ given: Case) { #expect(given.value.count == given.count) }

  @Test func anOrder() {
    #expect(Nanoseconds.min < -1 && Nanoseconds(-1) < .zero && Nanoseconds.zero < .max)
    #expect(max(Nanoseconds.seconds(1), .milliseconds(999)) == .seconds(1))
  }

  @Test func savedAsABareNumber() throws {
    let saved = try JSONEncoder().encode([Nanoseconds.seconds(30), -1])
    #expect(String(decoding: saved, as: UTF8.self) == "[30000000000,-1]")
    #expect(try JSONDecoder().decode([Nanoseconds].self, from: saved) == [.seconds(30), -1])
  }
}
