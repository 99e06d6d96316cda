/// The reason why a text is not a regular expression.
struct PatternError: Error {
  let sentence: String
}
