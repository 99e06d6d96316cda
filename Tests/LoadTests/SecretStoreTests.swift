import Commands
import Diagnostics
import Glibc
import Scenarios
import Synchronization
import Testing

@testable import Load

/// Where secrets come from, and what is wrong with a source.
@Suite struct SecretStoreTests {
  static let range = SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))

  static func secret(_ source: Secret.Source) -> Secret { Secret(source, key: "password", range: range) }

  static func store(_ variables: [String: String] = [:], environment: [String: String] = ["PATH": "/usr/bin:/bin"])
    -> SecretStore
  {
    SecretStore(variable: { variables[$0] }, environment: environment, wallClock: { 0 })
  }

  static func value(_ source: Secret.Source, _ variables: [String: String] = [:]) -> Result<String, SecretError> {
    Result { () throws(SecretError) in try store(variables).value(of: secret(source)) }
  }

  static func shell(_ text: String, within: Nanoseconds = .seconds(10)) -> Secret.Source {
    .command(SecretCommand(.text(text), within: within))
  }

  @Test(
    "a variable",
    arguments: [
      ("plain", Result<String, SecretError.Reason>.success("plain")), (" a b ", .success(" a b ")),
      ("é😀", .success("é😀")),
      ("", .failure(.unset(variable: "A"))), ("a\nb", .failure(.unfit(.lineBreak))),
      ("a\n", .failure(.unfit(.lineBreak))),
      ("a\0b", .failure(.unfit(.zero))),
    ]) func variable(_ set: String, _ expected: Result<String, SecretError.Reason>)
  {
    #expect(Self.value(.environment("A"), ["A": set]).mapError(\.reason) == expected)
    #expect(Self.value(.environment("B"), ["A": set]).mapError(\.reason) == .failure(.unset(variable: "B")))
  }

  /// A file of its own, removed at the end.
  final class File: Sendable {
    let path: String

    init(_ bytes: [UInt8], mode: mode_t = 0o600) throws {
      var template = Array("/tmp/rehearse-secret-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      try #require(descriptor >= 0)
      path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      _ = write(descriptor, bytes, bytes.count)
      fchmod(descriptor, mode)
      close(descriptor)
    }

    deinit { unlink(path) }
  }

  static let contents: [(String, [UInt8], Result<String, SecretError.Reason>)] = [
    ("as it is", Array("plain".utf8), .success("plain")),
    ("one line feed is dropped", Array("plain\n".utf8), .success("plain")),
    ("one line end of Windows is dropped", Array("plain\r\n".utf8), .success("plain")),
    ("blanks stay", Array(" plain \t".utf8), .success(" plain \t")),
    ("a carriage return alone is a line break", Array("plain\r".utf8), .failure(.unfit(.lineBreak))),
    ("two line breaks", Array("plain\n\n".utf8), .failure(.unfit(.lineBreak))),
    ("two lines", Array("a\nb\n".utf8), .failure(.unfit(.lineBreak))),
    ("empty", [], .failure(.unfit(.empty))), ("a line break", [10], .failure(.unfit(.empty))),
    ("not UTF-8", [0x61, 0xff], .failure(.unfit(.notUTF8))),
    ("UTF-16", [0x61, 0, 0x62, 0], .failure(.unfit(.zero))),
    ("a byte order mark", [0xef, 0xbb, 0xbf, 0x61], .failure(.unfit(.byteOrderMark))),
    ("64 KiB", Array(repeating: 0x61, count: 65536), .success(String(repeating: "a", count: 65536))),
    ("more", Array(repeating: 0x61, count: 65537), .failure(.unfit(.tooLong(limit: 65536)))),
    ("much more", Array(repeating: 0x61, count: 1 << 20), .failure(.unfit(.tooLong(limit: 65536)))),
  ]

  @Test("a file, and the same by a command", arguments: contents)
  func file(_ name: String, _ bytes: [UInt8], _ expected: Result<String, SecretError.Reason>) throws {
    let file = try File(bytes)
    #expect(Self.value(.file(file.path)).mapError(\.reason) == expected, "\(name)")
    let printed = Self.value(.command(SecretCommand(.arguments(["cat", file.path])))).mapError(\.reason)
    // A command is ended when it prints more.
    if bytes.count > 65538 {
      #expect(printed == .failure(.failed(.tooMuch(limit: 65538), errors: "")))
    } else {
      #expect(printed == expected, "\(name)")
    }
  }

  @Test("paths that cannot be read") func files() throws {
    #expect(
      Self.value(.file("/no/such")).mapError(\.reason)
        == .failure(.unreadable(path: "/no/such", reason: "No such file or directory")))
    #expect(
      Self.value(.file("/tmp")).mapError(\.reason) == .failure(.unreadable(path: "/tmp", reason: "Is a directory")))
    #expect(
      Self.value(.file("/dev/zero")).mapError(\.reason)
        == .failure(.unreadable(path: "/dev/zero", reason: "not a regular file")))
    let pipe = "/tmp/rehearse-secret-pipe-\(getpid())"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    #expect(
      Self.value(.file(pipe)).mapError(\.reason) == .failure(.unreadable(path: pipe, reason: "not a regular file")))
  }

  @Test("a symbolic link is followed, and the mode of what it leads to counts") func link() throws {
    let file = try File(Array("plain\n".utf8), mode: 0o644)
    let link = file.path + "-link"
    #expect(symlink(file.path, link) == 0)
    defer { unlink(link) }
    let store = Self.store()
    #expect(try store.value(of: Self.secret(.file(link))) == "plain")
    #expect(store.readable.map(\.path) == [link] && store.readable.map(\.mode) == [0o644])
  }

  @Test(
    "the mode of a file",
    arguments: [
      (0o600, true, false), (0o400, true, false), (0o640, true, false), (0o644, true, true), (0o444, true, true),
      (0o620, false, false), (0o602, false, false), (0o666, false, false), (0o777, false, false),
    ] as [(mode_t, Bool, Bool)]) func mode(_ mode: mode_t, _ isTaken: Bool, _ isReadable: Bool) throws
  {
    let file = try File(Array("plain".utf8), mode: mode)
    let store = Self.store()
    let secret = Self.secret(.file(file.path))
    let result = Result { () throws(SecretError) in try store.value(of: secret) }
    #expect(
      result.mapError(\.reason)
        == (isTaken ? .success("plain") : .failure(.writable(path: file.path, mode: UInt32(mode)))))
    #expect(store.readable == (isReadable ? [ReadableSecret(secret: secret, path: file.path, mode: UInt32(mode))] : []))
    // Asked twice, it is warned of once.
    _ = try? store.fresh(secret)
    #expect(store.readable.count == (isReadable ? 1 : 0))
  }

  /// Only where the tests may write there.
  @Test("no warning where containers mount secrets", .enabled(if: access("/run", W_OK) == 0)) func mounted() throws {
    let isNew = mkdir("/run/secrets", 0o755) == 0
    let path = "/run/secrets/rehearse-\(getpid())"
    defer {
      unlink(path)
      if isNew { rmdir("/run/secrets") }
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o444)
    _ = write(descriptor, "plain", 5)
    fchmod(descriptor, 0o444)
    close(descriptor)
    for name in [path, "/var/run/secrets/rehearse-\(getpid())", "/tmp/../run/secrets/rehearse-\(getpid())"] {
      let store = Self.store()
      guard access(name, R_OK) == 0 else { continue }
      #expect(try store.value(of: Self.secret(.file(name))) == "plain")
      #expect(store.readable == [], "\(name)")
    }
  }

  static let failures: [(String, Secret.Source, CommandError, String)] = [
    ("not found", .command(SecretCommand(.arguments(["no-such-program-1", "x"]))), .notFound("no-such-program-1"), ""),
    ("exit code, and what it says", shell("echo no vault >&2; exit 2"), .exited(code: 2), "no vault"),
    ("several lines", shell("printf 'a\\n\\n  b\\nc\\nd\\n' >&2; exit 2"), .exited(code: 2), "b; c; d"),
    (
      "control characters", shell("printf '\\033[31mred\\r\\n::error::x\\n' >&2; exit 2"), .exited(code: 2),
      "\\u{1B}[31mred; \\u{3A}:error::x"
    ),
    (
      "a long one", shell("head -c 5000 /dev/zero | tr '\\0' a >&2; exit 2"), .exited(code: 2),
      String(repeating: "a", count: 299) + "…"
    ),
    ("what it printed", shell("set -x; echo hunter2-printed; exit 3"), .exited(code: 3), "+ echo ***; + exit 3"),
    (
      "a named secret", shell("echo 'Authorization: Bearer abcdef' >&2; exit 3"), .exited(code: 3), "Authorization: ***"
    ),
    (
      "an address", shell("echo 'GET https://u:hunter2@vault/' >&2; exit 3"), .exited(code: 3), "GET https://***@vault/"
    ),
    ("a variable that it has", shell("echo \"denied: $VAULT_TOKEN\" >&2; exit 3"), .exited(code: 3), "denied: ***"),
    ("a secret of the scenario", shell("echo 'denied: first-secret' >&2; exit 3"), .exited(code: 3), "denied: ***"),
    (
      "not in time", shell("echo waiting >&2; sleep 60", within: .milliseconds(200)),
      .timedOut(after: .milliseconds(200)), "waiting"
    ),
    ("it reads", shell("read -r line; exit 4"), .exited(code: 4), ""),
  ]

  @Test("a command that fails", arguments: failures)
  func failure(_ name: String, _ source: Secret.Source, _ error: CommandError, _ errors: String) throws {
    let store = Self.store(
      ["FIRST": "first-secret"], environment: ["PATH": "/usr/bin:/bin", "VAULT_TOKEN": "hunter2-of-vault"])
    _ = try store.value(of: Self.secret(.environment("FIRST")))
    let result = Result { () throws(SecretError) in try store.value(of: Self.secret(source)) }
    #expect(result == .failure(SecretError(Self.secret(source), .failed(error, errors: errors))), "\(name)")
  }

  @Test("a stop of the run ends a command") func stop() {
    let store = SecretStore(
      variable: { _ in nil }, environment: ["PATH": "/usr/bin:/bin"], wallClock: { 0 }, isStopped: { true })
    let result = Result { () throws(SecretError) in try store.value(of: Self.secret(Self.shell("sleep 60"))) }
    #expect(result.mapError(\.reason) == .failure(.failed(.stopped, errors: "")))
  }

  @Test("a source is asked once, by however many at the same time, and afresh when that is wanted") func once()
    async throws
  {
    let file = try File([])
    let store = Self.store()
    let secret = Self.secret(Self.shell("echo x >> \(file.path); sleep 0.05; wc -l < \(file.path)"))
    let values = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<8 { group.addTask { try? store.value(of: secret) } }
      return await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    #expect(values == ["1"])
    #expect(try store.fresh(secret) == "2")
    #expect(try store.value(of: secret) == "1")
    // A failure is kept, too.
    let faulty = Self.secret(Self.shell("echo x >> \(file.path); exit 1"))
    for _ in 0..<3 { #expect(throws: SecretError.self) { try store.value(of: faulty) } }
    #expect(try store.fresh(secret) == "4")
  }

  @Test("every value that was asked for is hidden, in each form") func redaction() throws {
    let store = Self.store(["A": "pass/word", "B": "other-secret"])
    #expect(store.redaction.apply(to: "pass/word") == "pass/word")
    _ = try store.value(of: Self.secret(.environment("A")), ofUser: "loader")
    _ = try store.fresh(Self.secret(Self.shell("echo tok-1")))
    _ = try store.fresh(Self.secret(.text("plain-text")))
    let redaction = store.redaction
    for form in Redaction.forms(of: "pass/word", ofUser: "loader") + ["tok-1", "plain-text"] {
      #expect(redaction.apply(to: "<\(form)>") == "<***>", "\(form)")
    }
    #expect(redaction.apply(to: "other-secret") == "other-secret")
  }
}
