internal import Diagnostics
internal import Scenarios
internal import Templates

/// The names that a template's placeholders can use.
struct TemplateNames {
  /// `vars:`; nil if they are not known.
  var variables: [Variable]?
  /// The names of the stages; nil if they are not known.
  var stages: [String]?
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
  /// True if the format was reported.
  var isFormatFaulty = false
  var data = DataNames.absent
  var locale = FakerLocale.american
  /// True while the value is read.
  var isValue = false
  /// The elements of lists of `let:`, by name.
  var lists: [String: LocatedTemplate] = [:]
  /// True while the elements of a list are read.
  var isElement = false
  /// The texts of `let:` with their positions, by name.
  var located: [String: LocatedTemplate] = [:]

  init(variables: [Variable]?, stages: [String]? = nil) {
    self.variables = variables
    self.stages = stages
  }

  /// True if a list can be used in the text that is read.
  var takesLists: Bool { isValue && !isElement && (format == .json || format == .xml || isFormatFaulty) }

  /// Notes that a name of `let:` could not be read.
  mutating func miss() {
    isFaulty = true
    hasMore = true
  }

  /// The value of a variable.
  func text(_ variable: String) -> String { variables?.first { $0.name == variable }?.value ?? "" }

  var kinds: [String: ValueKind] { Dictionary(texts.map { ($0.name, $0.kind) }) { first, _ in first } }
}
