internal import CXMLDocuments

/// What is wrong with an XML document or a schema in XML.
package struct XMLFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Of a schema, the file, where that is known.
  package let path: String
  /// From 1; 0 where it is not known.
  package let line: Int
  package let column: Int
  /// The element by XPath (`/order/item[2]`); empty where it is not known.
  package let element: String
  /// libxml2's words; what they cite is escaped and the whole cut.
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
