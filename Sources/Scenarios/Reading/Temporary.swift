struct Fraction: Equatable, Sendable { var numerator: UInt64; var denominator: UInt64 }
extension Quantity {
  static func size(_ text: String) throws(QuantityFault) -> UInt64 {
    try Quantity.count(String(text.prefix { $0.isNumber }))
  }
  static func ratio(_ text: String) throws(QuantityFault) -> Fraction {
    Fraction(numerator: try Quantity.count(String(text.prefix { $0.isNumber })), denominator: 100)
  }
}
