/// Hides secrets in a text, before anyone can read it.
package struct Redaction: Sendable {
  package static let mask = "***"
  private var secrets: [[Unicode.Scalar]] = []

  package init(secrets: [String] = []) {
    for secret in secrets { add(secret) }
  }

  package mutating func add(_ secret: String) {
    let scalars = Array(secret.unicodeScalars)
    if !scalars.isEmpty, !secrets.contains(scalars) { secrets.append(scalars) }
  }

  /// The text with one mask for every stretch that lies in any secret: of two that overlap nothing is left either.
  package func apply(to text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let isSecret = marks(in: scalars) else { return text }
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
      if !isSecret[index] {
        result.append(scalars[index])
      } else if index == 0 || !isSecret[index - 1] {
        result += Self.mask.unicodeScalars
      }
    }
    return String(result)
  }

  /// The line with a star for each character of a secret, so that columns stay where they are.
  func starred(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let isSecret = marks(in: line) else { return line }
    return line.indices.map { isSecret[$0] ? "*" : line[$0] }
  }

  /// For each scalar, whether it lies in a secret; nil where none does.
  private func marks(in scalars: [Unicode.Scalar]) -> [Bool]? {
    var marks: [Bool]?
    for secret in secrets where secret.count <= scalars.count {
      for start in 0...(scalars.count - secret.count)
      where scalars[start..<start + secret.count].elementsEqual(secret) {
        var found = marks ?? Array(repeating: false, count: scalars.count)
        for index in start..<start + secret.count { found[index] = true }
        marks = found
      }
    }
    return marks
  }
}
