/// The candidate that was probably meant by `name`: the one that takes the fewest insertions, deletions, replacements
/// and swaps of neighbours, if that is at most a third of what was typed.
func nearestName(to name: String, among candidates: [String]) -> String? {
  let limit = max(1, name.count / 3)
  let near = candidates.map { (name: $0, edits: edits(from: Array(name), to: Array($0))) }.filter { $0.edits <= limit }
  return near.min { $0.edits < $1.edits }?.name
}

private func edits(from source: [Character], to target: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...target.count)
  for i in source.indices {
    var row = [i + 1]
    for j in target.indices {
      var fewest = min(last[j] + (source[i] == target[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
        fewest = min(fewest, beforeLast[j - 1] + 1)
      }
      row.append(fewest)
    }
    (beforeLast, last) = (last, row)
  }
  return last[target.count]
}
