/// The kind of an expression's value, which decides where it is allowed and which formats it has.
package enum ValueKind: Sendable, Equatable {
  case integer, float, text, boolean, none, date, dateTime, bytes
  /// One of several kinds, with text among them or not.
  case mixed(hasText: Bool)
  /// A cell of data: text, or whatever the cell is as a whole JSON value.
  case cell
  /// A list of `let:`, which is a whole JSON value or elements in XML.
  case list

  /// True if JSON allows it outside quotes.
  var isJSONScalar: Bool {
    switch self {
    case .integer, .float, .boolean, .none, .mixed(hasText: false), .cell: true
    case .text, .date, .dateTime, .bytes, .mixed(hasText: true), .list: false
    }
  }

  var isDate: Bool { self == .date || self == .dateTime }

  var isNumber: Bool { self == .integer || self == .float }

  /// The kind in a sentence: "is …".
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
    case .list: "a list"
    }
  }

  /// The kind of an element chosen from a list.
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
