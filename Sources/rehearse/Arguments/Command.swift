/// One command as the parser and the help see it; `CommandTable` lists them all.
struct Command: Sendable {
  enum Name: String, Sendable, CaseIterable {
    case run, check, render, why, help
  }

  /// What is written behind the options.
  enum Operands: Sendable {
    /// One or more files.
    case files
    case file
    /// At most one word to be explained.
    case code
    /// At most the name of a command.
    case topic

    var placeholder: String {
      switch self {
      case .files: "FILE…"
      case .file: "FILE"
      case .code: "[CODE]"
      case .topic: "[COMMAND]"
      }
    }
  }

  struct Example: Sendable {
    var line: String
    /// What it does, in a few words.
    var meaning: String
  }

  var name: Name
  var operands: Operands
  /// Its line in the list of commands.
  var summary: String
  /// What its own help adds to the summary: whole sentences.
  var description: String
  var options: [CommandOption]
  var examples: [Example]

  func option(named name: String) -> CommandOption? {
    (options + CommandTable.globalOptions).first { $0.spellings.contains(name) }
  }
}

/// `--name VALUE`, or a flag.
struct CommandOption: Sendable, Equatable {
  /// With its dashes: `--seed`.
  var name: String
  /// A single letter with its dash: `-h`.
  var short: String?
  /// What stands for the value in the help; nil for a flag.
  var placeholder: String?
  /// May it be given more than once?
  var isRepeatable = false
  var help: String

  var spellings: [String] { (short.map { [$0] } ?? []) + [name] }

  /// As the help shows it: `--seed N`, `-h, --help`.
  var synopsis: String {
    spellings.joined(separator: ", ") + (placeholder.map { " \($0)" } ?? "")
  }
}
