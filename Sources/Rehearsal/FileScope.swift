internal import Language

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The folders in which the files that a scenario names may be: its own, and those that the command line allows. Paths are
/// compared once symbolic links are resolved, so that a link leads no further than a path does.
struct FileScope: Sendable {
  /// Resolved, each with a slash at its end.
  private let folders: [String]

  /// The scope of the scenario at `path`; for standard input, the working directory.
  init(scenario path: String, allowed: [String]) {
    folders = ([Self.folder(of: path)] + allowed).compactMap(Self.resolved).map { $0 == "/" ? $0 : $0 + "/" }
  }

  /// The path to open: without links. The file behind it may not be there, which its reader reports.
  func admitted(_ path: String) throws(ReadingEnvironment.Unreadable) -> String {
    let place = Self.resolved(path) ?? Self.intended(path)
    guard folders.contains(where: place.hasPrefix) else {
      throw .outside(Self.folder(of: place))
    }
    return place
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Without links; nil for what is not there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The place of a file that is not there: what exists of its folder is resolved, and the rest is taken by its words.
  private static func intended(_ path: String) -> String {
    var rest: [Substring] = []
    var known = path
    while true {
      let name = known[(known.lastIndex(of: "/").map { known.index(after: $0) } ?? known.startIndex)...]
      rest.append(name)
      known = folder(of: known)
      if let base = resolved(known) { return join(base, rest.reversed()) }
      if known == "." || known == "/" { return path }
    }
  }

  private static func join(_ base: String, _ names: [Substring]) -> String {
    var components = base.split(separator: "/")
    for name in names where !name.isEmpty && name != "." {
      if name == ".." { _ = components.popLast() } else { components.append(name) }
    }
    return "/" + components.joined(separator: "/")
  }
}
