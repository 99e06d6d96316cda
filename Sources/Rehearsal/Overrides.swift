internal import Diagnostics
package import Language
internal import Templates

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The options of the command line that change what a scenario file says.
package struct Overrides: Sendable, Equatable {
  /// `path=value` each.
  package var settings: [String]
  package var environmentFile: EnvironmentFile
  /// The path of `environmentFile`.
  package var environmentPath: String?
  /// Folders beside the scenario's own whose files it may name.
  package var allowedPaths: [String]
  /// The only variables that there are; nil for those of this process.
  package var ownVariables: [String: String]?

  package init(
    settings: [String] = [], environmentFile: EnvironmentFile = EnvironmentFile(), environmentPath: String? = nil,
    allowedPaths: [String] = [], ownVariables: [String: String]? = nil
  ) {
    self.ownVariables = ownVariables
    self.settings = settings
    self.environmentFile = environmentFile
    self.environmentPath = environmentPath
    self.allowedPaths = allowedPaths
  }

  /// The command-line arguments for these overrides, without settings that may hold a secret.
  package var arguments: [String] {
    let shown = settings.filter { !Self.mayHoldSecret($0) }
    return (environmentPath.map { ["--env-file", $0] } ?? []) + allowedPaths.flatMap { ["--allow-path", $0] }
      + shown.flatMap { ["--set", $0] }
  }

  /// The process's environment and the file system, with these, for the scenario at `path`. Every file that it names is read
  /// through here, but certificates and those of secrets, which are elsewhere by design.
  package func environment(of path: String) -> ReadingEnvironment {
    let scope = FileScope(scenario: path, allowed: allowedPaths)
    return ReadingEnvironment(
      variable: { [variables = environmentFile.variables, ownVariables] name in
        if let ownVariables { return ownVariables[name] }
        return getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? variables[name]
      },
      file: { path in Self.bytes(of: path, in: scope, limit: 4 << 20) },
      data: { path in
        Self.bytes(of: path, in: scope, limit: DataBytes.largest).map { DataBytes($0, sha256: SHA256.text(of: $0)) }
      },
      settings: settings)
  }

  private static func bytes(
    of path: String, in scope: FileScope, limit: Int
  ) -> Result<[UInt8], ReadingEnvironment.Unreadable> {
    Result { () throws(ReadingEnvironment.Unreadable) in
      let place = try scope.admitted(path)
      if limit == DataBytes.largest, InputFile.size(place) ?? 0 > limit { throw .init(reason: "", isTooLarge: true) }
      do throws(InputFileError) { return try InputFile.readRegular(place, limit: limit) } catch {
        throw ReadingEnvironment.Unreadable(reason: error.reason)
      }
    }
  }

  /// True where it is named like a secret, or has a key that is: `cluster.librdkafka={sasl.password: x}` is a mapping. A variable
  /// is not its value: `sasl.password=${PASSWORD}` holds none.
  package static func mayHoldSecret(_ setting: String) -> Bool {
    var words = ""
    var rest = setting[...]
    while let reference = rest.firstRange(of: "${"), let end = rest[reference.upperBound...].firstIndex(of: "}") {
      let name = rest[reference.upperBound..<end]
      words += rest[..<reference.lowerBound]
      // What is written as a variable's default is a value.
      if name.contains(":") { words += name }
      rest = rest[rest.index(after: end)...]
    }
    words += rest
    // A name with nothing behind it has lost a variable as its value.
    if let equals = words.firstIndex(of: "="), words[words.index(after: equals)...].allSatisfy({ $0 == " " }) {
      return false
    }
    return words.split { !($0.isLetter || $0.isNumber || "._-".contains($0)) }.contains {
      SecretName.matches(key: String($0))
    }
  }
}
