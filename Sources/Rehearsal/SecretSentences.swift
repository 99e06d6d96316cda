internal import Commands
package import Diagnostics
package import Load
package import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Diagnostics of secrets at their lines, never with a value.
package struct SecretSentences: Sendable {
  private let titles: [(secret: Secret, title: String)]

  package init(_ scenario: Scenario) { titles = scenario.secrets.map { ($0.secret, $0.title) } }

  package func diagnostic(_ error: SecretError) -> Diagnostic {
    let (words, remedy) = Self.words(error)
    return diagnostic(.error, Self.code(error.reason), error.secret, words, remedy)
  }

  package func diagnostic(_ error: TokenError) -> Diagnostic {
    switch error {
    case .source(let error): return diagnostic(error)
    case .malformed(let secret):
      return diagnostic(
        .error, .secret, secret, "\(Self.what(secret)) is no token", "a token has letters, digits and -._~+/= alone")
    case .expired(let secret, let milliseconds):
      return diagnostic(
        .error, .secret, secret,
        "the token expired \(Self.ago(milliseconds)) before it was given",
        "let its source make a new one each time, or check this machine's clock")
    case .unchanged(let secret):
      return diagnostic(
        .error, .secret, secret, "the token has expired, and its source still gives it",
        "let its source make a new one each time")
    }
  }

  /// The warning of a file that every user can read.
  package func warning(_ file: ReadableSecret) -> Diagnostic {
    diagnostic(
      .warning, .secretFile, file.secret,
      "every user of this machine can read \(quoted(file.path)) (mode \(Self.octal(file.mode)))",
      "chmod 600 \(file.path)")
  }

  private func diagnostic(
    _ severity: Diagnostic.Severity, _ code: Code, _ secret: Secret, _ words: String, _ remedy: String?
  ) -> Diagnostic {
    let title = titles.first { $0.secret == secret }?.title ?? secret.key
    return Diagnostic(severity, code: code, "\(title): \(words)", at: secret.range, remedy: remedy)
  }

  private static func code(_ reason: SecretError.Reason) -> Code {
    switch reason {
    case .writable: .secretFile
    case .unset, .unreadable, .failed, .unfit: .secret
    }
  }

  private static func words(_ error: SecretError) -> (String, remedy: String?) {
    switch error.reason {
    case .unset(let variable): ("\(variable) is not set", "set it, or name it in the file of --env-file")
    case .unreadable(let path, let reason):
      (
        "\(quoted(path)) cannot be read: \(reason)",
        reason == String(cString: strerror(ENOENT)) ? "a path is relative to the file in which it is written" : nil
      )
    case .writable(let path, let mode):
      ("other users can change \(quoted(path)) (mode \(octal(mode)))", "chmod 600 \(path)")
    case .failed(let failure, let errors): words(failure, errors)
    case .unfit(let fault): words(fault, error.secret)
    }
  }

  private static func words(_ failure: CommandError, _ errors: String) -> (String, remedy: String?) {
    switch failure {
    case .notFound(let name): ("there is no command \(quoted(name))", "install it, or write its path")
    case .notExecutable(let name): ("\(quoted(name)) cannot be executed", "chmod +x, or check its first line")
    case .exited(let code):
      ("the command failed with exit code \(code)\(errors.isEmpty ? ", without a word" : ": \(errors)")", nil)
    case .killed(let signal): ("the command was killed by signal \(signal)\(errors.isEmpty ? "" : ": \(errors)")", nil)
    case .timedOut(let limit):
      (
        "the command did not end within \(text(limit))\(errors.isEmpty ? "" : ": \(errors)")",
        "write a longer within, or check what it waits for: its standard input is empty"
      )
    case .tooMuch(let limit): ("the command printed more than \(limit >> 10) KiB", nil)
    case .systemError(let code): ("the command cannot be started: \(String(cString: strerror(code)))", nil)
    case .stopped: ("the command was ended with the run", nil)
    }
  }

  private static func words(_ fault: SecretError.Fault, _ secret: Secret) -> (String, remedy: String?) {
    let what = what(secret)
    return switch fault {
    case .empty:
      if case .command = secret.source { ("the command printed nothing", nil) } else { ("\(what) is empty", nil) }
    case .tooLong(let limit): ("\(what) is longer than \(limit >> 10) KiB", nil)
    case .notUTF8: ("\(what) is not UTF-8", nil)
    case .byteOrderMark: ("\(what) begins with a byte order mark", "save it without one")
    case .lineBreak: ("\(what) has more than one line", "leave one: a line break at its end is not part of it")
    case .zero: ("\(what) has a zero in it", nil)
    }
  }

  /// The thing that its source gives.
  private static func what(_ secret: Secret) -> String {
    switch secret.source {
    case .environment(let name): "the value of \(name)"
    case .file(let path): quoted(path)
    case .command: "what the command prints"
    case .text: "the text"
    }
  }

  private static func ago(_ milliseconds: Int64) -> String {
    let units: [(String, Int64)] = [("day", 86_400_000), ("hour", 3_600_000), ("minute", 60_000)]
    guard let (name, length) = units.first(where: { milliseconds >= 2 * $0.1 }) else {
      return "\(max(1, milliseconds / 1000)) s"
    }
    return Plural.count(Int(milliseconds / length), name)
  }

  private static func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func text(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    return attoseconds == 0 ? "\(seconds)s" : "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)ms"
  }
}
