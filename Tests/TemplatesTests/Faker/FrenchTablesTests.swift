import Testing

@testable import Templates

@Suite struct FrenchTablesTests {
  private static let numbers = Dictionary(
    uniqueKeysWithValues: FrenchDepartments.all.records.map { ($0[1], $0[0]) })

  /// A postcode begins with the number of its department; those of Corsica begin with 20.
  @Test func citiesHavePostcodesOfTheirDepartment() throws {
    for city in FrenchCities.all.records {
      let number = try #require(Self.numbers[city[1]], "\(city)")
      #expect(city[2].count == 5 && city[2].isDecimal, "\(city)")
      #expect(city[2].hasPrefix(["2A", "2B"].contains(number) ? "20" : number), "\(city)")
    }
    #expect(Set(FrenchCities.all.column(0)).count == FrenchCities.all.count)
  }

  @Test func departmentsAreInEighteenRegions() {
    #expect(Self.numbers.count == 101)
    #expect(FrenchDepartments.all.distinct(2).count == 18)
    #expect(FrenchDepartments.all.column(0).allSatisfy { (2...3).contains($0.count) })
  }

  @Test func womenAndMenShareNoName() {
    #expect(Set(FrenchNames.women.column(0)).isDisjoint(with: FrenchNames.men.column(0)))
  }
}
