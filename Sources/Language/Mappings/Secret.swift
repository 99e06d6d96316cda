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
    "command", .text, "A command that prints it.", examples: ["\"vault kv get -field=password secret/kafka\""]
  ) { $0.text($1) }

  static let table = KeyTable(
    name: "secret", title: "A secret",
    summary: "The place where a secret is found: one of these. Plain text works, with a warning.",
    rows: [env.row, file.row, command.row],
    rules: [.oneKey], isReplacedWhole: true,
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
      let source: Secret.Source? =
        switch only(SecretKeys.table.rows.map(\.name), of: fields, in: context) {
        case "env": setting(SecretKeys.env, fields).value.map(Secret.Source.environment)
        case "file": setting(SecretKeys.file, fields).value.map(Secret.Source.file)
        case "command": setting(SecretKeys.command, fields).value.map { .command(SecretCommand(.text($0))) }
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
}
