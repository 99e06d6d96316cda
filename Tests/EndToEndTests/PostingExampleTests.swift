import FoundationEssentials
import Testing

extension EndToEndTests {
  /// The commands of `Scenarios/posting/README.md`, as they are there.
  @Suite struct PostingExamples {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// The lines of the page's blocks of this language.
    private static func lines(of language: String) -> [String] {
      let page = (try? String(contentsOfFile: "\(root)/Scenarios/posting/README.md", encoding: .utf8)) ?? ""
      var isInside = false
      return page.split(separator: "\n").compactMap { line in
        if line.hasPrefix("```") { isInside = line == "```\(language)" } else if isInside { return String(line) }
        return nil
      }
    }

    private static let commands = lines(of: "sh")

    @Test func areThere() { #expect(Self.commands.count == 8) }

    @Test(arguments: commands) func eachCommandWorks(_ command: String) throws { _ = try Self.output(of: command) }

    /// The answer on the page is that to the page's first command, but for what a run has of its own.
    @Test func theAnswerIsThatOnThePage() throws {
      let answer = try Self.output(of: try #require(Self.commands.first)).split(separator: "\n").map(String.init)
      #expect(answer.count == 14)
      #expect(answer.map(Self.withoutOwn) == Self.lines(of: "json").map(Self.withoutOwn))
    }

    /// A line of an answer, without the value where that may differ from run to run.
    private static func withoutOwn(_ line: String) -> String {
      let own = ["execution_time", "run_id", "verified_after", "reports", "notes"]
      return own.map { "  \"\($0)\":" }.first { line.hasPrefix($0) } ?? line
    }

    /// The standard output of a command in a folder that has the scenarios.
    private static func output(of command: String) throws -> String {
      let folder = try Folder()
      let script = """
        set -e; cd "\(folder.root)"; mkdir bin; ln -s "\(Program.path)" bin/rehearse; export PATH="$PWD/bin:$PATH"
        cp -R "\(root)/Scenarios" .
        { \(command); } >answer 2>log || { echo "ended with $?" >&2; cat answer log >&2; exit 99; }
        """
      let ended = try Program(["--version"], in: folder, shell: script).wait()
      #expect(ended.code == 0, "\(ended.errors)")
      return try folder.read("answer")
    }
  }
}
