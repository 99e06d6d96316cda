/// A command as it is typed.
func command(_ words: String...) -> String { words.map(quoted).joined(separator: " ") }

/// `path` with another ending; added where that would be the same file.
func renamed(_ path: String, to ending: String) -> String {
  let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name[dot...] != ".\(ending)" else {
    return "\(path).\(ending)"
  }
  return path.dropLast(name[dot...].count) + ".\(ending)"
}

/// A word as a shell reads it.
private func quoted(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte >= 0x80
      || "_-./:=,@%+".utf8.contains(byte)
  }
  guard !isPlain || word.isEmpty else { return word }
  return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
}
