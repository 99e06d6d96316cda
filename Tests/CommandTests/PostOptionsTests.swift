import PostRequests
import Testing

@testable import rehearse

/// Command lines of `rehearse post`.
@Suite struct PostOptionsTests {
  struct Understood: Sendable, CustomTestStringConvertible {
    var arguments: String
    var options: PostOptions
    var testDescription: String { arguments }

    init(_ arguments: String, _ files: [String] = ["r.json"], _ change: (inout PostOptions) -> Void = { _ in }) {
      self.arguments = arguments
      options = PostOptions(files: files)
      change(&options)
    }
  }

  @Test(arguments: [
    Understood("r.json"),
    Understood("- a.json b.json", ["-", "a.json", "b.json"]),
    Understood("--show r.json") { $0.purpose = .show },
    Understood("--dry-run r.json") { $0.purpose = .validate(connects: false) },
    Understood("r.json --dry-run --connect") { $0.purpose = .validate(connects: true) },
    Understood("--no-verify r.json") { $0.terms.verifies = false },
    Understood("--mechanism scram-sha-512 r.json") { $0.terms.mechanism = .scramSHA512 },
    Understood("--brokers a:9092,b:9092 r.json") { $0.terms.brokers = "a:9092,b:9092" },
    Understood("--brokers embedded --seed 7 r.json") { ($0.terms.brokers, $0.terms.seed) = ("embedded", 7) },
    Understood("--report-dir R --append h.csv --label v2 r.json") {
      ($0.reportDirectory, $0.history, $0.label) = ("R", "h.csv", "v2")
    },
  ])
  func isUnderstood(_ row: Understood) throws {
    let words = row.arguments.split(separator: " ").map(String.init)
    #expect(try CommandLine.parse(["post"] + words).get() == .post(row.options))
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var arguments: String
    var message: String
    var testDescription: String { arguments }

    init(_ arguments: String, _ message: String) { (self.arguments, self.message) = (arguments, message) }
  }

  @Test(arguments: [
    Refused("", "post needs a file with a request: rehearse post REQUEST…"),
    Refused("- -", "standard input can be read only once; remove one \"-\""),
    Refused("--connect r.json", "\"--connect\" needs \"--dry-run\": without it, posting asks the cluster"),
    Refused("--show --dry-run r.json", "\"--show\" and \"--dry-run\" cannot be combined; remove one of them"),
    Refused(
      "--mechanism GSSAPI r.json",
      "\"GSSAPI\" is not valid for \"--mechanism\": it must be one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512"),
    Refused("--dryrun r.json", "unknown option \"--dryrun\" for post; did you mean \"--dry-run\"?"),
  ])
  func isRefused(_ row: Refused) {
    let words = row.arguments.split(separator: " ").map(String.init)
    guard case .failure(let error) = CommandLine.parse(["post"] + words) else {
      Issue.record("it was understood")
      return
    }
    #expect(error.text == "rehearse: \(row.message)\nsee: rehearse help post\n")
  }

  @Test func theCommandThatPostsAgainHasWhatMadeTheScenario() {
    var options = PostOptions(files: ["r.json"])
    #expect(options.arguments == [])
    (options.terms.mechanism, options.terms.brokers, options.terms.verifies) = (.scramSHA256, "a:1", false)
    #expect(options.arguments == ["--mechanism", "SCRAM-SHA-256", "--brokers", "a:1", "--no-verify"])
  }
}
