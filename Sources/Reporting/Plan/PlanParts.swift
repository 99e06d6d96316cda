internal import Diagnostics
internal import Scenarios
internal import Templates

/// The lists of a plan below its stages.
extension PlanText {
  static func topics(_ plan: Plan) -> String {
    let table = TextTable(columns: [
      .init(title: "topic", cells: plan.topics.map(\.name.visible), isWords: true),
      .init(title: "partitions", cells: plan.topics.map(partitions), isWords: true),
      .init(title: "replication", cells: plan.topics.map { $0.replication.map(String.init) ?? "" }, isWords: true),
      .init(title: "before the first message", cells: plan.topics.map(fate), isWords: true),
    ])
    return table.text(width: width) + "\n"
  }

  private static func partitions(_ topic: PlannedTopic) -> String {
    if let partitions = topic.partitions { return String(partitions) }
    return topic.create == .ifMissing ? "as it has; 1 where it is created" : "as it has"
  }

  private static func fate(_ topic: PlannedTopic) -> String {
    if topic.isUnused { return "left alone: no stage sends to it" }
    let before =
      switch topic.create {
      case .ifMissing: "created if it is missing"
      case .always: "deleted if it exists (with --allow-delete), and created"
      case .never: "must exist"
      case .byBroker: "the cluster creates it by its own defaults if it is not there"
      }
    switch topic.deletion {
    case .never: return before
    case .passed: return before + "; deleted after the run if this run created it and passed"
    case .after: return before + "; deleted after the run if this run created it"
    }
  }

  // MARK: Messages

  /// The limit for a sample's value.
  private static let sampleLines = 5

  static func messages(_ plan: Plan) -> String {
    plan.samples.map { sample in
      let heading =
        "message \(sample.sequence) of \(sample.stage): template \(sample.template), \(sample.format.rawValue), "
        + HumanNumber.count(UInt64(sample.byteCount), "byte")
      let key = sample.key.map { lines(of: $0, at: width - 12, most: 1)[0] } ?? "none"
      let value = sample.value.map { lines(of: $0, at: width - 9, most: sampleLines) } ?? ["none: a tombstone"]
      return "\(heading)\n  key    \(key)\n  value  \(value.joined(separator: "\n         "))\n"
    }.joined(separator: "\n")
  }

  /// Untrusted bytes as lines that a terminal shows and does not interpret; the rest is cut off.
  private static func lines(of bytes: [UInt8], at width: Int, most: Int) -> [String] {
    // A character of UTF-8 takes four bytes at most.
    let text = String(decoding: bytes.prefix(width * most * 4), as: UTF8.self).withoutUserInfo
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = String(line).visible.unicodeScalars[...]
      repeat {
        let part = Self.part(of: rest, at: width)
        rest = rest.dropFirst(part.count)
        // A line that is broken here may begin with the command of a CI system.
        lines.append(String(String.UnicodeScalarView(part)).visible)
      } while !rest.isEmpty && lines.count <= most
      if lines.count > most { break }
    }
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    if lines.count > most { lines = lines.prefix(most - 1) + [lines[most - 1] + "…"] }
    return lines.map { $0.last == " " ? String($0.dropLast()) : $0 }
  }

  /// As much as a line holds, up to a blank where one is near its end.
  private static func part(
    of text: Substring.UnicodeScalarView, at width: Int
  ) -> Substring.UnicodeScalarView {
    let part = text.prefix(width)
    guard part.count < text.count, let blank = part.lastIndex(of: " "),
      part.distance(from: blank, to: part.endIndex) < width / 3
    else { return part }
    return part[...blank]
  }

  // MARK: Client, memory, files

  static func settings(_ plan: Plan) -> String {
    let longest = 34
    let table = TextTable(columns: [
      .init(title: "client setting", cells: plan.settings.map(\.name.visible), isWords: true),
      .init(
        title: "producer", cells: plan.settings.map { ($0.producer ?? "").cut(to: longest).visible }, isWords: true),
      .init(title: "reader", cells: plan.settings.map { ($0.reader ?? "").cut(to: longest).visible }, isWords: true),
      .init(title: "from", cells: plan.settings.map { ($0.place ?? "").visible }, isWords: true),
    ])
    return table.text(width: width) + "\n(every other setting is the client library's default)\n"
  }

  static func memory(_ plan: Plan) -> String {
    let memory = plan.memory
    let table = TextTable(columns: [
      .init(title: "memory, at most", cells: memory.parts.map(\.what) + ["all"], isWords: true),
      .init(
        title: "",
        cells: memory.parts.map { HumanNumber.bytes(Double($0.bytes)) } + [HumanNumber.bytes(Double(memory.total))]),
      .init(title: "", cells: memory.parts.map(\.why) + ["beside the program itself"], isWords: true),
    ])
    let workFile =
      switch memory.workFile {
      case _ where plan.verify.unread != nil: "none: nothing is read back"
      case 0?: "none: all offsets fit into memory"
      case let size?: "up to \(HumanNumber.bytes(Double(size))), gone when the run ends"
      case nil: "2 to 3 bytes for each acknowledged message beyond memory, gone when the run ends"
      }
    return table.text(width: width) + "\n" + fact("work file", workFile)
  }

  static func files(_ plan: Plan) -> String {
    plan.files.enumerated().map { $0.offset == 0 ? "writes     \($0.element)\n" : "           \($0.element)\n" }
      .joined()
  }
}
