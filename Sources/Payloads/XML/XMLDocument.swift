internal import CXMLDocuments

/// Checks that bytes are one well-formed XML document (XML 1.0 with namespaces), by libxml2. Only the bytes are read: no
/// file, no network. A document that declares an entity is refused, as are elements nested more than 257 deep and a text or
/// name of more than 10 MB.
///
/// Owns a parser and its buffers, so it is made once and used for many documents, by one thread at a time.
package final class XMLDocument {
  private let parser: OpaquePointer?

  package init() { parser = rehearsal_xml_parser_new() }

  deinit { rehearsal_xml_parser_free(parser) }

  /// Nil where `bytes` are well-formed, else the first error.
  package func fault(in bytes: UnsafeRawBufferPointer) -> XMLError? {
    guard let parser else { return XMLError(sentence: "not enough memory to parse it") }
    return rehearsal_xml_check(parser, bytes.baseAddress, bytes.count).map { XMLError($0.pointee) }
  }
}
