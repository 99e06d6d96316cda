/// What an expression yields, which decides where it may stand and how it may be written.
package enum ValueKind: Sendable, Equatable {
  case integer, float, text, boolean, none, date, dateTime, bytes
  /// One of several kinds, text among them or not.
  case mixed(hasText: Bool)
  /// Of data: text, or as a whole value of JSON whatever the cell is there.
  case cell

  /// Whether JSON may have it outside quotes.
  var isJSONScalar: Bool {
    switch self {
    case .integer, .float, .boolean, .none, .mixed(hasText: false), .cell: true
    case .text, .date, .dateTime, .bytes, .mixed(hasText: true): false
    }
  }

  var isDate: Bool { self == .date || self == .dateTime }

  var isNumber: Bool { self == .integer || self == .float }

  /// In a sentence: "is …".
  package var description: String {
    switch self {
    case .integer: "a whole number"
    case .float: "a number"
    case .text: "text"
    case .boolean: "true or false"
    case .none: "None"
    case .date: "a date"
    case .dateTime: "a date with its time"
    case .bytes: "bytes"
    case .mixed: "of several kinds"
    case .cell: "a cell of data"
    }
  }

  /// Of a list whose elements are to be chosen from.
  init(of elements: [Literal]) {
    let kinds = elements.map { element -> ValueKind in
      switch element {
      case .integer: .integer
      case .float: .float
      case .text, .list: .text
      case .boolean: .boolean
      case .none: .none
      }
    }
    let first = kinds.first ?? .text
    if kinds.allSatisfy({ $0 == first }) {
      self = first
    } else if kinds.allSatisfy(\.isNumber) {
      self = .float
    } else {
      self = .mixed(hasText: kinds.contains(.text))
    }
  }
}
