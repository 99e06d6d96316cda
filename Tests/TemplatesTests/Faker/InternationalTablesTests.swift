import Testing

@testable import Templates

@Suite struct InternationalTablesTests {
  private static let countries = Set(Countries.all.column(0))

  @Test func countriesHaveCodes() {
    #expect(Self.countries.count == Countries.all.count)
    for code in Self.countries {
      #expect(code.count == 2 && code.isCapital, "\(code)")
    }
  }

  @Test func currenciesHaveCodes() {
    for record in Currencies.all.records {
      #expect(record[0].count == 3 && record[0].isCapital, "\(record)")
      #expect(["0", "2", "3"].contains(record[2]), "\(record)")
      // The code of a currency of no single country begins with X; the euro is the exception.
      let country = String(record[0].prefix(2))
      #expect(record[0].hasPrefix("X") || record[0] == "EUR" || Self.countries.contains(country), "\(record)")
    }
    #expect(Set(Currencies.all.column(0)).count == Currencies.all.count)
  }

  /// Kosovo has bank accounts, but only a user-assigned code in ISO 3166-1.
  @Test func bankAccountsAddUp() throws {
    for record in BankAccounts.formats.records {
      #expect(Self.countries.contains(record[0]) || record[0] == "XK", "\(record)")
      let length = try #require(Int(record[1]))
      #expect(length <= 34, "an IBAN has at most 34 characters: \(record)")
      #expect(try Self.length(ofStructure: record[2]) + 4 == length, "\(record)")
    }
    #expect(Set(BankAccounts.formats.column(0)).count == BankAccounts.formats.count)
  }

  @Test(arguments: ["8n", "8!x", "!n", "8!", "8!n3"]) func wrongStructuresAreFound(_ structure: String) {
    #expect(throws: NotAStructure.self) { try Self.length(ofStructure: structure) }
  }

  @Test func domainsAreReserved() {
    let reserved = Domains.hosts.column(0)
    #expect(reserved == ["example.com", "example.net", "example.org"])
    #expect(Domains.mail.column(0).allSatisfy { mail in reserved.contains { mail.hasSuffix(".\($0)") } })
    #expect(Set(Domains.topLevel.column(0)).isSubset(of: ["example", "invalid", "test", "localhost"]))
  }

  private struct NotAStructure: Error {}

  /// The number of characters that a structure such as `4!a6!n8!n` describes.
  private static func length(ofStructure structure: String) throws -> Int {
    var length = 0
    var rest = structure[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard let count = Int(digits), rest.first == "!", let kind = rest.dropFirst().first, "nac".contains(kind) else {
        throw NotAStructure()
      }
      length += count
      rest = rest.dropFirst(2)
    }
    return length
  }
}

extension String {
  fileprivate var isCapital: Bool {
    utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }
}
