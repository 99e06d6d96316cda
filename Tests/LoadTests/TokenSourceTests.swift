import Commands
import Diagnostics
import Scenarios
import Synchronization
import Testing

@testable import Load

/// Tokens over their lives, with clocks of the test's own.
@Suite struct TokenSourceTests {
  /// A source of tokens whose clocks and answers the test sets; times in seconds.
  private final class Bench: Sendable {
    private struct State {
      var now: UInt64 = 1000
      var skew: Int64 = 0
      var answers: [Result<String, SecretError>] = []
      var questions = 0
    }

    private let state = Mutex(State())
    var questions: Int { state.withLock(\.questions) }

    var tokens: TokenSource {
      TokenSource(
        TokenSourceTests.secret, wallClock: { self.state.withLock { (Int64($0.now) + $0.skew) * 1000 } },
        clock: { self.state.withLock { $0.now * 1_000_000_000 } }
      ) { () throws(SecretError) in
        try self.state.withLock { state in
          state.questions += 1
          return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }.get()
      }
    }

    func answer(_ texts: String...) { state.withLock { $0.answers = texts.map { .success($0) } } }
    func fail(_ error: SecretError) { state.withLock { $0.answers = [.failure(error)] } }
    func wait(_ seconds: UInt64) { state.withLock { $0.now += seconds } }
    func skew(_ seconds: Int64) { state.withLock { $0.skew = seconds } }
  }

  private static let secret = SecretStoreTests.secret(.file("/token"))

  private static func jwt(from begin: Int, to end: Int) -> String {
    TokenTests.jwt("{\"iat\":\(begin),\"exp\":\(end)}")
  }

  private static func text(_ tokens: TokenSource) -> Result<String, TokenError> {
    Result { () throws(TokenError) in try tokens.token().token.text }
  }

  @Test("one is used for four fifths of its life, then the source is asked again") func renewal() throws {
    let bench = Bench()
    let tokens = bench.tokens
    let (first, second) = (Self.jwt(from: 1000, to: 1030), Self.jwt(from: 1024, to: 1054))
    bench.answer(first, second)
    #expect(try tokens.token().end == 1_030_000)
    bench.wait(23)
    #expect(try tokens.token().token.text == first)
    #expect(try tokens.token().end == 1_030_000)
    #expect(bench.questions == 1)
    bench.wait(1)
    #expect(try tokens.token().token.text == second)
    #expect(try tokens.token().end == 1_054_000)
    #expect(bench.questions == 2)
  }

  @Test("a token without a word about its end is renewed every four minutes, even with itself") func opaque() throws {
    let bench = Bench()
    let tokens = bench.tokens
    bench.answer("opaque")
    #expect(try tokens.token().end == 1_300_000)
    bench.wait(239)
    #expect(try tokens.token().end == 1_300_000)
    #expect(bench.questions == 1)
    bench.wait(1)
    #expect(try tokens.token().end == 1_540_000)
    #expect(bench.questions == 2)
  }

  @Test("the same token again is used until it has expired") func unchanged() throws {
    let bench = Bench()
    let tokens = bench.tokens
    bench.answer(Self.jwt(from: 1000, to: 1100))
    _ = try tokens.token()
    bench.wait(90)
    #expect(try tokens.token().end == 1_100_000)
    #expect(bench.questions == 2)
    _ = try tokens.token()
    #expect(bench.questions == 2)
    bench.wait(10)
    #expect(Self.text(tokens) == .failure(.unchanged(Self.secret)))
    bench.answer(Self.jwt(from: 1095, to: 1195))
    bench.wait(1)
    #expect(try tokens.token().end == 1_195_000)
  }

  @Test("what the source gives is no token, or one of the past") func faulty() {
    let error = SecretError(Self.secret, .failed(.exited(code: 1), errors: "denied"))
    let cases: [(String, Result<String, SecretError>, TokenError)] = [
      ("an error page", .success("<html>403</html>"), .malformed(Self.secret)),
      ("expired", .success(Self.jwt(from: 900, to: 990)), .expired(Self.secret, milliseconds: 10_000)),
      ("at its end", .success(Self.jwt(from: 900, to: 1000)), .expired(Self.secret, milliseconds: 0)),
      ("no answer", .failure(error), .source(error)),
    ]
    for (name, answer, expected) in cases {
      let bench = Bench()
      let tokens = bench.tokens
      switch answer {
      case .success(let text): bench.answer(text)
      case .failure(let error): bench.fail(error)
      }
      #expect(Self.text(tokens) == .failure(expected), "\(name)")
      // Others that ask at the same moment get the same answer; a second later the source is asked again.
      #expect(Self.text(tokens) == .failure(expected) && bench.questions == 1)
      bench.answer("good")
      bench.wait(1)
      #expect(Self.text(tokens) == .success("good") && bench.questions == 2)
    }
  }

  @Test("a failure while the old one is good") func failureMeanwhile() throws {
    let bench = Bench()
    let tokens = bench.tokens
    bench.answer(Self.jwt(from: 1000, to: 1100))
    _ = try tokens.token()
    bench.wait(85)
    let error = SecretError(Self.secret, .unreadable(path: "/token", reason: "No such file or directory"))
    bench.fail(error)
    #expect(Self.text(tokens) == .failure(.source(error)))
    bench.wait(5)
    bench.answer(Self.jwt(from: 1090, to: 1190))
    #expect(try tokens.token().end == 1_190_000)
  }

  @Test("a clock here that is behind the issuer's does not make a token last longer") func skew() throws {
    let bench = Bench()
    bench.skew(-600)
    let tokens = bench.tokens
    bench.answer(Self.jwt(from: 1000, to: 1030), "second")
    _ = try tokens.token()
    bench.wait(24)
    #expect(Self.text(tokens) == .success("second"))
  }

  @Test("many threads get one token of one question") func threads() async {
    let bench = Bench()
    let tokens = bench.tokens
    bench.answer("a", "b", "c")
    let seen = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<32 { group.addTask { try? tokens.token().token.text } }
      return await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    #expect(seen == ["a"] && bench.questions == 1)
  }

  @Test("the store gives one source of tokens to all, and hides each") func fromStore() throws {
    let file = try SecretStoreTests.File(Array("first-token\n".utf8))
    let store = SecretStoreTests.store()
    let secret = Secret(.file(file.path), key: "token", range: SecretStoreTests.range)
    let tokens = store.tokenSource(of: secret)
    #expect(tokens === store.tokenSource(of: secret))
    #expect(try tokens.token().token.text == "first-token")
    #expect(store.redaction.apply(to: "Bearer first-token") == "Bearer ***")
  }
}
