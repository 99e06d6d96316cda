internal import Diagnostics
internal import Templates

/// Reads the files of one schema, and keeps them.
struct SchemaFiles {
  /// The reason why a file was not read.
  enum UnreadReason: Equatable {
    /// The path is a URL or a URN; only files are read.
    case notFile
    case tooLarge
    /// It is YAML that cannot be turned into JSON, and the mistakes in it were reported.
    case faultyYAML
    /// In another encoding than UTF-8.
    case encoding(TextEncoding)
    /// It is outside of the folders that a scenario may read.
    case outside(folder: String)
    /// The system's reason.
    case unreadable(String)

    var text: String {
      switch self {
      case .notFile: "nothing is fetched from a network"
      case .tooLarge: "it is larger than 4 MiB"
      case .faultyYAML: "its YAML has errors"
      case .encoding(let encoding): "it is \(encoding.rawValue); save it as UTF-8"
      case .outside(let folder): "it is outside of the scenario's folder; --allow-path \(folder) allows it"
      case .unreadable(let reason): reason
      }
    }
  }

  private let environment: ReadingEnvironment
  private(set) var files: [ValueSchema.File] = []
  private(set) var unread: [(path: String, reason: UnreadReason)] = []
  /// The files in YAML, by their paths.
  private(set) var yaml: [String: YAMLSchemaFile] = [:]

  init(_ environment: ReadingEnvironment) { self.environment = environment }

  mutating func read(_ path: String) -> [UInt8]? {
    if let file = files.first(where: { $0.path == path }) { return file.bytes }
    if path.contains("://") || path.hasPrefix("urn:") {
      note(path, .notFile)
      return nil
    }
    switch environment.file(path) {
    case .success(let bytes):
      guard bytes.count <= SourceText.largest else {
        note(path, .tooLarge)
        return nil
      }
      let encoding = TextEncoding(of: bytes)
      // libxml2 reads UTF-16 that has a mark or says so itself.
      guard encoding == .utf8 || TextEncoding.text(of: bytes).hasPrefix("<?xml") else {
        note(path, .encoding(encoding))
        return nil
      }
      let text = Array(bytes.dropFirst(TextEncoding.markLength(in: bytes)))
      files.append(ValueSchema.File(path: path, bytes: text))
      return text
    case .failure(let failure):
      note(path, failure.outside.map { .outside(folder: $0) } ?? .unreadable(failure.reason))
      return nil
    }
  }

  /// The JSON of a file of a JSON Schema, which may be YAML.
  mutating func readJSON(_ path: String) -> [UInt8]? {
    guard YAMLSchemaFile.isYAML(path) else { return read(path) }
    guard yaml[path] == nil, let bytes = read(path) else { return yaml[path]?.json }
    let file = YAMLSchemaFile(bytes, path: path)
    yaml[path] = file
    if file.json == nil { note(path, .faultyYAML) }
    return file.json
  }

  private mutating func note(_ path: String, _ reason: UnreadReason) {
    if !unread.contains(where: { $0.path == path }) { unread.append((path, reason)) }
  }
}
