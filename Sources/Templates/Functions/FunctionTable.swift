/// One function of templates: the parser, its error messages and the reference are made from these rows.
package struct FunctionRow: Sendable {
  package enum Yield: Sendable {
    case always(ValueKind)
    /// The kind of the elements of the argument with this index.
    case element(of: Int)
  }

  package var name: FunctionName
  package var parameters: [Parameter]
  package var yield: Yield
  /// The result, in one line.
  package var summary: String
  /// An example of a call.
  package var sample: String

  package func yields(_ arguments: [Literal]) -> ValueKind {
    switch yield {
    case .always(let kind): return kind
    case .element(let index):
      guard arguments.indices.contains(index), case .list(let elements) = arguments[index] else { return .text }
      return ValueKind(of: elements)
    }
  }

  /// Makes a row that yields text.
  package init(_ name: FunctionName, _ parameters: [Parameter], _ summary: String, sample: String? = nil) {
    self.init(name, parameters, yield: .always(.text), summary, sample: sample)
  }

  package init(
    _ name: FunctionName, _ parameters: [Parameter], _ kind: ValueKind, _ summary: String, sample: String? = nil
  ) {
    self.init(name, parameters, yield: .always(kind), summary, sample: sample)
  }

  package init(_ name: FunctionName, _ parameters: [Parameter], yield: Yield, _ summary: String, sample: String?) {
    self.name = name
    self.parameters = parameters
    self.yield = yield
    self.summary = summary
    self.sample = sample ?? "\(name.rawValue)()"
  }
}

/// One parameter; its name, position and default are those of Python's Faker or random where they have the function.
package struct Parameter: Sendable {
  package enum Kind: Sendable {
    case integer(ClosedRange<Int64>)
    /// Whole numbers included.
    case number(ClosedRange<Double>)
    case text
    case boolean
    /// At least one element, none of them a list.
    case list
    /// As many numbers as the list before has elements, none of them negative, or None.
    case weights
    /// A moment relative to the start of the run, such as `-30d`, `now`, `today`, or a date such as `2024-01-31`.
    case moment
    /// Only this value.
    case only(Literal)

    /// The kind in a sentence: "must be …".
    var description: String {
      switch self {
      case .integer: "a whole number"
      case .number: "a number"
      case .text: "text"
      case .boolean: "True or False"
      case .list: "a list such as ['a', 'b']"
      case .weights: "a list of numbers"
      case .moment: "a moment such as '-30d', 'now' or '2024-01-31'"
      case .only(let literal): literal.written
      }
    }
  }

  package var name: String
  package var kind: Kind
  /// The default; nil where the argument is required.
  package var fallback: Literal?

  package init(_ name: String, _ kind: Kind, _ fallback: Literal? = nil) {
    self.name = name
    self.kind = kind
    self.fallback = fallback
  }
}

extension FunctionName {
  var row: FunctionRow { FunctionTable.byName[self] ?? FunctionRow(self, [], "") }
}

package enum FunctionTable {
  package static let rows: [FunctionRow] = randomRows + fakerRows
  package static let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0) })

  package static let wholeNumbers: ClosedRange<Int64> = .min ... .max
  /// The range in which a number keeps 15 digits, and its decimals are exact.
  package static let numbers: ClosedRange<Double> = -1e15...1e15
  /// The allowed numbers of digits, letters or bytes.
  package static let lengths: ClosedRange<Int64> = 1...1_048_576
}
