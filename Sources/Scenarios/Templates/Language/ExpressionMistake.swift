/// What is wrong with an expression, as data of a diagnostic.
struct ExpressionMistake: Error, Equatable {
  var message: String
  var remedy: String?
  /// In scalars of the template's text.
  var offsets: Range<Int>

  init(_ message: String, at offsets: Range<Int>, remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
    self.offsets = offsets
  }
}
