internal import Diagnostics
internal import Scenarios

/// Keys of a secret, and how it is read.
enum SecretKeys {
  /// `{env: …}`, `{file: …}`, `{command: …}`, or plain text.
  static let kind: Kind = .either([.mapping(SecretKeys.table), .text])

  static let env = Key("env", .text, "The environment variable that holds it.", examples: ["LOADER_PASSWORD"]) {
    $0.variableName($1)
  }

  static let file = Key("file", .path, "The file that holds it.", examples: ["/run/secrets/loader"]) { $0.path($1) }

  static let command = Key(
    "command", .either([.list(.text), .text]),
    "A command that prints it: a program and its arguments as a list, or a text for the shell.",
    examples: ["[vault, kv, get, -field=password, secret/kafka]", "\"pass show kafka | head -n 1\""]
  ) { $0.secretCommand($1) }

  static let within = Key(
    "within", .duration, "The longest time that the command may take.",
    default: .described("`10s`"), examples: ["30s"]
  ) { $0.duration($1) }

  /// The keys that say where it is.
  static let sources = [env, file].map(\.name) + [command.name]

  static let table = KeyTable(
    name: "secret", title: "A secret",
    summary: "The place where a secret is found: `env`, `file` or `command`. Plain text works, with a warning.",
    rows: [env.row, file.row, command.row, within.row],
    rules: [.oneOf(sources), .needs([command.name], by: within.name)], isReplacedWhole: true,
    example: MappingExample(in: "identity", "password: {file: /run/secrets/loader}"))
}

extension ValueReader {
  /// `{env: …}`, `{file: …}`, `{command: …}`; `${NAME}` means `{env: NAME}`; plain text works, with a warning. The secret
  /// itself is neither looked up nor shown.
  mutating func secret(_ pair: YAMLPair) -> Secret? {
    let name = pair.key.text
    guard let scalar = pair.value.scalar, !scalar.isNull else {
      let context = " in \(name)"
      guard case .mapping = pair.value.content else {
        wrongKind(pair.value, named: name, expected: "a secret such as {env: \(name.uppercased())}")
        return nil
      }
      guard let fields = fields(of: pair.value, named: name, in: context, as: SecretKeys.table) else { return nil }
      let within = setting(SecretKeys.within, fields)
      let written = only(SecretKeys.sources, of: fields, in: context)
      if let written, written != SecretKeys.command.name, let pair = fields[SecretKeys.within.name] {
        report(
          Diagnostic(
            code: .notAllowed, "\(quoted(pair.key.text)) is the time limit of a command, and there is none\(context)",
            at: pair.key.range, remedy: "remove it"))
      }
      let source: Secret.Source? =
        switch written {
        case "env": setting(SecretKeys.env, fields).value.map(Secret.Source.environment)
        case "file": setting(SecretKeys.file, fields).value.map(Secret.Source.file)
        case "command":
          setting(SecretKeys.command, fields).value.map {
            .command(SecretCommand($0, within: within.value ?? SecretCommand.usualLimit))
          }
        default: nil
        }
      return source.map { Secret($0, key: name, range: pair.value.range) }
    }
    if let variable = Interpolation(scalar.text).onlyVariable {
      return Secret(.environment(variable), key: name, range: pair.value.range)
    }
    guard text(pair) != nil else { return nil }
    reports.files.hide(scalar.text)
    report(
      Diagnostic(
        .warning, code: .plainSecret, "\(quoted(name)) is stored in plain text", at: pair.value.range,
        remedy: "write {env: \(name.uppercased())}, and set that variable"))
    return Secret(.text(scalar.text), key: name, range: pair.value.range)
  }

  /// A program and its arguments, or a text for the shell.
  mutating func secretCommand(_ pair: YAMLPair) -> SecretCommand.Words? {
    guard let items = pair.value.items else { return commandWord(pair, isShell: true).map(SecretCommand.Words.text) }
    let words = every(items) { reader, item in
      reader.commandWord(YAMLPair(key: pair.key, value: item), isShell: false)
    }
    guard let words else { return nil }
    if let program = words.first, !program.isEmpty { return .arguments(words) }
    report(
      Diagnostic(
        code: .badValue, "\(quoted(pair.key.text)) has no program", at: pair.value.range,
        remedy: "write [PROGRAM, ARGUMENT, …]"))
    return nil
  }

  /// A word that a process gets as its argument, which every user of the machine can read.
  mutating func commandWord(_ pair: YAMLPair, isShell: Bool) -> String? {
    guard let scalar = scalarText(pair) else { return nil }
    if scalar.holdsSecret {
      report(
        Diagnostic(
          code: .notAllowed, "a secret in a command can be read by every user of this machine", at: pair.value.range,
          remedy: isShell
            ? "write $NAME without braces, which the shell replaces" : "let the command read it from its environment"))
      return nil
    }
    if scalar.text.isEmpty, isShell {
      badValue(pair, scalar, QuantityError(reason: "is empty", remedy: "write the command"))
      return nil
    }
    return scalar.text
  }
}
