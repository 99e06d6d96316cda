internal import CXMLDocuments

/// An error in an XML document or schema.
package struct XMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file of a schema; empty where it is not known.
  package let path: String
  /// The line from 1; 0 where it is not known.
  package let line: Int
  package let column: Int
  /// The XPath of the element (`/order/item[2]`); empty where it is not known.
  package let element: String
  /// The message of libxml2, with quotes from the text escaped, and cut.
  package let sentence: String

  init(_ fault: rehearsal_xml_fault, ofSchema: Bool = false) {
    path = ofSchema ? fault.file.map { XMLAddress.path(String(cString: $0)) } ?? "" : Self.text(fault.file)
    line = Int(fault.line)
    column = Int(fault.column)
    element = Self.text(fault.path)
    sentence = Self.text(fault.reason)
  }

  init(sentence: String) {
    path = ""
    line = 0
    column = 0
    element = ""
    self.sentence = sentence
  }

  package var description: String {
    let place = [path, line > 0 ? "\(line)" : "", column > 0 ? "\(column)" : ""].filter { !$0.isEmpty }
    let whole = path.isEmpty && line > 0 ? "line \(place.joined(separator: ":"))" : place.joined(separator: ":")
    return [whole, element, sentence].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { Visible.escaped(String(cString: $0)) } ?? ""
  }
}
