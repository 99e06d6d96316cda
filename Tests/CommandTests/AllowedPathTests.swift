import FoundationEssentials
import Glibc
import Language
import Templates
import Testing

@testable import Rehearsal

/// The files that a scenario may name: those below its own folder, and below what the command line allows.
@Suite struct AllowedPathTests {
  /// A folder with a scenario's folder in it, and files beside that.
  private final class Place: Sendable {
    let root: String
    var scenario: String { "\(root)/scenarios/s.yaml" }

    init() throws {
      var template = Array("/tmp/rehearse-allowed-XXXXXX".utf8CString)
      let made = try #require(mkdtemp(&template))
      root = String(cString: made)
      for folder in ["scenarios/payloads", "shared/deep", "scenarios-2"] {
        try FileManager.default.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
      }
      for file in [
        "scenarios/in.txt", "scenarios/payloads/in.txt", "shared/out.txt", "shared/deep/out.txt", "scenarios-2/out.txt",
      ] { try write("a\n1\n", to: file) }
      for (target, link) in [
        ("../shared/out.txt", "link-out.txt"), ("../shared", "folder-out"), ("in.txt", "link-in.txt"),
        ("/etc", "etc"), ("payloads", "folder-in"), ("no-such-file", "dangling.txt"),
        ("../shared/no", "dangling-out.txt"),
      ] { #expect(symlink(target, "\(root)/scenarios/\(link)") == 0) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ text: String, to file: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(root)/\(file)"))
    }

    /// Without its own name, which differs.
    func check(_ text: String, allowed: [String] = []) throws -> String {
      try write(text, to: "scenarios/s.yaml")
      let overrides = Overrides(allowedPaths: allowed.map { $0.hasPrefix("/") ? $0 : "\(root)/\($0)" })
      return ScenarioFile.read(scenario, overrides).text.replacing(root, with: "ROOT")
    }
  }

  static let inside = [
    "in.txt", "./in.txt", "payloads/in.txt", "payloads/../in.txt", "link-in.txt", "folder-in/in.txt",
    "folder-in/../in.txt",
  ]
  static let outside = [
    ("../shared/out.txt", "shared"), ("payloads/../../shared/deep/out.txt", "shared/deep"), ("link-out.txt", "shared"),
    ("folder-out/out.txt", "shared"), ("folder-out/deep/out.txt", "shared/deep"),
    ("../scenarios-2/out.txt", "scenarios-2"),
    ("../shared/missing.txt", "shared"), ("folder-out/missing/x.txt", "shared/missing"), ("dangling-out.txt", nil),
  ]

  @Test("files of the scenario's folder are read, by whatever way they are named", arguments: inside)
  func within(_ path: String) throws {
    let place = try Place()
    let environment = Overrides().environment(of: place.scenario)
    #expect(try environment.file("\(place.root)/scenarios/\(path)").get() == Array("a\n1\n".utf8))
    #expect(try environment.data("\(place.root)/scenarios/\(path)").get().bytes == Array("a\n1\n".utf8))
  }

  @Test("files elsewhere are not, by links neither, until their folder is allowed", arguments: outside)
  func beyond(_ path: String, _ folder: String?) throws {
    let place = try Place()
    let full = "\(place.root)/scenarios/\(path)"
    func failure(_ allowed: [String]) -> ReadingEnvironment.Unreadable? {
      switch Overrides(allowedPaths: allowed).environment(of: place.scenario).file(full) {
      case .success: nil
      case .failure(let failure): failure
      }
    }
    guard let folder else {
      // A link to a file that is not there: nothing can be read by it.
      #expect(failure([]) != nil)
      return
    }
    #expect(failure([])?.outside == "\(place.root)/\(folder)")
    #expect(failure(["/no/such/folder", "\(place.root)/scenarios/payloads"])?.outside == "\(place.root)/\(folder)")
    let allowed = failure(["\(place.root)/shared", "\(place.root)/scenarios-2"])
    if path.contains("missing") {
      #expect(allowed?.reason == "No such file or directory" && allowed?.outside == nil)
    } else {
      #expect(allowed == nil)
    }
    // A link to an allowed folder allows what it leads to.
    if folder == "shared", !path.contains("missing") { #expect(failure(["\(place.root)/scenarios/folder-out"]) == nil) }
  }

  @Test("the working directory counts for standard input and for a path without a folder") func workingDirectory() {
    for path in ["<stdin>", "s.yaml", "./s.yaml"] {
      let environment = Overrides().environment(of: path)
      guard case .failure(let failure) = environment.file("/etc/passwd") else {
        Issue.record("/etc/passwd was read for \(path)")
        continue
      }
      #expect(failure.outside == "/etc")
      guard case .failure(let missing) = environment.file("no-such-file") else { continue }
      #expect(missing.outside == nil)
    }
  }

  private static func scenario(_ template: String, top: String = "") -> String {
    """
    version: 1
    name: s
    \(top.isEmpty ? "x-none: 1" : top)
    cluster: {brokers: embedded}
    topics: {t: {}}
    templates: {t: \(template)}
    stages: [{name: s, count: 1}]
    """
  }

  static let faults: [(String, String)] = [
    (
      scenario("{file: ../shared/out.txt}"),
      """
      ROOT/scenarios/s.yaml:6:23: error: "ROOT/scenarios/../shared/out.txt" is outside of the scenario's folder [scenario.bad-value]
        |
      6 | templates: {t: {file: ../shared/out.txt}}
        |                       ^~~~~~~~~~~~~~~~~ --allow-path ROOT/shared, or move the file
      """
    ),
    (
      scenario("{data: {file: ../shared/out.txt}, value: '{{data.a}}'}"),
      """
      ROOT/scenarios/s.yaml:6:30: error: "ROOT/scenarios/../shared/out.txt" is outside of the scenario's folder [scenario.bad-value]
        |
      6 | templates: {t: {data: {file: ../shared/out.txt}, value: '{{data.a}}'}}
        |                              ^~~~~~~~~~~~~~~~~ --allow-path ROOT/shared, or move the file
      """
    ),
    (
      scenario("{value: x}", top: "include: [link-out.txt]"),
      """
      ROOT/scenarios/s.yaml:3:11: error: "link-out.txt" is outside of the scenario's folder [scenario.include]
        |
      3 | include: [link-out.txt]
        |           ^~~~~~~~~~~~ --allow-path ROOT/shared, or move the file
      """
    ),
    (
      scenario("{format: json, schema: etc/passwd, value: '1'}"),
      """
      ROOT/scenarios/s.yaml:6:39: error: "ROOT/scenarios/etc/passwd" is outside of the scenario's folder [scenario.bad-value]
        |
      6 | templates: {t: {format: json, schema: etc/passwd, value: '1'}}
        |                                       ^~~~~~~~~~ --allow-path /etc, or move the file
      """
    ),
  ]

  @Test("the path's position, and the option that allows it", arguments: faults)
  func diagnostic(_ text: String, _ expected: String) throws {
    let found = try Place().check(text)
    #expect(found.hasPrefix(expected), "\(found)")
  }

  @Test("a schema's references lead no further") func references() throws {
    let place = try Place()
    try place.write(#"{"$ref": "../shared/part.json"}"#, to: "scenarios/schema.json")
    try place.write(#"{"type": "number"}"#, to: "shared/part.json")
    let text = Self.scenario("{format: json, schema: schema.json, value: '1'}")
    let found = try place.check(text)
    #expect(found.contains("it is outside of the scenario's folder; --allow-path ROOT/shared allows it"), "\(found)")
    #expect(try place.check(text, allowed: ["shared"]) == "")
    try place.write(
      #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="../shared/part.xsd"/></xs:schema>"#,
      to: "scenarios/schema.xsd")
    try place.write(
      #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>"#,
      to: "shared/part.xsd")
    let xml = Self.scenario("{format: xml, schema: schema.xsd, value: '<a/>'}")
    #expect(try place.check(xml).contains("--allow-path ROOT/shared allows it"))
    #expect(try place.check(xml, allowed: ["shared"]) == "")
  }

  @Test("an included file in an allowed folder reaches what is beside it, and no further") func includes() throws {
    let place = try Place()
    try place.write("version: 1\ntemplates: {t: {file: out.txt}}\n", to: "shared/good.yaml")
    try place.write("version: 1\ntemplates: {t: {file: ../scenarios-2/out.txt}}\n", to: "shared/bad.yaml")
    func text(_ name: String) -> String {
      Self.scenario("", top: "include: [../shared/\(name).yaml]").replacing("\ntemplates: {t: }", with: "")
    }
    #expect(try place.check(text("good"), allowed: ["shared"]) == "")
    #expect(
      try place.check(text("bad"), allowed: ["shared"]).contains("--allow-path ROOT/scenarios-2, or move the file"))
  }

  @Test("the command that repeats a run has them") func repeated() {
    #expect(
      Overrides(settings: ["a=1"], environmentPath: "e", allowedPaths: ["/b", "c d"]).arguments
        == ["--env-file", "e", "--allow-path", "/b", "--allow-path", "c d", "--set", "a=1"])
  }
}
