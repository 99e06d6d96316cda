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
  /// A difference from Python's function, in one line; empty where there is none but the words and numbers drawn.
  package var difference: String

  package func yields(_ arguments: [Literal]) -> ValueKind {
    switch yield {
    case .always(let kind): return kind
    case .element(let index):
      guard arguments.indices.contains(index), case .list(let elements) = arguments[index] else { return .text }
      return ValueKind(of: elements)
    }
  }

  /// Makes a row that yields text.
  package init(
    _ name: FunctionName, _ parameters: [Parameter], _ summary: String, sample: String? = nil, beside: String = ""
  ) {
    self.init(name, parameters, yield: .always(.text), summary, sample: sample, beside: beside)
  }

  package init(
    _ name: FunctionName, _ parameters: [Parameter], _ kind: ValueKind, _ summary: String, sample: String? = nil,
    beside: String = ""
  ) {
    self.init(name, parameters, yield: .always(kind), summary, sample: sample, beside: beside)
  }

  package init(
    _ name: FunctionName, _ parameters: [Parameter], yield: Yield, _ summary: String, sample: String?,
    beside: String = ""
  ) {
    self.name = name
    self.parameters = parameters
    self.yield = yield
    self.summary = summary
    self.sample = sample ?? "\(name.rawValue)()"
    difference = beside
  }
}
