/// An error in an expression, as data of a diagnostic.
package struct ExpressionError: Error, Equatable {
  package var message: String
  package var remedy: String?
  /// The range in scalars of the template's text.
  package var offsets: Range<Int>

  package init(_ message: String, at offsets: Range<Int>, remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
    self.offsets = offsets
  }
}
