internal import Scenarios
internal import Templates

/// `${NAME}`, `${NAME:-default}` and `${NAME:?message}` in a scalar's text. `$${` means `${`; every other `$` is
/// itself. Applied once, to the text that YAML yields; variables inside the value of a variable are not replaced.
struct Interpolation {
  enum Part: Equatable {
    case literal(String)
    case variable(Variable)
  }

  struct Variable: Equatable {
    enum Unset: Equatable {
      case error
      /// The text to take instead.
      case fallback(String)
      /// The text to report.
      case message(String)
    }

    var name: String
    var whenUnset: Unset
    /// In scalars of the text, braces included.
    var offsets: Range<Int>
  }

  /// An error between the braces.
  struct SyntaxError: Error, Equatable {
    var reason: String
    var remedy: String?
    var offsets: Range<Int>
    /// The text ends before the braces close.
    var isOpen = false
  }

  private(set) var parts: [Part] = []
  private(set) var errors: [SyntaxError] = []

  /// True if the text may have a variable.
  static func isIn(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "$")) && text.contains("${") }

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var literal = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let rest = scalars[index...]
      if rest.starts(with: "$${".unicodeScalars) {
        literal.append(contentsOf: "${".unicodeScalars)
        index += 3
      } else if rest.starts(with: "${".unicodeScalars) {
        if !literal.isEmpty { parts.append(.literal(String(literal))) }
        literal = String.UnicodeScalarView()
        guard let close = rest.firstIndex(of: "}") else {
          errors.append(
            SyntaxError(
              reason: "has no \"}\"", remedy: "close it, or write $${ for the characters themselves",
              offsets: index..<scalars.count, isOpen: true))
          return
        }
        do throws(SyntaxError) {
          parts.append(.variable(try Self.variable(scalars[(index + 2)..<close], at: index..<close + 1)))
        } catch {
          errors.append(error)
        }
        index = close + 1
      } else {
        literal.append(scalars[index])
        index += 1
      }
    }
    if !literal.isEmpty { parts.append(.literal(String(literal))) }
  }

  /// The name, if the whole text is `${NAME}`.
  var onlyVariable: String? {
    guard parts.count == 1, case .variable(let variable)? = parts.first, variable.whenUnset == .error else {
      return nil
    }
    return variable.name
  }

  private static func variable(
    _ inner: ArraySlice<Unicode.Scalar>, at offsets: Range<Int>
  ) throws(SyntaxError) -> Variable {
    let name = inner.prefix { Identifier.isPart($0) }
    let rest = String(String.UnicodeScalarView(inner.dropFirst(name.count)))
    let text = String(String.UnicodeScalarView(name))
    guard Identifier.isName(text) else {
      throw SyntaxError(
        reason: "does not name a variable", remedy: "a name has letters, digits and _, and does not begin with a digit",
        offsets: offsets)
    }
    if rest.isEmpty { return Variable(name: text, whenUnset: .error, offsets: offsets) }
    let argument = String(rest.dropFirst(2))
    if rest.hasPrefix(":-") || rest.hasPrefix(":?"), argument.contains("${") {
      throw SyntaxError(
        reason: "contains another variable", remedy: "variables cannot be nested", offsets: offsets)
    }
    if rest.hasPrefix(":-") { return Variable(name: text, whenUnset: .fallback(argument), offsets: offsets) }
    if rest.hasPrefix(":?") { return Variable(name: text, whenUnset: .message(argument), offsets: offsets) }
    let remedy =
      rest.first == "-" ? "write ${\(text):\(rest)}" : "write ${\(text)}, ${\(text):-default} or ${\(text):?message}"
    throw SyntaxError(reason: "is not a variable", remedy: remedy, offsets: offsets)
  }
}
