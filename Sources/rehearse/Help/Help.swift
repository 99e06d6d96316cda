internal import Diagnostics
internal import Reporting
internal import Verification

/// The help as text, made from `CommandTable`: 80 columns, no colour, with a final line break.
enum Help {
  static let width = 80

  static func text(for topic: HelpTopic) -> String {
    switch topic {
    case .program: program
    case .command(let name): text(of: CommandTable.command(name))
    }
  }

  private static var program: String {
    let commands = CommandTable.commands.map { ("\($0.name) \($0.operands.placeholder)", $0.summary) }
    let codes = ExitCode.allCases.map { (numberColumn($0.rawValue), $0.meaning) }
    return sections([
      wrapped(
        """
        rehearse tests Apache Kafka with scenarios: a YAML file says what to send, how fast and where; every message \
        is read back and accounted for, and the exit code is the verdict.
        """),
      "usage: rehearse COMMAND [OPTION…] FILE…",
      titled("commands", columns(commands)),
      titled("options", columns(CommandTable.globalOptions.map { ($0.synopsis, $0.help) })),
      titled("exit codes", columns(codes)),
      titled("example", "  rehearse run Scenarios/quickstart.yaml"),
      "The options of a command: rehearse help COMMAND",
    ])
  }

  private static func text(of command: Command) -> String {
    let options = command.options.isEmpty ? "" : "[OPTION…] "
    return sections([
      "usage: rehearse \(command.name) \(options)\(command.operands.placeholder)",
      wrapped(capitalized(command.summary) + ". " + command.description),
      titled("options", columns((command.options + [.help]).map { ($0.synopsis, $0.help) })),
      titled(
        Plural.form(command.examples.count, "example"),
        command.examples.map { "  \($0.line)\n      \($0.meaning)" }.joined(separator: "\n")),
    ])
  }

  private static func sections(_ sections: [String]) -> String { sections.joined(separator: "\n\n") + "\n" }

  private static func titled(_ title: String, _ body: String) -> String { "\(title):\n\(body)" }

  private static func capitalized(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  private static func numberColumn(_ number: Int32) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 3 - digits.count)) + digits
  }

  /// Two columns: what is typed, and what it does, the latter wrapped.
  private static func columns(_ rows: [(term: String, meaning: String)]) -> String {
    let terms = rows.map(\.term.count).max() ?? 0
    return rows.map { row in
      let padding = String(repeating: " ", count: terms - row.term.count)
      return "  \(row.term)\(padding)  \(wrapped(row.meaning, indent: terms + 4))"
    }.joined(separator: "\n")
  }

  /// The wrapped text; all lines but the first begin with `indent` spaces.
  private static func wrapped(_ text: String, indent: Int = 0) -> String {
    text.wrapped(at: width - indent).joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
