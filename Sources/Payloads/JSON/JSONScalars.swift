/// Checks that text is a JSON number, string, `true`, `false` or `null`.
package struct JSONScalars {
  private let parser = JSONDocument()

  package init() {}

  package func isScalar(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = text.first, let last = text.last, first > 0x20, last > 0x20 else { return false }
    // Most are whole numbers.
    if first != UInt8(ascii: "0") || text.count == 1, text.count < 19,
      text.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    {
      return true
    }
    return first != UInt8(ascii: "{") && first != UInt8(ascii: "[") && parser.fault(in: text) == nil
  }
}
