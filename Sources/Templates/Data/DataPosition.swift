package import Diagnostics

/// A position in a data file, in bytes after a byte order mark; `line` counts from 1.
package struct DataPosition: Sendable, Equatable {
  package var line: Int
  /// The offset of the line's first byte.
  package var lineStart: Int
  package var range: Range<Int>
}

/// An error in a data file, and its position.
package struct DataError: Error {
  /// Nil where the whole file is meant.
  package var place: DataPosition?
  package var reason: String
  package var remedy: String?
  package var code = Code.data

  package init(_ reason: String, at place: DataPosition? = nil, remedy: String? = nil, code: Code = .data) {
    self.reason = reason
    self.place = place
    self.remedy = remedy
    self.code = code
  }
}
