extension Diagnostic {
  /// A word of the language that is not built yet.
  package static func notSupported(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .notSupported, "\(quoted(word)) is not supported yet", at: range)
  }

  /// The first of many words.
  package static func list(_ words: [String]) -> String {
    let most = 16
    return words.prefix(most).joined(separator: ", ") + (words.count > most ? ", …" : "")
  }

  /// A word that the language does not have. `what` is what it would have been: "key", "topic".
  package static func unknown(
    _ what: String, _ word: String, in context: String, code: Code, at range: SourceRange, read: [String],
    later: [String], listed: String
  ) -> Diagnostic {
    let remedy: String?
    if let nearest = Suggestion.nearest(to: word, in: read + later.sorted()) {
      remedy = "did you mean \"\(nearest)\"?" + (read.contains(nearest) ? "" : " it is not supported yet")
    } else {
      remedy = read.isEmpty ? nil : "\(listed): \(list(read))"
    }
    return Diagnostic(code: code, "unknown \(what) \(quoted(word))\(context)", at: range, remedy: remedy)
  }
}
