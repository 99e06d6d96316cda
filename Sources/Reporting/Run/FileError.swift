internal import Diagnostics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file or directory that could not be written.
package struct FileError: Error, Sendable, Equatable {
  package var path: String
  /// The system's number; nil where the reason is not the system's.
  package var code: Int32?
  /// The system's words: `No space left on device`.
  package var reason: String

  package init(path: String, code: Int32?, reason: String) {
    self.path = path
    self.code = code
    self.reason = reason
  }

  /// From `errno`: call it before anything else can change that.
  static func last(_ path: String) -> Self {
    let code = errno
    return Self(path: path, code: code, reason: String(cString: strerror(code)))
  }

  /// One sentence, lower case.
  package var message: String { "cannot write \"\(path.visible)\": \(reason)" }
}
