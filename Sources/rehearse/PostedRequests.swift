internal import Diagnostics
internal import Load
internal import PostRequests
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// The requests that a command posts, one after the other. Summaries, warnings and progress go to standard error: standard output
/// has the answers alone.
struct PostedRequests {
  private let options: PostOptions
  private let stop: StopRequest
  private let ending: RunEnding

  init(_ options: PostOptions, _ stop: StopRequest, _ ending: RunEnding) {
    self.options = options
    self.stop = stop
    self.ending = ending
  }

  func post(_ postings: [Posting]) -> Posted {
    if let refused = refusal(postings) { return refused }
    var responses: [PostResponse] = []
    for posting in postings {
      if let reason = stop.reason {
        responses.append(posting.refused(because: "stopped before it was sent", reason.exit))
        continue
      }
      responses.append(post(posting))
    }
    return Posted(responses: responses)
  }

  private func post(_ posting: Posting) -> PostResponse {
    var request = posting.runRequest(toolVersion: Version.number, arguments: options.arguments)
    request.reportDirectory = options.reportDirectory ?? request.reportDirectory
    request.history = options.history
    request.label = options.label
    let rehearsal = ScenarioRehearsal(
      request: request, stop: stop,
      progress: { Terminal.errors.writeIfReady(ProgressLine.text(ProgressFigures($0)) + "\n") },
      warned: { Terminal.errors.write($0 + "\n") })
    switch rehearsal.run(posting.file) {
    case .refused(let refusal):
      Terminal.errors.write(refusal.text + "\n")
      ending.note(refused: refusal.exit)
      return posting.refused(because: refusal.cause, refusal.exit)
    case .finished(let run):
      _ = ending.note(run.result)
      let appended = run.unwritten.contains { $0.path == options.history } ? nil : options.history
      Terminal.errors.write(ConsoleSummary.text(run.result, files: run.files, appended: appended))
      return posting.response(run)
    }
  }

  /// The answers where a request has a mistake that shows without its cluster: none is sent then. Nil where all can be.
  private func refusal(_ postings: [Posting]) -> Posted? {
    let checks = postings.map { $0.checked(connects: false) }
    guard checks.contains(where: { $0.exit != .passed }) else { return nil }
    return Posted(
      responses: zip(postings, checks).map { posting, check in
        guard check.exit != .passed else {
          return posting.refused(because: "not sent: another request has a mistake", .nothingRan)
        }
        return refused(posting, check)
      })
  }

  /// The answers of a dry run.
  /// - Parameter connects: true to ask the cluster, too.
  func validate(_ postings: [Posting], connects: Bool) -> Posted {
    Posted(
      responses: postings.map { posting in
        let check = posting.checked(connects: connects)
        guard check.exit == .passed else { return refused(posting, check) }
        if !check.text.isEmpty { Terminal.errors.write(check.text + "\n") }
        return .validated(for: check.broker, notes: check.notes)
      })
  }

  private func refused(_ posting: Posting, _ check: PostingCheck) -> PostResponse {
    Terminal.errors.write(check.text + "\n")
    ending.note(refused: check.exit)
    return posting.refused(because: check.error ?? "the request cannot be read", check.exit)
  }
}

extension PostOptions {
  /// The options that make the scenario, for the command that posts it again.
  var arguments: [String] {
    let mechanism = terms.mechanism == .plain ? [] : [CommandOption.mechanism.name, terms.mechanism.rawValue]
    let brokers = terms.brokers.map { [CommandOption.postBrokers.name, $0] } ?? []
    return mechanism + brokers + (terms.verifies ? [] : [CommandOption.noVerify.name])
  }
}
