internal import Diagnostics
internal import PostRequests
package import Reporting
package import Verification

/// One request of a file, made a scenario.
package struct Posting: Sendable {
  /// The file of the request as it was named.
  package let path: String
  /// The messages that it asks for, as far as that can be read.
  package let asked: UInt64
  /// The scenario's text; nil where the request has a mistake.
  package let text: String?
  /// The scenario, with its diagnostics at the request's attributes.
  package let file: ScenarioFile
  let partitions: UInt64?
  /// The request's place in the array of its file, from 1; nil for a request alone.
  private let number: Int?
  let overrides: Overrides

  /// - Parameters:
  ///   - number: its place in the array that the file has, from 0; nil for a request alone.
  init(_ entry: PostRequestFile.Entry, number: Int?, path: String, files: SourceFiles, _ terms: PostTerms) {
    self.path = path
    self.number = number.map { $0 + 1 }
    asked = entry.asked
    partitions = entry.request?.partitions
    let isMistaken = entry.diagnostics.contains { $0.severity == .error }
    guard let request = entry.request else {
      text = nil
      overrides = Overrides(ownVariables: [:])
      file = ScenarioFile(path: path, entry.diagnostics, files)
      return
    }
    let written = ScenarioText(
      request, terms, name: PostingName.name(ofFile: path, number: number),
      place: path + (number.map { ", request \($0 + 1)" } ?? ""))
    text = isMistaken ? nil : written.text
    overrides = Overrides(ownVariables: written.variables)
    var files = files
    for source in written.sources { files.add(source) }
    var origin = TextOrigin(files: files, range: { written.origin(of: $0) })
    // A request has no variables: its ${…} is text. What is sent unencrypted is said below, in a request's words.
    origin.ignored = [.literalVariable, .unencrypted]
    // A shorter one is a part of other words.
    origin.redaction = Redaction(secrets: written.variables.values.filter { $0.count >= 4 })
    origin.name = { written.attribute(of: $0)?.path }
    origin.remedy = RequestRemedies.remedy
    file = ScenarioFile(
      // Mistakes of the content are found beside those of the request; warnings may come from what is missing.
      written.text, path: path, overrides, after: entry.diagnostics + Self.warnings(of: request, terms),
      errorsOnly: isMistaken, from: origin)
  }

  /// A login without TLS: SASL_PLAINTEXT.
  private static func warnings(of request: PostRequest, _ terms: PostTerms) -> [Diagnostic] {
    guard request.account != nil, request.truststore == nil, !request.isEmbedded(terms),
      let range = request.ranges[.authentication]
    else { return [] }
    let password = terms.mechanism == .plain ? "the password and the messages are" : "the messages are"
    return [
      Diagnostic(
        .warning, code: .unencrypted,
        "\(PostAttribute.authentication.path): without \(PostAttribute.truststore.path) \(password) sent without encryption "
          + "(SASL_PLAINTEXT)", at: range,
        remedy: "add \(PostAttribute.truststore.path)"
          + (terms.mechanism == .plain ? ", or take --mechanism SCRAM-SHA-512, which does not send the password" : ""))
    ]
  }

  /// A file that cannot be read, or has no request.
  init(_ file: ScenarioFile, path: String) {
    self.path = path
    self.file = file
    number = nil
    asked = 0
    text = nil
    partitions = nil
    overrides = Overrides(ownVariables: [:])
  }

  /// `passed` where it can be run.
  package var exit: ExitCode { file.exit }

  /// The first error in one line, with the attribute that it is in; nil for none.
  package var error: String? { file.firstError }

  /// The answer to it where it is not run.
  package func refused(because reason: String, _ exit: ExitCode) -> PostResponse {
    PostResponse.refused(reason, asked: asked, exit: exit)
  }

  /// The answer to its run.
  package func response(_ run: FinishedRun) -> PostResponse {
    var response = PostResponse(run.result, asked: asked, partitions: partitions, folder: run.folder)
    response.notes = file.warnings + response.notes
    return response
  }

  /// A request to run it.
  package func runRequest(toolVersion: String, arguments: [String]) -> RunRequest {
    var request = RunRequest(file: path, toolVersion: toolVersion, overrides: overrides)
    request.posting = PostedRun(arguments: arguments, number: number)
    return request
  }
}
