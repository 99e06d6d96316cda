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
  case standardInputTwice(of: Command.Name)
  /// `check` asks brokers only with `--connect`.
  case brokersWithoutConnect
  /// `post` asks brokers only with `--dry-run`: without it, posting asks them.
  case connectWithoutDryRun
  case showWithDryRun
  /// Another build and other brokers.
  case twoOtherSides
  /// `--against-label` without a side that it is the label of.
  case labelWithoutOtherSide
  /// An option that another build does not get, although it changes what is run.
  case notForOtherBuild(CommandOption)
  /// A value that may be a secret, which every user of this machine would see in the command line of another build.
  case secretForOtherBuild(path: String)
  /// A word that `rehearse why` does not know, with the nearest that it knows.
  case nothingToExplain(String, nearest: String?)
  case unknownDocument(String)
  /// `--base` without `--new`, or the other way round: the build that is given.
  case halfOfTheBuilds(String)

  /// The command whose help explains what is right.
  var command: Command.Name? {
    switch self {
    case .nothingAsked, .unknownCommand, .optionBeforeCommand: nil
    case .unknownOption(_, let command), .missingValue(_, let command), .unexpectedValue(_, let command),
      .givenTwice(_, let command), .invalidValue(_, _, let command, _), .missingOperand(let command),
      .unexpectedOperand(_, let command):
      command
    case .standardInputTwice(let command): command
    case .brokersWithoutConnect: .check
    case .connectWithoutDryRun, .showWithDryRun: .post
    case .twoOtherSides, .labelWithoutOtherSide, .notForOtherBuild, .secretForOtherBuild: .run
    case .nothingToExplain: .why
    case .halfOfTheBuilds: .compare
    case .unknownDocument: .schema
    }
  }
}
