internal import Diagnostics
internal import Scenarios
internal import Verification

/// The tables behind that of the stages: what was posted where, and how far it came, sink by sink in the order of `from`.
struct PathTable {
  /// A sink, and how many others are between it and what was sent.
  private struct Step {
    var sink: SinkResult
    var depth: Int
  }

  private let result: RunResult
  private let posted: [StageResult]
  private let steps: [Step]

  init(_ result: RunResult) {
    self.result = result
    posted = result.stages.filter { $0.ran && $0.answers != nil }
    steps = Self.steps(result.sinks ?? [])
  }

  /// Each behind the sink that it takes from; a file may have a circle, whose sinks come last.
  private static func steps(_ sinks: [SinkResult]) -> [Step] {
    var steps: [Step] = []
    var taken: Set<String> = []
    func take(_ sink: SinkResult, depth: Int) {
      guard taken.insert(sink.name).inserted else { return }
      steps.append(Step(sink: sink, depth: depth))
      for next in sinks where next.from == sink.name { take(next, depth: depth + 1) }
    }
    let names = Set(sinks.map(\.name))
    for sink in sinks where !(sink.from.map(names.contains) ?? false) { take(sink, depth: 0) }
    for sink in sinks { take(sink, depth: 0) }
    return steps
  }

  /// Empty where there is nothing to show.
  func text(width: Int) -> String {
    [postedTable(width: width), sinkTable(width: width), lines(width: width)].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  // MARK: Posted

  private func postedTable(width: Int) -> String {
    guard !posted.isEmpty else { return "" }
    return TextTable(columns: [
      TextTable.Column(title: "posted", cells: posted.map { $0.name.visible.cut(to: 32) }, isWords: true),
      TextTable.Column(
        title: "to", cells: posted.map { ($0.answers?.target ?? "").visible.cut(to: 24) }, isWords: true),
      counts("acknowledged") { $0.send[.acknowledged] },
      counts("rejected") { $0.send[.rejected] },
      counts("unanswered") { $0.send[.unknown] },
      exceptions("2xx") { $0.successes },
      exceptions("3xx") { $0.redirects },
      exceptions("4xx") { $0.clientErrors },
      exceptions("5xx") { $0.serverErrors },
      exceptions("no answer") { $0.unanswered },
      TextTable.Column(
        title: "connections",
        cells: posted.map { $0.answers.map { HumanNumber.grouped(bytes: $0.connectionsMax) } ?? "" }),
    ]).text(width: width)
  }

  private func counts(_ title: String, _ count: (StageResult) -> UInt64) -> TextTable.Column {
    TextTable.Column(title: title, cells: posted.map { HumanNumber.grouped(count($0)) })
  }

  private func exceptions(_ title: String, _ count: (TargetAnswers) -> UInt64) -> TextTable.Column {
    let counts = posted.map { $0.answers.map(count) ?? 0 }
    let isShown = counts.contains { $0 > 0 }
    return TextTable.Column(title: title, cells: counts.map { isShown ? HumanNumber.grouped($0) : "" })
  }

  // MARK: Sinks

  private func sinkTable(width: Int) -> String {
    guard !steps.isEmpty else { return "" }
    return TextTable(columns: [
      words("sink") { String(repeating: "  ", count: min($0.depth, 8)) + $0.sink.name.visible.cut(to: 32) },
      words("verdict") { $0.sink.verdict.rawValue },
      words("from") { ($0.sink.from ?? "acknowledged").visible.cut(to: 24) },
      numbers(.expected), numbers(.found), numbers(.missing), exceptions("unseen", [.unseen]),
      exceptions("unanswered", [.unknownFound, .unknownAbsent, .unknownUnseen]),
      exceptions("of it found", [.unknownFound]),
      numbers(.duplicated), numbers(.stray), exceptions("phantom", [.phantom]),
      exceptions("corrupted", [.corrupted]), exceptions("invalid", [.invalid]), exceptions("foreign", [.foreign]),
      cells("caught up") { $0.caughtUp.map { HumanNumber.seconds(nanoseconds: $0) } },
      latency("e2e p50", 50), latency("e2e p99", 99),
    ]).text(width: width)
  }

  private func words(_ title: String, _ cell: (Step) -> String) -> TextTable.Column {
    TextTable.Column(title: title, cells: steps.map(cell), isWords: true)
  }

  private func cells(_ title: String, _ cell: (SinkResult) -> String?) -> TextTable.Column {
    TextTable.Column(title: title, cells: steps.map { cell($0.sink) ?? "" })
  }

  private func numbers(_ count: SinkCount) -> TextTable.Column {
    cells(count.facts.name) { $0.value(of: count).map(HumanNumber.grouped) }
  }

  /// Shown if any sink has some.
  private func exceptions(_ title: String, _ counts: [SinkCount]) -> TextTable.Column {
    func sum(_ sink: SinkResult) -> UInt64? {
      let known = counts.compactMap(sink.value)
      return known.isEmpty ? nil : known.reduce(0, &+)
    }
    let isShown = steps.contains { (sum($0.sink) ?? 0) > 0 }
    return cells(title) { isShown ? sum($0).map(HumanNumber.grouped) : nil }
  }

  private func latency(_ title: String, _ percentile: Double) -> TextTable.Column {
    cells(title) { $0.endToEndLatency?.milliseconds(atPercentile: percentile).map(HumanNumber.milliseconds) }
  }

  // MARK: In words

  /// Who lost what, the lag of groups, and what the actions cost.
  private func lines(width: Int) -> String {
    let losses = steps.compactMap { SinkSentences($0.sink, of: result).loss }
    let groups = (result.groups ?? []).map { GroupSentences($0).line }
    let actions = (result.actions ?? []).map { action in
      let words = ActionSentences(action)
      return (["action \(action.name.visible): \(words.course)"] + words.cost).joined(separator: "; ")
    }
    return (losses + groups + actions).flatMap { line in
      line.wrapped(at: width - 4).enumerated().map { $0 == 0 ? $1 : "    \($1)" }
    }.joined(separator: "\n")
  }
}

extension SinkResult {
  /// Nil where the sink was not read, or does not count such a thing.
  fileprivate func value(of count: SinkCount) -> UInt64? { counts(count) ? counts?[count] : nil }
}
