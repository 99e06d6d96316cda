/// The inputs for rendering a stage's messages in a run; each sender makes its own renderer.
package struct RenderRecipe: Sendable {
  package var templates: [Template]
  /// One weight for each template, reduced.
  package var weights: [UInt64]
  package var context: RenderContext

  package init(templates: [Template], weights: [UInt64], context: RenderContext) {
    self.templates = templates
    self.weights = weights
    self.context = context
  }

  package func renderer() -> StageRenderer { StageRenderer(templates, weights: weights, context) }
}
