internal import Payloads

/// Validates the values of one template. Parsers and validators own buffers that are used again for each value; they are
/// made for the first value, so that rendering alone has none.
package final class ValueValidator {
  enum Means {
    case json(JSONDocument)
    case jsonSchema(JSONSchemaValidator)
    case xml(XMLDocument)
    case xmlSchema(XMLSchemaValidator)
  }

  private let requirement: ValueRequirement
  private let secrets: [String]
  private let make: (ValueRequirement) -> Means?
  /// True if the template's value contains a secret, which a step may have changed: then nothing of the value is quoted.
  private var citesNothing = false
  private var means: Means?

  /// Nil where there is nothing to check.
  /// - Parameters:
  ///   - secrets: a value that contains one of them is not quoted.
  ///   - make: yields nil where memory is short.
  init?(
    _ requirement: ValueRequirement, secrets: [String] = [],
    make: @escaping (ValueRequirement) -> Means? = ValueValidator.means
  ) {
    if requirement == .none { return nil }
    self.requirement = requirement
    self.secrets = secrets.filter { !$0.isEmpty }
    self.make = make
  }

  /// Validates values before they are sent.
  convenience init?(_ template: Template, secrets: [String]) {
    self.init(template.requirement, secrets: secrets)
    citesNothing = template.valueHolds(secrets)
  }

  /// Validates values that were read back: by the template's schema, and without one by its format. Nil where all are valid.
  package convenience init?(forReading template: Template, secrets: [String]) {
    let requirement: ValueRequirement =
      switch (template.requirement, template.format) {
      case (.none, .json): .json
      case (.none, .xml): .xml
      case (let requirement, _): requirement
      }
    self.init(requirement, secrets: secrets)
    citesNothing = template.valueHolds(secrets)
  }

  /// Validates what was read where something else wrote it: by the schema, and without one by the format. Nil where there is nothing
  /// to check.
  package convenience init?(format: Template.Format?, schema: ValueSchema?, secrets: [String]) {
    let requirement: ValueRequirement? =
      switch (schema, format) {
      case (let schema?, _): .schema(schema)
      case (nil, .json?): .json
      case (nil, .xml?): .xml
      case (nil, .string?), (nil, .bytes?), (nil, nil): nil
      }
    guard let requirement else { return nil }
    self.init(requirement, secrets: secrets)
  }

  /// Nil for a valid value, for which nothing is allocated.
  /// - Parameter sent: the value that was sent, where `value` was read back: parts of its secrets are not shown either.
  package func fault(
    in value: UnsafeRawBufferPointer, insteadOf sent: UnsafeRawBufferPointer? = nil
  ) -> InvalidValue? {
    guard let fault = open(value) else { return nil }
    guard citesNothing || holdsSecret(value) || sent.map(holdsSecret) == true else { return fault }
    return InvalidValue(place: "", reason: "the reason is not shown: it contains a secret")
  }

  /// True if the value contains a secret, as it is or escaped for a context in JSON or XML.
  private func holdsSecret(_ value: UnsafeRawBufferPointer) -> Bool {
    if secrets.isEmpty { return false }
    let text = Array(value)
    return secrets.contains { secret in
      EscapeContext.allCases.contains { text.firstRange(of: $0.escaped(Array(secret.utf8))) != nil }
    }
  }

  private func open(_ value: UnsafeRawBufferPointer) -> InvalidValue? {
    if means == nil { means = make(requirement) }
    switch means {
    // A value that was not checked is not sent.
    case nil: return InvalidValue(place: "", reason: "not enough memory to check it")
    case .json(let json): return json.fault(in: value).map { .notJSON($0, value) }
    case .jsonSchema(let validator): return validator.failure(in: value).map { .unfit($0, value) }
    case .xml(let xml): return xml.fault(in: value).map(InvalidValue.init)
    case .xmlSchema(let validator): return validator.fault(in: value).map(InvalidValue.init)
    }
  }

  private static func means(_ requirement: ValueRequirement) -> Means? {
    switch requirement {
    case .none: nil
    case .json: .json(JSONDocument())
    case .xml: .xml(XMLDocument())
    case .schema(let schema):
      switch schema.compiled {
      case .json(let schema): JSONSchemaValidator(schema).map(Means.jsonSchema)
      case .xml(let schema): XMLSchemaValidator(schema).map(Means.xmlSchema)
      }
    }
  }
}

extension Template {
  fileprivate func valueHolds(_ secrets: [String]) -> Bool {
    let secrets = secrets.filter { !$0.isEmpty }.map { Array($0.utf8) }
    guard !secrets.isEmpty, let value else { return false }
    return value.pieces(with: names).contains { piece in
      let text: [UInt8]
      switch piece {
      case .literal(let bytes): text = bytes
      case .placeholder(let expression, _):
        guard case .text(let written) = expression.source else { return false }
        text = Array(written.utf8)
      }
      return secrets.contains { text.firstRange(of: $0) != nil }
    }
  }
}

extension InvalidValue {
  /// - Parameter fault: the parser's sentence.
  fileprivate static func notJSON(_ fault: String, _ value: UnsafeRawBufferPointer) -> InvalidValue {
    let place = JSONLocator.position(ofFaultIn: Array(value)).map { " at line \($0.line), column \($0.column)" }
    return InvalidValue(place: "", reason: "not JSON\(place ?? ""): \(ParserSentence.plain(fault))")
  }

  fileprivate static func unfit(_ failure: JSONSchemaViolation, _ value: UnsafeRawBufferPointer) -> InvalidValue {
    // Without a keyword of the schema it is not JSON, or nested too deeply.
    if failure.keyword == nil, failure.pointer.isEmpty, let fault = JSONDocument().fault(in: value) {
      return notJSON(fault, value)
    }
    return InvalidValue(place: failure.pointer, reason: failure.sentence)
  }

  fileprivate init(_ fault: XMLError) {
    // Text that is not well-formed has no tree, and so no element.
    let isMalformed = fault.element.isEmpty && fault.line > 0
    let column = fault.column > 0 ? ", column \(fault.column)" : ""
    var sentence = ParserSentence.open(fault.sentence)
    // The element is the place already.
    if !fault.element.isEmpty, sentence.hasPrefix("Element '"), let name = sentence.firstRange(of: "': ") {
      sentence = String(sentence[name.upperBound...])
    }
    self.init(
      place: fault.element, reason: isMalformed ? "not XML at line \(fault.line)\(column): \(sentence)" : sentence)
  }
}
