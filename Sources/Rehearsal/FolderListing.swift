#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The names in a folder.
enum FolderListing {
  /// In order, without hidden ones.
  static func names(in folder: String) throws(ReportInputError) -> [String] {
    guard let directory = opendir(folder) else {
      throw .unreadable(
        InputFileError(path: folder, reason: String(cString: strerror(errno)), isMissing: errno == ENOENT))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// `folder` may be empty for the working directory, whose name messages need not show.
  static func path(_ name: String, in folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
