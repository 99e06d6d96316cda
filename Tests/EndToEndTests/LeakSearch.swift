import Diagnostics
import FoundationEssentials
import Glibc
import Synchronization
import Testing

/// The search for secrets in every byte that a program wrote: standard output, standard error, and each file of its reports. It is
/// part of `Program.wait`, so that each test that starts the program is a test of this, too.
struct LeakSearch {
  /// Secrets of the brokers that tests start, whatever else a test registers.
  static let ofEveryTest = ["loader-secret", "batch-secret", "wrong-secret"]

  private let forms: [String]

  /// Each secret is searched for as it is, and as JSON, addresses, mail and SASL write it.
  init(_ secrets: [String]) {
    forms = Set(secrets + Self.ofEveryTest).filter { !$0.isEmpty }.flatMap { Redaction.forms(of: $0) }
  }

  /// The secrets among variables: by the program's own rule for names.
  static func secrets(of environment: [String: String]) -> [String] {
    environment.filter { SecretName.matches($0.key) && $0.value.utf8.count > 2 }.map(\.value)
  }

  /// A sentence for each file that has one.
  func leaks(output: String, errors: String, reports: [String]) -> [String] {
    let texts = [("standard output", Data(output.utf8)), ("standard error", Data(errors.utf8))]
    return (texts + reports.flatMap(Self.files)).compactMap { name, bytes in
      forms.first { Self.has(bytes, $0) }.map { "\(name) has the secret \($0)" }
    }
  }

  /// Every file below a folder.
  private static func files(below folder: String) -> [(String, Data)] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      var isFolder = false
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder else { return nil }
      return (try? Data(contentsOf: URL(filePath: path))).map { (path, $0) }
    }
  }

  private static func has(_ bytes: Data, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return false }
    return bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      // (memmem is not seen by Swift.)
      while rest.count >= wanted.count, let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(base, Int32(first), rest.count - wanted.count + 1)
      {
        if memcmp(found, wanted, wanted.count) == 0 { return true }
        rest = rest.dropFirst(UnsafeRawPointer(found) - base + 1)
      }
      return false
    }
  }
}

extension EndToEndTests {
  /// The search itself: it finds what it should, wherever that is.
  @Suite struct Leaks {
    private static let scenario = """
      version: 1
      name: test
      vars: {shown: "${SHOWN}"}
      cluster: {brokers: embedded}
      topics: {t: {}}
      templates: {m: {value: "{{vars.shown}}"}}
      stages: [{name: s, count: 2}]
      """

    private static func isFound(
      _ arguments: [String], registered: String?, environment: [String: String], in folder: Folder
    ) throws {
      if let registered { folder.keep(secret: registered) }
      try withKnownIssue {
        _ = try Program(arguments, in: folder, environment: environment).wait()
      } matching: { issue in
        issue.comments.contains { "\($0)".contains("has the secret hunter2-of-this-test") }
      }
    }

    /// A message may hold what its template says; here that is called a secret.
    @Test func onStandardOutput() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      try Self.isFound(
        ["render", file], registered: "hunter2-of-this-test", environment: ["SHOWN": "hunter2-of-this-test"], in: folder
      )
    }

    @Test func ofAVariableThatIsNamedLikeOne() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      try Self.isFound(
        ["render", file], registered: nil,
        environment: ["SHOWN": "hunter2-of-this-test", "SOME_PASSWORD": "hunter2-of-this-test"], in: folder)
    }

    @Test func inAReport() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      try Self.isFound(
        ["run", file, "--report-dir", folder.path("Reports"), "--label", "hunter2-of-this-test"],
        registered: "hunter2-of-this-test", environment: ["SHOWN": "x"], in: folder)
    }

    @Test func inNoOther() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      folder.keep(secret: "hunter2-of-this-test")
      let ended = try Program(
        ["run", file, "--report-dir", folder.path("Reports")], in: folder, environment: ["SHOWN": "x"]
      ).wait()
      #expect(ended.code == 0, "\(ended.errors)")
    }

    @Test(arguments: [
      ("hunter/2 \"x\"", "{\"a\":\"hunter\\/2 \\\"x\\\"\"}"), ("hunter/2 \"x\"", "hunter%2F2%20%22x%22"),
      ("hunter/2 \"x\"", "aHVudGVyLzIgIngi"), ("hunter2", "xhunter2x"),
    ]) func inEachForm(_ secret: String, _ output: String) {
      #expect(LeakSearch([secret]).leaks(output: output, errors: "", reports: []).count == 1)
      #expect(LeakSearch([secret]).leaks(output: "", errors: output, reports: []).count == 1)
      #expect(LeakSearch([secret]).leaks(output: String(output.dropLast(3)), errors: "", reports: []) == [])
    }
  }
}
