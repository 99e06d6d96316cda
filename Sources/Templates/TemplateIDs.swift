extension Template {
  /// The stages whose ids its messages carry, wherever these are in them.
  package var idUses: Set<IDUse> { idUses(in: [key, value].compactMap { $0 } + headers.map(\.value)) }

  /// The same, in the parts that a request has: its key is not sent.
  package var idUsesOfRequests: Set<IDUse> { idUses(in: [value].compactMap { $0 } + headers.map(\.value)) }

  private func idUses(in texts: [TemplateText]) -> Set<IDUse> {
    Set(
      texts.flatMap { $0.pieces(with: names) }.compactMap { piece in
        if case .placeholder(let expression, _) = piece, case .id(let use) = expression.source { use } else { nil }
      })
  }
}
