internal import Payloads

/// Looks at the values of one template. What it looks with owns buffers, which are used again for each value; it is made
/// for the first, so that who only renders has none.
package final class ValueLook {
  enum Means {
    case json(JSONDocument)
    case jsonSchema(JSONSchemaValidator)
    case xml(XMLDocument)
    case xmlSchema(XMLSchemaValidator)
  }

  private let proof: ValueProof
  private let secrets: [String]
  private let make: (ValueProof) -> Means?
  /// A secret is part of what makes the value, in which it may stand changed.
  private var citesNothing = false
  private var means: Means?

  /// Nothing is cited of a value that holds one of `secrets`. `make` yields nil where memory is short. Nil where there is
  /// nothing to look at.
  init?(_ proof: ValueProof, secrets: [String] = [], make: @escaping (ValueProof) -> Means? = ValueLook.means) {
    if proof == .none { return nil }
    self.proof = proof
    self.secrets = secrets.filter { !$0.isEmpty }
    self.make = make
  }

  /// Looks at what is to be sent.
  convenience init?(_ template: Template, secrets: [String]) {
    self.init(template.proof, secrets: secrets)
    citesNothing = template.valueHolds(secrets)
  }

  /// Looks at what was read back: by the template's schema, and without one by its format. Nil where that allows all.
  package convenience init?(forReading template: Template, secrets: [String]) {
    let proof: ValueProof =
      switch (template.proof, template.format) {
      case (.none, .json): .json
      case (.none, .xml): .xml
      case (let proof, _): proof
      }
    self.init(proof, secrets: secrets)
    citesNothing = template.valueHolds(secrets)
  }

  /// Allocates nothing for a value that may be sent. Of a value that was read back `sent` is the one that was sent: what
  /// is left of its secrets is not shown either.
  package func fault(
    in value: UnsafeRawBufferPointer, insteadOf sent: UnsafeRawBufferPointer? = nil
  ) -> ValueFault? {
    guard let fault = open(value) else { return nil }
    guard citesNothing || holdsSecret(value) || sent.map(holdsSecret) == true else { return fault }
    return ValueFault(place: "", reason: "what is wrong is not shown: it holds a secret")
  }

  /// As it is, or escaped for a place in JSON or XML.
  private func holdsSecret(_ value: UnsafeRawBufferPointer) -> Bool {
    if secrets.isEmpty { return false }
    let text = Array(value)
    return secrets.contains { secret in
      TemplatePlace.allCases.contains { text.firstRange(of: $0.escaped(Array(secret.utf8))) != nil }
    }
  }

  private func open(_ value: UnsafeRawBufferPointer) -> ValueFault? {
    if means == nil { means = make(proof) }
    switch means {
    // What was not looked at is not sent.
    case nil: return ValueFault(place: "", reason: "there is not enough memory to look at it")
    case .json(let json): return json.fault(in: value).map { .notJSON($0, value) }
    case .jsonSchema(let validator): return validator.failure(in: value).map { .unfit($0, value) }
    case .xml(let xml): return xml.fault(in: value).map(ValueFault.init)
    case .xmlSchema(let validator): return validator.fault(in: value).map(ValueFault.init)
    }
  }

  private static func means(_ proof: ValueProof) -> Means? {
    switch proof {
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

extension ValueFault {
  /// `fault` is the parser's sentence.
  fileprivate static func notJSON(_ fault: String, _ value: UnsafeRawBufferPointer) -> ValueFault {
    let place = JSONLocator.position(ofFaultIn: Array(value)).map { " at line \($0.line), column \($0.column)" }
    return ValueFault(place: "", reason: "not JSON\(place ?? ""): \(ParserSentence.plain(fault))")
  }

  fileprivate static func unfit(_ failure: JSONSchemaFailure, _ value: UnsafeRawBufferPointer) -> ValueFault {
    // Without a word of the schema's it is no JSON, or nested too deeply to say.
    if failure.keyword == nil, failure.pointer.isEmpty, let fault = JSONDocument().fault(in: value) {
      return notJSON(fault, value)
    }
    return ValueFault(place: failure.pointer, reason: failure.sentence)
  }

  fileprivate init(_ fault: XMLFault) {
    // Of what is not well-formed there is no tree, and so no element.
    let isMalformed = fault.element.isEmpty && fault.line > 0
    let column = fault.column > 0 ? ", column \(fault.column)" : ""
    var sentence = ParserSentence.open(fault.sentence)
    // The element is the place.
    if !fault.element.isEmpty, sentence.hasPrefix("Element '"), let name = sentence.firstRange(of: "': ") {
      sentence = String(sentence[name.upperBound...])
    }
    self.init(
      place: fault.element, reason: isMalformed ? "not XML at line \(fault.line)\(column): \(sentence)" : sentence)
  }
}
