package import Diagnostics
internal import Payloads

/// The requests of a file, or of bytes that came another way, with every mistake in them.
package struct PostRequestFile: Sendable {
  package struct Entry: Sendable {
    /// Nil where brokers, topic or content cannot be read. With a mistake in it, it is there to find those of its texts, too.
    package var request: PostRequest?
    /// The messages asked for: 1 where the request does not say it, 0 where no number can be read.
    package var asked: UInt64
    /// Sorted by position.
    package var diagnostics: [Diagnostic]
  }

  package var isArray = false
  /// One for an object, as many as elements for an array; none where the file as a whole has a mistake.
  package var entries: [Entry] = []
  /// Mistakes of the file as a whole.
  package var diagnostics: [Diagnostic] = []
  /// The text that positions are in, with secrets hidden.
  package var files: SourceFiles

  /// Elements of an array.
  package static let mostRequests = 1000
  /// Values in all of them together.
  package static let mostValues = 100_000

  package static func read(_ bytes: [UInt8], path: String) -> PostRequestFile {
    let bytes = Array(bytes.dropFirst(TextEncoding.markLength(in: bytes)))
    var file = PostRequestFile(files: SourceFiles(SourceText([], path: path)))
    if let fault = fault(ofBytes: bytes) {
      file.diagnostics = [fault]
      return file
    }
    let places = BytePositions(of: bytes)
    do throws(JSONNode.ReadError) {
      let root = try JSONNode.read(bytes)
      if root.count > mostValues {
        file.report("the file has more than \(mostValues) values", at: SourceText.beginning())
        return file
      }
      let secrets = RequestSecrets(in: root, of: bytes)
      file.show(bytes, path: path, without: secrets, places)
      file.read(root, places, secrets)
    } catch {
      switch error {
      case .malformed(let reason, let offset):
        if let offset { file.show(bytes, path: path, without: RequestSecrets(in: bytes, before: offset), places) }
        let range = offset.map { places[$0..<min($0 + 1, bytes.count)] } ?? SourceText.beginning()
        let hint = offset.flatMap { JSONFaultHint(in: bytes, at: $0) }
        let message = "the file is not JSON: \(hint?.reason ?? ParserSentence.plain(reason))"
        file.diagnostics = [Diagnostic(code: .requestJSON, message, at: range, remedy: hint?.remedy)]
      case .tooDeep(let offset):
        let message = "values are nested more than \(JSONNode.deepest) levels deep"
        file.diagnostics = [Diagnostic(code: .requestJSON, message, at: places[offset..<offset + 1])]
      }
    }
    return file
  }

  /// A reason not to parse the file; nothing of it is shown then.
  private static func fault(ofBytes bytes: [UInt8]) -> Diagnostic? {
    func fault(_ message: String, at range: SourceRange = SourceText.beginning(), remedy: String? = nil) -> Diagnostic {
      Diagnostic(code: .requestJSON, message, at: range, remedy: remedy)
    }
    if bytes.count > SourceText.largest { return fault("the file is larger than \(SourceText.largest >> 20) MiB") }
    let encoding = TextEncoding(of: bytes)
    if encoding != .utf8 { return fault("the file is \(encoding.rawValue)", remedy: "save it as UTF-8") }
    if let end = SourceText.endOfUTF8(in: bytes[...]) {
      return fault("the file is not UTF-8", at: SourceRange(start: end, end: end), remedy: "save it as UTF-8")
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      return fault("the file is empty", remedy: "write a request, for example \(RequestExample.request)")
    }
    return nil
  }

  private mutating func show(_ bytes: [UInt8], path: String, without secrets: RequestSecrets, _ places: BytePositions) {
    files = SourceFiles(SourceText(bytes, path: path))
    for range in secrets.ranges { files.hide(places[range]) }
    for value in secrets.values { files.hide(value) }
  }

  private mutating func read(_ root: JSONNode, _ places: BytePositions, _ secrets: RequestSecrets) {
    switch root.content {
    case .object:
      entries = [RequestReader.entry(root, number: nil, places, secrets)]
    case .array(let elements) where elements.isEmpty:
      report("the array is empty: it has no request", at: places[root.range])
    case .array(let elements) where elements.count > Self.mostRequests:
      report(
        "the array has \(elements.count) requests, more than \(Self.mostRequests)",
        at: places[elements[Self.mostRequests].range], remedy: "split it into several files")
    case .array(let elements):
      isArray = true
      entries = zip(elements, 1...).map { RequestReader.entry($0, number: $1, places, secrets) }
    case .string, .integer, .decimal, .boolean, .null:
      report(
        "a request must be an object, not \(root.noun)", at: places[root.range],
        remedy: "for example \(RequestExample.request)")
    }
  }

  private mutating func report(_ message: String, at range: SourceRange, remedy: String? = nil) {
    diagnostics.append(Diagnostic(code: .requestJSON, message, at: range, remedy: remedy))
  }
}
