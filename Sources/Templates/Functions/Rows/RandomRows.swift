/// The functions of Python's `random`, and four more: zipf, hex, string, bytes.
enum RandomRows {
  static let rows: [FunctionRow] = [
    FunctionRow(
      .randint,
      [Parameter("a", .integer(ArgumentBounds.wholeNumbers)), Parameter("b", .integer(ArgumentBounds.wholeNumbers))],
      .integer,
      "a whole number from a to b, both included", sample: "random.randint(1, 6)"),
    FunctionRow(
      .uniform, [Parameter("a", .number(ArgumentBounds.numbers)), Parameter("b", .number(ArgumentBounds.numbers))],
      .float,
      "a number between a and b, with at most 15 digits", sample: "random.uniform(1.5, 9.5)"),
    FunctionRow(
      .gauss,
      [Parameter("mu", .number(-1e9...1e9), .float(0)), Parameter("sigma", .number(0...1e9), .float(1))], .float,
      "normally distributed around mu, with the standard deviation sigma", sample: "random.gauss(100, 15)"),
    FunctionRow(
      .choice, [Parameter("seq", .list)], yield: .element(of: 0), "one element, all equally likely",
      sample: "random.choice(['Y', 'N'])"),
    FunctionRow(
      .choices,
      [
        Parameter("population", .list), Parameter("weights", .weights, Literal.none),
        Parameter("k", .only(.integer(1)), .integer(1)),
      ],
      yield: .element(of: 0), "one element, by the weights",
      sample: "random.choices(['gold', 'silver'], weights=[1, 9])"),
    FunctionRow(.random, [], .float, "a number from 0 to below 1, of 15 digits"),
    FunctionRow(
      .zipf, [Parameter("n", .integer(1...1_000_000_000_000)), Parameter("s", .number(0...10), .integer(1))], .integer,
      "a whole number from 1 to n; k is drawn in proportion to 1/k^s", sample: "random.zipf(10000)"),
    FunctionRow(
      .hex, [Parameter("n", .integer(ArgumentBounds.lengths))], "n hexadecimal digits", sample: "random.hex(16)"),
    FunctionRow(
      .string, [Parameter("n", .integer(ArgumentBounds.lengths))], "n letters and digits", sample: "random.string(12)"),
    FunctionRow(
      .bytes, [Parameter("n", .integer(ArgumentBounds.lengths))], .bytes, "n bytes of any value, in format: bytes only",
      sample: "random.bytes(64)"),
  ]
}
