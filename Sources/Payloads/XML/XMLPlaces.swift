/// A piece of a template's text: constant bytes, or a slot that is filled later.
package enum XMLPart: Equatable, Sendable {
  case literal([UInt8])
  case slot
}

/// The places of slots in an XML text, read by XML 1.0 up to each of them. This does not check that the text is well-formed:
/// `XMLDocument` checks `filled`.
package struct XMLPlaces: Equatable, Sendable {
  package enum Place: Equatable, Sendable {
    case text
    /// The value of an attribute, with its quote.
    case attribute(Quote)
    case cdata
    case comment
    case instruction
    /// In a tag outside attribute values.
    case tag
    /// In a document type declaration.
    case declaration
    /// Inside `&…;`.
    case reference
    /// Before the first element or after the last, where text is not allowed.
    case outside
  }

  package enum Quote: UInt8, Sendable {
    case single = 0x27
    case double = 0x22
  }

  /// The place of each slot, in order.
  package private(set) var places: [Place] = []
  /// The text with the sample in every slot.
  package private(set) var filled: [UInt8] = []

  /// - Parameter sample: the text for each slot; a letter is allowed wherever any text is.
  package init(_ parts: [XMLPart], sample: [UInt8] = [UInt8(ascii: "x")]) {
    var scan = XMLScan()
    for part in parts {
      switch part {
      case .literal(let bytes):
        for byte in bytes { scan.pass(byte) }
        filled += bytes
      case .slot:
        places.append(scan.place)
        // A rendered value has no markup, so that the scan continues as if after a letter.
        scan.pass(UInt8(ascii: "x"))
        filled += sample
      }
    }
  }
}
