extension SourceFiles {
  /// The diagnostics as a person reads them, at most `limit`, with a last line that counts all; empty where there are
  /// none.
  package func describe(_ diagnostics: [Diagnostic], limit: Int = 50) -> String {
    if diagnostics.isEmpty { return "" }
    var blocks = diagnostics.prefix(limit).map(describe)
    if diagnostics.count > limit { blocks.append("and \(diagnostics.count - limit) more") }
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [Self.counted(errors, "error"), Self.counted(diagnostics.count - errors, "warning")]
    blocks.append("\(counts.compactMap { $0 }.joined(separator: ", ")) in \(main.path.visible)")
    return blocks.joined(separator: "\n\n")
  }

  private static func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : Plural.count(count, noun)
  }
}
