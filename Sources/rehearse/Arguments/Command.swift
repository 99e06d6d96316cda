/// One command as the parser and the help see it; `CommandTable` lists them all.
struct Command: Sendable {
  enum Name: String, Sendable, CaseIterable, CustomStringConvertible {
    case run, post, compare, history, check, plan, explain, render, why, schema
    case create = "init"
    case help

    /// The word that is typed.
    var description: String { rawValue }
  }

  /// The arguments after the options.
  enum Operands: Sendable {
    /// One or more files.
    case files
    /// One or more files of requests.
    case requests
    /// A base and one or more new sides, or one file with builds to choose from.
    case sides
    /// One or more files, folders or patterns of reports.
    case reports
    /// At most one word to explain.
    case code
    case file
    /// A file, and optionally a path of keys in it.
    case fileAndPath
    /// At most one file, which does not exist yet.
    case newFile
    /// At most the name of a command.
    case topic
    /// At most the name of a document of the language.
    case document

    var placeholder: String {
      switch self {
      case .files: "FILE…"
      case .requests: "REQUEST…"
      case .sides: "BASE NEW…"
      case .reports: "FILE…"
      case .code: "[CODE]"
      case .file: "FILE"
      case .fileAndPath: "FILE [PATH]"
      case .newFile: "[FILE]"
      case .topic: "[COMMAND]"
      case .document: "[DOCUMENT]"
      }
    }

    /// The operands that a command takes, for the message when there are more.
    var limit: String {
      switch self {
      case .files, .requests: "files"
      case .sides: "one file or folder with --base"
      case .reports: "files and folders"
      case .file, .newFile: "one file"
      case .fileAndPath: "one file and one path"
      case .topic: "one command"
      case .code: "one code"
      case .document: "one document"
      }
    }
  }

  struct Example: Sendable {
    var line: String
    /// The meaning of the line, in a few words.
    var meaning: String
  }

  var name: Name
  var operands: Operands
  /// The command's line in the list of commands.
  var summary: String
  /// The sentences that the command's own help adds to the summary.
  var description: String
  var options: [CommandOption]
  var examples: [Example]

  func option(named name: String) -> CommandOption? {
    (options + CommandTable.globalOptions).first { $0.spellings.contains(name) }
  }
}

/// An option with a value, `--name VALUE`, or a flag.
struct CommandOption: Sendable, Equatable {
  /// The name with its dashes: `--seed`.
  var name: String
  /// A single letter with its dash: `-h`.
  var short: String?
  /// The placeholder of the value in the help; nil for a flag.
  var placeholder: String?
  /// True if it may be given more than once.
  var isRepeatable = false
  var help: String

  var spellings: [String] { (short.map { [$0] } ?? []) + [name] }

  /// The option as the help shows it: `--seed N`, `-h, --help`.
  var synopsis: String {
    spellings.joined(separator: ", ") + (placeholder.map { " \($0)" } ?? "")
  }
}
