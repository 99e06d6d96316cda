#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The search for a program by `PATH`.
package enum ProgramSearch {
  /// The path of the program. Directories of `PATH` that are not absolute are passed over: the result would depend on the
  /// directory in which this process was started.
  /// A name with a slash that does not begin with one is relative to `directory`, in which the program will be started.
  package static func path(
    of name: String, in environment: [String: String], startedIn directory: String? = nil
  ) throws(CommandError) -> String {
    guard !name.isEmpty else { throw .notFound(name) }
    let directories = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").filter { $0.first == "/" }
    let candidates = name.contains("/") ? [name] : directories.map { "\($0)/\(name)" }
    var isThere = false
    for path in candidates {
      let seen = directory.map { path.first == "/" ? path : "\($0)/\(path)" } ?? path
      switch isRunnable(seen) {
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
