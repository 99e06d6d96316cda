/// The nearest of the words that could have been meant.
package enum Suggestion {
  /// Nil where none is near: more than one edit away, or more than a third of the word's length, or than `limit`.
  package static func nearest(
    to word: String, in candidates: some Sequence<String>, atMost limit: Int = .max
  ) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    // Nothing of the language is that long, and the distance takes time by the product of both lengths.
    guard typed.count <= 64 else { return nil }
    let most = min(max(1, typed.count / 3), limit)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - typed.count) <= most else { continue }
      let edits = distance(typed, other)
      if edits <= most, edits < typed.count, edits < best?.distance ?? .max { best = (candidate, edits) }
    }
    return best?.candidate
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
