internal import Diagnostics

/// An argument as it is written in a call.
struct WrittenArgument {
  var name: String?
  var value: Literal
  /// The ranges of the value and of the name before it, in scalars of the template's text.
  var offsets: Range<Int>
  var nameOffsets: Range<Int>
}

/// Checks the arguments of a call by the parameters of its function.
struct ArgumentChecking {
  let function: FunctionName
  /// The range of the function's name.
  let name: Range<Int>

  /// One value for each parameter, in their order.
  func literals(of written: [WrittenArgument]) throws(ExpressionError) -> [Literal] {
    let parameters = function.row.parameters
    var values = parameters.map(\.fallback)
    var places: [Range<Int>] = parameters.map { _ in name }
    var given: Set<Int> = []
    var isNamed = false
    for (position, argument) in written.enumerated() {
      let index = try index(of: argument, at: position, isNamed: isNamed)
      isNamed = isNamed || argument.name != nil
      guard given.insert(index).inserted else {
        throw ExpressionError(
          "\(quoted(parameters[index].name)) is given twice",
          at: argument.name == nil ? argument.offsets : argument.nameOffsets)
      }
      values[index] = argument.value
      places[index] = argument.offsets
    }
    var literals: [Literal] = []
    for (index, parameter) in parameters.enumerated() {
      guard let value = values[index] else {
        throw ExpressionError(
          "\(quoted(parameter.name)) is missing in \(function.rawValue)()", at: name,
          remedy: "for example \(function.row.sample)")
      }
      literals.append(try checked(value, parameter, literals, at: places[index]))
    }
    try OrderChecking(function: function, name: name, literals: literals, places: places).check()
    return literals
  }

  private func index(
    of argument: WrittenArgument, at position: Int, isNamed: Bool
  ) throws(ExpressionError) -> Int {
    let parameters = function.row.parameters
    let names = parameters.map(\.name)
    if let name = argument.name {
      if let index = names.firstIndex(of: name) { return index }
      let nearest = Suggestion.nearest(to: name, in: names)
      let list = names.isEmpty ? "it takes no arguments" : "its arguments are \(Diagnostic.list(names))"
      throw ExpressionError(
        "\(function.rawValue)() has no argument \(quoted(name))", at: argument.nameOffsets,
        remedy: nearest.map { "did you mean \"\($0)\"?" } ?? list)
    }
    if isNamed {
      throw ExpressionError(
        "an argument without a name follows one with a name", at: argument.offsets, remedy: "write its name")
    }
    guard position < parameters.count else {
      throw ExpressionError(
        parameters.isEmpty
          ? "\(function.rawValue)() takes no arguments"
          : "\(function.rawValue)() takes at most \(Plural.count(parameters.count, "argument"))",
        at: argument.offsets, remedy: names.isEmpty ? nil : "they are \(Diagnostic.list(names))")
    }
    return position
  }

  private func checked(
    _ value: Literal, _ parameter: Parameter, _ before: [Literal], at place: Range<Int>
  ) throws(ExpressionError) -> Literal {
    try checked(value, quoted(parameter.name), parameter.kind, before, at: place)
  }

  private func checked(
    _ value: Literal, _ name: String, _ kind: Parameter.Kind, _ before: [Literal], at place: Range<Int>
  ) throws(ExpressionError) -> Literal {
    func wrong(_ remedy: String? = nil) -> ExpressionError {
      ExpressionError("\(name) must be \(kind.description)", at: place, remedy: remedy ?? kind.remedy)
    }
    switch (kind, value) {
    case (.integer(let bounds), .integer(let number)):
      guard bounds.contains(number) else {
        throw ExpressionError(
          "\(name) must be \(number < bounds.lowerBound ? "at least" : "at most") "
            + "\(number < bounds.lowerBound ? bounds.lowerBound : bounds.upperBound)", at: place)
      }
    case (.number(let bounds), .integer), (.number(let bounds), .float):
      guard let number = value.number, bounds.contains(number) else {
        throw ExpressionError("\(name) must be between \(bounds.lowerBound) and \(bounds.upperBound)", at: place)
      }
    case (.text, .text), (.boolean, .boolean): break
    case (.nonEmptyText, .text(let text)) where !text.isEmpty: break
    case (.character, .text(let text)) where text.unicodeScalars.count == 1: break
    case (.currency, .text(let code)) where Currencies.all.column(0).contains(code): break
    case (.list, .text(let text)) where !text.isEmpty:
      // As in Python, where a text is a sequence of characters.
      return .list(text.unicodeScalars.map { .text(String($0)) })
    case (.list, .list(let elements)):
      let isNested = elements.contains { if case .list = $0 { true } else { false } }
      if elements.isEmpty || isNested {
        throw wrong(isNested ? "nested lists are not supported" : "it must have at least one element")
      }
    case (.words, .list(let elements)):
      let words = elements.compactMap { if case .text(let text) = $0 { text } else { nil } }
      guard !words.isEmpty, words.count == elements.count else { throw wrong() }
      guard words.allSatisfy({ !$0.isEmpty && $0.utf8.count <= FakerTable.longestEntry }) else {
        throw wrong("a word has 1 to \(FakerTable.longestEntry) bytes")
      }
    case (.weights, .none): break
    case (.weights, .list(let elements)):
      let numbers = elements.compactMap(\.number)
      guard case .list(let population)? = before.last, numbers.count == elements.count,
        numbers.allSatisfy({ $0 >= 0 && $0 <= 1e15 }), numbers.contains(where: { $0 > 0 })
      else { throw wrong("no weight may be below 0, and one must be above 0") }
      guard population.count == numbers.count else {
        throw ExpressionError(
          "there \(Plural.form(population.count, "is", "are")) \(Plural.count(population.count, "element")) and "
            + Plural.count(numbers.count, "weight"), at: place,
          remedy: "write one weight per element")
      }
    case (.moment, .text(let text)):
      guard RelativeMoment(text) != nil else { throw wrong() }
    case (.zone, .text(let text)):
      guard ZoneOffset.seconds(text) != nil else {
        throw wrong(text.contains("/") ? "write the zone's offset, such as '+02:00': summer time is not known" : nil)
      }
    case (.pattern, .text(let text)):
      guard TimePattern.unknownDirective(in: text) == nil else { throw wrong() }
    case (.choice(let texts), .text(let text)):
      guard texts.contains(text) else {
        throw wrong(Suggestion.nearest(to: text, in: texts).map { "did you mean '\($0)'?" })
      }
    case (.optional, .none): break
    case (.optional(let kind), _): return try checked(value, name, kind, before, at: place)
    case (.only(let literal), _) where literal == value: break
    case (.unsupported(let literal, _), _) where literal == value: break
    default: throw wrong()
    }
    return value
  }
}
