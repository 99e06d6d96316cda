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

  package init(
    settings: [String] = [], environmentFile: EnvironmentFile = EnvironmentFile(), environmentPath: String? = nil
  ) {
    self.settings = settings
    self.environmentFile = environmentFile
    self.environmentPath = environmentPath
  }

  /// The command-line arguments for these overrides, without settings that are named like a secret.
  package var arguments: [String] {
    let shown = settings.filter { !SecretName.matches(String($0.prefix { $0 != "=" })) }
    return (environmentPath.map { ["--env-file", $0] } ?? []) + shown.flatMap { ["--set", $0] }
  }

  /// The process's environment and the file system, with these.
  package var environment: ReadingEnvironment {
    ReadingEnvironment(
      variable: { [variables = environmentFile.variables] name in
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? variables[name]
      },
      file: { path in
        Result { () throws(InputFileError) in try InputFile.readRegular(path) }
          .mapError { ReadingEnvironment.Unreadable(reason: $0.reason) }
      },
      data: { path in
        if InputFile.size(path) ?? 0 > DataBytes.largest { return .failure(.init(reason: "", isTooLarge: true)) }
        return Result { () throws(InputFileError) in try InputFile.readRegular(path, limit: DataBytes.largest) }
          .map { DataBytes($0, sha256: SHA256.text(of: $0)) }
          .mapError { ReadingEnvironment.Unreadable(reason: $0.reason) }
      },
      settings: settings)
  }
}
