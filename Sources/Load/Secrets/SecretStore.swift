internal import Commands
package import Diagnostics
package import Scenarios
internal import Synchronization

/// The secrets of a run: each is asked for once, kept in memory, and hidden wherever texts of others are shown.
package final class SecretStore: Sendable {
  /// Milliseconds since 1970.
  private let wallClock: @Sendable () -> Int64

  private struct Kept {
    var tokens: [(source: Secret.Source, tokens: TokenSource)] = []
    var values: [(source: Secret.Source, result: Result<String, SecretError>)] = []
    var redaction = Redaction()
    var readable: [ReadableSecret] = []
  }

  private let variable: @Sendable (String) -> String?
  /// The variables of commands, without those from which the scenario takes secrets.
  package let environment: [String: String]
  private let isStopped: @Sendable () -> Bool
  private let kept = Mutex(Kept())
  /// Held while a source is asked, so that none is asked twice at the same time; what was asked for can be read meanwhile.
  private let asking = Mutex(())

  package init(
    variable: @escaping @Sendable (String) -> String?, environment: [String: String],
    wallClock: @escaping @Sendable () -> Int64, isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.wallClock = wallClock
    self.variable = variable
    self.environment = environment
    self.isStopped = isStopped
  }

  /// The value of a secret, or why there is none: the same each time. `user` is the one whose password it is.
  package func value(of secret: Secret, ofUser user: String? = nil) throws(SecretError) -> String {
    let result = known(secret) ?? asking.withLock { _ in known(secret) ?? keep(ask(secret), of: secret) }
    do {
      let value = try result.get()
      if let user { kept.withLock { $0.redaction.hide(value, ofUser: user) } }
      return value
    } catch {
      throw SecretError(secret, error.reason)
    }
  }

  /// The value that its source has now: that of a token changes.
  package func fresh(_ secret: Secret) throws(SecretError) -> String { try ask(secret).get() }

  /// The tokens that a secret's source gives, one after the other: the same for all clients.
  package func tokenSource(of secret: Secret) -> TokenSource {
    kept.withLock { kept in
      if let known = kept.tokens.first(where: { $0.source == secret.source }) { return known.tokens }
      let tokens = TokenSource(secret, wallClock: wallClock) { [self] () throws(SecretError) in try fresh(secret) }
      kept.tokens.append((secret.source, tokens))
      return tokens
    }
  }

  /// Hides every secret that was asked for so far.
  package var redaction: Redaction { kept.withLock(\.redaction) }

  /// The files, of those that were read so far, that every user can read.
  package var readable: [ReadableSecret] { kept.withLock(\.readable) }

  private func known(_ secret: Secret) -> Result<String, SecretError>? {
    kept.withLock { kept in kept.values.first { $0.source == secret.source }?.result }
  }

  private func keep(_ result: Result<String, SecretError>, of secret: Secret) -> Result<String, SecretError> {
    kept.withLock { $0.values.append((secret.source, result)) }
    return result
  }

  private func ask(_ secret: Secret) -> Result<String, SecretError> {
    let result = Result { () throws(SecretError) in
      do throws(SecretError.Reason) { return try read(secret) } catch { throw SecretError(secret, error) }
    }
    if case .success(let value) = result { kept.withLock { $0.redaction.hide(value) } }
    return result
  }

  private func read(_ secret: Secret) throws(SecretError.Reason) -> String {
    do throws(SecretError.Fault) {
      switch secret.source {
      case .environment(let name):
        guard let value = variable(name), !value.isEmpty else { throw SecretError.Fault.empty }
        return try SecretValue.checked(value)
      case .text(let value): return try SecretValue.checked(value)
      case .file, .command: break
      }
    } catch {
      if case .environment(let name) = secret.source, error == .empty { throw .unset(variable: name) }
      throw .unfit(error)
    }
    let bytes = try bytes(of: secret)
    do throws(SecretError.Fault) { return try SecretValue.read(bytes) } catch { throw .unfit(error) }
  }

  private func bytes(of secret: Secret) throws(SecretError.Reason) -> [UInt8] {
    switch secret.source {
    case .environment, .text: return []
    case .file(let path):
      let (bytes, readableMode) = try SecretFile.read(path)
      if let mode = readableMode { note(ReadableSecret(secret: secret, path: path, mode: mode)) }
      return bytes
    case .command(let command):
      do throws(CommandFailure) {
        return try Command(command, environment: environment).run(unless: isStopped)
      } catch {
        throw .failed(error.error, errors: complaint(of: error))
      }
    }
  }

  private func note(_ file: ReadableSecret) {
    kept.withLock { kept in
      if !kept.readable.contains(where: { $0.path == file.path }) { kept.readable.append(file) }
    }
  }

  /// The end of what a command says on standard error. It may hold what the command prints, the variables that it was given, and
  /// any other secret.
  private func complaint(of failure: CommandFailure) -> String {
    var redaction = redaction
    for word in String(decoding: failure.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    where word.utf8.count > 3 { redaction.hide(String(word)) }
    hideVariables(in: &redaction)
    return Complaint.text(of: failure.errors, hiding: redaction)
  }

  /// The end of what a command of the system under test printed, as it may be kept: with every line, without any secret that was asked
  /// for, nor one of its variables.
  package func shown(_ output: [UInt8]) -> String {
    var redaction = redaction
    hideVariables(in: &redaction)
    return Complaint.lines(of: output, hiding: redaction)
  }

  /// The variables that a command was given are secrets by their names.
  private func hideVariables(in redaction: inout Redaction) {
    for (name, value) in environment where SecretName.matches(name) && value.utf8.count > 3 { redaction.hide(value) }
  }
}

extension Command {
  fileprivate init(_ command: SecretCommand, environment: [String: String]) {
    let invocation: Invocation =
      switch command.words {
      case .text(let text): .shell(text)
      case .arguments(let words): .arguments(words)
      }
    self.init(
      invocation, environment: environment, limit: .nanoseconds(command.within.count),
      outputLimit: SecretValue.longest + 2)
  }
}
