import Glibc
import Testing

@testable import Language

/// The page of the language has the table of functions word for word.
@Suite struct FunctionReferenceTests {
  @Test func thePageHasTheTable() throws {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
    let file = try #require(fopen("\(root)/Scenarios/functions.md", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = fread(&bytes, 1, bytes.count, file)
    let page = String(decoding: bytes[..<count], as: UTF8.self)
    #expect(page.contains("\n\(FunctionReference.text)"), "make schema writes it")
  }
}
