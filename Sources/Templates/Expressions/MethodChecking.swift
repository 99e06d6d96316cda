internal import Diagnostics

/// Checks the call of a method of text.
struct MethodChecking {
  let method: TextMethod
  let place: Range<Int>

  private var name: String { method.rawValue }

  func step(of arguments: [WrittenArgument]) throws(ExpressionError) -> Expression.Step {
    if let named = arguments.first(where: { $0.name != nil }) {
      throw ExpressionError(
        "\(quoted(name)) takes no named arguments", at: named.nameOffsets, remedy: "write the value without a name")
    }
    let allowed = method.arguments
    let most = allowed.upperBound
    guard allowed.contains(arguments.count) else {
      let place = arguments.count > most ? arguments[most].offsets : place
      let wanted = most == 0 ? "no arguments" : Plural.count(most, "argument")
      throw ExpressionError("\(quoted(name)) takes \(wanted)", at: place)
    }
    switch method {
    case .upper: return .upper
    case .lower: return .lower
    case .title: return .title
    case .capitalize: return .capitalize
    case .strip:
      guard let argument = arguments.first else { return .strip(nil) }
      return .strip(try text(argument))
    case .replace:
      let old = try text(arguments[0])
      guard !old.isEmpty else { throw ExpressionError("the text to replace is empty", at: arguments[0].offsets) }
      return .replace(old, by: try text(arguments[1]))
    case .zfill:
      guard case .integer(let width) = arguments[0].value, (0...4096).contains(width) else {
        throw ExpressionError("\(quoted(name)) takes a whole number from 0 to 4096", at: arguments[0].offsets)
      }
      return .zfill(Int(width))
    }
  }

  private func text(_ argument: WrittenArgument) throws(ExpressionError) -> String {
    guard case .text(let text) = argument.value else {
      throw ExpressionError("\(quoted(name)) takes text", at: argument.offsets, remedy: "put quotes around it")
    }
    return text
  }
}
