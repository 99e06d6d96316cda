/// The name of a request's scenario, which its reports are in a folder of.
enum PostingName {
  /// Made of the file's name: `phase-1` of `requests/phase-1.json`, `phase-1-2` of the second request in it.
  /// - Parameter number: the request's place in the file's array, from 0.
  static func name(ofFile path: String, number: Int?) -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.firstIndex(of: ".").map { file[..<$0] } ?? file
    let word = stem.unicodeScalars.map { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "_-".unicodeScalars.contains(scalar))
        ? String(scalar) : "-"
    }.joined()
    let trimmed = word.drop { "_-".contains($0) }.reversed().drop { $0 == "-" }.reversed()
    let name = trimmed.isEmpty ? "request" : String(trimmed.prefix(100))
    return number.map { "\(name)-\($0 + 1)" } ?? name
  }
}
