package import Diagnostics
package import Scenarios
package import Verification

/// Everything that `why` explains: all that reports and diagnostics call by a name.
package enum Subject: Sendable, Hashable {
  case exit(ExitCode)
  case metric(Metric)
  /// All statistics of one latency share a page.
  case latency(Latency)
  case code(Code)
  /// A word that is none of these.
  case word(ReportWord)

  package enum Group: String, Sendable, CaseIterable {
    case exits = "exit codes"
    case metrics = "counts and measurements"
    case problems = "problems of a run"
    case diagnostics = "diagnostics of a scenario"
    case requests = "diagnostics of a posting request"
    case words = "other words of reports"
  }

  package static let all: [Subject] = Group.allCases.flatMap(of)

  package static func of(_ group: Group) -> [Subject] {
    switch group {
    case .exits: ExitCode.allCases.map(Subject.exit)
    case .metrics:
      Metric.allCases.filter { !$0.isLatency }.map(Subject.metric) + Latency.allCases.map(Subject.latency)
        + PlaceMetric.allCases.filter { Metric(name: $0.name) == nil }.map { Subject.metric(.place($0)) }
    case .problems: Code.allCases.filter { $0.area != .scenario && $0.area != .request }.map(Subject.code)
    case .diagnostics: Code.allCases.filter { $0.area == .scenario }.map(Subject.code)
    case .requests: Code.allCases.filter { $0.area == .request }.map(Subject.code)
    case .words: ReportWord.all.map(Subject.word)
    }
  }

  /// The name in reports: `22`, `lost`, `infrastructure.unreachable`, `scenario.unknown-key`.
  package var name: String {
    switch self {
    case .exit(let code): String(code.rawValue)
    case .metric(let metric): metric.name
    case .latency(let latency): latency.rawValue
    case .code(let code): code.rawValue
    case .word(let word): word.name
    }
  }

  package var explanation: Explanation {
    switch self {
    case .exit(let code): code.explanation
    case .metric(let metric): explanation(of: metric)
    case .latency(let latency): latency.explanation
    case .code(let code): code.explanation
    case .word(let word): word.explanation
    }
  }

  /// That of a stage's metric, and behind it that of the sinks' or groups' of the same name.
  private func explanation(of metric: Metric) -> Explanation {
    var explanation = metric.facts.explanation
    if case .place = metric { return explanation }
    guard let kind = PlaceKind.allCases.first(where: { $0.metric(named: metric.name) != nil }),
      let twin = kind.metric(named: metric.name)?.facts.explanation
    else { return explanation }
    let causes = [explanation.causes, "Of a \(kind.rawValue): \(twin.headline). \(twin.causes)"]
    explanation.causes = causes.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return explanation
  }

  /// Where it is met and how it counts, in one sentence.
  var bearing: String {
    switch self {
    case .exit: "An exit code. Where several apply to a run, its last line, result: …, names them all."
    case .metric(let metric): bearing(of: metric.breach)
    case .latency(let latency): bearing(of: Metric.latency(latency, latency.statistics[0]).breach)
    case .code(let code) where code.area == .scenario:
      "A diagnostic of a scenario file. One error is enough for exit code 65; warnings change nothing."
    case .code(let code) where code.area == .request:
      "A diagnostic of a posting request. One is enough for exit code 65, and nothing is sent."
    case .code(let code): "A problem, not an anomaly of a message. Alone it means exit code \(code.exit.rawValue)."
    case .word(let word): word.bearing
    }
  }

  private func bearing(of breach: MetricFacts.Breach) -> String {
    let exit = breach.exit.rawValue
    return switch breach {
    case .inconclusive:
      "An expectation on it that does not hold proves nothing either way: exit code \(exit); its check is called "
        + "inconclusive.\(name)."
    case .verification:
      "An expectation on it that is broken: exit code \(exit); its check is called verification.\(name), or "
        + "inconclusive.\(name) if nothing is proven (exit code 22)."
    case .expectation:
      "An expectation on it that is broken: exit code \(exit); its check is called expectation.\(name), or "
        + "inconclusive.\(name) if nothing is proven (exit code 20, 21 or 22)."
    }
  }
}

extension Subject {
  /// The subject that `text` names, however much of it was copied: `scenario.unknown-key`, `[unknown-key]`, `inconclusive.lost`,
  /// `ack_latency_p99_ms`, `"lost == 0"`, `exit=22`, `rate kept`, `broken:`, `also=11,22`.
  package static func named(_ text: String) -> Subject? {
    readings(of: text).lazy.compactMap { subject(of: current($0)) }.first
  }

  private static func subject(of word: String) -> Subject? {
    if let subject = spellings[word] { return subject }
    let area = Check.Area.allCases.first { word.hasPrefix("\($0.rawValue).") }
    guard let area, let subject = spellings[String(word.dropFirst(area.rawValue.count + 1))] else { return nil }
    // Only checks of metrics have an area in their code.
    return switch subject {
    case .metric, .latency: subject
    case .exit, .code, .word: nil
    }
  }

  /// A text as the name of several words, as one word with more behind it, and as the field of a line.
  private static func readings(of text: String) -> [String] {
    let words = text.split { $0 == " " }
    let first = words.first.map(String.init) ?? ""
    return [plain(words.joined(separator: "_")), plain(first), plain(String(first.prefix { $0 != "=" }))]
  }

  /// The nearest of all names, for a question; nil where none is near, or where a number is asked about.
  package static func nearest(to text: String) -> String? {
    guard !text.allSatisfy(\.isNumber) else { return nil }
    let word = readings(of: text)[1]
    // A slip of the fingers, not any word of about that length.
    return Suggestion.nearest(to: word, in: spellings.keys.sorted(), atMost: word.count < 8 ? 1 : 2)
      .flatMap { spellings[$0]?.name }
  }

  /// Earlier reports have `untold` in place of `inconclusive`.
  private static func current(_ word: String) -> String {
    word.hasPrefix("untold.") ? "inconclusive." + word.dropFirst("untold.".count) : word
  }

  /// Every way to say each, in the form of `plain`.
  static let spellings: [String: Subject] = Dictionary(
    all.flatMap { subject in subject.shortNames.map { (plain($0), subject) } }, uniquingKeysWith: { first, _ in first })

  /// The name, and the part of it that is unique.
  var shortNames: [String] {
    switch self {
    case .exit(let code):
      [name, "exit_\(name)", "exit=\(name)", "run.exit_\(name)"]
        + (code == .inconclusive
          ? ["inconclusive", "expectations_inconclusive", "untold", "expectations_untold"] : [])
    case .metric(.sending(.unknown)): [name, "unanswered"]
    case .metric(.reading(.unknownFound)): [name, "of_it_found"]
    case .metric(let metric): [name] + metric.columns.filter { $0 != name }
    case .latency(let latency):
      [name]
        + Latency.Statistic.allCases.flatMap { ["\(latency.rawValue)_\($0)", "\(latency.rawValue)_\($0)_ms"] }
        + latency.titles
    case .code(let code):
      [name] + (code.isNamedByPart ? [code.part] : [])
        + (code == .messageTooLarge ? ["MSG_SIZE_TOO_LARGE"] : [])
        + (code == .abortWhen ? ["expectation.abort_when"] : [])
    case .word(let word): [name] + word.others
    }
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().filter { !"[]\"'`():,".contains($0) }.map { $0 == "-" ? "_" : $0 })
  }
}

extension Code {
  /// The name without its area.
  fileprivate var part: String { String(rawValue.drop { $0 != "." }.dropFirst()) }

  /// False where a code before it has the same part: `bad-value` alone is a scenario's.
  fileprivate var isNamedByPart: Bool { Code.allCases.first { $0.part == part } == self }
}

extension Latency {
  /// Its short titles in the table of the console.
  fileprivate var titles: [String] {
    switch self {
    case .ack: ["ack", "ack_p50", "ack_p99"]
    case .endToEnd: ["e2e", "e2e_p50", "e2e_p99"]
    case .lateness: ["late", "late_p99"]
    case .service: []
    }
  }
}
