package import Templates

extension Scenario {
  /// `startedAt` in milliseconds since 1970.
  package func recipe(stage index: Int, seed: UInt64, runID: String, startedAt: Int64) -> RenderRecipe {
    let stage = stages[index]
    return RenderRecipe(
      templates: stage.shares.map { templates[$0.template] }, weights: stage.shares.map(\.weight),
      context: RenderContext(
        seed: seed, stageName: stage.name, runID: runID, startedAt: startedAt, ids: idForms(run: runID),
        secrets: variables.filter(\.isSecret).map(\.value)))
  }
}
