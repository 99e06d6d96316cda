package import Verification

/// An error in a file of variables.
package struct EnvironmentFileError: Error, Sendable, Equatable {
  /// One sentence with the file and the line: `ci.env:3: must be NAME=VALUE`.
  package var message: String
  package var exit: ExitCode
}

/// A file of `NAME=VALUE` lines for `--env-file`: with comments, `export` before a name, and quotes as a shell reads them.
/// Variables of the environment itself override it, as they do with Compose.
package struct EnvironmentFile: Sendable, Equatable {
  package private(set) var variables: [String: String] = [:]

  package init() {}

  package static func read(_ path: String) throws(EnvironmentFileError) -> EnvironmentFile {
    do {
      return try EnvironmentFile(try InputFile.read(path), path: path)
    } catch let error as InputFileError {
      throw EnvironmentFileError(message: "cannot read \"\(path)\": \(error.reason)", exit: .missingFile)
    } catch let error as EnvironmentFileError {
      throw error
    } catch {
      throw EnvironmentFileError(message: "cannot read \"\(path)\"", exit: .missingFile)
    }
  }

  package init(_ bytes: [UInt8], path: String) throws(EnvironmentFileError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EnvironmentFileError(message: "\"\(path)\" is not UTF-8", exit: .invalidInput)
    }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var line = Self.trimmed(line)
      if line.isEmpty || line.first == "#" { continue }
      if line.hasPrefix("export ") { line = Self.trimmed(line.dropFirst(7)) }
      guard let sign = line.firstIndex(of: "="), let name = Self.name(line[..<sign]),
        let value = Self.value(Self.trimmed(line[line.index(after: sign)...]))
      else {
        // The line itself may hold a secret, so only its number is reported.
        throw EnvironmentFileError(
          message: "\(path):\(index + 1): must be NAME=VALUE, with each opening quote closed",
          exit: .invalidInput)
      }
      variables[name] = value
    }
  }

  private static func name(_ text: Substring) -> String? {
    let isPart = { (byte: UInt8) in
      byte == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    guard let first = text.first, !first.isNumber, text.utf8.allSatisfy(isPart) else { return nil }
    return String(text)
  }

  /// Nil if a quote is not closed, or is followed by more than a comment.
  private static func value(_ text: Substring) -> String? {
    guard let quote = text.first, quote == "'" || quote == "\"" else {
      // ` #` begins a comment.
      let end = text.indices.first { text[$0] == "#" && $0 > text.startIndex && text[text.index(before: $0)] == " " }
      return String(trimmed(text[..<(end ?? text.endIndex)]))
    }
    var value = ""
    var index = text.index(after: text.startIndex)
    while index < text.endIndex, text[index] != quote {
      var character = text[index]
      let next = text.index(after: index)
      if quote == "\"", character == "\\", next < text.endIndex {
        index = next
        character = text[next] == "n" ? "\n" : text[next] == "t" ? "\t" : text[next]
      }
      value.append(character)
      index = text.index(after: index)
    }
    guard index < text.endIndex else { return nil }
    let rest = trimmed(text[text.index(after: index)...])
    return rest.isEmpty || rest.first == "#" ? value : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let rest = text.drop { $0 == " " || $0 == "\t" }
    guard let last = rest.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return rest[...last]
  }
}
