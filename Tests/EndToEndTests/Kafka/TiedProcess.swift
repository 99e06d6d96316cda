import Dispatch
import Glibc
import Synchronization
import Testing

/// A program that does not outlive this process, however this one ends, and not even while it is stopped itself.
///
/// A shell leads a group of its own and holds one end of a channel whose other end is here alone. When that
/// is closed, by `end` or by the kernel after a crash, the shell ends the group by KILL: nothing else ends a program under
/// SIGSTOP, nor a broker that waits for a quorum.
final class TiedProcess: Sendable {
  /// The program's own; the shell is another process.
  let id: pid_t
  private let shell: pid_t
  private let said: Int32
  private let tie: Mutex<Int32?>
  private let exit = Mutex<Int32?>(nil)

  /// File 3 tells the program's number, and later its exit code. A list in the background has no standard input of the
  /// shell's, so file 4 is its copy. `$1` is where the output goes, `$2` a folder to remove after a crash.
  private static let script = """
    out=$1 spoils=$2; shift 2; trap '' HUP; exec 4<&0
    "$@" </dev/null >>"$out" 2>&1 3>&- 4<&- & child=$!
    echo $child >&3
    { word=$(cat <&4); kill -KILL $child; [ -n "$word" ] || [ -z "$spoils" ] || rm -rf -- "$spoils"; kill -KILL 0; } 3>&- &
    wait $child; echo $? >&3; exec 3>&-; wait
    """

  init(_ program: String, _ arguments: [String], output: String, spoils: String = "") throws {
    let (tie, told) = (try Self.channel(), try Self.channel())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, tie.theirs, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawn_file_actions_adddup2(&actions, told.theirs, 3)
    // A group of its own, and not a session: Linux may schedule by session, and two clients that turn round on two cores were
    // seen to keep a broker in another session from running for 30 s and more. When this process dies while one of the
    // group is stopped, the kernel sends SIGHUP to all of it: the shell and what it starts ignore that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    // Dispatch's threads block signals, and children inherit that: the shell would never hear of its child's end.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    let words = (["sh", "-c", Self.script, "sh", output, spoils, program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    var started: pid_t = 0
    let code = posix_spawn(&started, "/bin/sh", &actions, &attributes, words + [nil], environ)
    close(tie.theirs)
    close(told.theirs)
    guard code == 0, let number = Self.line(of: told.ours) else {
      close(tie.ours)
      close(told.ours)
      throw Unstarted(program: program, code: code)
    }
    (id, shell, said) = (number, started, told.ours)
    self.tie = Mutex(tie.ours)
  }

  deinit { end() }

  struct Unstarted: Error {
    var program: String
    var code: Int32
  }

  /// A pair of sockets, since those are closed in other children from the moment they exist; both above 9, so that none
  /// of them is one of the files that the shell is given.
  private static func channel() throws -> (theirs: Int32, ours: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
    let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    for end in ends { close(end) }
    return (high[0], high[1])
  }

  private static func line(of file: Int32) -> Int32? {
    var text = ""
    var byte: UInt8 = 0
    while read(file, &byte, 1) == 1, byte != UInt8(ascii: "\n") { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return Int32(text)
  }

  func signal(_ number: Int32) { kill(id, number) }

  /// The shell takes its exit code at once, so that nothing of it stays behind.
  var isRunning: Bool { kill(id, 0) == 0 }

  /// Waits for the program to end by itself: its exit code, above 128 where a signal ended it, or nil after `seconds`.
  func exitCode(within seconds: Double) -> Int32? {
    exit.withLock { exit in
      if let exit { return exit }
      var waiting = pollfd(fd: said, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(seconds * 1000)) == 1 else { return nil }
      exit = Self.line(of: said)
      return exit
    }
  }

  /// Ends program and shell by KILL; when it returns they are gone. What the program wrote stays.
  func end() {
    tie.withLock { tie in
      guard let open = tie else { return }
      _ = send(open, "kept\n", 5, Int32(truncatingIfNeeded: MSG_NOSIGNAL))
      close(open)
      close(said)
      var status: Int32 = 0
      waitpid(shell, &status, 0)
      tie = nil
    }
  }
}
