internal import Diagnostics
internal import Scenarios
internal import Templates

/// The names that a template's placeholders can use.
struct TemplateNames {
  /// `vars:`; nil if they are not known.
  var variables: [Variable]?
  /// True if there are names that the reader does not know.
  var hasMore = false
  /// The names of `let:`, in the order written.
  var texts: [TemplateName] = []
  /// The name of `let:` that is being read, and those below it.
  var later: [String] = []
  var fields: [TemplateField] = []
  /// True if a name of `let:` was reported.
  var isFaulty = false
  var format: Template.Format?
  var data = DataNames.absent
  /// True while the value is read.
  var isValue = false

  init(variables: [Variable]?) { self.variables = variables }

  /// The value of a variable.
  func text(_ variable: String) -> String { variables?.first { $0.name == variable }?.value ?? "" }

  var kinds: [String: ValueKind] { Dictionary(texts.map { ($0.name, $0.kind) }) { first, _ in first } }
}
