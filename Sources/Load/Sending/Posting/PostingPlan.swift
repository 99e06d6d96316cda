internal import Posting
internal import Scenarios
internal import Templates

/// Everything that a posting worker has to know of its stage.
struct PostingPlan {
  /// The stage's index in the scenario.
  var index: Int
  var stage: Stage
  var recipe: RenderRecipe
  var target: Target
  var settings: PostingSettings
  /// The reason for which every message must be refused; nil for most stages.
  var expectedRefusal: RefusalReason?

  /// The status that messages must be refused with.
  var expectedStatus: Int? { if case .status(let status)? = expectedRefusal { status } else { nil } }

  /// The content type of each of the stage's templates; nil where the target's headers have one.
  var contentTypes: [StaticString?] {
    let isWritten = settings.headers.contains { $0.name.lowercased() == "content-type" }
    return recipe.templates.map { isWritten ? nil : $0.format.contentType }
  }
}

extension Template.Format {
  /// The content type of a body of this format.
  var contentType: StaticString {
    switch self {
    case .json: "application/json"
    case .xml: "application/xml"
    case .string: "text/plain; charset=utf-8"
    case .bytes: "application/octet-stream"
    }
  }
}
