/// The reason why a text is not a regular expression.
struct PatternMistake: Error {
  let sentence: String
}
