internal import CXMLDocuments

/// The elements or attributes of an XML document that a path names: `//id`, `/order/id`, `/order/@id`, `//item//@id`. Names count
/// without their namespaces.
package struct XMLPath: Sendable, Equatable {
  /// The reason why a text is no such path, as the end of a sentence.
  package struct Fault: Error, Sendable, Equatable {
    package let sentence: String

    package init(sentence: String) { self.sentence = sentence }
  }

  struct Step: Sendable, Equatable {
    var name: String
    /// After `//`: at any depth.
    var isAnywhere: Bool
  }

  package let text: String
  let elements: [Step]
  let attribute: Step?

  /// The most elements of a path.
  static let mostSteps = 32

  package init(_ text: String) throws(Fault) {
    self.text = text
    var (elements, attribute): ([Step], Step?) = ([], nil)
    var rest = text[...]
    while !rest.isEmpty {
      guard rest.first == "/" else { throw Fault(sentence: "it begins with / or //") }
      let isAnywhere = rest.hasPrefix("//")
      rest = rest.dropFirst(isAnywhere ? 2 : 1)
      let name = rest.prefix { $0 != "/" }
      rest = rest.dropFirst(name.count)
      let isAttribute = name.first == "@"
      let bare = String(isAttribute ? name.dropFirst() : name)
      guard Self.isName(bare) else {
        throw Fault(
          sentence: bare.isEmpty
            ? "a name is missing after /"
            : "\(bare) is not a name: only elements, and an @attribute at the end, are known")
      }
      let step = Step(name: bare, isAnywhere: isAnywhere)
      guard isAttribute else {
        elements.append(step)
        continue
      }
      guard rest.isEmpty else { throw Fault(sentence: "nothing may follow an attribute") }
      guard !elements.isEmpty || isAnywhere else { throw Fault(sentence: "an attribute needs an element before it") }
      attribute = step
    }
    guard !elements.isEmpty || attribute != nil else { throw Fault(sentence: "it is empty") }
    guard elements.count <= Self.mostSteps else {
      throw Fault(sentence: "it has more than \(Self.mostSteps) elements")
    }
    self.elements = elements
    self.attribute = attribute
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    let isLetter = { (scalar: Unicode.Scalar) in scalar == "_" || scalar.value > 0x7f || scalar.properties.isAlphabetic
    }
    return isLetter(first)
      && text.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "." }
  }
}

/// Finds what a path names in one XML document after another. Owns a parser and its buffers: for one thread at a time.
package final class XMLSearch {
  private let search: OpaquePointer?

  package init(_ path: XMLPath) {
    let made = rehearsal_xml_search_new()
    for step in path.elements { rehearsal_xml_search_add(made, step.name, step.isAnywhere ? 1 : 0, 0) }
    if let step = path.attribute { rehearsal_xml_search_add(made, step.name, step.isAnywhere ? 1 : 0, 1) }
    search = made
  }

  deinit { rehearsal_xml_search_free(search) }

  /// Passes the text of each, in the order in which they end. False where the document is not well-formed: then those before the
  /// mistake were passed.
  package func forEach(in text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard let search else { return false }
    return withoutActuallyEscaping(body) { body in
      var box = body
      return withUnsafeMutablePointer(to: &box) { box in
        rehearsal_xml_search_run(
          search, text.baseAddress, text.count,
          { context, bytes, count in
            context?.assumingMemoryBound(to: ((UnsafeRawBufferPointer) -> Void).self)
              .pointee(UnsafeRawBufferPointer(start: bytes, count: count))
          }, box) != 0
      }
    }
  }
}
