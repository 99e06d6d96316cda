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
