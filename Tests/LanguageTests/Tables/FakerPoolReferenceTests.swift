import Testing

@testable import Language

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FakerPoolReferenceTests {
  @Test func thePageHasTheTable() throws {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
    let file = try #require(fopen("\(root)/Scenarios/locales.md", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    #expect(String(decoding: bytes[..<count], as: UTF8.self).contains("\n\(FakerPools.text)"), "make schema writes it")
  }

  @Test(
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (520_042, "520,042"), (1_999_999, "1 million"),
      (17_331_756_000, "17 billion"), (UInt64.max, "over a trillion"),
    ] as [(UInt64, String)]) func amountsAreShort(_ number: UInt64, _ text: String)
  {
    #expect(FakerPools.amount(number) == text)
  }
}
