#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A pattern of paths, in quotes on the command line so that the shell leaves it alone: `*`, `?` and `[…]` within a name as in a shell,
/// and `**` for any number of folders.
struct PathPattern {
  private let pattern: String
  private let limit: Int

  init(_ pattern: String, limit: Int) {
    self.pattern = pattern
    self.limit = limit
  }

  /// The files and folders that fit, in order of their paths. Hidden names fit only where the pattern has their dot, and no wildcard is a folder that is left out.
  func places() throws(ReportInputError) -> [String] {
    var places = [pattern.hasPrefix("/") ? "/" : ""]
    for component in pattern.split(separator: "/").map(String.init) {
      var next: [String] = []
      for place in places {
        if component == "**" {
          next += try folders(below: place)
        } else if component.contains(where: { "*?[".contains($0) }) {
          guard Self.isFolder(place) else { continue }
          next += try FolderListing.names(in: Self.named(place)).filter { fits($0, component, in: place) }
            .map { FolderListing.path($0, in: place) }
        } else {
          let path = FolderListing.path(component, in: place)
          if InputFile.exists(path) { next.append(path) }
        }
        guard next.count <= limit else { throw .tooManyFiles(pattern, limit: limit) }
      }
      var known: Set<String> = []
      places = next.filter { known.insert($0).inserted }
    }
    return places
  }

  private func fits(_ name: String, _ component: String, in place: String) -> Bool {
    fnmatch(component, name, FNM_PERIOD) == 0 && !ReportSearch.isLeftOut(name, in: place)
  }

  /// The folder itself and all below it. Links are followed unless they lead back to a folder that this one is in.
  private func folders(below place: String) throws(ReportInputError) -> [String] {
    guard Self.isFolder(place) else { return [] }
    var found: [String] = []
    var seen: Set<String> = []
    var rest = [place]
    while let folder = rest.popLast() {
      guard let real = FileScope.resolved(Self.named(folder)), seen.insert(real).inserted else { continue }
      found.append(folder)
      guard found.count <= limit else { throw .tooManyFiles(pattern, limit: limit) }
      rest += try FolderListing.names(in: Self.named(folder)).filter { !ReportSearch.isLeftOut($0, in: folder) }
        .map { FolderListing.path($0, in: folder) }.filter(Self.isFolder).reversed()
    }
    return found
  }

  private static func named(_ place: String) -> String { place.isEmpty ? "." : place }

  private static func isFolder(_ place: String) -> Bool {
    var status = stat()
    return stat(named(place), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
