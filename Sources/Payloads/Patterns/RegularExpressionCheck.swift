/// The check that a text is a regular expression of ECMA-262, as JSON Schema has them.
package enum RegularExpressionCheck {
  /// The mistake, as the end of a sentence; nil where there is none.
  package static func mistake(in text: String) -> String? {
    do throws(PatternError) {
      _ = try Pattern(text)
      return nil
    } catch {
      return error.sentence
    }
  }
}
