/// An error in a command line, as data; `Help` has the message.
enum UsageError: Error, Equatable {
  case nothingAsked
  case unknownCommand(String)
  case unknownOption(String, of: Command.Name)
  /// An argument with a dash before the command.
  case optionBeforeCommand(String)
  case missingValue(of: CommandOption, in: Command.Name)
  /// A flag with `=` and a value.
  case unexpectedValue(of: CommandOption, in: Command.Name)
  case givenTwice(CommandOption, in: Command.Name)
  case invalidValue(String, of: CommandOption, in: Command.Name, reason: String)
  case missingOperand(of: Command.Name)
  case unexpectedOperand(String, of: Command.Name)
  case standardInputTwice
  /// `check` asks brokers only with `--connect`.
  case brokersWithoutConnect
  /// A word that `rehearse why` does not know, with the nearest that it knows.
  case nothingToExplain(String, nearest: String?)
  case unknownDocument(String)

  /// The command whose help explains what is right.
  var command: Command.Name? {
    switch self {
    case .nothingAsked, .unknownCommand, .optionBeforeCommand: nil
    case .unknownOption(_, let command), .missingValue(_, let command), .unexpectedValue(_, let command),
      .givenTwice(_, let command), .invalidValue(_, _, let command, _), .missingOperand(let command),
      .unexpectedOperand(_, let command):
      command
    case .standardInputTwice, .brokersWithoutConnect: .check
    case .nothingToExplain: .why
    case .unknownDocument: .schema
    }
  }
}
