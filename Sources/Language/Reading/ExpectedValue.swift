/// The value that a key takes, as a message names it.
enum ExpectedValue: ExpressibleByStringInterpolation, CustomStringConvertible {
  case list
  case text
  /// Text of some form, with an example in quotes.
  case textSuch(as: String)
  case other(String)

  init(stringLiteral text: String) { self = .other(text) }

  var description: String {
    switch self {
    case .list: "a list"
    case .text: "text"
    case .textSuch(let example): "text such as \"\(example)\""
    case .other(let words): words
    }
  }
}
