/// The outcome of one request.
package struct PostingAnswer: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    /// The server answered with this status, at least 200. What follows the headers is not waited for beyond the time-out, and
    /// where it is cut off, the status counts all the same.
    case answered(status: Int)
    /// No byte of the request was written.
    case notSent(NotSent)
    /// The request was written, at least in part, and there is no answer: whether it was taken is not known.
    case noAnswer(NoAnswer)
  }

  /// The reason why nothing was written.
  package enum NotSent: Sendable, Equatable {
    /// The server's name has no address.
    case name
    /// There is no connection.
    case connection
    /// One side does not accept the certificate of the other, or there is no common way to encrypt.
    case tls
    /// The time was over before.
    case timeout
    /// It was given up by this side.
    case abandoned
    case other
  }

  /// The reason why there is no answer.
  package enum NoAnswer: Sendable, Equatable {
    case timeout
    /// The connection ended.
    case closed
    /// The answer is not one of HTTP, or its headers are larger than 64 KiB.
    case unreadable
    /// The connection ended, and libcurl would have sent the request again.
    case resend
    /// It was given up by this side.
    case abandoned
  }

  /// The number that the request was sent with.
  package var number: UInt64
  package var outcome: Outcome
  /// The time of the outcome on the monotonic clock, in nanoseconds.
  package var at: UInt64
  /// libcurl's sentence about a request without an answer, at most 255 bytes.
  package var text: String
}
