internal import Diagnostics

/// Parses and checks the text between the braces.
struct ExpressionParser {
  private var scanner: ExpressionScanner
  /// The range of the placeholder with its braces, in scalars of the template's text.
  private let whole: Range<Int>
  private let written: String
  /// The names of `let:`, with their kinds.
  private let names: [String: ValueKind]
  /// The known names of `vars:`.
  private let variables: [String]
  private let data: DataNames
  /// True in the text of a list's elements.
  private let isElement: Bool

  /// `source` includes the braces; its indices are those of the template's text.
  static func parse(
    _ source: ArraySlice<Unicode.Scalar>, names: [String: ValueKind], variables: [String] = [],
    data: DataNames = .absent, isElement: Bool = false
  ) throws(ExpressionError) -> Expression {
    guard source.count <= ExpressionScanner.longest else {
      throw ExpressionError(
        "this placeholder is longer than \(ExpressionScanner.longest) characters",
        at: source.startIndex..<source.startIndex + 2)
    }
    var parser = ExpressionParser(source, names: names, variables: variables, data: data, isElement: isElement)
    return try parser.expression()
  }

  private init(
    _ source: ArraySlice<Unicode.Scalar>, names: [String: ValueKind], variables: [String], data: DataNames,
    isElement: Bool
  ) {
    scanner = ExpressionScanner(source.dropFirst(2).dropLast(2))
    whole = source.startIndex..<source.endIndex
    written = String(String.UnicodeScalarView(source))
    self.names = names
    self.variables = variables
    self.data = data
    self.isElement = isElement
  }

  private mutating func expression() throws(ExpressionError) -> Expression {
    var expression = Expression(source: .sequence, written: written)
    scanner.skipBlanks()
    var start = scanner.index
    var word = scanner.word()
    if word == "raw", let next = scanner.next, " \t\n".unicodeScalars.contains(next) {
      expression.isRaw = true
      scanner.skipBlanks()
      start = scanner.index
      word = scanner.word()
    }
    expression.source = try source(word, from: start)
    if expression.isRaw, expression.kind(names) == .list {
      throw ExpressionError(
        "\(quoted(word)) is a list, which is never escaped", at: whole, remedy: "write {{\(word)}}")
    }
    while true {
      scanner.skipBlanks()
      if scanner.take(".") {
        expression.steps.append(try method(of: expression))
      } else if scanner.next == "[" {
        expression.steps.append(try slice(of: expression))
      } else {
        break
      }
    }
    if scanner.take(":") { expression.format = try format(of: expression) }
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      let from = scanner.index
      throw ExpressionError(
        "unexpected \(quoted(scanner.rest()))", at: from..<scanner.index,
        remedy: "a value may be followed by .method(), [from:to] or :format")
    }
    return expression
  }

  // MARK: Sources

  private mutating func source(_ word: String, from start: Int) throws(ExpressionError) -> Expression.Source {
    switch word {
    case "seq": return .sequence
    case "due": return .due
    case "stage", "run", "vars", "faker", "random":
      if names[word] == nil || scanner.next == "." { return try member(of: word, from: start) }
    case "data" where scanner.next == "." || scanner.next == "[":
      let path = try scanner.dataPath()
      guard !path.names.isEmpty else { throw unknown(word, from: start) }
      if case .absent = data { return .data(try data.reference(path, written: written, at: whole)) }
      return .data(try data.reference(path, written: written, at: start..<scanner.index))
    case "" where scanner.next == "'" || scanner.next == "\"": return .text(try scanner.string())
    case "index" where isElement: return .index
    case "id" where names[word] == nil: return .id(try idUse(from: start))
    case "unique" where scanner.next == ".": return try unique(from: start)
    default: break
    }
    if names[word] == .list, takeCount() { return .count(word) }
    if names[word] != nil { return .name(word) }
    throw unknown(word, from: start)
  }

  /// The stage of an id: the message's own, or the one in parentheses.
  private mutating func idUse(from start: Int) throws(ExpressionError) -> IDUse {
    if scanner.next == "." {
      var probe = scanner
      _ = probe.take(".")
      let member = probe.word()
      if member == "uuid" || member == "trace" {
        throw ExpressionError(
          "\(quoted("id.\(member)")) is not supported yet", at: start..<probe.index, remedy: "write {{id}}")
      }
    }
    guard scanner.take("(") else { return .own }
    let arguments = try writtenArguments(start..<scanner.index - 1)
    guard arguments.count == 1, arguments[0].name == nil || arguments[0].name == "stage",
      case .text(let name) = arguments[0].value
    else {
      throw ExpressionError(
        "the id of another stage's message is written with the stage's name", at: start..<scanner.index,
        remedy: "write {{id(stage='NAME')}}, or {{id}} for its own")
    }
    return .ofStage(name)
  }

  /// Skips `.count`, and returns whether it comes next.
  private mutating func takeCount() -> Bool {
    var probe = scanner
    guard probe.take("."), probe.word() == "count", probe.next != "(" else { return false }
    scanner = probe
    return true
  }

  private mutating func unique(from start: Int) throws(ExpressionError) -> Expression.Source {
    _ = scanner.take(".")
    var name = scanner.word()
    if ["faker", "random"].contains(name), scanner.take(".") { name += ".\(scanner.word())" }
    let place = start..<scanner.index
    guard let function = FunctionName(unique: name) else {
      let nearest = Suggestion.nearest(to: name, in: UniqueFunction.names)
      throw ExpressionError(
        "unknown function \(quoted("unique.\(name)"))", at: place,
        remedy: nearest.map { "did you mean \"unique.\($0)\"?" }
          ?? "the functions are \(Diagnostic.list(UniqueFunction.names))")
    }
    if isElement {
      throw ExpressionError(
        "unique is not supported in a list", at: place, remedy: "write {{seq}} and {{index}} beside a function")
    }
    let arguments = try arguments(of: function, named: place)
    try UniqueChecking(function: function, arguments: arguments, place: place).check()
    return .unique(function, arguments)
  }

  private mutating func member(of word: String, from start: Int) throws(ExpressionError) -> Expression.Source {
    guard scanner.take(".") else { throw unknown(word, from: start) }
    let memberStart = scanner.index
    let member = scanner.word()
    let name = "\(word).\(member)"
    switch word {
    case "stage" where member == "name": return .stageName
    case "run" where member == "id": return .runID
    case "run" where member == "tag": return .runTag
    case "vars" where Identifier.isName(member): return .variable(member)
    case "faker" where member == "unique" && scanner.next == ".":
      _ = scanner.take(".")
      let function = scanner.word()
      throw ExpressionError(
        "\(quoted("\(name).\(function)")) is written without faker", at: start..<scanner.index,
        remedy: "write unique.\(function)(…)")
    case "faker", "random":
      guard let function = FunctionName(rawValue: name) else {
        throw unknownFunction(name, at: start..<max(scanner.index, memberStart))
      }
      return .call(function, try arguments(of: function, named: start..<scanner.index))
    default: throw unknown(name, from: start)
    }
  }

  private func unknownFunction(_ name: String, at offsets: Range<Int>) -> ExpressionError {
    UnknownFunction(name: name).error(at: offsets)
  }

  /// The error of an unknown first word.
  private func unknown(_ word: String, from start: Int) -> ExpressionError {
    if word == "data" {
      return ExpressionError(
        "\(quoted(written)) does not name a column", at: whole,
        remedy: "write {{data.COLUMN}} or {{data[\"COLUMN\"]}}")
    }
    if word == "index", names.values.contains(.list) {
      return ExpressionError(
        "{{index}} is the number of an element, and this is not in a list", at: whole,
        remedy: "write it in the value of a list in let")
    }
    if let remedy = UnknownFunction.remedy(ofModule: word, scanner) {
      return ExpressionError("unknown placeholder \(quoted(written))", at: whole, remedy: remedy)
    }
    var candidates = ["seq", "stage.name", "run.id", "run.tag", "due", "id"] + names.keys.sorted()
    let isCall = scanner.next == "("
    if isCall { candidates = FunctionName.allCases.map(\.rawValue) }
    let bare = isCall ? FunctionName.allCases.first { $0.rawValue.hasSuffix(".\(word)") }?.rawValue : nil
    let inner = String(String.UnicodeScalarView(scanner.scalars)).trimmed
    let exact = !isCall && variables.contains(word) ? "vars.\(word)" : nil
    let nearest =
      bare ?? exact ?? Suggestion.nearest(to: isCall ? word : inner, in: candidates)
      ?? Suggestion.nearest(to: word, in: candidates)
      ?? (isCall ? nil : Suggestion.nearest(to: word, in: variables).map { "vars.\($0)" })
    let ofData = if case .absent = data { [String]() } else { ["{{data.COLUMN}}"] }
    let known = ["{{seq}}", "{{stage.name}}", "{{run.id}}"] + ofData + names.keys.sorted().map { "{{\($0)}}" }
    return ExpressionError(
      "unknown placeholder \(quoted(written))", at: whole,
      remedy: nearest.map { isCall ? "did you mean \"\($0)\"?" : "did you mean \"{{\($0)}}\"?" }
        ?? "known placeholders are \(Diagnostic.list(known)), and functions such as {{faker.name()}}")
  }

  private mutating func arguments(
    of function: FunctionName, named name: Range<Int>
  ) throws(ExpressionError) -> [Literal] {
    guard scanner.take("(") else {
      let written = scanner.text(name)
      throw ExpressionError("\(quoted(written)) is a function", at: name, remedy: "write \(written)()")
    }
    let written = try writtenArguments(name)
    return try ArgumentChecking(function: function, name: name).literals(of: written)
  }

  /// Up to the closing parenthesis.
  private mutating func writtenArguments(_ name: Range<Int>) throws(ExpressionError) -> [WrittenArgument] {
    var arguments: [WrittenArgument] = []
    while true {
      scanner.skipBlanks()
      if scanner.take(")") { return arguments }
      guard !scanner.isAtEnd else {
        throw ExpressionError("a call is not closed", at: name, remedy: "close it with )")
      }
      let start = scanner.index
      var probe = scanner
      let word = probe.word()
      let nameEnd = probe.index
      probe.skipBlanks()
      var argument = WrittenArgument(name: nil, value: .none, offsets: start..<start, nameOffsets: start..<nameEnd)
      if !word.isEmpty, probe.take("=") {
        argument.name = word
        scanner = probe
        scanner.skipBlanks()
      }
      let valueStart = scanner.index
      // Python's default, a type: the one that is meant by text.
      argument.value = argument.name == "cast_to" && scanner.takeWord("str") ? .text("str") : try scanner.literal()
      argument.offsets = valueStart..<scanner.index
      arguments.append(argument)
      scanner.skipBlanks()
      if scanner.take(",") || scanner.next == ")" { continue }
      if scanner.isAtEnd { continue }
      throw ExpressionError(
        "a comma is missing between arguments", at: scanner.place, remedy: "write , between arguments and ) after them")
    }
  }

  // MARK: Steps and format

  private func holdsText(_ expression: Expression) -> Bool {
    switch expression.kind(names) {
    case .text?, .cell?, .mixed(hasText: true)?, nil: true
    case .integer?, .float?, .boolean?, .none?, .date?, .dateTime?, .bytes?, .mixed(hasText: false)?, .list?: false
    }
  }

  private mutating func method(of expression: Expression) throws(ExpressionError) -> Expression.Step {
    let start = scanner.index
    let name = scanner.word()
    try refuseSteps(of: expression, at: start..<max(scanner.index, start + 1))
    guard let textMethod = TextMethod(rawValue: name) else {
      let methods = TextMethod.allCases.map(\.rawValue)
      let nearest = Suggestion.nearest(to: name, in: methods)
      throw ExpressionError(
        "unknown method \(quoted(name))", at: start..<max(scanner.index, start + 1),
        remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "the methods are \(Diagnostic.list(methods))")
    }
    let place = start..<scanner.index
    guard holdsText(expression) else {
      let kind = expression.kind(names)?.description ?? ""
      throw ExpressionError(
        "\(quoted(name)) is a method of text, but this is \(kind)", at: place,
        remedy: textMethod == .zfill ? "use a format such as :08d" : nil)
    }
    guard scanner.take("(") else {
      throw ExpressionError("\(quoted(name)) is a method", at: place, remedy: "write .\(name)()")
    }
    return try MethodChecking(method: textMethod, place: place).step(of: try writtenArguments(place))
  }

  /// Refuses methods and slices of lists and of unique values.
  private func refuseSteps(of expression: Expression, at place: Range<Int>) throws(ExpressionError) {
    switch expression.source {
    case .name(let name) where names[name] == .list:
      throw ExpressionError(
        "\(quoted(name)) is a list, which has only a count", at: place, remedy: "write {{\(name)}} or {{\(name).count}}"
      )
    case .unique:
      throw ExpressionError(
        "methods and slices can make two unique values the same", at: place,
        remedy: "remove it, or put {{seq}} beside it")
    case .id:
      throw ExpressionError(
        "an id that is changed is not found again", at: place, remedy: "write {{id}} as it is")
    case .sequence, .due, .stageName, .runID, .runTag, .variable, .name, .text, .count, .index, .call, .data, .counter:
      return
    }
  }

  private mutating func slice(of expression: Expression) throws(ExpressionError) -> Expression.Step {
    let start = scanner.index
    try refuseSteps(of: expression, at: start..<start + 1)
    guard holdsText(expression) else {
      throw ExpressionError(
        "a slice is of text, but this is \(expression.kind(names)?.description ?? "")", at: start..<start + 1)
    }
    _ = scanner.take("[")
    let from = try bound()
    guard scanner.take(":") else {
      throw ExpressionError(
        "a slice needs a colon", at: scanner.place,
        remedy: from.map { "write [\($0):\($0 + 1)]" } ?? "for example [:8]")
    }
    let to = try bound()
    guard scanner.take("]") else {
      throw ExpressionError("a slice is not closed", at: start..<start + 1, remedy: "for example [:8]")
    }
    return .slice(from: from, to: to)
  }

  private mutating func bound() throws(ExpressionError) -> Int? {
    scanner.skipBlanks()
    defer { scanner.skipBlanks() }
    guard let next = scanner.next, next == "-" || ("0"..."9").contains(next) else { return nil }
    let start = scanner.index
    guard case .integer(let number) = try scanner.literal(), abs(number.clamped) < 1 << 30 else {
      throw ExpressionError("the bounds of a slice must be whole numbers", at: start..<scanner.index)
    }
    return Int(number)
  }

  private mutating func format(of expression: Expression) throws(ExpressionError) -> Expression.Format {
    let start = scanner.index
    let text = scanner.rest()
    if case .id = expression.source {
      throw ExpressionError(
        "an id that is changed is not found again", at: start..<max(scanner.index, start + 1),
        remedy: "write {{id}} as it is")
    }
    let format = try FormatChecking(
      kind: expression.kind(names) ?? .text, isDue: expression.source == .due, start: start
    ).format(text)
    if case .unique(let function, let arguments) = expression.source {
      try UniqueChecking(function: function, arguments: arguments, place: whole)
        .check(format, at: start..<max(scanner.index, start + 1))
    }
    return format
  }
}

extension Int64 {
  /// The number, but the maximum for the minimum, whose magnitude does not fit.
  fileprivate var clamped: Int64 { self == .min ? .max : self }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let blanks = " \t\r\n"
    let front = drop { blanks.contains($0) }
    return String(front.reversed().drop { blanks.contains($0) }.reversed())
  }
}
