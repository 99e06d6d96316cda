import FoundationEssentials
import Testing

extension EndToEndTests {
  /// The scripts of `Scenarios/ci`, called as its page says, with one run a side.
  @Suite struct CIExamples {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// The commands of the page, in its order.
    private static func commands() throws -> [String] {
      let page = try String(contentsOfFile: "\(root)/Scenarios/ci/README.md", encoding: .utf8)
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      var isInside = false
      return lines.compactMap { line in
        if line.hasPrefix("```") { isInside = line == "```sh" } else if isInside { return String(line) }
        return nil
      }
    }

    /// Runs them in a folder with the scripts, and what they call; the last code is what the shell ends with.
    private static func run(_ commands: [String], in folder: Folder) throws -> Program.Ended {
      // A stall of this machine may keep a short stage from its rate, which is not what is tested.
      _ = try folder.write(
        """
        #!/bin/sh
        [ "$1" = run ] || exec "\(Program.path)" "$@"
        shift
        exec "\(Program.path)" run --set stages.steady.measure=false "$@"
        """, to: "rehearse")
      // Of GitHub's command gh: earlier comments that the script asks for, and a log of what it does.
      _ = try folder.write(
        """
        #!/bin/sh
        echo "$*" >>gh.log
        case "$*" in *--jq*) cat earlier;; esac
        """, to: "gh")
      let script = """
        set -e; cd "\(folder.root)"; chmod +x rehearse gh; mkdir -p Scenarios; cp -R "\(root)/Scenarios/ci" Scenarios/
        export PATH="$PWD:$PATH" REPEAT=1 WARM_UP=0
        { \(commands.joined(separator: "; ")); } >log 2>&1 || { cat log >&2; exit 99; }
        """
      return try Program(["--version"], in: folder, shell: script).wait()
    }

    @Test func aNightAndAPullRequest() throws {
      let folder = try Folder()
      let commands = try Self.commands()
      try #require(commands.count == 3)
      let ended = try Self.run(Array(commands[..<2]), in: folder)
      #expect(ended.code == 0, "\(ended.errors)")
      #expect(try folder.read("history.csv.newest") == "v1\n")
      let history = try folder.read("history.csv").split(separator: "\n")
      #expect(history.count == 4, "the pull request is not in it")
      let comment = try folder.read("comment.md")
      #expect(comment.hasPrefix("<!-- rehearse compare ci-orders -->\n\n**Passed**: `v2` against `v1`: "), "\(comment)")
      #expect(try folder.read("compare.xml").contains("<testsuite name=\"compare.ci-orders\""))
    }

    @Test func aPullRequestBeforeTheFirstNight() throws {
      let folder = try Folder()
      let ended = try Self.run(
        ["code=0; LABEL=v2 Scenarios/ci/pull-request comment.md history.csv || code=$?; test $code = 14"], in: folder)
      #expect(ended.code == 0, "\(ended.errors)")
      #expect(try folder.read("log").hasPrefix("pull-request: there is no base yet: "))
    }

    @Test func aPullRequestInTurnWithItsBase() throws {
      let folder = try Folder()
      let ended = try Self.run([try #require(try Self.commands().last)], in: folder)
      #expect(ended.code == 0, "\(ended.errors)")
      #expect(
        try folder.read("comment.md").contains(
          "| from | `Reports/pull-request/against/ci-orders` | `Reports/pull-request/ci-orders` |"))
    }

    /// The first comment is posted, and the next one takes its place.
    @Test(arguments: [
      ("", "--method POST repos/o/r/issues/7/comments "), ("31\n", "--method PATCH repos/o/r/issues/comments/31 "),
    ])
    func theComment(_ earlier: String, _ call: String) throws {
      let folder = try Folder()
      _ = try folder.write(earlier, to: "earlier")
      _ = try folder.write("<!-- rehearse compare ci-orders -->\n\n**Passed**\n", to: "comment.md")
      let ended = try Self.run(
        ["export GITHUB_REPOSITORY=o/r PULL_REQUEST=7", "Scenarios/ci/comment comment.md"], in: folder)
      #expect(ended.code == 0, "\(ended.errors)")
      let log = try folder.read("gh.log")
      #expect(log.contains("api --silent \(call)--field body=@comment.md\n"), "\(log)")
    }
  }
}
