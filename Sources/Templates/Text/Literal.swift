/// An argument as it is written.
package indirect enum Literal: Sendable, Equatable {
  case integer(Int64)
  case float(Double)
  case text(String)
  case list([Literal])
  case boolean(Bool)
  case none

  /// The value as Python would write it.
  package var written: String {
    switch self {
    case .integer(let number): String(number)
    case .float(let number): number.description
    case .text(let text): "'\(text)'"
    case .list(let items): "[" + items.map(\.written).joined(separator: ", ") + "]"
    case .boolean(let value): value ? "True" : "False"
    case .none: "None"
    }
  }

  /// The number; nil for other kinds.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    case .text, .list, .boolean, .none: nil
    }
  }
}
