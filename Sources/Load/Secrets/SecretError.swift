package import Commands
package import Scenarios

/// The reason why a secret's source does not give it, or gives what cannot be one.
package struct SecretError: Error, Sendable, Equatable {
  package enum Reason: Error, Sendable, Equatable {
    /// The variable is not set, or empty.
    case unset(variable: String)
    /// The file cannot be read, with the system's reason.
    case unreadable(path: String, reason: String)
    /// The group or others may change the file.
    case writable(path: String, mode: UInt32)
    /// The command failed; `errors` is the end of its standard error, in one line and without secrets.
    case failed(CommandError, errors: String)
    /// Its source gave something that cannot be a secret.
    case unfit(Fault)
  }

  /// The reason why something that was read is no secret.
  package enum Fault: Error, Sendable, Equatable {
    case empty
    case tooLong(limit: Int)
    case notUTF8
    case byteOrderMark
    case lineBreak
    case zero
  }

  package var secret: Secret
  package var reason: Reason

  package init(_ secret: Secret, _ reason: Reason) {
    self.secret = secret
    self.reason = reason
  }
}

/// A file of a secret that every user of the machine can read.
package struct ReadableSecret: Sendable, Equatable {
  package var secret: Secret
  package var path: String
  package var mode: UInt32

  package init(secret: Secret, path: String, mode: UInt32) {
    self.secret = secret
    self.path = path
    self.mode = mode
  }
}
