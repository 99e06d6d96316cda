import Testing

@testable import Templates

@Suite struct AmericanTablesTests {
  private static let states = Dictionary(
    uniqueKeysWithValues: AmericanStates.all.records.map { ($0[0], $0[2]...$0[3]) })

  @Test func citiesHaveZIPCodesOfTheirState() throws {
    for city in AmericanCities.all.records {
      let prefixes = try #require(Self.states[city[1]], "\(city)")
      #expect(city[2].count == 5 && city[2].isDecimal, "\(city)")
      #expect(prefixes.contains(String(city[2].prefix(3))), "\(city)")
    }
  }

  @Test func everyStateHasTenCities() {
    let counts = Dictionary(grouping: AmericanCities.all.column(1)) { $0 }.mapValues(\.count)
    #expect(Set(counts.keys) == Set(Self.states.keys))
    #expect(counts.allSatisfy { $0.value == ($0.key == "DC" ? 1 : 10) })
    #expect(Set(AmericanCities.all.column(2)).count == AmericanCities.all.count)
  }

  @Test func statesShareNoZIPCode() {
    let ranges = Self.states.values.sorted { $0.lowerBound < $1.lowerBound }
    for range in ranges {
      #expect(range.lowerBound.count == 3 && range.upperBound.count == 3)
      #expect((range.lowerBound + range.upperBound).isDecimal)
    }
    for (range, next) in zip(ranges, ranges.dropFirst()) where range.upperBound >= next.lowerBound {
      Issue.record("\(range) overlaps \(next)")
    }
  }

  /// An area code is like 212: it never begins with 0 or 1, and is never a service such as 911.
  @Test func areaCodesAreValid() {
    for record in AmericanTelephones.areaCodes.records {
      #expect(Self.states[record[0]] != nil, "\(record)")
      #expect(record[1].count == 3 && record[1].isDecimal, "\(record)")
      #expect(record[1].first.map { "2"..."9" ~= $0 } == true && !record[1].hasSuffix("11"), "\(record)")
    }
    #expect(Set(AmericanTelephones.areaCodes.column(1)).count == AmericanTelephones.areaCodes.count)
    #expect(Set(AmericanTelephones.areaCodes.column(0)) == Set(Self.states.keys))
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(EnglishNames.women.column(0)).isDisjoint(with: EnglishNames.men.column(0)))
  }

  @Test func wordsAreLowerCase() {
    for word in EnglishWords.all.column(0) {
      #expect(word.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }, "\(word)")
    }
  }
}

extension String {
  /// True if all characters are digits from 0 to 9.
  var isDecimal: Bool {
    utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
