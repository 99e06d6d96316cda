/// A piece of a text that is rendered: bytes that stay, or a slot that is filled later.
package enum XMLPart: Equatable, Sendable {
  case literal([UInt8])
  case slot
}

/// Where slots stand in an XML text, read as XML 1.0 has it up to each of them. That the whole is well-formed is not known
/// from this alone: `XMLDocument` says it of `filled`.
package struct XMLPlaces: Equatable, Sendable {
  package enum Place: Equatable, Sendable {
    case text
    /// With the quote it stands between.
    case attribute(Quote)
    case cdata
    case comment
    case instruction
    /// In a tag outside its attributes' values: a name, or part of one, or between.
    case tag
    /// In a document type declaration.
    case declaration
    /// Within `&…;`.
    case reference
    /// Before the first element or behind the last, where no text may stand.
    case outside
  }

  package enum Quote: UInt8, Sendable {
    case single = 0x27
    case double = 0x22
  }

  /// One for each slot, in order.
  package private(set) var places: [Place] = []
  /// The text with the sample in every slot.
  package private(set) var filled: [UInt8] = []

  /// - Parameter sample: what stands in a slot; a letter may stand wherever anything may.
  package init(_ parts: [XMLPart], sample: [UInt8] = [UInt8(ascii: "x")]) {
    var scan = XMLScan()
    for part in parts {
      switch part {
      case .literal(let bytes):
        for byte in bytes { scan.pass(byte) }
        filled += bytes
      case .slot:
        places.append(scan.place)
        // What is rendered has no markup of its own, so that the scan goes on as if behind a letter.
        scan.pass(UInt8(ascii: "x"))
        filled += sample
      }
    }
  }
}
