import Diagnostics
import FoundationEssentials
import Scenarios
import Testing
import Verification

@testable import Reporting

/// Texts of others that a CI system would obey in the log of a build, through every report and message.
@Suite struct LogCommandTests {
  static let commands: [(system: String, text: String, shown: String)] = [
    ("GitHub", "::error file=a,line=1::x", "\\u{3A}:error file=a,line=1::x"),
    ("GitHub, behind a blank", "a ::stop-commands::x", "a \\u{3A}:stop-commands::x"),
    ("GitHub, behind a wide blank", "\u{3000}::add-mask::x", "\u{3000}\\u{3A}:add-mask::x"),
    ("GitHub, the old form", "a##[set-env name=PATH]x", "a\\u{23}#[set-env name=PATH]x"),
    ("GitHub, groups", "##[group]x", "\\u{23}#[group]x"),
    ("Azure", "x ##vso[task.setvariable variable=a]b", "x \\u{23}#vso[task.setvariable variable=a]b"),
    ("Azure, one more", "###VSO[task.complete]", "#\\u{23}#VSO[task.complete]"),
    ("TeamCity", "##teamcity[buildStatus text='x']", "\\u{23}#teamcity[buildStatus text='x']"),
    ("Buildkite, a group", "--- group", "\\u{2D}-- group"),
    ("Buildkite, an open group", "+++ group", "\\u{2B}++ group"),
    ("Buildkite, a muted group", "~~~", "\\u{7E}~~"),
    ("Buildkite, opens the last group", "^^^ +++", "\\u{5E}^^ +++"),
    (
      "GitLab and Travis", "section_start:1:a\r\u{1B}[0Ktravis_fold:start:a\r",
      "section_start:1:a\\u{D}\\u{1B}[0Ktravis_fold:start:a\\u{D}"
    ),
    ("a second line", "a\n::error::x\n--- y", "a\\u{A}\\u{3A}:error::x\\u{A}\\u{2D}-- y"),
  ]

  @Test("one rule", arguments: commands)
  func visible(_ system: String, _ text: String, _ shown: String) {
    #expect(text.visible == shown)
    #expect(shown.visible == shown)
    #expect(!Self.obeys(line: text.visible), "\(system)")
  }

  @Test(
    "other text stays",
    arguments: [
      "a::b", "[::1]:9092", "connect to ::1", "std::vector", "fe80::a1", "# heading", "## heading", "##", "a#b[c",
      "#[0]",
      "-- a", "---a", "a --- b", "++i", "~/~~", "a: :b", "12:30::", "2001:db8::",
    ]) func harmless(_ text: String)
  {
    #expect(text.visible == text)
  }

  @Test("what a parser reads is the same", arguments: commands)
  func lossless(_ system: String, _ text: String, _ shown: String) throws {
    let json = PrettyJSON.document(["key \(text)": text])
    #expect(try JSONDecoder().decode([String: String].self, from: Data(json.utf8)) == ["key \(text)": text])
    #expect(!Self.obeys(json), "\(json)")
    var run = HostileRun.run
    run.scenario = text
    let bytes = try RunJSON.bytes(run)
    #expect(try RunJSON.result(from: bytes).scenario == text)
    #expect(!Self.obeys(String(decoding: bytes, as: UTF8.self)))
    // The shell's quotes yield the text again; XML's references are read by every parser.
    let word = ShellText.word(text)
    #expect(!Self.obeys(word))
    if text.mustBeEscaped { #expect(word.hasPrefix("$'")) }
    #expect(XMLText.content("::error::\n--- ##[x]") == "&#58;:error::\n&#45;-- &#35;#[x]")
  }

  /// A run in which every text of others is `text`, once at its beginning and once where a line may be broken.
  private static func run(_ text: String) -> RunResult {
    func long(_ width: Int) -> String { String(repeating: "x", count: width) + text }
    var stage = SampleRun.steady
    stage.name = text
    stage.topic = text
    stage.template = text
    stage.problem = Problem(code: text, message: long(92), exit: .internalFault)
    stage.rejections = [Rejection(code: text, text: long(80), count: 1, isInfrastructure: false)]
    var witness = SampleRun.witness(.corrupted, 1, at: 2)
    witness.topic = text
    witness.detail = text
    stage.checks = [
      SampleRun.check(.corrupted, .broken, 1, witnesses: [witness]), SampleRun.check(.rejected, .broken, 1),
      SampleRun.check(.lost, .inconclusive(because: long(96), exit: .inconclusive), nil),
      SampleRun.check(.invalid, .skipped(because: text), nil),
    ]
    var run = SampleRun.run(
      stages: [stage], verdict: .failed, exits: [.internalFault, .verificationFailed],
      problems: (90...102).map { Problem(code: text, message: long($0), exit: .internalFault) },
      notes: [text, long(100)])
    run.scenario = text
    run.scenarioPath = text
    run.runID = text
    run.provenance.label = text
    run.provenance.host = text
    return run
  }

  @Test("no line of any report is a command", arguments: commands)
  func reports(_ system: String, _ text: String, _ shown: String) throws {
    let run = Self.run(text)
    let outputs = [
      ("console", ConsoleSummary.text(run, files: ["/\(text)", text])), ("junit.xml", JUnitReport.text(run)),
      ("stages.csv", StagesCSV.text(run)), ("run.json", String(decoding: try RunJSON.bytes(run), as: UTF8.self)),
      (
        "progress",
        ProgressLine.text(
          ProgressFigures(
            stage: text, elapsed: .zero, target: nil, sent: 1, due: nil, acknowledged: 1, read: nil, rate: 1,
            latenessMax: nil, lag: nil, rejected: 0))
      ),
      ("file error", FileError(path: text, code: nil, reason: "no").message),
    ]
    for (name, output) in outputs { #expect(!Self.obeys(output), "\(name): \(Self.first(output) ?? "")") }
  }

  @Test("no line of a diagnostic is a command, in any format", arguments: commands)
  func diagnostics(_ system: String, _ text: String, _ shown: String) {
    let source = SourceText(Array("\(text)\n  \(text)\n".utf8), path: text)
    let place = SourcePosition(line: 1, column: 1)
    let diagnostic = Diagnostic(
      code: .badValue, "\(text) \(text)", at: SourceRange(start: place, end: place), remedy: text,
      notes: [.init(text, at: SourceRange(start: place, end: place))])
    let reading = CheckedScenario(scenario: nil, diagnostics: [diagnostic], files: SourceFiles(source))
    let files = [
      CheckedFile(path: text, .read(reading)),
      CheckedFile(path: text, .unreadable(reason: "No such file or directory")),
    ]
    for file in files {
      #expect(!Self.obeys(CheckText.findings(file)), "\(Self.first(CheckText.findings(file)) ?? "")")
    }
    #expect(!Self.obeys(CheckJSON.text(files, toolVersion: "1")))
    #expect(!Self.obeys(CheckSARIF.text(files, toolVersion: "1")))
    // Its own commands, and none but those: one a diagnostic.
    let lines = CheckGitHub.text(files).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.hasPrefix("::error file="))
      #expect(!Self.obeys(line: String(line.dropFirst(2))), "\(line)")
    }
  }

  /// The answer of the systems' own parsers: GitHub's runner (`ActionCommand`), Azure's agent (`Command.TryParse`), TeamCity's service
  /// messages, Buildkite's log.
  private static func obeys(line: String) -> Bool {
    let scalars = Array(line.unicodeScalars)
    let trimmed = String(String.UnicodeScalarView(scalars.drop { $0.properties.isWhitespace }))
    if trimmed.hasPrefix("::"), let end = trimmed.dropFirst(2).firstRange(of: "::"),
      let first = trimmed[..<end.lowerBound].dropFirst(2).first, first.isLetter
    {
      return true
    }
    let lower = line.lowercased()
    if lower.firstMatch(of: /##[a-z-]*\[/) != nil { return true }
    if line.firstMatch(of: /^(---|\+\+\+|~~~|\^\^\^)(\s|$)/) != nil { return true }
    return line.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\r" }
  }

  private static func first(_ text: String) -> String? {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).first(where: obeys(line:))
  }

  private static func obeys(_ text: String) -> Bool { first(text) != nil }
}
