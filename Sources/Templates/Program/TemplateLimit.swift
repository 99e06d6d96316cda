extension Template {
  /// The most bytes of one rendered text.
  package static var mostBytes: Int { ProgramBuilder.mostBytes }

  /// The first of its texts that can be longer than `mostBytes`; nil where none can.
  package var textTooLarge: TemplateText? {
    let texts = [key, value].compactMap { $0 } + headers.map(\.value)
    return texts.first { text in
      var lowering = ExpressionLowering(
        context: RenderContext(
          seed: 0, stageName: String(repeating: "n", count: 64), runID: "0000000000000", startedAt: 0),
        locale: locale, names: names, data: data?.table)
      lowering.lower(text, part: 0)
      return lowering.builder.isTooLarge
    }
  }
}
