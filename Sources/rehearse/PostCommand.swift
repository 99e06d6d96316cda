internal import Diagnostics
internal import Kafka
internal import Load
internal import PostRequests
internal import Rehearsal
internal import Reporting
internal import Verification

/// `rehearse post`: all requests are read before the first is run; where one cannot be, none is.
enum PostCommand {
  static func run(_ options: PostOptions) -> Int32 {
    let stop = StopRequest()
    let ending = RunEnding()
    // Where nothing is sent there is nothing to finish: a signal ends the process as usual.
    let signals =
      options.purpose == .post
      ? Signals(stop) { exit in Terminal.errors.writeIfReady("\(ending.line(and: exit))\n") } : nil
    defer { signals?.end() }
    // A file may be a pipe that is written to slowly.
    let answer = BlockingCall.answer(within: nil, unless: stop.isStopped) { read(options) }
    guard let files = answer, stop.reason == nil else {
      let exit = stop.reason?.exit ?? .interrupted
      let stopped = PostResponse.refused("stopped before a request was read", asked: 0, exit: exit)
      return finish(Posted(responses: [stopped]), isArray: options.files.count > 1)
    }
    let postings = files.flatMap(\.postings)
    let isArray = files.count > 1 || files.contains(where: \.isArray)
    let posted: Posted
    switch options.purpose {
    case .show: return show(postings).rawValue
    case .validate(let connects): posted = PostedRequests(options, stop, ending).validate(postings, connects: connects)
    case .post: posted = PostedRequests(options, stop, ending).post(postings)
    }
    return finish(posted, isArray: isArray)
  }

  private static func finish(_ posted: Posted, isArray: Bool) -> Int32 {
    let printed = Terminal.print(PostResponseJSON.text(posted.responses, isArray: isArray))
    return ExitCode.ranked(posted.exits + [printed])[0].rawValue
  }

  private static func read(_ options: PostOptions) -> [PostingFile] {
    options.files.map { path in
      path == CheckOptions.standardInput
        ? PostingFile.readStandardInput(options.terms) : PostingFile.read(path, options.terms)
    }
  }

  /// Prints the texts of the scenarios, with the line of YAML between them that ends a document.
  private static func show(_ postings: [Posting]) -> ExitCode {
    for posting in postings where !posting.file.text.isEmpty { Terminal.errors.write(posting.file.text + "\n") }
    // The text of a request whose content has a mistake shows what was made of it.
    let texts = postings.compactMap(\.text)
    let printed = texts.isEmpty ? .passed : Terminal.print(texts.joined(separator: "---\n"))
    return ExitCode.ranked(postings.map(\.exit) + [printed])[0]
  }
}

/// The answers to requests, with the exit code of each.
struct Posted {
  var responses: [PostResponse]
  var exits: [ExitCode] { responses.map(\.exit) }
}
