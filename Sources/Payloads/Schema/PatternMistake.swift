/// Why a text is no regular expression.
struct PatternMistake: Error {
  let sentence: String
}
