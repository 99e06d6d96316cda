/// What is needed to render a stage's messages in a run; each who does so makes a renderer of its own.
package struct RenderRecipe: Sendable {
  package var templates: [Template]
  /// One for each template, reduced.
  package var weights: [UInt64]
  package var context: RenderContext

  package init(templates: [Template], weights: [UInt64], context: RenderContext) {
    self.templates = templates
    self.weights = weights
    self.context = context
  }

  package func renderer() -> StageRenderer { StageRenderer(templates, weights: weights, context) }
}

extension Scenario {
  /// `startedAt` in milliseconds since 1970.
  package func recipe(stage index: Int, seed: UInt64, runID: String, startedAt: Int64) -> RenderRecipe {
    let stage = stages[index]
    return RenderRecipe(
      templates: stage.shares.map { templates[$0.template] }, weights: stage.shares.map(\.weight),
      context: RenderContext(
        seed: seed, stageName: stage.name, runID: runID, startedAt: startedAt,
        secrets: variables.filter(\.isSecret).map(\.value)))
  }
}
