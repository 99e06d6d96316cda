internal import Kafka
package import Scenarios
internal import Synchronization

/// The reason why there is no token.
package enum TokenError: Error, Sendable, Equatable {
  case source(SecretError)
  /// It has characters that no broker takes, such as those of an error page.
  case malformed(Secret)
  /// It had expired when it was given.
  case expired(Secret, milliseconds: Int64)
  /// The source still gives the token that has expired.
  case unchanged(Secret)
}

/// The tokens of an identity, for all of its clients and any thread. One is used until four fifths of its life are over; then the
/// source is asked again. A source that still gives the same one then, as a file that another program renews, is asked again
/// until that has expired.
package final class TokenSource: Sendable {
  /// A token, and the times on the monotonic clock at which another is asked for and at which it ends.
  private struct Held {
    var token: Token
    var renewal: UInt64
    var end: UInt64
  }

  private struct Latest {
    var held: Held?
    var failure: (error: TokenError, at: UInt64)?
  }

  private let secret: Secret
  private let ask: @Sendable () throws(SecretError) -> String
  private let wallClock: @Sendable () -> Int64
  private let clock: @Sendable () -> UInt64
  private let latest = Mutex(Latest())

  /// The time for which a source that failed, or gave the same token, is not asked again: the clients ask at the same moment.
  private static let pause: UInt64 = 1_000_000_000

  /// `ask` must be limited in time; `wallClock` is in milliseconds since 1970.
  package init(
    _ secret: Secret, wallClock: @escaping @Sendable () -> Int64,
    clock: @escaping @Sendable () -> UInt64 = MonotonicClock.now,
    ask: @escaping @Sendable () throws(SecretError) -> String
  ) {
    self.secret = secret
    self.wallClock = wallClock
    self.clock = clock
    self.ask = ask
  }

  /// A token that is good now, and the moment at which it expires, in milliseconds since 1970.
  package func token() throws(TokenError) -> (token: Token, end: Int64) {
    let result: Result<Held, TokenError> = latest.withLock { latest in
      let now = clock()
      if let held = latest.held, now < held.renewal { return .success(held) }
      if let failure = latest.failure, now &- failure.at < Self.pause { return .failure(failure.error) }
      do throws(TokenError) {
        let held = try renewed(latest.held, at: now)
        (latest.held, latest.failure) = (held, nil)
        return .success(held)
      } catch {
        // Asking may have taken long.
        latest.failure = (error, clock())
        return .failure(error)
      }
    }
    let held = try result.get()
    let left = held.end > clock() ? held.end - clock() : 0
    return (held.token, wallClock() + Int64(clamping: left / 1_000_000))
  }

  private func renewed(_ old: Held?, at moment: UInt64) throws(TokenError) -> Held {
    let text: String
    do { text = try ask() } catch { throw .source(error) }
    let now = clock()
    if let old, old.token.text == text, old.token.expiresAt != nil {
      guard now < old.end else { throw .unchanged(secret) }
      var same = old
      same.renewal = min(now &+ Self.pause, old.end)
      return same
    }
    let token = Token(text)
    guard token.isWellFormed else { throw .malformed(secret) }
    let rest = token.rest(at: wallClock())
    guard rest > 0 else { throw .expired(secret, milliseconds: -rest) }
    let nanoseconds = UInt64(rest).multipliedReportingOverflow(by: 1_000_000)
    let life = nanoseconds.overflow ? UInt64.max / 4 : nanoseconds.partialValue
    return Held(token: token, renewal: now &+ life / 5 &* 4, end: now &+ life)
  }
}
