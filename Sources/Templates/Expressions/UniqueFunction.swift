internal import Diagnostics

/// The functions whose values can be counted, none of them twice, so that `unique` can give each message another one.
enum UniqueFunction {
  /// The way in which the values of a function are counted.
  enum Kind: Sendable {
    /// One number is drawn: a whole number, or a day.
    case number
    /// The elements of the first argument.
    case elements
    /// A pattern of digits, of letters, or of both.
    case numerify, lexify, bothify
    /// The different entries of a list.
    case list(FakerList)
    /// The formats of whole names.
    case name
    /// Digits with a check digit behind them.
    case ean13, ean8
    /// Numbers of social security.
    case socialSecurity
    /// Random bits, so many that two are never the same.
    case random
  }

  static let kinds: [FunctionName: Kind] = [
    .randint: .number, .randomInt: .number, .pyint: .number, .randomDigit: .number, .randomDigitNotNull: .number,
    .randomDigitAboveTwo: .number, .portNumber: .number,
    .choice: .elements, .choices: .elements, .randomElement: .elements, .randomElements: .elements,
    .numerify: .numerify, .lexify: .lexify, .bothify: .bothify,
    .firstName: .list(.firstName), .firstNameFemale: .list(.firstNameFemale), .firstNameMale: .list(.firstNameMale),
    .lastName: .list(.lastName), .name: .name, .nameFemale: .name, .nameMale: .name,
    .city: .list(.city), .state: .list(.state), .country: .list(.country), .countryCode: .list(.countryCode),
    .currencyCode: .list(.currencyCode), .job: .list(.job), .colorName: .list(.colorName), .word: .list(.words),
    .dateBetween: .number, .dateBetweenDates: .number, .dateObject: .number, .dateOfBirth: .number,
    .passportDob: .number, .pastDate: .number, .futureDate: .number,
    .dateThisMonth: .number, .dateThisYear: .number, .dateThisDecade: .number, .dateThisCentury: .number,
    .ean13: .ean13, .ean8: .ean8, .ssn: .socialSecurity, .cpf: .socialSecurity,
    .uuid4: .random,
  ]

  /// The names without `faker.` and `random.`, as they are written after `unique.`.
  static let names: [String] = FunctionName.allCases.filter { kinds[$0] != nil }.map(\.bare)
}

extension FunctionName {
  /// The name without its module.
  var bare: String { String(rawValue.drop { $0 != "." }.dropFirst()) }

  /// The function of a name that is written after `unique.`, with or without its module.
  init?(unique name: String) {
    guard let function = Self(rawValue: name) ?? Self(rawValue: "faker.\(name)") ?? Self(rawValue: "random.\(name)")
    else { return nil }
    self = function
  }
}

/// Checks that no two values of a call are the same, and that its format keeps them apart.
struct UniqueChecking {
  let function: FunctionName
  let arguments: [Literal]
  /// The range of `unique.` and the function's name.
  let place: Range<Int>

  private var name: String { "unique.\(function.bare)()" }

  func check() throws(ExpressionError) {
    guard let kind = UniqueFunction.kinds[function] else {
      throw ExpressionError(
        "the values of \(function.rawValue)() cannot be counted, so it cannot be unique", at: place,
        remedy: "put {{seq}} beside \(function.rawValue)()")
    }
    switch kind {
    case .elements: try checkElements()
    case .numerify: try checkPattern("!@")
    case .bothify: try checkPattern("!@")
    case .list: try checkOwn()
    case .socialSecurity:
      guard function == .cpf || arguments.first == .text("SSN") else {
        throw wrongArgument("taxpayer_identification_number_type")
      }
    case .ean13:
      guard arguments.last == Literal.none else { throw wrongArgument("leading_zero") }
    case .number, .lexify, .name, .ean8, .random: break
    }
  }

  /// Words and codes other than those of the list.
  private func checkOwn() throws(ExpressionError) {
    if function == .word, arguments.contains(where: { if case .list = $0 { true } else { false } }) {
      throw ExpressionError(
        "\(name) takes no words of its own", at: place, remedy: "write unique.choice(['a', 'b'])")
    }
    if function == .countryCode, arguments.first != .text("alpha-2") { throw wrongArgument("representation") }
  }

  private func wrongArgument(_ argument: String) -> ExpressionError {
    ExpressionError("\(name) cannot have another \(quoted(argument))", at: place, remedy: "leave it out")
  }

  private func checkElements() throws(ExpressionError) {
    guard case .list(let elements)? = arguments.first else { return }
    if function == .choices, arguments.count > 1, case .list = arguments[1] {
      throw ExpressionError(
        "\(name) uses each element as often as the others, so it cannot have weights", at: place,
        remedy: "remove the weights")
    }
    let texts = elements.map(\.unescaped)
    var seen: Set<String> = []
    if let twin = texts.first(where: { !seen.insert($0).inserted }) {
      throw ExpressionError(
        "two elements of \(name) are both \(quoted(twin))", at: place, remedy: "remove one of them")
    }
  }

  private func checkPattern(_ optional: String) throws(ExpressionError) {
    guard case .text(let pattern)? = arguments.first, let found = pattern.first(where: { optional.contains($0) }) else {
      return
    }
    throw ExpressionError(
      "\(quoted(String(found))) can draw nothing, so that two values of \(name) could be the same", at: place,
      remedy: "write # or %")
  }

  /// - Parameter offsets: the range of the format.
  func check(_ format: Expression.Format, at offsets: Range<Int>) throws(ExpressionError) {
    if let pattern = format.strftime, !Self.namesDay(pattern) {
      throw ExpressionError(
        "this format writes the same text for different days, and \(name) must not", at: offsets,
        remedy: "write year, month and day, as in :%d.%m.%Y")
    }
    guard case .list(let elements)? = arguments.first else { return }
    let isFloat = elements.contains { if case .float = $0 { true } else { false } }
    let trimmed = Set(elements.map { $0.unescaped.trimmed })
    if isFloat && format.decimals != nil || format.width > 0 && trimmed.count < elements.count {
      throw ExpressionError(
        "this format can write the same text for different values, and \(name) must not", at: offsets,
        remedy: "remove it")
    }
  }

  /// True if the directives of a date determine its day.
  private static func namesDay(_ pattern: String) -> Bool {
    var directives: Set<Character> = []
    var isAfterPercent = false
    for character in pattern {
      if isAfterPercent { directives.insert(character) }
      isAfterPercent = !isAfterPercent && character == "%"
    }
    if directives.contains("F") || directives.contains("s") { return true }
    let hasMonth = !directives.isDisjoint(with: ["m", "b", "B"])
    return directives.contains("Y") && (directives.contains("j") || hasMonth && directives.contains("d"))
  }
}

extension Literal {
  /// The text that a chosen element becomes.
  fileprivate var unescaped: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .float(let number): number.description
    case .boolean(let value): value ? "true" : "false"
    case .none, .list: ""
    }
  }
}
