import Diagnostics
import Testing

@testable import Templates

/// One text, rendered for the stage `peak` of the run `01J`, which started on 2024-02-29 at 12:34:56.789.
struct Rendering: ~Copyable {
  static let startedAt: Int64 = 1_709_210_096_789
  private let renderer: Renderer

  init(
    _ text: String, format: Template.Format = .string, seed: UInt64 = 42, stage: String = "peak",
    locale: FakerLocale = .american, fields: [TemplateField] = []
  ) {
    let parsed = ParsedTemplate(text, fields: fields)
    let contexts: [EscapeContext]? =
      switch format {
      case .json: JSONSkeleton(parsed).escapeContexts
      case .xml: XMLSkeleton(parsed).escapeContexts
      case .string, .bytes: nil
      }
    let range = SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))
    for placeholder in parsed.placeholders {
      if case .failure(let mistake) = placeholder.meaning { Issue.record("\(mistake.message)") }
    }
    renderer = Renderer(
      TemplateText(pieces: parsed.pieces(contexts: contexts) { "<\($0)>" }, range: range), part: 2, locale: locale,
      names: [],
      context: RenderContext(seed: seed, stageName: stage, runID: "01J", startedAt: Self.startedAt))
  }

  func bytes(_ number: UInt64, own: UInt64? = nil, due: Int64 = 1_500_000_000) -> [UInt8] {
    let size = renderer.capacity + Renderer.slack
    return withUnsafeTemporaryAllocation(byteCount: size + 1, alignment: 1) { buffer in
      guard let base = buffer.baseAddress else { return [] }
      buffer[size] = 0xa5
      let count = renderer.render(number, own: own ?? number, due: due, into: base)
      #expect(count <= renderer.capacity && buffer[size] == 0xa5)
      return Array(buffer[..<count])
    }
  }

  func text(_ number: UInt64 = 0, own: UInt64? = nil) -> String {
    String(decoding: bytes(number, own: own), as: UTF8.self)
  }
}
