#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open folder of reports. What is in it is reached by its descriptor and never by a symbolic link: whoever may write into the
/// folder of reports could lead a run to any other file by one.
struct ReportDirectory: ~Copyable {
  private let descriptor: Int32
  let path: String

  private init(_ descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// The folder that the user named, which may be a link; it is made if it is not there and `makes`.
  init(root: String, makes: Bool) throws(FileError) {
    var made = root.hasPrefix("/") ? "" : "."
    for component in root.split(separator: "/") where makes {
      made += "/\(component)"
      // Another run may make it at the same time.
      guard mkdir(made, 0o777) == 0 || errno == EEXIST || errno == EISDIR else { throw .last(made) }
    }
    self.init(
      try Self.opened {
        open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      } or: {
        .last(root)
      }, path: root)
  }

  /// The folder that holds `file`, named by the user, too.
  init(holding file: String) throws(FileError) {
    let directory = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    self.init(
      try Self.opened {
        open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      } or: {
        .last(file)
      }, path: directory)
  }

  /// A folder in this one; it is made if it is not there and `makes`.
  func folder(_ name: String, makes: Bool) throws(FileError) -> ReportDirectory {
    let path = "\(path)/\(name)"
    guard !makes || mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST else { throw .last(path) }
    try refuseLink(name)
    return ReportDirectory(
      try Self.opened {
        openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      } or: {
        .last(path)
      },
      path: path)
  }

  /// Throws if the name is that of a symbolic link.
  func refuseLink(_ name: String) throws(FileError) {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFLNK else {
      return
    }
    throw FileError(
      path: "\(path)/\(name)", code: nil,
      reason: "it is a symbolic link, through which no report is written; remove it, or choose another --report-dir")
  }

  /// A new file in it, to append to; the descriptor is the caller's.
  func newFile(_ name: String, for path: String) throws(FileError) -> Int32 {
    try Self.opened {
      openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666)
    } or: {
      .last(path)
    }
  }

  func rename(_ name: String, to other: String, for path: String) throws(FileError) {
    guard renameat(descriptor, name, descriptor, other) == 0 else { throw .last(path) }
  }

  func remove(_ name: String) -> Bool { unlinkat(descriptor, name, 0) == 0 }

  /// Makes a rename itself survive a power cut.
  func sync() throws(FileError) {
    // Some network and FUSE file systems cannot sync a directory; the file itself is there.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last(path) }
  }

  private static func opened(_ open: () -> Int32, or error: () -> FileError) throws(FileError) -> Int32 {
    let descriptor = open()
    guard descriptor >= 0 else { throw error() }
    return descriptor
  }
}
