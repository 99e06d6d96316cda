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
    try checkOrder(literals, places)
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
    func wrong(_ remedy: String? = nil) -> ExpressionError {
      ExpressionError(
        "\(quoted(parameter.name)) must be \(parameter.kind.description)", at: place, remedy: remedy)
    }
    switch (parameter.kind, value) {
    case (.integer(let bounds), .integer(let number)):
      guard bounds.contains(number) else {
        throw ExpressionError(
          "\(quoted(parameter.name)) must be \(number < bounds.lowerBound ? "at least" : "at most") "
            + "\(number < bounds.lowerBound ? bounds.lowerBound : bounds.upperBound)", at: place)
      }
    case (.number(let bounds), .integer), (.number(let bounds), .float):
      guard let number = value.number, bounds.contains(number) else {
        throw ExpressionError(
          "\(quoted(parameter.name)) must be between \(bounds.lowerBound) and \(bounds.upperBound)", at: place)
      }
    case (.text, .text), (.boolean, .boolean): break
    case (.list, .text(let text)) where !text.isEmpty:
      // As in Python, where a text is a sequence of characters.
      return .list(text.unicodeScalars.map { .text(String($0)) })
    case (.list, .list(let elements)):
      let isNested = elements.contains { if case .list = $0 { true } else { false } }
      if elements.isEmpty || isNested {
        throw wrong(isNested ? "nested lists are not supported" : "it must have at least one element")
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
      guard RelativeMoment(text) != nil else { throw wrong("units are y, M, w, d, h, m and s") }
    case (.only(let literal), _) where literal == value: break
    default: throw wrong()
    }
    return value
  }

  /// Requires two moments to be in order if they are of one kind, so that their order does not depend on the start of the run.
  private func checkMoments(_ literals: [Literal], _ places: [Range<Int>]) throws(ExpressionError) {
    guard [.dateBetween, .unixTime].contains(function), case .text(let first) = literals[0],
      case .text(let second) = literals[1], let a = RelativeMoment(first), let b = RelativeMoment(second)
    else { return }
    let (start, end) = function == .dateBetween ? (a, b) : (b, a)
    let isComparable =
      switch (start, end) {
      case (.absolute, .absolute), (.offset, .offset), (.offset, .today): true
      default: false
      }
    // A day begins up to a day before the moment.
    guard isComparable, start.seconds(start: 86_399) > end.seconds(start: 86_399) + (end == .today ? 86_399 : 0) else {
      return
    }
    throw ExpressionError(
      "\(function.rawValue)() ends before it starts", at: places[0] == name ? places[1] : places[0],
      remedy: "write the earlier time as the start")
  }

  /// Requires the lower of two bounds not to exceed the upper.
  private func checkOrder(_ literals: [Literal], _ places: [Range<Int>]) throws(ExpressionError) {
    try checkMoments(literals, places)
    guard [.randint, .randomInt].contains(function), case .integer(let low) = literals[0],
      case .integer(let high) = literals[1], low > high
    else { return }
    let names = function.row.parameters.map(\.name)
    throw ExpressionError(
      "\(quoted(names[0])) is greater than \(quoted(names[1]))",
      at: places[0] == name ? places[1] : places[0], remedy: "the first is the minimum, the second the maximum")
  }
}
