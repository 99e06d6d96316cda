internal import Diagnostics
internal import Scenarios
internal import Templates

/// A file of gaps between messages: one duration a line, as the language writes durations; a gap may be `0s`.
struct GapFile {
  /// The first mistake in a file; the line is nil where the whole file is meant.
  struct Mistake: Error {
    var line: Line?
    var reason: String
    var remedy: String?
    var code = Code.data
  }

  struct Line {
    var number: Int
    /// As much of it as is shown.
    var text: String
  }

  var gaps: [Nanoseconds]
  var sha256: String

  init(_ file: DataBytes) throws(Mistake) {
    sha256 = file.sha256
    let read = file.bytes.withUnsafeBytes { bytes in
      Result { () throws(Mistake) in try Self.gaps(in: bytes) }
    }
    gaps = try read.get()
    guard !gaps.isEmpty else {
      throw Mistake(reason: "has no gaps", remedy: "write one duration a line, such as 250ms")
    }
    guard gaps.contains(where: { $0 > .zero }) else {
      throw Mistake(
        reason: "has no gap above 0", remedy: "write count: \(gaps.count) and rate: max, which sends without gaps")
    }
  }

  private static func gaps(in bytes: UnsafeRawBufferPointer) throws(Mistake) -> [Nanoseconds] {
    var gaps: [Nanoseconds] = []
    var sum = Nanoseconds.zero
    var start = TextEncoding.markLength(in: bytes)
    var number = 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let next = end + 1
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      let gap = try gap(line, number)
      sum += gap
      guard sum <= Quantity.longest else {
        throw Mistake(line: self.line(line, number), reason: "the gaps up to here are longer than ten years")
      }
      guard number <= Replay.mostGaps else {
        throw Mistake(reason: "has more than \(Replay.mostGaps) gaps", remedy: "remove lines, or use several stages")
      }
      gaps.append(gap)
      start = next
    }
    return gaps
  }

  private static func gap(_ line: UnsafeRawBufferPointer, _ number: Int) throws(Mistake) -> Nanoseconds {
    // A duration has far fewer.
    guard line.count <= 64 else {
      throw Mistake(line: self.line(line, number), reason: "this line is not a duration", remedy: "for example 250ms")
    }
    let text = String(decoding: line, as: UTF8.self)
    guard !text.isEmpty else {
      throw Mistake(line: self.line(line, number), reason: "an empty line is not a gap", remedy: "remove it")
    }
    do { return try Quantity.duration(text) } catch {
      throw Mistake(
        line: self.line(line, number), reason: "gap \(quoted(text)) \(error.reason)", remedy: error.remedy)
    }
  }

  private static func line(_ bytes: UnsafeRawBufferPointer, _ number: Int) -> Line {
    Line(number: number, text: String(decoding: bytes.prefix(DataBytes.longestLine), as: UTF8.self))
  }
}

extension ValueReader {
  /// The recording in a file that a rate names.
  mutating func recording(_ path: String, speed: UInt64, at range: SourceRange) -> Replay? {
    switch gapFile(path) {
    case .success(let file):
      return Replay(file: path, sha256: file.sha256, speed: speed, gaps: file.gaps)
    case .failure(let mistake):
      report(mistake, in: path, at: range)
      return nil
    }
  }

  private mutating func gapFile(_ path: String) -> Result<GapFile, GapFile.Mistake> {
    if let known = recordings[path] { return known }
    let read: Result<GapFile, GapFile.Mistake>
    switch environment.data(path) {
    case .failure(let failure) where failure.isTooLarge:
      read = .failure(.init(reason: "is larger than 1 GiB", remedy: "remove lines"))
    case .failure(let failure):
      read = .failure(.init(reason: failure.complaint, remedy: failure.remedy, code: .badValue))
    case .success(let file) where file.bytes.count > DataBytes.largest:
      read = .failure(.init(reason: "is larger than 1 GiB", remedy: "remove lines"))
    case .success(let file): read = Result { () throws(GapFile.Mistake) in try GapFile(file) }
    }
    recordings[path] = read
    return read
  }

  private mutating func report(_ mistake: GapFile.Mistake, in path: String, at range: SourceRange) {
    guard let line = mistake.line else {
      report(Diagnostic(code: mistake.code, "\(quoted(path)) \(mistake.reason)", at: range, remedy: mistake.remedy))
      return
    }
    let scalars = Array(line.text.unicodeScalars)
    reports.files.add(line: line.number, scalars, of: path)
    let start = SourcePosition(file: path, line: line.number, column: 1)
    let end = SourcePosition(file: path, line: line.number, column: max(scalars.count, 1) + 1)
    report(
      Diagnostic(
        code: mistake.code, mistake.reason, at: SourceRange(start: start, end: end), remedy: mistake.remedy,
        notes: [.init("the rate is replayed from here", at: range)]))
  }
}
