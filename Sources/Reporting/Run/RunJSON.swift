internal import Diagnostics
internal import FoundationEssentials
package import Verification

/// `run.json`: the whole result, from which every other report can be made again. Keys are `snake_case` and sorted.
package enum RunJSON {
  package enum Failure: Error, Sendable, Equatable {
    /// Not JSON, or not a result of a run; with the decoder's own words.
    case malformed(String)
    /// Written by another version of this program; nil where the file does not say.
    case schemaVersion(UInt64?)
    /// A defect of this program: a number that JSON cannot hold.
    case notEncodable(String)
  }

  package static func bytes(_ result: RunResult) throws(Failure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      // To a parser the text is the same.
      return Array(PrettyJSON.safe(String(decoding: try encoder.encode(result), as: UTF8.self)).utf8) + [
        UInt8(ascii: "\n")
      ]
    } catch {
      throw .notEncodable(String(describing: error))
    }
  }

  package static func result(from bytes: [UInt8]) throws(Failure) -> RunResult {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      SwiftKey(stringValue: swiftName(path.last?.stringValue ?? ""))
    }
    let data = Data(bytes)
    do {
      let version = try decoder.decode(Version.self, from: data).schemaVersion
      guard version == UInt64(RunResult.currentSchemaVersion) else { throw Failure.schemaVersion(version) }
      return try decoder.decode(RunResult.self, from: data)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .malformed(String(describing: error))
    }
  }

  /// Read before the rest, which another version may have changed.
  private struct Version: Decodable {
    var schemaVersion: UInt64?
  }

  private struct SwiftKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// `client_rss_max` is `clientRSSMax`. The decoder's own strategy yields `clientRssMax`, and would not find it.
  private static func swiftName(_ key: String) -> String {
    // `_0`, the label of an enum's payload, stays.
    guard !key.hasPrefix("_") else { return key }
    let words = key.split(separator: "_")
    return words.enumerated().map { index, word in
      if index == 0 { return String(word) }
      return acronyms.contains(String(word)) ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }

  private static let acronyms: Set<String> = ["cpu", "id", "rss", "sha", "sha256"]
}

extension RunJSON.Failure {
  /// One sentence, lower case.
  package var message: String {
    switch self {
    case .malformed(let reason): "this is not the result of a run: \(reason.visible)"
    case .schemaVersion(let version?):
      "this result has schema version \(version), and this program reads \(RunResult.currentSchemaVersion)"
    case .schemaVersion(nil): "this is not the result of a run: it has no \"schema_version\""
    case .notEncodable(let reason): "the result cannot be written as JSON: \(reason.visible)"
    }
  }
}
