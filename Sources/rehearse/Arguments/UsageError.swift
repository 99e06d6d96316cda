internal import Diagnostics

/// What is wrong with a command line, as data; `text` is what the person reads.
enum UsageError: Error, Equatable {
  case nothingAsked
  case unknownCommand(String)
  case unknownOption(String, of: Command.Name)
  /// Something with a dash where the command belongs.
  case optionBeforeCommand(String)
  case missingValue(of: CommandOption, in: Command.Name)
  /// A flag with `=`.
  case unexpectedValue(of: CommandOption, in: Command.Name)
  case givenTwice(CommandOption, in: Command.Name)
  case invalidValue(String, of: CommandOption, in: Command.Name, reason: String)
  case missingOperand(of: Command.Name)
  case unexpectedOperand(String, of: Command.Name)
  case standardInputTwice
  /// With the nearest name that can be explained.
  case nothingToExplain(String, nearest: String?)
  case unknownDocument(String)

  /// For standard error: what is wrong, and where the right thing is explained.
  var text: String {
    guard let message else { return Help.text(for: .program) }
    let topic = command.map { " \($0)" } ?? ""
    return "rehearse: \(message)\nsee: rehearse help\(topic)\n"
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
    case .unexpectedValue(let option, _): "option \"\(option.name)\" takes no value"
    case .givenTwice(let option, _): "option \"\(option.name)\" is given twice; leave one of them out"
    case .invalidValue(let value, let option, _, let reason):
      "\"\(value)\" is no value for \"\(option.name)\": \(reason)"
    case .missingOperand(let command):
      "\(command) needs a scenario file: rehearse \(command) \(CommandTable.command(command).operands.placeholder)"
    case .unexpectedOperand(let text, let command):
      "\(command) takes \(CommandTable.command(command).operands.limit), and \"\(text)\" is one too many"
    case .standardInputTwice: "standard input can be read only once; leave one \"-\" out"
    case .nothingToExplain(let text, let nearest):
      "there is nothing to explain about \"\(text)\""
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; rehearse why lists all that there is")
    case .unknownDocument(let name): Self.unknown(document: name)
    }
  }

  /// The command whose help explains it.
  private var command: Command.Name? {
    switch self {
    case .nothingAsked, .unknownCommand, .optionBeforeCommand: nil
    case .unknownOption(_, let command), .missingValue(_, let command), .unexpectedValue(_, let command),
      .givenTwice(_, let command), .invalidValue(_, _, let command, _), .missingOperand(let command),
      .unexpectedOperand(_, let command):
      command
    case .standardInputTwice: .check
    case .nothingToExplain: .why
    case .unknownDocument: .schema
    }
  }

  private static func unknown(command name: String) -> String {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return "\"\(name)\" is no command; did you mean \"rehearse run \(name)\"?"
    }
    let nearest = Suggestion.nearest(to: name, in: Command.Name.allCases.map(\.rawValue))
    return "unknown command \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
  }

  private static func unknown(document name: String) -> String {
    let names = SchemaDocument.allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: name, in: names).map { "did you mean \"\($0)\"?" }
    return "unknown document \"\(name)\"; \(nearest ?? "there are \(names.joined(separator: ", "))")"
  }

  private static func misplaced(option text: String) -> String {
    let name = String(text.prefix { $0 != "=" })
    let owners = CommandTable.commands.filter { command in command.options.contains { $0.spellings.contains(name) } }
    if let owner = owners.first {
      return "option \"\(name)\" stands behind its command: rehearse \(owner.name) \(text) …"
    }
    return "unknown option \"\(name)\"" + suggestion(for: name, among: [])
  }

  private static func suggestion(for name: String, among options: [CommandOption]) -> String {
    let names = (options + CommandTable.globalOptions).flatMap(\.spellings).filter { $0.hasPrefix("--") }
    return Suggestion.nearest(to: name, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
