import FoundationEssentials
import Payloads

/// The official test suite of JSON Schema, in the folder that `REHEARSE_SCHEMA_SUITE` names; `Scripts/json-schema-suite`
/// fetches it and prints where.
///
///     draft4/cases.tsv, …       of the sources of PyPI's jsonschema
///     remotes                   of the same
///     metaschemas               of PyPI's jsonschema-specifications
enum SchemaSuite: String, CaseIterable {
  case draft4
  case draft6
  case draft7
  case draft2020 = "draft2020-12"

  static let folder = ProcessInfo.processInfo.environment["REHEARSE_SCHEMA_SUITE"].flatMap { $0.isEmpty ? nil : $0 }

  /// True on a build server, which must run it.
  static let isDemanded = ProcessInfo.processInfo.environment["CI"] != nil

  /// The optional cases of the suite that are enforced here.
  static let optional = [
    "bignum", "ecmascript-regex", "float-overflow", "non-bmp-regex", "zeroTerminatedFloats", "cross-draft",
    "refOfUnknownKeyword", "id", "anchor", "dynamicRef", "no-schema", "dependencies-compatibility", "unknownKeyword",
    "format/date", "format/time", "format/date-time", "format/email", "format/uuid", "format/uri", "format/hostname",
    "format/ipv4", "format/ipv6", "format/duration", "format/idn-email", "format/iri", "format/iri-reference",
    "format/json-pointer", "format/regex", "format/relative-json-pointer", "format/unknown", "format/uri-reference",
    "format/uri-template", "format/ecmascript-regex",
  ]

  struct Outcome {
    var passed = 0
    var failed: [String] = []
    /// The cases that the list of exceptions names and that do differ.
    var excepted: [String: Int] = [:]
  }

  func run(in folder: String, except exceptions: [String: String]) throws -> Outcome {
    var outcome = Outcome()
    let cases = try String(contentsOf: URL(filePath: "\(folder)/\(rawValue)/cases.tsv"), encoding: .utf8)
    for line in cases.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6 else { throw Unreadable(line: String(line)) }
      let file = fields[0]
      if file.hasPrefix("optional/"), !Self.optional.contains(String(file.dropFirst(9))) { continue }
      let name = "\(rawValue) \(file): \(fields[1]): \(fields[2])"
      let answer = answer(schema: fields[4], data: fields[5], in: folder)
      if answer == (fields[3] == "True" ? .valid : .invalid) {
        outcome.passed += 1
      } else if let exception = exceptions.keys.first(where: { name.hasPrefix($0) }) {
        outcome.excepted[exception, default: 0] += 1
      } else {
        outcome.failed.append("\(name): \(answer)")
      }
    }
    return outcome
  }

  private enum Answer: Equatable {
    case valid, invalid
    case refused(String)
  }

  private struct Unreadable: Error { let line: String }

  private func answer(schema: String, data: String, in folder: String) -> Answer {
    do throws(JSONSchemaFailure) {
      let compiled = try JSONSchema(Array(dialected(schema).utf8), path: "schema.json") { read($0, in: folder) }
      guard let validator = JSONSchemaValidator(compiled) else { return .refused("no memory") }
      let failure = Array(data.utf8).withUnsafeBytes { validator.failure(in: $0) }
      return failure == nil ? .valid : .invalid
    } catch {
      return .refused(error.words)
    }
  }

  /// The dialect, which the suite gives by its folder.
  private func dialected(_ schema: String) -> String {
    guard let address, schema.hasPrefix("{"), !schema.contains("\"$schema\"") else { return schema }
    return "{\"$schema\": \"\(address)#\"\(schema == "{}" ? "" : ", ")" + schema.dropFirst()
  }

  /// Nil where no `$schema` means the draft.
  private var address: String? {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2020: nil
    }
  }

  /// Remote schemas at the addresses that the suite assumes, and the metaschemas of the drafts.
  private func read(_ address: String, in folder: String) -> [UInt8]? {
    var path = "\(folder)/metaschemas/"
    if address.hasPrefix("http://localhost:1234/") {
      path = "\(folder)/remotes/" + address.dropFirst("http://localhost:1234/".count)
    } else if let draft = SchemaSuite.allCases.first(where: { $0.address == address }) {
      path += "\(draft.rawValue).json"
    } else if address.hasPrefix("https://json-schema.org/draft/2020-12/") {
      path += "draft2020-12/" + address.dropFirst("https://json-schema.org/draft/2020-12/".count)
    } else {
      return nil
    }
    return (try? Data(contentsOf: URL(filePath: path))).map(Array.init)
  }
}
