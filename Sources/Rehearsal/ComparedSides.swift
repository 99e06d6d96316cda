/// The sides of a comparison as the command line names them.
package enum ComparedSides: Sendable, Equatable {
  /// Files, folders or patterns: one for the base, and one for each new side.
  case paths(base: String, new: [String])
  /// Builds of one file, folder or pattern, each by its label, commit or run id.
  case builds(of: String, base: String, new: [String])
  /// Folders of runs: those of the base, and those of the new side.
  case runs(base: [String], new: [String], baseName: String, newName: String)
}
