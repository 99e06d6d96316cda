internal import CXMLDocuments

/// A compiled schema of XSD 1.0, by libxml2. Never changes, so threads may share it; each validates by its own
/// `XMLSchemaValidator`.
///
/// Two rules are not enforced by libxml2: that the target of an `xs:IDREF` exists, and that an `xs:ID` in the text of an
/// element, not an attribute, is unique. A schema that uses `xs:ID` makes validation slower, as it needs a tree.
package final class XMLSchema: @unchecked Sendable {
  fileprivate let handle: OpaquePointer

  /// - Parameters:
  ///   - text: the schema.
  ///   - path: the schema's file, to which included files are relative and which errors name.
  ///   - read: returns a file that the schema includes or imports, by a path relative to the same folder as `path` (or an
  ///     address with a scheme, for which a reader of files returns nil), or nil where it does not exist.
  /// - Throws: the first error in the schema; an included file that does not exist is one.
  package init(_ text: [UInt8], path: String, read: (String) -> [UInt8]?) throws(XMLError) {
    let handle = withoutActuallyEscaping(read) { read in
      let files = Files(read)
      return withExtendedLifetime(files) {
        text.withUnsafeBytes {
          rehearsal_xsd_new(
            $0.baseAddress, $0.count, XMLAddress.escaped(path), Files.answer, Unmanaged.passUnretained(files).toOpaque()
          )
        }
      }
    }
    guard let handle else { throw XMLError(sentence: "not enough memory to compile it") }
    if let mistake = rehearsal_xsd_mistake(handle) {
      let fault = XMLError(mistake.pointee, ofSchema: true)
      rehearsal_xsd_free(handle)
      throw fault
    }
    self.handle = handle
  }

  deinit { rehearsal_xsd_free(handle) }
}

/// Lends the bytes of files to libxml2, which copies them.
private final class Files {
  private let read: (String) -> [UInt8]?
  private var lent: UnsafeMutableRawBufferPointer?

  init(_ read: @escaping (String) -> [UInt8]?) { self.read = read }

  deinit { lent?.deallocate() }

  private func lend(_ path: String) -> UnsafeMutableRawBufferPointer? {
    lent?.deallocate()
    lent = nil
    guard let bytes = read(path) else { return nil }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    copy.copyBytes(from: bytes)
    lent = copy
    return UnsafeMutableRawBufferPointer(rebasing: copy[..<bytes.count])
  }

  static let answer: rehearsal_xsd_read = { context, path, count in
    guard let context, let path, let count else { return nil }
    let files = Unmanaged<Files>.fromOpaque(context).takeUnretainedValue()
    guard let lent = files.lend(XMLAddress.path(String(cString: path))) else { return nil }
    count.pointee = lent.count
    return UnsafeRawPointer(lent.baseAddress)
  }
}

/// Validates documents by one schema. Owns parsers and buffers that it uses again for every document: one value for each
/// thread or queue, never used by two at a time.
package final class XMLSchemaValidator {
  private let schema: XMLSchema
  private let handle: OpaquePointer

  /// Nil where memory is short.
  package init?(_ schema: XMLSchema) {
    guard let handle = rehearsal_xsd_validator_new(schema.handle) else { return nil }
    self.schema = schema
    self.handle = handle
  }

  deinit { rehearsal_xsd_validator_free(handle) }

  /// Nil where `bytes` are a document that the schema allows, else the first error.
  package func fault(in bytes: UnsafeRawBufferPointer) -> XMLError? {
    rehearsal_xsd_check(handle, bytes.baseAddress, bytes.count).map { XMLError($0.pointee) }
  }
}
