package import Templates

/// The input for reading a scenario, besides its file: environment variables, other files and settings of the command line.
package struct ReadingEnvironment: Sendable {
  /// The reason why a file that a scenario names cannot be read, as the system gives it.
  package struct Unreadable: Error, Sendable {
    package var reason: String
    /// True if the file is larger than allowed.
    package var isTooLarge: Bool
    /// The folder of a file that is outside of those that a scenario may read.
    package var outside: String?

    package init(reason: String, isTooLarge: Bool = false, outside: String? = nil) {
      self.reason = reason
      self.isTooLarge = isTooLarge
      self.outside = outside
    }

    package static func outside(_ folder: String) -> Unreadable {
      Unreadable(reason: "outside of the scenario's folder", outside: folder)
    }

    /// The rest of a sentence that begins with the file's name.
    var complaint: String { outside == nil ? "cannot be read: \(reason)" : "is \(reason)" }

    var remedy: String {
      outside.map { "--allow-path \($0), or move the file" }
        ?? "a path is relative to the file in which it is written"
    }
  }

  /// An environment variable's value; nil if it is not set.
  package var variable: @Sendable (String) -> String?
  /// The bytes of a file that is named in the scenario.
  package var file: @Sendable (String) -> Result<[UInt8], Unreadable>
  /// The bytes of a data file, which may be much larger.
  package var data: @Sendable (String) -> Result<DataBytes, Unreadable>
  /// Settings of the command line, `path=value` each, stronger than the file.
  package var settings: [String]

  package init(
    variable: @escaping @Sendable (String) -> String?,
    file: @escaping @Sendable (String) -> Result<[UInt8], Unreadable>,
    data: (@Sendable (String) -> Result<DataBytes, Unreadable>)? = nil, settings: [String] = []
  ) {
    self.variable = variable
    self.file = file
    self.data = data ?? { file($0).map { DataBytes($0) } }
    self.settings = settings
  }

  /// The name that stands for the file of a setting of the command line.
  static let settingsFile = "--set"

  /// No variables, no files.
  package static let none = ReadingEnvironment(
    variable: { _ in nil }, file: { _ in .failure(Unreadable(reason: "no file can be read here")) })
}

/// Paths that a scenario names, each relative to the file in which it is written.
enum RelativePath {
  static func resolve(_ path: String, from file: String) -> String {
    guard path.first != "/", let slash = file.lastIndex(of: "/") else { return path }
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(file[...slash]) + path
  }
}
