/// The names that templates, variables and columns may have: letters, digits and `_`, not beginning with a digit.
package enum Identifier {
  package static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.isASCII && isAlphanumeric(UInt8(truncatingIfNeeded: scalar.value))
  }

  package static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy(isPart)
  }

  package static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
