internal import Diagnostics
internal import Templates

/// Reads the files of one schema, and keeps them.
struct SchemaFiles {
  private let environment: ReadingEnvironment
  private(set) var files: [ValueSchema.File] = []
  private(set) var unread: [(path: String, reason: String, isTooLarge: Bool)] = []

  init(_ environment: ReadingEnvironment) { self.environment = environment }

  mutating func read(_ path: String) -> [UInt8]? {
    if let file = files.first(where: { $0.path == path }) { return file.bytes }
    // A URL or a URN: only files are read.
    if path.contains("://") || path.hasPrefix("urn:") {
      note(path, "nothing is fetched from a network")
      return nil
    }
    switch environment.file(path) {
    case .success(let bytes):
      guard bytes.count <= SourceText.largest else {
        note(path, "it is larger than 4 MiB", isTooLarge: true)
        return nil
      }
      let text = Array(bytes.dropFirst(ByteOrderMark.length(in: bytes)))
      files.append(ValueSchema.File(path: path, bytes: text))
      return text
    case .failure(let failure):
      note(path, failure.reason)
      return nil
    }
  }

  private mutating func note(_ path: String, _ reason: String, isTooLarge: Bool = false) {
    if !unread.contains(where: { $0.path == path }) { unread.append((path, reason, isTooLarge)) }
  }
}
