internal import Diagnostics

extension UsageError {
  /// The message for standard error: what is wrong, and which help explains it.
  var text: String {
    guard let message else { return Help.text(for: .program) }
    let topic = command.map { " \($0)" } ?? ""
    return "rehearse: \(message.visible)\nsee: rehearse help\(topic)\n"
  }

  private var message: String? {
    switch self {
    case .nothingAsked: nil
    case .unknownCommand(let name): Self.unknown(command: name)
    case .unknownOption(let name, let command):
      "unknown option \"\(name)\" for \(command)"
        + Self.suggestion(for: name, among: CommandTable.command(command).options)
    case .optionBeforeCommand(let text): Self.misplaced(option: text)
    case .missingValue(let option, _): "option \"\(option.name)\" needs a value: \(option.synopsis)"
    case .unexpectedValue(let option, _): "option \"\(option.name)\" does not take a value"
    case .givenTwice(let option, _): "option \"\(option.name)\" is given twice; remove one of them"
    case .invalidValue(let value, let option, _, let reason):
      "\"\(value)\" is not valid for \"\(option.name)\": \(reason)"
    case .missingOperand(.compare):
      "compare needs two sides: rehearse compare BASE NEW, or rehearse compare FILE --base BUILD --new BUILD"
    case .missingOperand(.history):
      "history needs a file or folder of reports: rehearse history history.csv"
    case .halfOfTheBuilds(let build):
      "compare needs both --base and --new to choose builds of one file, and only \"\(build)\" is given"
    case .missingOperand(.post): "post needs a file with a request: rehearse post REQUEST…"
    case .missingOperand(let command):
      "\(command) needs a scenario file: rehearse \(command) \(CommandTable.command(command).operands.placeholder)"
    case .unexpectedOperand(let text, let command):
      "\(command) takes \(CommandTable.command(command).operands.limit), and \"\(text)\" is one too many"
    case .standardInputTwice: "standard input can be read only once; remove one \"-\""
    case .brokersWithoutConnect: "check asks brokers only with --connect: add it, or remove \"--brokers\""
    case .connectWithoutDryRun: "\"--connect\" needs \"--dry-run\": without it, posting asks the cluster"
    case .showWithDryRun: "\"--show\" and \"--dry-run\" cannot be combined; remove one of them"
    case .twoOtherSides:
      "\"--against-binary\" and \"--against-brokers\" cannot be combined: there is one base; remove one of them"
    case .labelWithoutOtherSide:
      "\"--against-label\" needs \"--against-binary\" or \"--against-brokers\": it is the label of their runs"
    case .notForOtherBuild(let option):
      "\"\(option.name)\" cannot be combined with \"--against-binary\", which passes to the other build only \"--brokers\", "
        + "\"--set\", \"--env-file\" and the seed: without it that build would run something else"
    case .secretForOtherBuild(let path):
      "\"--set \(path)\" may hold a secret, which other users would see in the command line of the other build: write "
        + "${NAME} in place of the value, and NAME=VALUE into a file for \"--env-file\""
    case .nothingToExplain(let text, let nearest):
      "there is no explanation of \"\(text)\""
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; rehearse why lists everything it can explain")
    case .unknownDocument(let name): Self.unknown(document: name)
    }
  }

  private static func unknown(command name: String) -> String {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return "\"\(name)\" is not a command; did you mean \"rehearse run \(name)\"?"
    }
    let nearest = Suggestion.nearest(to: name, in: Command.Name.allCases.map(\.rawValue))
    return "unknown command \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
  }

  private static func unknown(document name: String) -> String {
    let names = SchemaDocument.allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: name, in: names).map { "did you mean \"\($0)\"?" }
    return "unknown document \"\(name)\"; \(nearest ?? "choose one of \(names.joined(separator: ", "))")"
  }

  private static func misplaced(option text: String) -> String {
    let name = String(text.prefix { $0 != "=" })
    let owners = CommandTable.commands.filter { command in command.options.contains { $0.spellings.contains(name) } }
    if let owner = owners.first {
      return "option \"\(name)\" must come after its command: rehearse \(owner.name) \(text) …"
    }
    return "unknown option \"\(name)\"" + suggestion(for: name, among: [])
  }

  private static func suggestion(for name: String, among options: [CommandOption]) -> String {
    let names = (options + CommandTable.globalOptions).flatMap(\.spellings).filter { $0.hasPrefix("--") }
    return Suggestion.nearest(to: name, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
