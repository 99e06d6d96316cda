import FoundationEssentials
import Glibc
import Synchronization
import Testing

/// The built program, started as a user would.
final class Program: Sendable {
  struct Ended: Sendable {
    var code: Int32
    var output: String
    var errors: String

    /// Standard output with its lines unwrapped.
    var prose: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var lastLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }
  }

  let process: pid_t
  private let folder: Folder
  /// The folders that it writes its reports into.
  private let reports: [String]
  private let secrets: [String]
  private let isOver = Atomic<Bool>(false)

  /// The executable, which is beside that of the tests.
  static var path: String {
    let tests = CommandLine.arguments[0]
    return String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/rehearse"
  }

  /// The signals that it hears.
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Starts it with both outputs going to files, or the first to `output`, and `input` for standard input. It is started with the
  /// usual handling of signals, however the tests were started; `shell` are commands of a shell that becomes the program.
  init(
    _ arguments: [String], in folder: Folder, input: String = "/dev/null", output: String? = nil,
    environment more: [String: String] = [:], shell: String? = nil
  ) throws {
    self.folder = folder
    reports = zip(arguments, arguments.dropFirst()).filter { $0.0 == "--report-dir" }.map(\.1)
    secrets = LeakSearch.secrets(of: more)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output ?? folder.path("out"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder.path("err"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var handled = sigset_t()
    sigemptyset(&handled)
    for signal in Self.signals { sigaddset(&handled, signal) }
    posix_spawnattr_setsigdefault(&attributes, &handled)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let command = (shell.map { ["/bin/sh", "-c", "\($0); exec \"$0\" \"$@\""] } ?? []) + [Self.path] + arguments
    let words = command.map { strdup($0) }
    defer { words.forEach { free($0) } }
    let inherited = ProcessInfo.processInfo.environment.merging(more) { $1 }
    let variables = inherited.map { strdup("\($0.key)=\($0.value)") }
    defer { variables.forEach { free($0) } }
    var started: pid_t = 0
    try #require(
      posix_spawn(&started, command[0], &actions, &attributes, words + [nil], variables + [nil]) == 0, "\(Self.path)")
    process = started
  }

  static func run(
    _ arguments: [String], in folder: Folder, input: String = "/dev/null", deadline: Double = 60
  ) throws -> Ended {
    try Program(arguments, in: folder, input: input).wait(deadline: deadline)
  }

  /// A test that fails in the middle leaves none behind.
  deinit {
    guard !isOver.load(ordering: .relaxed) else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Waits for its end; one that takes longer is killed, and fails the test.
  func wait(deadline: Double = 60) throws -> Ended {
    var status: Int32 = 0
    let ended = eventually(within: deadline) { waitpid(process, &status, WNOHANG) == process }
    if !ended {
      kill(process, SIGKILL)
      waitpid(process, &status, 0)
    }
    isOver.store(true, ordering: .relaxed)
    let (output, errors) = ((try? folder.read("out")) ?? "", try folder.read("err"))
    let search = LeakSearch(secrets + folder.secrets)
    for leak in search.leaks(output: output, errors: errors, reports: reports) { Issue.record("\(leak)") }
    try #require(ended, "still running after \(deadline) s:\n\(output)\(errors)")
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return Ended(code: code, output: output, errors: errors)
  }

  /// A progress line comes every 5 s: with the first one, messages are being sent.
  var hasSent: Bool { eventually(within: 20) { errorsSoFar.contains(" sent  ") } }

  var errorsSoFar: String { (try? folder.read("err")) ?? "" }
}

/// True as soon as `condition` is, false after `seconds`. It is evaluated every 5 ms; a condition that costs more than a system
/// call needs a longer pause, because it shares the machine with what it waits for.
func eventually(within seconds: Double = 10, every pause: Double = 0.005, _ condition: () -> Bool) -> Bool {
  let clock = ContinuousClock()
  let end = clock.now + .seconds(seconds)
  while clock.now < end {
    if condition() { return true }
    usleep(UInt32(pause * 1_000_000))
  }
  return condition()
}

/// A folder of one test's own, removed at its end.
final class Folder: Sendable {
  let root: String
  private let kept = Mutex<[String]>([])

  /// The secrets that no program started in it may write.
  var secrets: [String] { kept.withLock { $0 } }

  /// Registers a secret, and returns it to be used.
  @discardableResult
  func keep(secret: String) -> String {
    kept.withLock { $0.append(secret) }
    return secret
  }

  init() throws {
    var template = Array("/tmp/rehearse-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    root = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
    return path(name)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// The files below `Reports/<scenario>/<the newest run>`.
  func report(_ scenario: String, _ name: String) throws -> String {
    let run = try read("Reports/\(scenario)/latest.txt").split(separator: "\n").first.map(String.init) ?? ""
    return try read("Reports/\(scenario)/\(run)/\(name)")
  }
}
