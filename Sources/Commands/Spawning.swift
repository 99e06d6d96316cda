internal import CSpawning

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The start of a program.
enum Spawning {
  /// The descriptors of its standard streams, above 2; an input of nil is `/dev/null`.
  struct Streams {
    var input: Int32?
    var output: Int32
    var errors: Int32
  }

  /// The process, which leads a session of its own. A path that is not absolute is relative to `directory`.
  static func start(
    _ path: String, words: [String], environment: [String: String], in directory: String?, _ streams: Streams
  ) throws(CommandError) -> pid_t {
    let variables = environment.map { "\($0.key)=\($0.value)" }
    // A text would end at the zero, and be another one.
    guard !(words + variables + [directory ?? ""]).contains(where: { $0.utf8.contains(0) }) else {
      throw .systemError(errno: EINVAL)
    }
    var process: pid_t = 0
    let failure = withCStrings(words) { words in
      withCStrings(variables) { variables in
        withCStrings(directory.map { [$0] } ?? []) { directory in
          // With no directory, the first pointer is the null at the end.
          var places = spawn_places(
            directory: directory[0], input: streams.input ?? -1, output: streams.output, errors: streams.errors)
          return spawn_command(&process, path, words, variables, &places)
        }
      }
    }
    switch failure {
    case 0: return process
    // The file was there a moment ago: what is missing is its interpreter.
    case ENOENT, EACCES, ENOEXEC, ENOTDIR, ELOOP: throw .notExecutable(words.first ?? path)
    default: throw .systemError(errno: failure)
    }
  }

  /// An array as C wants it, with a null at its end.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
