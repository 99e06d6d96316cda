/// The functions of numbers, letters and choices.
enum ValueRows {
  private static let abc = Parameter("elements", .list, .list([.text("a"), .text("b"), .text("c")]))
  private static let decimalParts: [Parameter] = [
    .optional("left_digits", .integer(0...18)), .optional("right_digits", .integer(0...18)),
    .optional("positive", .boolean), .optional("min_value", .number(ArgumentBounds.numbers)),
    .optional("max_value", .number(ArgumentBounds.numbers)),
  ]

  static let rows: [FunctionRow] = [
    FunctionRow(
      .randomInt,
      [
        Parameter("min", .integer(ArgumentBounds.wholeNumbers), .integer(0)),
        Parameter("max", .integer(ArgumentBounds.wholeNumbers), .integer(9999)),
        Parameter("step", .integer(1 ... .max), .integer(1)),
      ], .integer, "a whole number from min to max, both included", sample: "faker.random_int(min=20, max=50)"),
    FunctionRow(
      .pyint,
      [
        Parameter("min_value", .integer(ArgumentBounds.wholeNumbers), .integer(0)),
        Parameter("max_value", .integer(ArgumentBounds.wholeNumbers), .integer(9999)),
        Parameter("step", .integer(1 ... .max), .integer(1)),
      ], .integer, "a whole number from min_value to max_value, both included"),
    FunctionRow(
      .pyfloat, decimalParts, .float,
      "a number with up to left_digits and right_digits around the point, or between min_value and max_value",
      sample: "faker.pyfloat(left_digits=3, right_digits=2)", beside: "evenly between min_value and max_value"),
    FunctionRow(
      .pydecimal, decimalParts, .float,
      "a number with left_digits before the point and right_digits after it, or between min_value and max_value",
      sample: "faker.pydecimal(left_digits=3, right_digits=2, positive=True)",
      beside: "at most 18 digits; of 15 without left_digits and right_digits; evenly between the two values"),
    FunctionRow(
      .randomNumber, [.optional("digits", .integer(0...18)), .flag("fix_len", false)], .integer,
      "a whole number of at most this many digits, or of exactly as many; without digits, of one to nine",
      sample: "faker.random_number(digits=5)"),
    FunctionRow(.randomDigit, [], .integer, "a digit"),
    FunctionRow(.randomDigitNotNull, [], .integer, "a digit except 0"),
    FunctionRow(.randomDigitAboveTwo, [], .integer, "a digit from 2 to 9"),
    FunctionRow(
      .boolean, [.whole("chance_of_getting_true", 0...100, 50)], .boolean, "true or false"),
    FunctionRow(.pybool, [.whole("truth_probability", 0...100, 50)], .boolean, "true or false"),
    FunctionRow(.nullBoolean, [], .mixed(hasText: false), "true, false or None"),
    FunctionRow(
      .pystr,
      [
        .optional("min_chars", .integer(0...1_048_576)), .whole("max_chars", 1...1_048_576, 20),
        Parameter("prefix", .text, .text("")), Parameter("suffix", .text, .text("")),
      ], "max_chars letters between prefix and suffix, or from min_chars on"),
    FunctionRow(.randomLetter, [], "a letter"),
    FunctionRow(.randomLowercaseLetter, [], "a lower-case letter"),
    FunctionRow(.randomUppercaseLetter, [], "an upper-case letter"),
    FunctionRow(
      .randomElement, [abc], yield: .element(of: 0), "one element, all equally likely",
      sample: "faker.random_element(['a', 'b'])"),
    FunctionRow(
      .randomElements,
      [
        abc,
        Parameter(
          "length",
          .optional(
            .unsupported(
              .integer(1), instead: "for a list of varying length write NAME: {repeat: 1..3, value: …} in let:")),
          Literal.none),
        .flag("unique", false), .optional("use_weighting", .boolean),
      ],
      yield: .element(of: 0), "one element, all equally likely", sample: "faker.random_elements(['a', 'b'])",
      beside: "one element, not a list"),
  ]
}
