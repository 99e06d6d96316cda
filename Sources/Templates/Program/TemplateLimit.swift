extension Template {
  /// The most bytes of one rendered text.
  package static var mostBytes: Int { ProgramBuilder.mostBytes }

  /// The first of its texts that can be longer than `mostBytes`; nil where none can.
  package var textTooLarge: TemplateText? {
    ([key, value].compactMap { $0 } + headers.map(\.value)).first { isTooLarge($0, names: names) }
  }

  /// The list of `let:` by which a text is longer than `mostBytes`; nil where it is without lists.
  package func listTooLarge(in text: TemplateText) -> TemplateName? {
    var names = names
    for index in names.indices.reversed() where names[index].counts != nil {
      let list = names[index]
      names[index].counts = 0...0
      if !isTooLarge(text, names: names) { return list }
    }
    return nil
  }

  private func isTooLarge(_ text: TemplateText, names: [TemplateName]) -> Bool {
    var lowering = ExpressionLowering(
      context: RenderContext(
        seed: 0, stageName: String(repeating: "n", count: 64), runID: "0000000000000", startedAt: 0),
      locale: locale, names: names, data: data?.table)
    lowering.lower(text, part: 0)
    return lowering.builder.isTooLarge
  }
}
