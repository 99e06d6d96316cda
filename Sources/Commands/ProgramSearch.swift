#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The search for a program by `PATH`.
enum ProgramSearch {
  /// The path of the program. Directories of `PATH` that are not absolute are passed over: the result would depend on the
  /// directory in which this process was started.
  static func path(of name: String, in environment: [String: String]) throws(CommandError) -> String {
    guard !name.isEmpty else { throw .notFound(name) }
    let directories = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").filter { $0.first == "/" }
    let candidates = name.contains("/") ? [name] : directories.map { "\($0)/\(name)" }
    var isThere = false
    for path in candidates {
      switch isRunnable(path) {
      case true?: return path
      case false?: isThere = true
      case nil: continue
      }
    }
    throw isThere ? .notExecutable(name) : .notFound(name)
  }

  /// True for a file that may be run; nil if there is none.
  private static func isRunnable(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
